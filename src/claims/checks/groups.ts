import { countFirst } from "../binary-search.ts";
import type { Sentence } from "../relate/structure.ts";
import type { Claim, Relations } from "../relate.ts";

/** The last claims that end before an offset, in order: so many at most. */
export function claimsBefore({ claims }: Relations, offset: number, most: number): readonly Claim[] {
  const count = countFirst(claims, ({ quantity }) => quantity.end <= offset);
  return claims.slice(Math.max(0, count - most), count);
}

/**
 * Whether two quantities are of one kind and may be added: in the same unit or in two classifiers of one thing (人
 * and 名). 公里 and 米 are not added: their values stand in different units.
 */
export function addable(one: Claim, other: Claim): boolean {
  const [a, b] = [one.quantity, other.quantity];
  if (a.dimension !== b.dimension || a.kind !== b.kind) return false;
  return a.unit === b.unit || ALIKE.some((units) => units.has(a.unit) && units.has(b.unit));
}

const ALIKE = [
  new Set(["人", "名", "位", "口人"]),
  new Set(["元", "元人民币", "元钱", "块钱"]),
  new Set(["平方米", "平米", "㎡", "m²"]),
  new Set(["公里", "千米", "km"]),
  new Set(["公斤", "千克", "kg"]),
  // 牲畜142.6万头(只),其中牛28.4万头、羊106.9万只
  new Set(["头", "只", "头只", "匹", "峰"]),
  new Set(["立方米", "方", "立方", "m³"]),
];
const PER_HEAD = /人均[^,，、;]*$/;

/** Whether a claim tells an amount, not a share, a change or a level of another time. */
export function isAmount(claim: Claim): boolean {
  return isLevel(claim) && !claim.tells.each;
}

/** Whether a claim tells an amount or a mean, of now. */
export function isLevel({ quantity: { kind }, tells }: Claim): boolean {
  if (kind !== "quantity" && kind !== "duration") return false;
  return !tells.change && !tells.earlier;
}

/** Whether a claim can be a part or a whole: an amount, or an amount a head, which is added to others a head. */
export function isSummable(claim: Claim): boolean {
  return isAmount(claim) || (isLevel(claim) && PER_HEAD.test(claim.before));
}

/** 占年初预算27.5亿元的: an amount that another is held against. */
export function isPlan({ before }: Claim): boolean {
  return PLAN.test(before);
}

const PLAN = /(?:占|完成|较|比|为|超)[^,，;、]{0,8}(?:预算|计划|目标|任务)(?:数|任务|额)?$/;

/** The last year that the text names before an offset; null where it names none. */
export function yearBefore({ text, periods }: Relations, offset: number): string | null {
  const count = countFirst(periods, ({ end }) => end <= offset);
  for (let at = count - 1; at >= Math.max(0, count - PERIODS_BACK); at -= 1) {
    const period = periods[at];
    if (period === undefined || !"12".includes(text.charAt(period.start))) continue;
    const year = /^(?:19|20)\d{2}/.exec(text.slice(period.start, period.end));
    if (year) return year[0];
  }
  return null;
}

const PERIODS_BACK = 40;

/** Whether a claim tells an amount a head. */
export function isPerHead({ before }: Claim): boolean {
  return PER_HEAD.test(before);
}

/** Whether a claim tells by how much another changed: 增长5.5%, 增加3人. */
export function isChange({ quantity: { kind }, tells }: Claim): boolean {
  return kind === "points" || kind === "multiple" || tells.change;
}

/** The words around a claim's number that say what it is of. */
export function labelOf({ before, after }: Claim): string {
  return `${before} ${after.slice(0, 12)}`;
}

/** Words without what stands in brackets: 占总人口比重(常住人口城镇化率)为. */
export function withoutBrackets(words: string): string {
  return words.replace(/\([^()]*\)/g, "");
}

/** The sentence that an offset lies in, and its index; null outside of all. */
export function sentenceAt(
  { sentences }: Relations,
  offset: number,
): { sentence: Sentence; index: number } | null {
  const index = countFirst(sentences, ({ end }) => end <= offset);
  const sentence = sentences[index];
  return sentence !== undefined && sentence.start <= offset ? { sentence, index } : null;
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

/** Whether a claim is a part behind 其中: it is judged as that list. */
export function insideList({ text, sentences }: Relations, claim: Claim): boolean {
  const from = sentences[claim.sentence]?.start ?? 0;
  const before = text.slice(from, claim.quantity.start);
  const among = before.lastIndexOf("其中");
  return among >= 0 && !before.slice(among).includes(";");
}
