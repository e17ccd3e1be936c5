import { BELOW_ZERO, DOWNWARDS, MEANS_BETTER, UPWARDS } from "../dictionary/directions.ts";
import type { Claim, Relations } from "../relate.ts";
import { addable } from "./groups.ts";

/** Two levels of one thing, at two times. */
export interface Levels {
  readonly from: Claim;
  readonly to: Claim;
}

/** Two levels, and the word of the text that says which way it went between them. */
export interface Move extends Levels {
  readonly word: Word;
}

/** A word that says which way a number went. */
export interface Word {
  readonly text: string;
  readonly falls: boolean;
  /** where it stands in the whole text */
  readonly start: number;
}

/** 由A降至B: the levels at an index of their sentence and before it, and the word between them; null for the word where it tells no way (调整为). */
export function moveAt(
  { text }: Relations,
  claims: readonly Claim[],
  at: number,
): (Levels & { readonly word: Word | null }) | null {
  const from = claims[at - 1];
  const to = claims[at];
  if (from === undefined || to === undefined || !areLevels(from, to)) return null;
  const since = FROM.exec(from.before)?.[1];
  if (since === undefined) return null;
  const between = text.slice(from.quantity.end, to.quantity.start);
  const [, per = "", noun = "", up, down] = between.length > LONGEST_GAP ? [] : (MOVED.exec(between) ?? []);
  const told = up ?? down;
  if (told === undefined) return null;
  const perThen = perOf(between);
  if (!isOfSame(noun, to.after) || (perThen !== "" && perThen !== perOf(since))) return null;
  if (per !== "" && !text.startsWith(per, to.quantity.end)) return null;
  if (per === "" && text.charAt(to.quantity.end) === "/") return null;
  // 由3个增加到2个街道、5个村
  if (MORE_BEHIND.test(text.slice(to.quantity.end, to.quantity.end + 12))) return null;
  if (NEUTRAL.test(told)) return { from, to, word: null };
  const start = from.quantity.end + between.lastIndexOf(told);
  return { from, to, word: { text: told, falls: up === undefined, start } };
}

const FROM = /(?:由(?!于)|从(?![严重快而事业]))([^,，;由从]{0,24})$/;
/** Words between two numbers that are longer tie them to nothing. */
export const LONGEST_GAP = 24;
const ADVERBS =
  "(?:大幅|稳步|逐步|进一步|成功|快速|迅速|持续|逐年|一举|相应|统一|直接|已经?|再|又|最终|猛|陡|骤)?";
const MOVED = new RegExp(
  `^(/[一-龥]{1,3})?(?:\\([^()]{0,12}\\))?([一-龥]{0,4}?)${ADVERBS}(?:(${UPWARDS}|调整|变更|变|优化)|(${DOWNWARDS}))(?:到了?|至|为|成)(?:\\d{4}年(?:末|底)?的?|(?:今年|目前|现在|年末)的?)?$`,
);
const NEUTRAL = /^(?:调整|变更|变|优化)$/;
const MORE_BEHIND = /^[一-龥]{0,6}[、和及与][一-龥]{0,2}\d/;

/** Whether a noun that is counted first is that which is counted then; one that is not told again is the same. */
function isOfSame(noun: string, after: string): boolean {
  return noun === "" || after === "" || after.startsWith(noun) || !/^[一-龥]/.test(after);
}

/** 每月 and 每年, 人均: per what words count. */
function perOf(words: string): string {
  return (
    words.replace(/\d{4}年|\d{1,2}月/g, "").match(/每[一-龥]{0,2}|[人户亩车月日年]均|占|[月日](?!底|末)/g) ??
    []
  ).join(" ");
}

/** The word of a change, right before its number: 同比上升12.5%. */
export function wordOf({ text }: Relations, { before, quantity }: Claim): Word | null {
  const [all, up, down] = CHANGED.exec(before) ?? [];
  const told = up ?? down;
  if (all === undefined || told === undefined) return null;
  const start = text.lastIndexOf(told, quantity.start - told.length);
  return start < quantity.start - all.length ? null : { text: told, falls: up === undefined, start };
}

const CHANGED = new RegExp(`(?:(${UPWARDS})|(${DOWNWARDS}))(?:了|为|达)?$`);

/** Two exact levels in one unit, both above zero as they are meant. */
export function areLevels(one: Claim, other: Claim): boolean {
  return (
    addable(one, other) &&
    KINDS.has(one.quantity.kind) &&
    [one, other].every(
      ({ quantity, before }) =>
        quantity.approximation === null && !BELOW_ZERO.test(before) && !RANKED.test(before),
    ) &&
    !RANKS.has(one.quantity.unit)
  );
}

const KINDS: ReadonlySet<string> = new Set(["quantity", "ratio", "duration"]);
/** The lower of a rank is the better: 由12位上升到8位, 由3级升为2级. */
const RANKS: ReadonlySet<string> = new Set("位 级 类 等 档 线 层 梯队 星 名次 号".split(" "));
const RANKED =
  /排名|排位|排序|位次|名次|位列|位居|名列|第$|等级|降幅|减幅|跌幅|负增长|亏|精度|误差|分辨率|效率|速度|响应/;

/** Whether the levels went the other way than the word says, whatever they were rounded from. */
export function isOtherWay({ from, to, word }: Move): boolean {
  const [a, b] = [from.quantity.possible, to.quantity.possible];
  if (a.overlaps(b) || isBetter(word, from)) return false;
  return to.quantity.value.compare(from.quantity.value) > 0 === word.falls;
}

/** Whether a word may mean a better measure and not a larger one. */
function isBetter({ text }: Word, { quantity: { kind, dimension, unit } }: Claim): boolean {
  if (!MEANS_BETTER.test(text)) return false;
  return kind === "duration" || unit === "" || unit === "名" || (kind !== "ratio" && !GROWS.has(dimension));
}

const GROWS: ReadonlySet<string> = new Set(
  "money mass count person household attendance dose area volume energy".split(" "),
);
