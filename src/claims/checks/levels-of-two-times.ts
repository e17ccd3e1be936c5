import { DOWNWARDS, UPWARDS } from "../dictionary/directions.ts";
import type { Claim, Relations } from "../relate.ts";
import { yearBefore } from "./groups.ts";
import { areLevels, isOtherWay, type Levels, LONGEST_GAP, moveAt } from "./moves.ts";

/** The two levels that stand right before the change at an index of its sentence, told as those of two times. */
export function levelsBefore(relations: Relations, claims: readonly Claim[], at: number): Levels | null {
  const [first, second, change] = [claims[at - 2], claims[at - 1], claims[at] as Claim];
  if (first === undefined || second === undefined || !areLevels(first, second)) return null;
  const between = textBetween(relations, first, second);
  const against = againstOf(textBetween(relations, second, change));
  if (against === null) return null;
  const time = AGAINST.exec(between)?.[1] ?? earlierTime(relations, between, first);
  if (time !== null) return isSameTime(against, time) ? { from: second, to: first } : null;
  const then = THEN.exec(first.before)?.[1];
  const now = NOW.exec(between)?.[1];
  if (then !== undefined && now !== undefined)
    return isSameTime(against, then) && !isLater(then, now) ? { from: first, to: second } : null;
  const move = moveAt(relations, claims, at - 1);
  // where the word between the levels is wrong itself, that is told
  return move === null || (move.word !== null && isOtherWay({ ...move, word: move.word })) ? null : move;
}

/** A change between its two levels: A,比上年增加C,上年为B; 比上年的B减少C,达到A. */
export function levelsAround(relations: Relations, claims: readonly Claim[], at: number): Levels | null {
  const [last, change, next] = [claims[at - 1], claims[at] as Claim, claims[at + 1]];
  if (last === undefined || next === undefined || !areLevels(last, next)) return null;
  const against = againstOf(textBetween(relations, last, change));
  const behind = textBetween(relations, change, next);
  if (against === null) return null;
  const time = earlierTime(relations, behind, last);
  if (time !== null) return isSameTime(against, time) ? { from: next, to: last } : null;
  return AGAINST_BEFORE.test(last.before) && against === "" && REACHED.test(behind)
    ? { from: last, to: next }
    : null;
}

/** The words between two claims; none where they are too long to tie them. */
function textBetween({ text }: Relations, { quantity: { end } }: Claim, next: Claim): string {
  return next.quantity.start - end > LONGEST_GAP ? "" : text.slice(end, next.quantity.start);
}

/** What time the words before a change hold it against: empty where they name none; null where they tell more. */
function againstOf(gap: string): string | null {
  const [all, ring = "", time = ""] = GAP.exec(gap) ?? [];
  return all === undefined ? null : time || ring;
}

/** The time of an earlier level: 上年为; 上年办结, where the other is of what was 办结, too. */
function earlierTime(relations: Relations, between: string, now: Claim): string | null {
  const [, time, noun = ""] = EARLIER.exec(between) ?? [];
  if (time === undefined || !now.before.includes(noun)) return null;
  // 2023年680件,2024年442件: the second is the later one
  const year = yearBefore(relations, now.quantity.start);
  return /^20/.test(time) && (year === null || year <= time.slice(0, 4)) ? null : time;
}

/** Whether one time is of a year that is not before the other's, as far as both are told. */
function isLater(then: string, now: string): boolean {
  return /^20/.test(then) && /^20/.test(now) && then.slice(0, 4) >= now.slice(0, 4);
}

const TIME =
  "上年同期|去年同期|上年[末底]?|去年[末底]?|前年|上个?月|上季度?|上一?季度|上期|上一(?:周期|期|年度?|轮)|上周|前一[日周天月年]|昨[日天]|年初|20\\d{2}年(?:同期|末|底)?|同期|常年|三年前|五年前";
/** A,比上年的B */
const AGAINST = new RegExp(`^[,，(]?(?:增速|增幅)?(?:比|较|与|同比?)(${TIME})(?:同期)?(?:的|为)?\\(?$`);
/** A,上年为B; A,上年办结B */
const EARLIER = new RegExp(
  `^[,，;(](?:而)?(${TIME})(?:同期|全年)?([一-龥]{0,6}?)(?:为|是|则为|仅为|有|仅有|只有)?$`,
);
/** 比上年的B减少C,达到A */
const AGAINST_BEFORE = new RegExp(`^(?:比|较|与)(?:${TIME})(?:同期)?的?$`);
const REACHED = /^[,，](?:达到?|为|现为|升至|降至|增至|减至)了?$/;
const THEN = new RegExp(`^(${TIME})(?:同期|全年)?[一-龥]{0,12}$`);
const NOW =
  /^[,，;](?:而)?(今年|本年|本期|本月|本周|今日|当日|20\d{2}年|现在|目前)(?:同期|全年|[上下]半年)?(?:为|是|达到?|有|则为)?$/;
const GAP = new RegExp(
  `^\\)?(?:的)?(?:相比)?[,，]?(同比|环比)?(?:(?:比|较|与)(${TIME})(?:同期)?(?:相比)?[,，]?)?(?:同比|净|共|又|还)?(?:${UPWARDS}|${DOWNWARDS})(?:了|为|达)?$`,
);

/** 比上年增长 is of 去年 or 上年同期, 环比 of no other year; what tells no time of its own is of that told. */
function isSameTime(against: string, time: string): boolean {
  if (against === "") return true;
  if (against === "环比" || against === "同比") return YEARLY.test(time) === (against === "同比");
  const short = (it: string) => it.replace(/去年/, "上年").replace(/同期|末|底/g, "");
  return short(against) === short(time) || (short(against) === "上年" && /^20\d{2}年$/.test(short(time)));
}

const YEARLY = /年|同期/;
