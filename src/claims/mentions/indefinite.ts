import type { Numeral } from "../scan.ts";
import { proseUnitAt } from "./unit-lookup.ts";

/** Whether 一, 几, 两 or 半 stands before a classifier and counts nothing: 一幅画卷, 一个个, 几名, 每一位. */
export function isIndefinite(text: string, { start, end }: Numeral): boolean {
  if (!/^[一几两半]$/.test(text.slice(start, end))) return false;
  const next = text.charAt(end);
  // 一次次, 一声声: a doubled classifier
  if (next !== "" && next === text.charAt(end + 1)) return true;
  return proseUnitAt(text, end) !== null || MEASURE_WORDS.has(next);
}

/** Classifiers that only ever stand after an indefinite 一. */
const MEASURE_WORDS = new Set([..."幕声句番股派滴串阵束缕丝抹腔袭捧"]);
