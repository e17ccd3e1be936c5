import { Decimal, Interval } from "../../quantity/index.ts";
import { writtenCount } from "../checks/arithmetic.ts";
import { sentenceAt } from "../checks/groups.ts";
import type { Claim, Relations } from "../relate.ts";

/** A number of days, months or years that a mean can be over. */
export interface LengthOfTime {
  readonly count: Decimal;
  readonly value: Interval;
  /** whether the words of its sentence tell it, not only the calendar or the paragraph */
  readonly sure: boolean;
}

type Time = "day" | "month" | "year";

/** Every length of time that the words around a total and its mean tell, the surest first. */
export function timesOf(relations: Relations, total: Claim, mean: Claim, time: Time): LengthOfTime[] {
  const { text, claims } = relations;
  const sentence = sentenceAt(relations, mean.quantity.start)?.sentence;
  const from = sentence?.start ?? 0;
  const own = text.slice(from, mean.quantity.start);
  const durations = claims
    .slice(Math.max(0, mean.index - DURATIONS_BACK), mean.index + 3)
    .filter((claim) => claim.sentence === mean.sentence && claim.quantity.kind === "duration")
    .filter((claim) => UNITS[time].has(claim.quantity.unit) && claim.quantity.approximation === null)
    .map((claim) => lengthOf(claim.quantity.value, true));
  // 2022年18.4万元;2023年1-8月7.2万元,月均0.9万元: of its own half of the sentence
  const half = spansIn(own.slice(own.lastIndexOf(";") + 1), time, true);
  const told = durations.length > 0 ? durations : half.length > 0 ? half : spansIn(own, time, true);
  if (told.length > 0) return told;
  const period = total.period === null ? "" : text.slice(total.period.start, total.period.end + 4);
  const lead = text.slice(Math.max(0, from - LEAD), from);
  const paragraph = lead.slice(lead.lastIndexOf("\n") + 1);
  return [...spansIn(period, time, false), ...spansIn(paragraph, time, false), ...heading(relations, time)];
}

/** A list may stand between the days and their mean: 7天内,每日新增3例、8例、…,日均18例. */
const DURATIONS_BACK = 12;

/** How many characters of its paragraph before a mean's sentence tell the time that it is over. */
const LEAD = 2000;

/** The time that the first lines tell is that of the whole text; a mean of months is of a year where nothing else is told. */
function heading({ text }: Relations, time: Time): LengthOfTime[] {
  const told = spansIn(text.slice(0, 60), time, false);
  // 春运40天,平安到家: the first lines tell the days; 本轮疫情历时30天: of what all of it tells
  if (time === "day")
    for (const [, days] of [
      ...text.slice(0, 120).matchAll(/(?<!\d)(\d{2,3})天(?![前后])/g),
      ...text.slice(0, 600).matchAll(/(?:历时|持续|奋战)(?:了|共)?(\d{1,3})天/g),
    ])
      told.push(lengthOf(Decimal.of(Number(days)), false));
  return told.length === 0 && time === "month" ? [lengthOf(Decimal.of(12), false)] : told;
}

const UNITS: Readonly<Record<Time, ReadonlySet<string>>> = {
  day: new Set(["天", "日", "昼夜"]),
  month: new Set(["个月", "月"]),
  year: new Set(["年"]),
};

function lengthOf(count: Decimal, sure: boolean): LengthOfTime {
  return { count, value: Interval.exactly(count), sure };
}

/** The lengths of time that words name: 五年来, 上半年, 1-6月, 第三季度, 全年. */
function spansIn(words: string, time: Time, sure: boolean): LengthOfTime[] {
  const counts: number[] = [];
  if (time === "year") {
    for (const match of words.matchAll(YEARS)) counts.push(writtenCount(match[1] ?? ""));
    for (const match of words.matchAll(FROM_TO))
      counts.push(Number(match[2]) - Number(match[1]) + 1, Number(match[2]) - Number(match[1]));
    for (const match of words.matchAll(/(\d{1,2}|[两二三四五六七八九十])个?年度/g))
      counts.push(writtenCount(match[1] ?? ""));
    for (const match of words.matchAll(/([两二三四五六七八九十]|\d{1,2})(?:周年|年(?=[:：、]))/g))
      counts.push(writtenCount(match[1] ?? ""));
    for (const match of words.matchAll(
      /(?:^|[,;，。])\s*([两二三四五六七八九十])年(?![级度期代底末初前后均报])/g,
    ))
      counts.push(writtenCount(match[1] ?? ""));
    if (/十[二三四五]五/.test(words)) counts.push(5);
  } else {
    if (time === "day" && /(?:首|次|末|第[一二三四五六七八]|本|该)周(?![期年岁边末])/.test(words))
      counts.push(7);
    if (time === "day")
      for (const [, m1 = "1", d1 = "", m2 = m1, d2 = ""] of words.matchAll(DAYS)) {
        const days =
          (Date.UTC(2001, Number(m2) - 1, Number(d2)) - Date.UTC(2001, Number(m1) - 1, Number(d1))) / DAY;
        if (days > 0) counts.push(days + 1);
      }
    const [, first, last] = counts.length > 0 ? [] : (MONTHS.exec(words) ?? []);
    const months = first === undefined || last === undefined ? null : Number(last) - Number(first) + 1;
    if (months !== null && months > 0) counts.push(...(time === "month" ? [months] : daysOf(months)));
    for (const [pattern, length] of PARTS)
      if (pattern.test(words)) {
        counts.push(...(time === "month" ? [length] : daysOf(length)));
        break;
      }
  }
  return counts.filter((it) => it > 1).map((it) => lengthOf(Decimal.of(it), sure));
}

const YEARS =
  /(?:近|过去|这|连续|[^第\d])?([两二三四五六七八九十]|(?<!\d)\d{1,2})年(?:来|间|里|累计|共|时间|以来|内|,|，|中)/g;
const FROM_TO = /((?:19|20)\d{2})年?(?:-|—|–|~|至|到)((?:19|20)\d{2})年/g;
/** 8月10日至16日, 3月29日至4月4日, 21日至27日 */
const DAYS = /(?:(\d{1,2})月|(?<!月\d{0,2}))(?<!\d)(\d{1,2})日(?:至|到|—|-|~)(?:(\d{1,2})月)?(\d{1,2})日/g;
const DAY = 86_400_000;
const MONTHS = /(?<!\d)(\d{1,2})月?(?:-|—|–|~|至|到)(\d{1,2})月(?!\d)/;
/** Parts of a year in months; the first that is told. */
const PARTS: readonly (readonly [RegExp, number])[] = [
  [/[上下]半年/, 6],
  [/前三季度/, 9],
  [/[一二三四1234]季度|季度/, 3],
  [/全年|首年|年度|(?:19|20)\d{2}年(?!\d{1,2}月)|去年|上年|今年/, 12],
];

/** The days that so many months can have. */
function daysOf(months: number): number[] {
  if (months === 12) return [365, 366];
  if (months === 6) return [181, 182, 184];
  if (months === 9) return [273, 274];
  if (months === 3) return [90, 91, 92];
  if (months === 1) return [28, 29, 30, 31];
  return [months * 30, months * 30 + 1, months * 30 + 2, months * 31];
}
