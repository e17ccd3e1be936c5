import { InvalidArgumentError } from "commander";
import { isDate } from "../calendar/index.ts";
import { Period } from "../quantity/index.ts";

/** Reads an option's value as a whole number of at least `least` and at most `most`. */
export function wholeNumber(least: number, most: number = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(
      most === Number.MAX_SAFE_INTEGER ? `${least}, ${least + 1}, …` : `${least}–${most}`,
    );
  };
}

/** Reads an option's value as a day of the calendar. */
export function day(text: string): string {
  if (isDate(text)) return text;
  throw new InvalidArgumentError("YYYY-MM-DD");
}

/** Reads an option's value as a period. */
export function period(text: string): string {
  if (Period.parse(text) !== null) return text;
  throw new InvalidArgumentError("2020, 2020-03, 2018..2021, 2016-10..2021-10");
}

/** Reads words `name=value`, one after the other, into an object. */
export function pair(
  word: string,
  before: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const at = word.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("name=value");
  return { ...before, [word.slice(0, at)]: word.slice(at + 1) };
}
