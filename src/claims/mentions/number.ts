import { Decimal, Interval, readAmount, readNumeralWithPlace } from "../../quantity/index.ts";

/** What a numeral says by itself, before any word of approximation or unit. */
export interface NumberReading {
  /** the number as written; the lower one of two (三四十: 30) */
  readonly value: Decimal;
  readonly place: Decimal;
  /** what it states: one value, or an interval where the numeral is approximate itself (十几, 60余万, 三四十) */
  readonly interval: Interval;
  readonly approximate: boolean;
  /** 百, 千, 万 or 亿 without a digit: a number only where an approximation stands before or after it */
  readonly bare: boolean;
}

/** Reads one numeral of `scan`. Null where it is no number that can be told: 几, 一三五, a million digits. */
export function readNumber(text: string): NumberReading | null {
  if (text.length > LONGEST) return null;
  const compact = text.replace(SPACED, "");
  if (compact !== text) return readNumber(compact);
  if (PLAIN.test(text)) {
    const value = Decimal.of(text.replaceAll(",", ""));
    const point = text.indexOf(".");
    const place = point < 0 ? Decimal.ONE : Decimal.powerOfTen(point + 1 - text.length);
    return { value, place, interval: Interval.exactly(value), approximate: false, bare: false };
  }
  const power = BARE[text];
  if (power !== undefined) {
    const value = Decimal.powerOfTen(power);
    return { value, place: value, interval: Interval.exactly(value), approximate: false, bare: true };
  }
  const plain = readNumeralWithPlace(text);
  if (plain !== null) {
    return { ...plain, interval: Interval.exactly(plain.value), approximate: false, bare: false };
  }
  const amount = readAmount(text.replace("来", "余"));
  if (amount === null) return null;
  const value = amount.interval.low;
  const bare = false;
  return {
    value,
    place: value.lastPlace(),
    interval: amount.interval,
    approximate: amount.approximate,
    bare,
  };
}

const LONGEST = 60;
/** A space between groups of digits, which `scan` takes into one numeral. */
const SPACED = /(?<=\d)[ \u00a0\u2009\u202f](?=\d)/g;
const PLAIN = /^[\d,]+(?:\.\d+)?$/;
const BARE: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8, 百万: 6, 千万: 7, 万亿: 12 };
