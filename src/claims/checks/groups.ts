import type { Sentence } from "../relate/structure.ts";
import type { Claim, Relations } from "../relate.ts";

/** The claims of each sentence, in order. */
export function claimsBySentence({ claims, sentences }: Relations): readonly (readonly Claim[])[] {
  const groups: Claim[][] = sentences.map(() => []);
  for (const claim of claims) groups[claim.sentence]?.push(claim);
  return groups;
}

/** Whether two quantities are of one kind and may be added: the same dimension, and for things the same classifier. */
export function addable(one: Claim, other: Claim): boolean {
  const [a, b] = [one.quantity, other.quantity];
  if (a.dimension !== b.dimension || a.kind !== b.kind) return false;
  return CLASSIFIED.has(a.dimension) ? a.unit === b.unit : true;
}

const CLASSIFIED = new Set(["count", "person", "household", "attendance", "dose", "rate", "other-money", ""]);

/** Whether a claim tells an amount, not a share, a change or a level of another time. */
export function isAmount(claim: Claim): boolean {
  return isLevel(claim) && !PER.test(claim.before);
}

/** Whether a claim tells an amount or a mean, of now. */
export function isLevel({ quantity: { kind }, before }: Claim): boolean {
  if (kind !== "quantity" && kind !== "duration") return false;
  return !CHANGE.test(before) && !OTHER_TIME.test(before);
}

const CHANGE =
  /(?:增长|增加|提高|提升|上升|上涨|扩大|增产|增收|下降|减少|降低|回落|减产|缩短|下滑|净增|多|少)了?(?:到|至)?(?:近|约|超过?)?$/;
const PER = /(?:人均|户均|村均|平均|每[^,，;]{0,6}|最高|最低|日均|月均|年均)[^,，、;]*$/;
const OTHER_TIME = /(?:上年|去年|同期|上月|上季|年初)(?!结转|结余)[^,，、;]*$/;

/** The sentence that an offset lies in, and its index; null outside of all. */
export function sentenceAt(
  { sentences }: Relations,
  offset: number,
): { sentence: Sentence; index: number } | null {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const sentence = sentences[low];
  return sentence !== undefined && sentence.start <= offset ? { sentence, index: low } : null;
}

/** The text of a claim's quantity. */
export function textOf({ text }: Relations, claim: Claim): string {
  return text.slice(claim.quantity.start, claim.quantity.end);
}

export function spanOf(claim: Claim): readonly [number, number] {
  return [claim.quantity.start, claim.quantity.end];
}

/** Spans in reading order. */
export function spansOf(claims: readonly Claim[]): (readonly [number, number])[] {
  return claims.map(spanOf).toSorted(([one], [other]) => one - other);
}
