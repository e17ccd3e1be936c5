import { Decimal, Interval } from "../../quantity/index.ts";
import type { Finding, Verdict } from "../checks/finding.ts";
import { type CandidateParts, candidateParts, isLed } from "./candidate-parts.ts";
import { type CellQuantity, inUnitOf } from "./cell-quantity.ts";
import { isTotal, type Line, nameOf } from "./lines.ts";
import { type Matrix, numberAt } from "./matrix.ts";
import { addition, isSlip, roomOf, spansOf, written } from "./table-finding.ts";

/**
 * Whether the totals of a table are the sums of their parts. Which lines are the parts, the numbers themselves say:
 * those with which most of what crosses them adds up. Where no reading of a total adds up, it is a finding if others
 * of its line do, or if it is a slip away from the sum of lines that nothing sets apart.
 */
export function checkTotals(text: string, matrix: Matrix): Finding[] {
  const leads = isLed(matrix.lines);
  return matrix.lines.filter(isTotal).flatMap((total) => ofTotal(text, matrix, total, leads));
}

/** One way to read a total, and with how many of the lines that cross it it adds up, and does not. */
interface Reading {
  readonly candidate: CandidateParts;
  fits: number;
  fails: number;
}

interface Sum {
  readonly whole: CellQuantity;
  readonly parts: readonly CellQuantity[];
  readonly value: Decimal;
  readonly possible: Interval;
  readonly gaps: boolean;
  readonly holds: boolean;
}

function ofTotal(text: string, matrix: Matrix, total: Line, leads: boolean): Finding[] {
  const { readings, adding } = readingsOf(matrix, total, candidateParts(total, matrix.lines, leads));
  const [first, ...others] = readings;
  if (first === undefined) return [];
  const best = others.reduce((best, it) => (it.fits > best.fits ? it : best), first);
  const held: Sum[] = [];
  const findings: Finding[] = [];
  for (const crossing of matrix.crossing) {
    const sum = sumAt(matrix, total, best.candidate, crossing);
    if (sum === null) continue;
    if (sum.holds) held.push(sum);
    if (adding.has(crossing)) continue;
    const verdict = verdictOf(total, best, sum);
    if (verdict !== null) findings.push(wrong(text, total, crossing, sum, verdict));
  }
  return held.length === 0 ? findings : [holding(text, total, held), ...findings];
}

/** The ways to read a total, and the lines with which it adds up by any of them. */
function readingsOf(matrix: Matrix, total: Line, candidates: readonly CandidateParts[]) {
  const readings = candidates.map((candidate): Reading => ({ candidate, fits: 0, fails: 0 }));
  const adding = new Set<Line>();
  // line by line, as the numbers of one stand together in the memory
  for (const crossing of matrix.crossing)
    for (const reading of readings) {
      const sum = sumAt(matrix, total, reading.candidate, crossing);
      if (sum?.holds) {
        reading.fits += 1;
        adding.add(crossing);
      } else if (sum !== null && !sum.gaps && !isMean(sum)) reading.fails += 1;
    }
  return { readings, adding };
}

/** A total beside the sum of parts, where a line crosses it; null where there is no such sum. */
function sumAt(matrix: Matrix, total: Line, { parts }: CandidateParts, crossing: Line): Sum | null {
  const whole = numberAt(matrix, total.index, crossing.index);
  if (whole === null || !isAdded(whole, crossing.kind)) return null;
  return sumOf(matrix, whole, parts, crossing.index);
}

/** Shares are added where they make a hundred; of other rates, means and ranks there is no sum. */
function isAdded({ dimension, value }: CellQuantity, kind: Line["kind"]): boolean {
  if (kind === "share") return dimension === "ratio" && value.equals(Decimal.HUNDRED);
  return kind !== "growth" && kind !== "quotient" && !NEVER_ADDED.has(dimension);
}

const NEVER_ADDED = new Set([
  "ratio",
  "points",
  "multiple",
  "age",
  "score",
  "temperature",
  "angle",
  "rate",
  "sound",
]);

/** Null where a part is counted in another unit, or too few parts stand there. */
function sumOf(matrix: Matrix, whole: CellQuantity, lines: readonly Line[], crossing: number): Sum | null {
  const parts: CellQuantity[] = [];
  let exact = Decimal.ZERO;
  let rounded = Decimal.ZERO;
  let possible: Interval | null = null;
  for (const { index } of lines) {
    const part = numberAt(matrix, index, crossing);
    if (part === null) continue;
    if (part.unit !== whole.unit) return null;
    parts.push(part);
    // an addition of intervals is four of numbers
    if (part.possible.isExact()) exact = exact.plus(part.value);
    else {
      rounded = rounded.plus(part.value);
      possible = possible === null ? part.possible : possible.plus(part.possible);
    }
  }
  if (parts.length < 2) return null;
  const value = exact.plus(rounded);
  const sum = possible === null ? Interval.exactly(value) : possible.plus(Interval.exactly(exact));
  const gaps = parts.length < lines.length;
  return { whole, parts, value, possible: sum, gaps, holds: sum.overlaps(whole.possible) };
}

/** How sure it is that a total that does not add up should; null where nothing may be said. */
function verdictOf({ kind }: Line, { candidate, fits, fails }: Reading, sum: Sum): Verdict | null {
  const { whole, value, possible, gaps } = sum;
  const slip = isSlip(whole.value, value, whole.place, roomOf(possible).plus(roomOf(whole.possible)));
  const plain = candidate.plain && kind !== "whole";
  if (gaps) return fits > 0 || plain ? "cannot-tell" : null;
  if (isMean(sum)) return null;
  if (fits > 0 && (slip || (fits > fails && isNear(value, whole.value, TENTH)))) return "inconsistent";
  if (slip && candidate.plain && fails === 1) return plain ? "inconsistent" : "cannot-tell";
  return plain && fails <= FEW && isNear(value, whole.value, Decimal.ONE) ? "cannot-tell" : null;
}

/** Where more of a total's numbers do not add up, it is no sum of these lines, and nothing is asked. */
const FEW = 2;

/** What was measured and lies among its parts is a mean of them rather than their sum. */
function isMean({ whole, parts }: Sum): boolean {
  if (COUNTED.has(whole.dimension) && whole.value.isInteger()) return false;
  const above = parts.some(({ value }) => value.compare(whole.value) >= 0);
  return above && parts.some(({ value }) => value.compare(whole.value) <= 0);
}

const COUNTED = new Set(["count", "person", "household", "attendance", "dose"]);

/** Whether two are no further apart than a share of the one and of the other. */
function isNear(one: Decimal, other: Decimal, share: Decimal): boolean {
  const off = one.minus(other).abs();
  return off.compare(one.times(share)) <= 0 && off.compare(other.times(share)) <= 0;
}

const TENTH = Decimal.of("0.1");

function wrong(text: string, total: Line, crossing: Line, sum: Sum, verdict: Verdict): Finding {
  const { whole, parts, value } = sum;
  const stated = written(text, whole);
  const shown = inUnitOf(value, whole);
  const place = [nameOf(total), nameOf(crossing)].filter((it) => it !== "");
  const zh = place.map((it) => `“${it}”`).join("、");
  const en = place.map((it) => `“${it}”`).join(", ");
  return {
    rule: "partition",
    verdict,
    spans: spansOf([whole, ...parts]),
    arithmetic: `${addition(text, parts, value, whole)} ≠ ${stated}`,
    message:
      verdict === "inconsistent"
        ? {
            zh: `表中${zh}为${stated}，各部分之和为${shown}`,
            en: `${en} of the table is ${stated}, its parts add up to ${shown}`,
          }
        : {
            zh: `表中${zh}为${stated}，列出的部分之和为${shown}；${sum.gaps ? "有的部分没有数字" : "各部分是否列全无法判断"}`,
            en: `${en} of the table is ${stated}, the parts listed add up to ${shown}; ${sum.gaps ? "some parts have no number" : "whether all parts are listed cannot be told"}`,
          },
  };
}

/** One finding for all of a total's numbers that add up. */
function holding(text: string, total: Line, held: readonly Sum[]): Finding {
  const sums = held.slice(0, MOST_SHOWN).map(({ whole, parts, value }) => {
    const stated = written(text, whole);
    const sum = addition(text, parts, value, whole);
    return whole.value.equals(value) ? sum : `${sum} ≈ ${stated}`;
  });
  const more = held.length > MOST_SHOWN ? `; … (${held.length})` : "";
  return {
    rule: "partition",
    verdict: "consistent",
    spans: spansOf(held.map(({ whole }) => whole)),
    arithmetic: `${sums.join("; ")}${more}`,
    message: {
      zh: `表中“${nameOf(total)}”的${held.length}个数与各部分之和相符`,
      en: `“${nameOf(total)}” of the table: ${held.length} ${held.length === 1 ? "number is" : "numbers are"} the sum of the parts`,
    },
  };
}

const MOST_SHOWN = 3;
