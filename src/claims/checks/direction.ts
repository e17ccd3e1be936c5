import { Decimal } from "../../quantity/index.ts";
import { BELOW_ZERO, DOWNWARDS, MEANS_BETTER, UPWARDS } from "../dictionary/directions.ts";
import type { Claim, Relations } from "../relate.ts";
import { decimalsOf, difference, inWordsOf } from "./arithmetic.ts";
import type { Finding } from "./finding.ts";
import { addable, spanOf, textOf } from "./groups.ts";
import { grown } from "./growth.ts";

/**
 * What is said to have gone one way while its two levels went the other: 由120件降至135件; 城镇化率52.6%,比上年的48.1%下降4.5个
 * 百分点. Told only where the words say that the levels are of one thing at two times, and where a change that is told
 * beside them is exactly theirs, but for its direction.
 */
export function checkDirections(relations: Relations): Finding[] {
  const findings: Finding[] = [];
  for (const claims of relations.bySentence)
    for (let at = 1; at < claims.length; at += 1) {
      const finding = movedAgainst(relations, claims, at) ?? changedAgainst(relations, claims, at);
      if (finding !== null) findings.push(finding);
    }
  return findings;
}

/** A level, what it became, and what the text says of the way between them. */
interface Move {
  readonly from: Claim;
  readonly to: Claim;
  readonly word: Word;
}

interface Word {
  readonly text: string;
  readonly falls: boolean;
  /** where it stands in the whole text */
  readonly start: number;
}

/** 由120件降至135件: the word between the two levels contradicts them. */
function movedAgainst(relations: Relations, claims: readonly Claim[], at: number): Finding | null {
  const move = moveAt(relations, claims, at);
  if (move === null || move.word === null) return null;
  const { from, to, word } = move;
  if (!isOtherWay({ from, to, word })) return null;
  const [a, b] = [textOf(relations, from), textOf(relations, to)];
  const spans = [spanOf(from), [word.start, to.quantity.end] as const];
  return contradiction({ from, to, word }, spans, `${b} ${word.falls ? ">" : "<"} ${a}`, [a, b]);
}

/** 由A降至B: two levels of one thing, and the word between them; null for the word where it tells no way (调整为). */
function moveAt(
  { text }: Relations,
  claims: readonly Claim[],
  at: number,
): { from: Claim; to: Claim; word: Word | null } | null {
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
const LONGEST_GAP = 24;
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

/** A,比上年的B下降C; A,去年B,同比下降C; 去年B,今年A,下降C; 由B升至A,下降C: the change's word contradicts the levels. */
function changedAgainst(relations: Relations, claims: readonly Claim[], at: number): Finding | null {
  const change = claims[at] as Claim;
  if (change.quantity.approximation !== null || at < 2) return null;
  const word = wordOf(relations, change);
  if (word === null) return null;
  const levels = levelsOf(relations, claims, at);
  if (levels === null) return null;
  const move = { ...levels, word };
  if (!isOtherWay(move) || !isTheirs(move, change)) return null;
  const { from, to } = levels;
  const [a, b] = [textOf(relations, from), textOf(relations, to)];
  const off = to.quantity.value.minus(from.quantity.value);
  const ofRate = change.quantity.kind === "ratio" && from.quantity.kind !== "ratio";
  const rate = () =>
    off.times(Decimal.HUNDRED).divide(from.quantity.value, Math.max(1, decimalsOf(change.quantity.place)));
  const told =
    from.quantity.kind === "ratio"
      ? `${off}个百分点`
      : inWordsOf(off, { text: relations.text, mention: ofRate ? to.quantity : change.quantity });
  const sum = ofRate ? `(${b} − ${a}) ÷ ${a} = ${rate() ?? "?"}%` : `${b} − ${a} = ${told}`;
  return contradiction(move, [spanOf(from), spanOf(to), [word.start, change.quantity.end]], sum, [a, b]);
}

/** The word of a change, right before its number: 同比上升12.5%. */
function wordOf({ text }: Relations, { before, quantity }: Claim): Word | null {
  const [all, up, down] = CHANGED.exec(before) ?? [];
  const told = up ?? down;
  if (all === undefined || told === undefined) return null;
  const start = text.lastIndexOf(told, quantity.start - told.length);
  return start < quantity.start - all.length ? null : { text: told, falls: up === undefined, start };
}

const CHANGED = new RegExp(`(?:(${UPWARDS})|(${DOWNWARDS}))(?:了|为|达)?$`);

/** The two levels that stand right before a change, told as those of two times. */
function levelsOf(
  relations: Relations,
  claims: readonly Claim[],
  at: number,
): { from: Claim; to: Claim } | null {
  const { text } = relations;
  const [first, second, change] = claims.slice(at - 2, at + 1) as [Claim, Claim, Claim];
  if (!areLevels(first, second)) return null;
  const between = text.slice(first.quantity.end, second.quantity.start);
  const gap = text.slice(second.quantity.end, change.quantity.start);
  if (between.length > LONGEST_GAP || gap.length > LONGEST_GAP) return null;
  const [, against, against2 = against ?? ""] = GAP.exec(gap) ?? [];
  if (!GAP.test(gap)) return null;
  const time = (AGAINST.exec(between) ?? EARLIER.exec(between))?.[1];
  if (time !== undefined) {
    // 今年84起,去年96起,环比…: against another time
    const other = /环比/.test(gap) && /年/.test(time);
    return other || !isSameTime(against2, time) ? null : { from: second, to: first };
  }
  const then = THEN.exec(first.before)?.[1];
  if (then !== undefined && NOW.test(between) && !/环比/.test(gap) && isSameTime(against2, then))
    return { from: first, to: second };
  const move = moveAt(relations, claims, at - 1);
  // where the word between the levels is wrong itself, that is told
  return move === null || (move.word !== null && isOtherWay({ ...move, word: move.word })) ? null : move;
}

const TIME =
  "上年同期|去年同期|上年[末底]?|去年[末底]?|前年|上个?月|上季度?|上一?季度|上期|上一(?:周期|期|年度?|轮)|上周|前一[日周天月年]|昨[日天]|年初|20\\d{2}年(?:同期|末|底)?|同期|常年|三年前|五年前";
/** A,比上年的B */
const AGAINST = new RegExp(`^[,，(]?(?:增速|增幅)?(?:比|较|与|同)(${TIME})(?:同期)?(?:的|为)?\\(?$`);
/** A,上年为B */
const EARLIER = new RegExp(`^[,，;(](?:而)?(${TIME})(?:同期|全年)?(?:为|是|则为|仅为|有|仅有|只有)?$`);
const THEN = new RegExp(`^(${TIME})(?:同期|全年)?[一-龥]{0,12}$`);
const NOW =
  /^[,，;](?:而)?(?:今年|本年|本期|本月|本周|今日|当日|20\d{2}年|现在|目前)(?:同期|全年|上半年)?(?:为|是|达到?|有|则为)?$/;
const GAP = new RegExp(
  `^\\)?(?:的)?(?:相比)?(?:[,，](?:同比|环比)?(?:(?:比|较|与)(${TIME})(?:同期)?(?:相比)?[,，]?)?)?(?:同比|环比|净|共|又|还)?(?:${UPWARDS}|${DOWNWARDS})(?:了|为|达)?$`,
);

/** 比上年增长 is of 去年, 上年同期; where the change tells no time of its own, it is of that told. */
function isSameTime(one: string, other: string): boolean {
  const short = (it: string) => it.replace(/去年/, "上年").replace(/同期|末|底/g, "");
  return (
    one === "" || short(one) === short(other) || (short(one) === "上年" && /^20\d{2}年$/.test(short(other)))
  );
}

/** Two exact levels in one unit, both above zero as they are meant. */
function areLevels(one: Claim, other: Claim): boolean {
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

function isOtherWay({ from, to, word }: Move): boolean {
  const [a, b] = [from.quantity.possible, to.quantity.possible];
  if (a.overlaps(b) || isBetter(word, from)) return false;
  return to.quantity.value.compare(from.quantity.value) > 0 === word.falls;
}

/** Whether a word may mean a better measure and not a larger one. */
function isBetter({ text }: Word, { quantity: { kind, dimension, unit } }: Claim): boolean {
  if (!MEANS_BETTER.test(text)) return false;
  return kind === "duration" || unit === "" || unit === "名" || (kind !== "ratio" && !GROWS.has(dimension));
}

const GROWS: ReadonlySet<string> = new Set(["money", "mass", "count", "area", "volume", "energy"]);

/** Whether a change is exactly that of the two levels, the other way round. */
function isTheirs({ from, to, word }: Move, change: Claim): boolean {
  const [a, b, c] = [from, to, change].map(({ quantity }) => quantity) as [
    Claim["quantity"],
    Claim["quantity"],
    Claim["quantity"],
  ];
  if (c.value.isZero()) return false;
  if (c.kind === "ratio" && a.kind !== "ratio") {
    if (a.value.sign() <= 0) return false;
    return grown(a.possible, c.possible, !word.falls)?.overlaps(b.possible) ?? false;
  }
  const inPoints = a.kind === "ratio" && (c.kind === "points" || (c.kind === "ratio" && c.unit === a.unit));
  if (!inPoints && !addable(change, from)) return false;
  const [large, small] = b.value.compare(a.value) > 0 ? [b, a] : [a, b];
  return difference(large.possible, small.possible)?.overlaps(c.possible) ?? false;
}

function contradiction(
  { word }: Move,
  spans: Finding["spans"],
  arithmetic: string,
  [a, b]: readonly [string, string],
): Finding {
  const { zh, en } = word.falls ? UP : DOWN;
  return {
    rule: "direction",
    verdict: "inconsistent",
    spans,
    arithmetic,
    message: {
      zh: `由${a}到${b}是${zh}，文中写“${word.text}”：应改方向，或核对两数是否写颠倒`,
      en: `from ${a} to ${b} is a ${en}, the text says “${word.text}”: turn the word round, or the two numbers`,
    },
  };
}

const UP = { zh: "上升", en: "rise" };
const DOWN = { zh: "下降", en: "fall" };
