/** Either language of {@link Period.words}. */
type Language = "zh" | "en";

/**
 * A span of whole months, first and last included. Months are counted from the year 0:
 * month index = year × 12 + month − 1, so January 2020 is 24240.
 *
 * @example Period.parse("2018..2021")?.words("zh") // "2018年—2021年"
 */
export class Period {
  /** index of the first month */
  readonly firstMonth: number;
  /** index of the last month, not before the first */
  readonly lastMonth: number;

  private constructor(firstMonth: number, lastMonth: number) {
    this.firstMonth = firstMonth;
    this.lastMonth = lastMonth;
  }

  /**
   * Reads `2020`, `2020-03`, `2018..2021` or `2016-10..2021-10`; both ends of a span are included, and of one
   * kind. Null for everything else, a span that ends before it begins, and years before 1000.
   */
  static parse(text: string): Period | null {
    const match = TEXT.exec(text);
    if (match === null) return null;
    const [, year, month, lastYear, lastMonth] = match;
    if (lastYear !== undefined && (month === undefined) !== (lastMonth === undefined)) return null;
    const first = Number(year) * 12 + (month === undefined ? 0 : Number(month) - 1);
    const endMonth = lastYear === undefined ? month : lastMonth;
    const last = Number(lastYear ?? year) * 12 + (endMonth === undefined ? 11 : Number(endMonth) - 1);
    return last < first ? null : new Period(first, last);
  }

  /** The period of a literal. Throws where {@link parse} gives null. */
  static of(text: string): Period {
    const period = Period.parse(text);
    if (period === null) throw new Error(`not a period: ${text}`);
    return period;
  }

  static ofYear(year: number): Period {
    return Period.ofMonths(year * 12, year * 12 + 11);
  }

  static ofMonth(index: number): Period {
    return Period.ofMonths(index, index);
  }

  /** From one month index to another, both included. Throws outside the years 1000 to 9999. */
  static ofMonths(first: number, last: number): Period {
    if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last) || first < FIRST || last > LAST)
      throw new Error(`not months of the years 1000 to 9999: ${first} to ${last}`);
    if (last < first) throw new Error(`a period ends before it begins: ${first} to ${last}`);
    return new Period(first, last);
  }

  /** How many months it has. */
  get length(): number {
    return this.lastMonth - this.firstMonth + 1;
  }

  /** Whether it begins with a January and ends with a December. */
  isWholeYears(): boolean {
    return this.firstMonth % 12 === 0 && this.lastMonth % 12 === 11;
  }

  /** The calendar years that lie in it whole, in order: none for 2020-03, 2017 to 2020 for 2016-10..2021-10. */
  years(): readonly number[] {
    const first = Math.ceil(this.firstMonth / 12);
    const last = Math.floor((this.lastMonth + 1) / 12) - 1;
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  }

  /** The indices of its months, in order. */
  months(): readonly number[] {
    return Array.from({ length: this.length }, (_, at) => this.firstMonth + at);
  }

  /** Whether a month, or every month of another period, lies in it. */
  contains(other: number | Period): boolean {
    const [first, last] = typeof other === "number" ? [other, other] : [other.firstMonth, other.lastMonth];
    return this.firstMonth <= first && last <= this.lastMonth;
  }

  overlaps(other: Period): boolean {
    return this.firstMonth <= other.lastMonth && other.firstMonth <= this.lastMonth;
  }

  /** The same months, so many years later; earlier for a negative number. */
  yearsLater(years: number): Period {
    return Period.ofMonths(this.firstMonth + years * 12, this.lastMonth + years * 12);
  }

  equals(other: Period): boolean {
    return this.firstMonth === other.firstMonth && this.lastMonth === other.lastMonth;
  }

  /** Its first day, `YYYY-MM-DD`. */
  firstDay(): string {
    return `${monthText(this.firstMonth)}-01`;
  }

  /** Its last day, `YYYY-MM-DD`. */
  lastDay(): string {
    const { year, month } = yearAndMonth(this.lastMonth);
    // day 0 of the next month is the last of this one
    return `${monthText(this.lastMonth)}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
  }

  /** Canonical text, one for each period: whole years by their years, one month or year alone without a span. */
  toString(): string {
    const [first, last] = this.isWholeYears()
      ? [yearText(this.firstMonth), yearText(this.lastMonth)]
      : [monthText(this.firstMonth), monthText(this.lastMonth)];
    return first === last ? first : `${first}..${last}`;
  }

  /** Canonical text. */
  toJSON(): string {
    return this.toString();
  }

  /** `2016年10月—2021年10月`, `2018年`; `October 2016 – October 2021`, `2018–2021`. */
  words(language: Language): string {
    const first = endWords(this.firstMonth, this.isWholeYears(), language);
    const last = endWords(this.lastMonth, this.isWholeYears(), language);
    if (first === last) return first;
    const dash = language === "zh" ? "—" : this.isWholeYears() ? "–" : " – ";
    return `${first}${dash}${last}`;
  }
}

/** Month index of a day `YYYY-MM-DD` or a month `YYYY-MM`. Throws where the text begins with neither. */
export function monthOf(date: string): number {
  const match = /^(\d{4})-(0[1-9]|1[0-2])(?:-\d{2})?$/.exec(date);
  if (match === null) throw new Error(`not a date: ${date}`);
  return Number(match[1]) * 12 + Number(match[2]) - 1;
}

const TEXT = /^([1-9]\d{3})(?:-(0[1-9]|1[0-2]))?(?:\.\.([1-9]\d{3})(?:-(0[1-9]|1[0-2]))?)?$/;
const FIRST = 1000 * 12;
const LAST = 9999 * 12 + 11;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

function yearAndMonth(index: number): { year: number; month: number } {
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

function yearText(index: number): string {
  return String(Math.floor(index / 12));
}

function monthText(index: number): string {
  const { year, month } = yearAndMonth(index);
  return `${year}-${String(month).padStart(2, "0")}`;
}

function endWords(index: number, wholeYears: boolean, language: Language): string {
  const { year, month } = yearAndMonth(index);
  if (language === "zh") return wholeYears ? `${year}年` : `${year}年${month}月`;
  return wholeYears ? `${year}` : `${MONTHS[month - 1]} ${year}`;
}
