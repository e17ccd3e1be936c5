import type { Words } from "../../issue/index.ts";
import type { Finding } from "./finding.ts";
import { daysOfMonth, type WrittenDate } from "./written-dates.ts";

/**
 * Dates and hours that no calendar or clock has: 2月30日, 13月5日, 2023年2月29日, 4月28日至31日, 当日25时, 2022年五季度; and a weekday
 * that was not that day's. Not the old calendar's: there February may have thirty days.
 */
export function impossibleDates(text: string, dates: readonly WrittenDate[]): Finding[] {
  return [
    ...dates.flatMap((date, at) => faultsOf(text, date, yearOf(text, date, dates[at - 1]))),
    ...inDigits(text),
    ...hours(text),
    ...quarters(text),
  ];
}

/** The year of a date, which may be told at the beginning of its span only: 2023年2月1日至2月29日. */
function yearOf(text: string, date: WrittenDate, last: WrittenDate | undefined): number | null {
  if (date.year !== null) return date.isRelative ? null : date.year;
  if (last === undefined || last.isRelative || (last.month ?? 13) > (date.month ?? 0)) return null;
  return UNTIL.test(text.slice(last.end, last.end + 4)) && date.start - last.end < 4 ? last.year : null;
}

const UNTIL = /^ ?[-–—~至到]/;

function faultsOf(text: string, date: WrittenDate, year: number | null): Finding[] {
  const { start, end, month, day } = date;
  if (month === null || NOT_MEANT.test(text.slice(Math.max(0, start - 8), start))) return [];
  // “8月32日”: a name or a saying
  if (/[“「"《]/.test(text.charAt(start - 1))) return [];
  if (month < 1 || month > 12) {
    // 13月龄, 工期18月15日: how many months
    const counts =
      date.year === null && (day === null || COUNTED.test(text.slice(Math.max(0, start - 2), start)));
    return counts ? [] : [fault([start, end], text, noMonth(month))];
  }
  if (day === null) return laterDays(text, date, month, year);
  if (day < 1 || day > daysOfMonth(month, year)) return [fault([start, end], text, noDay(month, day, year))];
  return [...laterDays(text, date, month, year), ...weekday(text, date, [year, month, day])];
}

const NOT_MEANT = /[农阴旧]历|腊月|没有|不存在|并无|闰|误|错写|写成/;
const COUNTED = /[期时长共达年第]:?$/;

/** 4月28日至31日, 4月28—31日, 4月5日、31日: days of the month before them. */
function laterDays(text: string, { end, day }: WrittenDate, month: number, year: number | null): Finding[] {
  const findings: Finding[] = [];
  const pattern = day === null ? FIRST_OF_MORE : MORE;
  pattern.lastIndex = end;
  for (let match = pattern.exec(text); match !== null; match = MORE.exec(text)) {
    const later = Number(match[1]);
    const at = (match.index ?? 0) + match[0].search(/\d{1,2} ?[日号]$/);
    MORE.lastIndex = (match.index ?? 0) + match[0].length;
    if (later < 1 || later > daysOfMonth(month, year))
      findings.push(fault([at, MORE.lastIndex], text, noDay(month, later, year)));
  }
  return findings;
}

const TO = " ?(?:-|–|—|~|至|到) ?";
const DAY = "(\\d{1,2}) ?日(?![均内龄间游期后])";
const MORE = new RegExp(`(?:${TO}|[、和及])${DAY}`, "y");
const FIRST_OF_MORE = new RegExp(` ?\\d{1,2}[日号]?${TO}${DAY}`, "y");

/** 2023-02-30, 2023.11.31, 2023/6/31. */
function inDigits(text: string): Finding[] {
  const findings: Finding[] = [];
  for (const match of text.matchAll(IN_DIGITS)) {
    const [all, year, , month, day] = match;
    if (NUMBERED.test(text.slice(Math.max(0, match.index - 4), match.index))) continue;
    if (Number(day) > daysOfMonth(Number(month), Number(year)) && Number(day) <= 31)
      findings.push(
        fault([match.index, match.index + all.length], text, noDay(Number(month), Number(day), Number(year))),
      );
  }
  return findings;
}

const IN_DIGITS =
  /(?<![\dA-Za-z.\-/])((?:19|20)\d{2})([-/.])(0?[1-9]|1[0-2])\2(\d{1,2})(?![\d\-/A-Za-z]|\.\d|[条项款节号])/g;
const NUMBERED = /[号码编第〔([]:? ?$/;

/** 2021年5月3日(星期二): that day was a Monday. */
function weekday(
  text: string,
  { start, end }: WrittenDate,
  [year, month, day]: readonly [year: number | null, month: number, day: number],
): Finding[] {
  WEEKDAY.lastIndex = end;
  const match = year === null ? null : WEEKDAY.exec(text);
  if (match === null || year === null) return [];
  const told = (match[1] ?? match[2] ?? "").replace("天", "日");
  const exact = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  if (DAYS[exact] === told) return [];
  const date = text.slice(start, end);
  return [
    fault([start, end + match[0].length], text, {
      sum: `星期${DAYS[exact]} ≠ 星期${told}`,
      zh: `${date}是星期${DAYS[exact]}，请核对日期或星期`,
      en: `${date} is a ${ENGLISH_DAYS[exact]}: correct the date or the weekday`,
    }),
  ];
}

const WEEKDAY =
  / ?(?:\((?:星期|周)([一二三四五六日天])\)|[,，]?(?:星期|周)([一二三四五六日天])(?=$|[,，。;)\n上下早晚凌中]))/y;
const DAYS = "日一二三四五六";
const ENGLISH_DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** 当日25时, 0时至25时, 上午15时30分, 9时75分: behind a day or a part of one, or behind another hour. */
function hours(text: string): Finding[] {
  const findings: Finding[] = [];
  for (const match of text.matchAll(HOUR)) {
    const [all, hourTold, minuteTold] = match;
    const [hour, minute] = [Number(hourTold), minuteTold === undefined ? 0 : Number(minuteTold)];
    const at = match.index;
    const morning = /(?:上午|凌晨)$/.test(text.slice(Math.max(0, at - 2), at));
    // 48时内: how long
    const late = hour > 24 && hour % 12 !== 0;
    if (!late && minute < 60 && !(morning && hour > 12 && hour < 24)) continue;
    const place = text.slice(morning ? at - 2 : at, at + all.length);
    findings.push(
      fault([morning ? at - 2 : at, at + all.length], text, {
        sum: late ? `${hour} > 24` : minute >= 60 ? `${minute} > 59` : `${hour} > 12`,
        zh: `没有“${place}”这个时刻，请核对`,
        en: `there is no such hour as “${place}”: correct it`,
      }),
    );
  }
  return findings;
}

const HOUR =
  /(?<=(?:月\d{1,2}|[当次今昨前同])日|[当次]天|[上下中]午|凌晨|[早晚]上|\d时(?:\d{1,2}分)?(?:至|到|-|–|—|~))(\d{1,2})时(?:(\d{1,2})分)?(?![以之]?内|左右|[点空])/g;

function quarters(text: string): Finding[] {
  return [...text.matchAll(QUARTER)].map((match) =>
    fault([match.index, match.index + match[0].length], text, {
      sum: "",
      zh: `一年只有四个季度，没有“${match[1]}”，请核对`,
      en: `a year has four quarters, and no “${match[1]}”: correct it`,
    }),
  );
}

const QUARTER = /(?:19|20)\d{2}年(第?[五六七八九5-9]季度)/g;

interface Fault extends Words {
  readonly sum: string;
}

function noMonth(month: number): Fault {
  return {
    sum: month < 1 ? `${month} < 1` : `${month} > 12`,
    zh: `一年没有${month}月，请核对月份`,
    en: `no year has a month ${month}: correct the month`,
  };
}

function noDay(month: number, day: number, year: number | null): Fault {
  const most = daysOfMonth(month, year);
  const of = month === 2 && year !== null ? `${year}年2月` : `${month}月`;
  return {
    sum: day < 1 ? `${day} < 1` : `${day} > ${most}`,
    zh: `${of}只有${most}天，没有${day}日，请核对日期`,
    en: `${of} has ${most} days, and no day ${day}: correct the date`,
  };
}

function fault(span: readonly [number, number], text: string, { sum, zh, en }: Fault): Finding {
  return {
    rule: "date",
    verdict: "inconsistent",
    spans: [span],
    arithmetic: sum === "" ? "" : `${text.slice(...span)}: ${sum}`,
    message: { zh, en },
  };
}
