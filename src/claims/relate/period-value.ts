import { Period, readNumeral } from "../../quantity/index.ts";

/** The months that a date of prose says: 2018年, 2020年3月, 2018—2021年, 2020年上半年. Null where no year is told. */
export function periodValue(words: string): Period | null {
  const span = SPAN.exec(words);
  if (span !== null) return Period.parse(`${span[1]}..${span[2]}`);
  const match = DATE.exec(words);
  if (match === null) return null;
  const year = yearOf(match[1] ?? "");
  if (year === null) return null;
  const part = PARTS.find(([pattern]) => pattern.test(words.slice(match[0].length)));
  if (part !== undefined) return Period.ofMonths(year * 12 + part[1] - 1, year * 12 + part[2] - 1);
  const month = match[2] === undefined ? null : Number(readNumeral(match[2]) ?? Number.NaN);
  if (month === null || month < 1 || month > 12) return Period.ofYear(year);
  return Period.ofMonth(year * 12 + month - 1);
}

const SPAN = /^((?:19|20)\d{2})年?(?:-|–|—{1,2}|~|至|到)((?:19|20)\d{2})年?/;
const DATE =
  /^((?:19|20)\d{2}|[一二][〇零一二三四五六七八九]{3})年?(?:(\d{1,2}|[一二三四五六七八九十]{1,2})月)?/;
const PARTS: readonly (readonly [RegExp, number, number])[] = [
  [/^度?上半年/, 1, 6],
  [/^度?下半年/, 7, 12],
  [/^度?第?[一1]季度/, 1, 3],
  [/^度?第?[二2]季度/, 4, 6],
  [/^度?第?[三3]季度/, 7, 9],
  [/^度?第?[四4]季度/, 10, 12],
  [/^度?前三季度/, 1, 9],
];

function yearOf(text: string): number | null {
  const value = /^\d{4}$/.test(text) ? Number(text) : Number(readNumeral(text) ?? Number.NaN);
  return Number.isInteger(value) ? value : null;
}
