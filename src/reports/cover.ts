import type { QuantityMention } from "../claims/index.ts";
import type { Block, DirectiveSpan } from "./prose.ts";

/** How the quantities of a block lie to its directives. */
export interface Cover {
  /** the quantities that stand whole within a figure or citation */
  readonly within: (span: Stretch) => readonly QuantityMention[];
  /** those that a directive holds a part of: 近:fig[600条]{…} reads 近600条 */
  readonly cut: readonly { readonly quantity: QuantityMention; readonly span: DirectiveSpan }[];
  /** those that nobody bound or cited */
  readonly outside: readonly QuantityMention[];
  /** whether no figure or citation holds any of a stretch of the text */
  readonly isBare: (stretch: Stretch) => boolean;
}

/** Sorts a block's quantities, read from its whole text, by the directives that hold them. */
export function coverOf(block: Block, quantities: readonly QuantityMention[]): Cover {
  // a chart's title is prose: nothing in it is bound
  const spans = block.spans.filter(({ node }) => node.type !== "leafDirective" || node.name !== "chart");
  const cut: Cover["cut"][number][] = [];
  const outside: QuantityMention[] = [];
  for (const quantity of quantities) {
    const touching = spans.filter((it) => touches(quantity, it));
    const [span] = touching;
    if (span === undefined) outside.push(quantity);
    else if (touching.length > 1 || !isWithin(quantity, span)) cut.push({ quantity, span });
  }
  return {
    within: (span) => quantities.filter((it) => isWithin(it, span)),
    cut,
    outside,
    isBare: (stretch) => !spans.some((it) => touches(stretch, it)),
  };
}

interface Stretch {
  readonly start: number;
  /** exclusive */
  readonly end: number;
}

function touches(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && other.start < one.end;
}

function isWithin(inner: Stretch, outer: Stretch): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
