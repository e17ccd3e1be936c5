import type { Heading, Root, RootContent } from "mdast";
import { toString as plainText } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { Binding, BoundReport } from "../../reports/index.ts";

/** A part of a report: a heading of the second level and all below it. */
export interface ReportPart {
  readonly title: string;
  /** where it begins on the report's page */
  readonly anchor: string;
  /** the numbers that it states, in the order of the text */
  readonly bindings: readonly Binding[];
  readonly sections: readonly { readonly title: string; readonly anchor: string }[];
}

/** A report's parts, in order. What stands before the first heading belongs to none. */
export function outlineOf({ tree, bindings }: BoundReport): readonly ReportPart[] {
  const parts: {
    title: string;
    anchor: string;
    bindings: Binding[];
    sections: ReportPart["sections"][number][];
  }[] = [];
  for (const node of tree.children) {
    if (isHeading(node, 2))
      parts.push({ title: plainText(node), anchor: anchorAt(parts.length), bindings: [], sections: [] });
    const part = parts.at(-1);
    if (part === undefined) continue;
    if (isHeading(node, 3))
      part.sections.push({ title: plainText(node), anchor: `${part.anchor}.${part.sections.length + 1}` });
    visit(node, "textDirective", ({ data }) => {
      const binding = bindings.find((it) => it.number === data?.number);
      if (binding !== undefined) part.bindings.push(binding);
    });
  }
  return parts;
}

/**
 * The report's tree as its page shows it: without the heading of the first level, which is the page's own, and with
 * an id on each heading that the outline leads to.
 */
export function withAnchors(tree: Root): Root {
  let parts = 0;
  let sections = 0;
  const children = tree.children
    .filter((node) => !isHeading(node, 1))
    .map((node) => {
      if (isHeading(node, 2)) {
        sections = 0;
        return withId(node, anchorAt(parts++));
      }
      return isHeading(node, 3) && parts > 0 ? withId(node, `${anchorAt(parts - 1)}.${++sections}`) : node;
    });
  return { ...tree, children };
}

/** The report's own heading, or the title that its pack declares. */
export function titleOf({ tree, title }: BoundReport): string {
  const own = tree.children.find((node) => isHeading(node, 1));
  return own === undefined ? title : plainText(own);
}

function anchorAt(part: number): string {
  return `part-${part + 1}`;
}

function isHeading(node: RootContent, depth: Heading["depth"]): node is Heading {
  return node.type === "heading" && node.depth === depth;
}

function withId(node: Heading, id: string): Heading {
  return { ...node, data: { ...node.data, hProperties: { ...node.data?.hProperties, id } } };
}
