import { refuse } from "../issue/index.ts";
import { dateOf, dayNumber, weekdayOf } from "./day.ts";

/**
 * The working days of the years whose holidays have been announced. Dates are `YYYY-MM-DD`. Every function
 * refuses a date for which nothing was announced (`calendar.unpublished`, `calendar.too-early`): weekdays alone
 * would be wrong there on some 30 days a year.
 */
export interface WorkCalendar {
  /** first and last date that it knows */
  readonly first: string;
  readonly last: string;
  /**
   * All that it knows beside weekdays: each day from the first to the last that is not what its weekday says, in
   * order, as a line `2020-01-24 rest` or `2020-01-19 work`.
   */
  readonly unusual: string;
  /** The calendar without the years after one: as it was before they were announced. Null where none are left. */
  upTo(year: number): WorkCalendar | null;
  isWorkday(date: string): boolean;
  /** The date itself where it is a working day, else the next one. */
  workdayFrom(date: string): string;
  /** The `count`th working day after a date, which itself is not counted; before it for a negative count. */
  addWorkdays(date: string, count: number): string;
  /** The working days after `from` up to and with `to`; negative where `to` is the earlier one. */
  workdaysBetween(from: string, to: string): number;
}

/** Days that are not what their weekday says, as the yearly notice on holidays sets them. */
export interface HolidayNotices {
  /** rest days: dates are the keys */
  readonly holidays: Readonly<Record<string, unknown>>;
  /** Saturdays and Sundays that are worked instead: dates are the keys */
  readonly workdays: Readonly<Record<string, unknown>>;
}

/** Makes a calendar of the notices of one year or of years that follow each other. */
export function workCalendar(notices: HolidayNotices): WorkCalendar {
  const { first, last } = coverage(notices);
  const workdays: number[] = [];
  const unusual: string[] = [];
  /** for each day from the first on, the working days up to and with it */
  const counts: number[] = [];
  for (let day = first; day <= last; day += 1) {
    const date = dateOf(day);
    const isWeekday = weekdayOf(day) < SATURDAY;
    const isWorked = date in notices.workdays || (isWeekday && !(date in notices.holidays));
    if (isWorked) workdays.push(day);
    if (isWorked !== isWeekday) unusual.push(`${date} ${isWorked ? "work" : "rest"}\n`);
    counts.push(workdays.length);
  }
  const words = { first: dateOf(first), last: dateOf(last) };

  const countTo = (date: string): number => {
    const day = dayNumber(date);
    if (day < first) refuse("calendar.too-early", [], { date, first: words.first });
    return counts[day - first] ?? refuse("calendar.unpublished", [], { date, last: words.last });
  };
  const nth = (count: number, from: string): string => {
    const day = workdays[count - 1];
    if (day !== undefined) return dateOf(day);
    return count < 1
      ? refuse("calendar.too-early", [], { date: from, first: words.first })
      : refuse("calendar.unpublished", [], { date: from, last: words.last });
  };
  const isWorkday = (date: string): boolean => workdays[countTo(date) - 1] === dayNumber(date);

  return {
    ...words,
    unusual: unusual.join(""),
    upTo: (year) => {
      const holidays = without(notices.holidays, year);
      const known = Object.keys(holidays).some(isNewYear);
      return known ? workCalendar({ holidays, workdays: without(notices.workdays, year) }) : null;
    },
    isWorkday,
    workdayFrom: (date) => (isWorkday(date) ? date : nth(countTo(date) + 1, date)),
    addWorkdays: (date, count) => {
      if (count === 0) return date;
      const before = countTo(date);
      if (count > 0) return nth(before + count, date);
      return nth(before + count + (isWorkday(date) ? 0 : 1), date);
    },
    workdaysBetween: (from, to) => countTo(to) - countTo(from),
  };
}

/**
 * From the first to the last year with a New Year's Day. Where the New Year after the last is a Tuesday, its
 * own notice will move days of the last week (as 2018-12-29 was worked for 2018-12-31), so that they are not
 * known yet.
 */
function coverage(notices: HolidayNotices): { first: number; last: number } {
  const years = Object.keys(notices.holidays)
    .filter(isNewYear)
    .map((date) => Number(date.slice(0, 4)))
    .sort((one, other) => one - other);
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined || last - first + 1 !== years.length)
    throw new Error(`holiday notices of years that do not follow each other: ${years.join(", ")}`);
  const newYear = dayNumber(`${last + 1}-01-01`);
  const december28 = newYear - 4;
  return {
    first: dayNumber(`${first}-01-01`),
    last: weekdayOf(newYear) === TUESDAY ? december28 : newYear - 1,
  };
}

function isNewYear(date: string): boolean {
  return date.endsWith("-01-01");
}

/** Notices without the days after a year. */
function without(days: Readonly<Record<string, unknown>>, year: number): Record<string, unknown> {
  return Object.fromEntries(Object.entries(days).filter(([date]) => Number(date.slice(0, 4)) <= year));
}

const TUESDAY = 1;
const SATURDAY = 5;
