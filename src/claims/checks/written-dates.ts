/**
 * A date in Arabic digits, to the year, the month or the day, as a text writes it: it may be one that no calendar has.
 * Offsets are UTF-16, end exclusive.
 */
export interface WrittenDate {
  readonly start: number;
  /** exclusive */
  readonly end: number;
  /** null where the text beside it tells none */
  readonly year: number | null;
  /** whether the year counts from that of writing: 0 for 今年, -1 for 去年 */
  readonly isRelative: boolean;
  /** 同年, 当年: the year of the date before; 1 for 次年 */
  readonly yearsAfterLast: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** Every date of a normalised text, in order: 2021年9月, 4月31日, 去年12月, 2023年. One pass. */
export function writtenDates(text: string): WrittenDate[] {
  const dates: WrittenDate[] = [];
  for (const match of text.matchAll(DATE)) {
    const [all, year, yearMonth, yearDay, word = "", month, day] = match;
    const relative = RELATIVE[word];
    dates.push({
      start: match.index,
      end: match.index + all.length,
      year: year !== undefined ? Number(year) : (relative ?? null),
      isRelative: relative !== undefined,
      yearsAfterLast: AFTER_LAST[word] ?? null,
      month: numberOf(yearMonth ?? month),
      day: numberOf(yearDay ?? day),
    });
  }
  return dates;
}

/** What stands behind a day, so that 31号 is a day and no building. */
const NO_NUMBER = "(?=$|[^一-龥A-Za-z0-9]|[到至前后起止凌上下晚中开召在从与和及]|以[来前后])";
const DAY = `(\\d{1,2}) ?(?:日(?![均内])|号${NO_NUMBER})`;
const MONTH = `(\\d{1,2}) ?月(?:份)?(?: ?${DAY})?`;
const DATE = new RegExp(
  `(?<![\\d.])(?:((?:19|20)\\d{2}) ?年(?:度)?(?: ?${MONTH})?|(今年|本年|去年|上年|前年|明年|同年|当年|次年|翌年|第二年|来年)?(?<![\\d.])${MONTH})`,
  "g",
);

const RELATIVE: Readonly<Record<string, number>> = {
  今年: 0,
  本年: 0,
  去年: -1,
  上年: -1,
  前年: -2,
  明年: 1,
};
const AFTER_LAST: Readonly<Record<string, number>> = {
  同年: 0,
  当年: 0,
  次年: 1,
  翌年: 1,
  第二年: 1,
  来年: 1,
};

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

/** How many days a month has; February 29 where no year is told, or one that counts from the year of writing. */
export function daysOfMonth(month: number, year: number | null): number {
  if (month === 2) return year === null || isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days that can be compared with those of other dates of years of one kind: months of 31 days, years of 12 months. */
export function firstDay(year: number, { month, day }: WrittenDate): number {
  return (year * 12 + (month ?? 1) - 1) * 31 + (day ?? 1);
}

/** The last day that a date can mean, as {@link firstDay} counts. */
export function lastDay(year: number, { month, day }: WrittenDate): number {
  return (year * 12 + (month ?? 12) - 1) * 31 + (day ?? 31);
}
