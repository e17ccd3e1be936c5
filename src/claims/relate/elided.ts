import type { QuantityMention } from "../mentions/mention.ts";
import type { Claim } from "../relate.ts";
import { countedBy, isChange } from "./counted.ts";

/** 9640户、14216人: two counts of one thing; 64公顷(合960亩): one in two units. */
const BESIDE = /^(?:[、,，和]?|\((?:折?合|约合|折算)为?)$/;

/** How far back a quantity is looked for that an elided subject may be of. */
const BACK = 16;

/**
 * An elided subject: that of the number beside it; of a change, that of the quantity before it; else that of the last
 * quantity of its sentence in the same unit, or of the same kind of thing. What is compared with an earlier level at a
 * sentence's head is what the sentence before begins with.
 */
export function subjectBefore(text: string, claims: readonly Claim[], here: Elided): string {
  const { quantity, sentence, before } = here;
  const previous = claims.at(-1);
  if (previous === undefined || previous.paragraph !== here.paragraph) return "";
  const near = claims.slice(-BACK).filter((it) => it.sentence === previous.sentence);
  const alike = ({ quantity: { unit } }: Claim) => unit === quantity.unit;
  const compared = COMPARED.test(before);
  if (previous.sentence !== sentence)
    return compared && previous.sentence === sentence - 1 ? (near.find(alike)?.subject ?? "") : "";
  const change = isChange(quantity);
  if (before === "的" && change) return partBefore(claims);
  if (change || BESIDE.test(text.slice(previous.quantity.end, quantity.start))) return previous.subject;
  const whole = compared ? near.slice(0, listStart(text, near)).findLast(alike) : undefined;
  const kin = ({ quantity: { dimension } }: Claim) => dimension === quantity.dimension;
  return (whole ?? near.findLast(alike) ?? near.findLast(kin))?.subject ?? "";
}

/** A quantity that no noun stands beside, where it stands. */
export interface Elided {
  readonly quantity: QuantityMention;
  readonly sentence: number;
  readonly paragraph: number;
  readonly before: string;
}

/** 比上年的5480万元: against what a level is held. */
const COMPARED = /^(?:比|较|与)/;

/** Where the list that claims end with begins, so that what stands before it is the whole: 其中城市784户、农村2615户. */
function listStart(text: string, claims: readonly Claim[]): number {
  let at = claims.length - 1;
  while (at > 0 && inList(text, claims[at - 1], claims[at])) at -= 1;
  return at > 0 && at < claims.length - 1 ? at : claims.length;
}

function inList(text: string, one: Claim | undefined, next: Claim | undefined): boolean {
  if (one === undefined || next === undefined || one.quantity.unit !== next.quantity.unit) return false;
  return /^、[^、,，;]*$/.test(text.slice(one.quantity.end, next.quantity.start));
}

/** 低保对象占常住人口36.7万人的1.6%: the part, not the whole that stands beside the share. */
function partBefore(claims: readonly Claim[]): string {
  const whole = claims.at(-1);
  if (whole === undefined) return "";
  const at = whole.before.search(/占(?![比地用据])/);
  if (at < 0) return whole.subject;
  const part = countedBy(whole.quantity, { before: whole.before.slice(0, at), after: "" }).noun;
  const previous = claims.at(-2);
  return part || (previous?.sentence === whole.sentence ? previous.subject : "");
}
