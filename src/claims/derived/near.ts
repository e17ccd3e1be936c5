import { Decimal, Interval, unitWritten } from "../../quantity/index.ts";
import { addable, isAmount, isChange, isLevel, labelOf } from "../checks/groups.ts";
import type { Claim, Relations } from "../relate.ts";

/** How many claims back and forth the operands of a derived number are looked for. */
const BACK = 24;
const AHEAD = 2;

/** The exact amounts of a claim's paragraph before it, the nearest first; means, shares and changes are not among them. */
export function amountsBefore({ claims }: Relations, derived: Claim, back = BACK): Claim[] {
  const found: Claim[] = [];
  for (let at = derived.index - 1; at >= Math.max(0, derived.index - back); at -= 1) {
    const claim = claims[at] as Claim;
    if (claim.paragraph !== derived.paragraph) break;
    if (isPlain(claim)) found.push(claim);
  }
  return found;
}

/** The exact amounts right behind a claim, in its sentence. */
export function amountsBehind({ claims }: Relations, derived: Claim): Claim[] {
  return claims
    .slice(derived.index + 1, derived.index + 1 + AHEAD)
    .filter((claim) => claim.sentence === derived.sentence && isPlain(claim));
}

/** Whether a claim tells an exact amount, of whatever kind. */
export function isExact({ quantity: { kind, approximation } }: Claim): boolean {
  return kind === "quantity" && approximation === null;
}

/** A claim of 约41.9万件 or 约7.5万元 as its digits tell it, where the last is none of a round number; others as they are. */
export function asRounded(claim: Claim): Claim {
  const { approximation, value, place } = claim.quantity;
  if (approximation !== "about") return claim;
  const digits = value.abs().divide(place, 0)?.toString() ?? "";
  return /^\d+[1-9]$/.test(digits) ? asWritten(claim) : claim;
}

/** A claim as its digits tell it, whatever 约, 高于 or 不少于 says of them. */
export function asWritten(claim: Claim): Claim {
  const { value, place } = claim.quantity;
  return {
    ...claim,
    quantity: { ...claim.quantity, approximation: null, possible: Interval.rounding(value, place) },
  };
}

/** Whether a claim tells an exact amount that can be a part or a whole. */
export function isExactAmount(claim: Claim): boolean {
  return isExact(claim) && isAmount(claim);
}

/** Whether a claim tells an exact level, of whatever time: no share, no mean, no change. */
export function isPlain(claim: Claim): boolean {
  const { kind, approximation } = claim.quantity;
  return (
    (kind === "quantity" || kind === "duration") &&
    approximation === null &&
    !isChange(claim) &&
    !claim.tells.mean
  );
}

/** Whether a claim tells an exact level, of now. */
export function isAmountOfNow(claim: Claim): boolean {
  return isLevel(claim) && isPlain(claim);
}

/** A claim's value and what it can stand for, in the unit of another; null where they do not measure one thing. */
export function inUnitOf(claim: Claim, other: Claim): Measure | null {
  const { value, possible } = claim.quantity;
  if (addable(claim, other)) return { value, possible };
  if (claim.quantity.kind !== other.quantity.kind || !MEASURED.has(claim.quantity.dimension)) return null;
  const [from, to] = [unitWritten(claim.quantity.unit), unitWritten(other.quantity.unit)];
  if (from === null || to === null || from.dimension !== to.dimension) return null;
  const factor = from.factor.divideExactly(to.factor);
  return factor === null ? null : { value: value.times(factor), possible: possible.times(factor) };
}

/** A value and what correct rounding lets it stand for. */
export interface Measure {
  readonly value: Decimal;
  readonly possible: Interval;
}

/** Dimensions whose units are converted one into another: 1.2公斤 and 350克. */
const MEASURED = new Set(["mass", "length", "area", "volume", "energy", "power", "time"]);

/** The length of the longest run of Chinese characters that both texts hold, up to a length past which all are alike. */
export function commonLength(one: string, other: string, most = Number.POSITIVE_INFINITY): number {
  let longest = 0;
  let end = 0;
  for (let at = 0; at + longest < one.length && longest < most && other !== ""; at += 1) {
    if (end < at) end = at;
    while (end < one.length && isHan(one.charCodeAt(end))) end += 1;
    while (at + longest < end && longest < most && other.includes(one.slice(at, at + longest + 1)))
      longest += 1;
  }
  return longest;
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fa5;
}

/** How much the words around two claims have in common: the length of their longest common run. */
export function likeWords(one: Claim, other: Claim): number {
  return commonLength(wordsOf(one), wordsOf(other));
}

/** What a claim's own words say that it is of, without the words that only tell its time or tie it to the number. */
export function wordsOf(claim: Claim): string {
  return `${claim.ownSubject ? claim.subject : ""} ${labelOf(claim)}`.replace(EMPTY, " ");
}

const EMPTY =
  /全[区县市省镇乡年]|其中|累计|完成|实现|合计|共计|总计|达到|增长|下降|同比|比上年|较上年|元|人/g;

/**
 * How likely a number that has nothing to do with the exact one is a slip away from it: one digit changed, digits in
 * another order, or the point moved. Null where it is no slip.
 */
export function slipChance(stated: Decimal, exact: Decimal, decimals: number): number | null {
  const [one, other] = [stated, exact].map((it) => it.abs().toFixed(Math.max(0, decimals))) as [
    string,
    string,
  ];
  if (one === other || exact.sign() !== stated.sign()) return null;
  const zeros = Math.min(
    ...[one, other].map((it) => (it.includes(".") ? 0 : (/0*$/.exec(it)?.[0].length ?? 0))),
  );
  if (zeros > 0 && one.length > zeros && other.length > zeros)
    return slipChance(stated.times(Decimal.powerOfTen(-zeros)), exact.times(Decimal.powerOfTen(-zeros)), 0);
  const digits = one.replace(/[.]/g, "").replace(/^0+/, "").length;
  const moved = TENS.some((ten) => stated.times(ten).equals(exact) || exact.times(ten).equals(stated));
  if (moved) return digits > 1 ? 0.02 : 0.1;
  const point = one.indexOf(".") < 0 ? 0 : one.length - one.indexOf(".");
  if (Math.abs(one.length - other.length) === 1 && isInserted(one, other)) {
    const least = Math.min(one.length, other.length) - point;
    if (least < 1 || other === "0") return null;
    return digits < 2 ? 0.3 : (10 * digits) / (9 * 10 ** (digits - 1));
  }
  if (one.length !== other.length) return null;
  const permuted = [...one].sort().join("") === [...other].sort().join("");
  const changed = [...one].filter((digit, index) => digit !== other.charAt(index)).length;
  if (!permuted && changed !== 1) return null;
  return (9 * digits + (digits * (digits - 1)) / 2) / 10 ** digits;
}

/** Whether the longer of two runs of digits is the other with one digit more. */
function isInserted(one: string, other: string): boolean {
  const [long, short] = one.length > other.length ? [one, other] : [other, one];
  let at = 0;
  while (at < short.length && long.charAt(at) === short.charAt(at)) at += 1;
  return long.slice(at + 1) === short.slice(at);
}

const TENS = [Decimal.TEN, Decimal.HUNDRED, Decimal.of(1000), Decimal.of(10000)];

/** How many decimals a claim's number was written with, in base numbers; below zero for round ones. */
export function decimalsOf({ quantity: { place } }: Claim): number {
  const written = place.toString();
  return written.includes(".") ? (written.split(".")[1] ?? "").length : 1 - written.length;
}

/** Slips that would happen by chance as often as this prove nothing. */
export const MOST_CHANCE = 0.12;

/** {@link slipChance} of a claim's number, at the places that it was written with. */
export function slipOf(claim: Claim, exact: Decimal): number | null {
  const decimals = decimalsOf(claim);
  const scale = Decimal.powerOfTen(Math.min(0, decimals));
  return slipChance(claim.quantity.value.times(scale), exact.times(scale), decimals);
}
