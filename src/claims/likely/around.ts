import { commonLength } from "../derived/near.ts";
import type { Known, Numbers } from "./numbers.ts";

/** How far back in its paragraph the numbers are looked for that another was calculated from. */
const BACK = 30;
/** How far ahead, in its sentence. */
const AHEAD = 6;

/** The exact numbers before one, in its paragraph, the nearest first. */
export function before(
  numbers: Numbers,
  known: Known,
  most: number,
  wanted: (it: Known) => boolean,
): Known[] {
  const found: Known[] = [];
  for (let at = known.index - 1; at >= 0 && at > known.index - BACK && found.length < most; at -= 1) {
    const it = numbers.all[at] as Known;
    if (it.paragraph !== known.paragraph) break;
    if (!it.approximate && wanted(it)) found.push(it);
  }
  return found;
}

/** The exact numbers behind one, in its sentence. */
export function behind(
  numbers: Numbers,
  known: Known,
  most: number,
  wanted: (it: Known) => boolean,
): Known[] {
  const found: Known[] = [];
  for (let at = known.index + 1; at < known.index + AHEAD && found.length < most; at += 1) {
    const it = numbers.all[at];
    if (it === undefined || it.paragraph !== known.paragraph || it.sentence > known.sentence) break;
    if (!it.approximate && wanted(it)) found.push(it);
  }
  return found;
}

/** Where a number stands, seen from another. */
export function whereOf(numbers: Numbers, known: Known, from: Known): string {
  if (known.paragraph !== from.paragraph) return "far";
  if (known.sentence === from.sentence) return numbers.apart(known, from) ? "apart" : "same";
  return from.sentence - known.sentence === 1 ? "last" : "early";
}

/** {@link commonLength}, of which no more than so much tells anything. */
export function common(one: string, other: string, most = 4): number {
  return commonLength(one, other, most);
}

/** Whether a number is the first of its kind in its sentence. */
export function isFirst({ all }: Numbers, known: Known): boolean {
  for (let at = known.index - 1; all[at]?.sentence === known.sentence; at -= 1)
    if ((all[at] as Known).kind === known.kind) return false;
  return true;
}

/** The percentages joined to one by 、 and 和, in order, itself among them: 分别占30%、35%和20%. */
export function listAround({ all, between }: Numbers, known: Known): readonly Known[] {
  const isJoined = (one: Known | undefined, other: Known | undefined) =>
    one?.amount === false && other?.amount === false && /^[、和,及与]{1,2}$/.test(between(one.end, other));
  let [from, to] = [known.index, known.index];
  while (to - from < LONGEST && isJoined(all[from - 1], all[from])) from -= 1;
  while (to - from < LONGEST && isJoined(all[to], all[to + 1])) to += 1;
  return all.slice(from, to + 1);
}

const LONGEST = 8;

/** The sum of some numbers, in the base unit of their kind. */
export function sumOfValues(some: readonly Known[]): number {
  return some.reduce((sum, { value }) => sum + value, 0);
}

/** Words of a total. */
export const TOTAL =
  /(?:合计|共计|总计|小计|一共|合起来|凑[足齐成]|(?<!公)共有?|总[^,;]{0,4}|相加|加起来|一并计算|(?<![会统设审估预累共合总小])计$|合并计算|累计)[^,;]{0,6}$/;

/** The order of a number among those around another: n where it stands behind. */
export function placeIn(known: Known, before: readonly Known[], most: number): string {
  const at = before.indexOf(known);
  return at < 0 ? "n" : String(Math.min(most, at));
}

/** How far before a number its clause may begin. */
export const CLAUSE = 24;
