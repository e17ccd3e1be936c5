import { Decimal } from "../../quantity/index.ts";
import type { Finding, Verdict } from "../checks/finding.ts";
import { isHeadOf } from "../dictionary/table-words.ts";
import type { CellQuantity } from "./cell-quantity.ts";
import { type Formula, holds, isPossible, resultOf, ruleOf, shown } from "./formulas.ts";
import { type Line, nameOf } from "./lines.ts";
import { type Matrix, numberAt } from "./matrix.ts";
import { type Operand, type Operands, operandsIn } from "./operands.ts";
import { isSlip, roomOf, spansOf, written } from "./table-finding.ts";

/**
 * Whether the shares, changes and quotients of a table are those of its numbers. What they were calculated from, the
 * numbers themselves say: the two lines that give most of them. One that these do not give is a finding if they give
 * most others, or if the heads say that it is of these two and it is a slip away from what they give.
 */
export function checkCalculated(text: string, matrix: Matrix): Finding[] {
  const calculated = matrix.lines.filter(
    ({ kind }) => kind === "share" || kind === "growth" || kind === "change" || kind === "quotient",
  );
  if (calculated.length === 0) return [];
  const operandsOf = operandsIn(matrix);
  return calculated.flatMap((line) => ofLine(text, matrix, line, operandsOf(line)));
}

/** One number of a line, with what it would be by the way in question. */
interface Result {
  readonly crossing: Line;
  readonly stated: CellQuantity;
  readonly operands: readonly [Operand, Operand];
  readonly value: Decimal;
  readonly holds: boolean;
}

function ofLine(text: string, matrix: Matrix, line: Line, all: readonly Operands[]): Finding[] {
  const isGivenOften = likelihoodOf(matrix, line);
  // heads that name two pairs name none
  const named = all.filter((way) => way.named).length === 1;
  const ways = all
    .map((way) => (way.named && !named ? { ...way, named } : way))
    .filter((way) => way.named || isGivenOften(way));
  const readings = ways.map((way) => {
    const results = resultsOf(matrix, line, way);
    return { way, results, fits: results.filter((it) => it.holds).length };
  });
  const best = readings.toSorted(
    (one, other) => other.fits - one.fits || Number(other.way.named) - Number(one.way.named),
  )[0];
  if (best === undefined) return [];
  const { way, results } = best;
  const held = results.filter((it) => it.holds);
  const open = results.filter((it) => !it.holds && !(line.kind === "growth" && isReal(line, it.crossing)));
  const supported = isSupported(way.formula, held, open.length);
  const findings = open.flatMap((it) => {
    const verdict = verdictOf(way, it, { held: held.length, open: open.length, supported });
    return verdict === null ? [] : [wrong(text, line, way.formula, it, verdict)];
  });
  return (way.named || supported) && held.length > 0
    ? [holding(text, line, way.formula, held), ...findings]
    : findings;
}

/** So many numbers of a line are asked for what they may have been calculated from. */
const SAMPLE = 12;

/**
 * Tells of a way whether the first numbers of a line let it be likely; in floating point, which only chooses what is
 * calculated.
 */
function likelihoodOf(matrix: Matrix, line: Line): (way: Operands) => boolean {
  const sample: Stated[] = [];
  for (let crossing = 0; crossing < matrix.crossing.length && sample.length < SAMPLE; crossing += 1) {
    const cell = numberAt(matrix, line.index, crossing);
    if (cell === null) continue;
    sample.push({ crossing, cell, value: cell.value.toNumber(), place: cell.place.toNumber() });
  }
  const least = Math.max(2, Math.floor(sample.length / 2) + 1);
  return ({ formula, one, other }) => {
    let fits = 0;
    let left = sample.length;
    for (const { crossing, cell, value, place } of sample) {
      if (fits + left < least) return false;
      left -= 1;
      const given = approximation(formula, cell, one.nearly(crossing), other.nearly(crossing));
      if (!(Math.abs(given - value) <= place + Math.abs(given) * 0.02)) continue;
      const [first, last] = [one.at(crossing), other.at(crossing)];
      if (first && last && isPossible(formula, cell, first, last)) fits += 1;
    }
    return fits >= least;
  };
}

/** A number of a line, in floating point, too. */
interface Stated {
  readonly crossing: number;
  readonly cell: CellQuantity;
  readonly value: number;
  readonly place: number;
}

/** What two numbers give, nearly. */
function approximation(formula: Formula, stated: CellQuantity, one: number, other: number): number {
  switch (formula) {
    case "change":
      return other - one;
    case "growth":
      return (other / one - 1) * 100;
    case "share":
    case "quotient":
      return (one / other) * (stated.dimension === "ratio" ? 100 : 1);
  }
}

function resultsOf(matrix: Matrix, line: Line, way: Operands): Result[] {
  const { formula } = way;
  return matrix.crossing.flatMap((crossing) => {
    const stated = numberAt(matrix, line.index, crossing.index);
    const one = stated && way.one.at(crossing.index);
    const other = one && way.other.at(crossing.index);
    if (stated === null || one === null || other === null) return [];
    if (!isPossible(formula, stated, one, other)) return [];
    // nothing grows from nothing, or from below it
    if (formula !== "change" && (one.value.sign() < 0 || other.value.sign() < 0)) return [];
    if (formula === "growth" ? one.value.isZero() : formula !== "change" && other.value.isZero()) return [];
    const value = resultOf(formula, stated, one.value, other.value);
    if (value === null) return [];
    return [
      {
        crossing,
        stated,
        operands: [one, other],
        value,
        holds: holds(formula, stated, one.possible, other.possible),
      },
    ];
  });
}

/** GDP is told at constant prices; its two levels at current ones do not contradict its growth. */
function isReal(line: Line, crossing: Line): boolean {
  return [...line.path, ...crossing.path].some((words) => isHeadOf("real", words));
}

/** Whether so many numbers are given by two lines, and so few are not, that the others must be, too. */
function isSupported(formula: Formula, held: readonly Result[], open: number): boolean {
  const different = new Set(held.map(({ stated }) => stated.value.toString())).size;
  const least = formula === "quotient" ? 3 : 2;
  return different >= least && open * least <= held.length;
}

/** How many numbers of a line the two lines give, and do not, and whether that says that the others must be given, too. */
interface Support {
  readonly held: number;
  readonly open: number;
  readonly supported: boolean;
}

function verdictOf(
  { formula, named }: Operands,
  { stated, operands, value }: Result,
  { held, open, supported }: Support,
): Verdict | null {
  if (supported) return "inconsistent";
  if (!named) return null;
  const room = operands.some(({ possible }) => !possible.isExact()) ? roomOf(stated.possible) : Decimal.ZERO;
  const slip = isSlip(stated.value, value.round(placesOf(stated)), stated.place, room);
  if (held > 0 ? open === 1 || (slip && open <= held) : slip && open === 1) return "inconsistent";
  return formula === "growth" && open <= held + 1 ? "cannot-tell" : null;
}

function placesOf({ place }: CellQuantity): number {
  const text = place.toString();
  return text.includes(".") ? text.length - 2 : 0;
}

function wrong(text: string, line: Line, formula: Formula, result: Result, verdict: Verdict): Finding {
  const { crossing, stated, operands, value } = result;
  const [one, other] = operands;
  const calculation = shown(formula, stated, [termOf(text, one), termOf(text, other)], value);
  const given = calculation.slice(calculation.lastIndexOf("= ") + 2);
  const told = written(text, stated);
  const place = [nameOf(crossing), nameOf(line)].filter((it) => it !== "");
  const zh = place.map((it) => `“${it}”`).join("、");
  const en = place.map((it) => `“${it}”`).join(", ");
  const cells = [stated, ...operands.filter(({ told }) => told === undefined)];
  return {
    rule: ruleOf(formula, stated),
    verdict,
    spans: spansOf(cells),
    arithmetic: `${calculation} ≠ ${told}`,
    message:
      verdict === "inconsistent"
        ? {
            zh: `表中${zh}为${told}，按表中数字应为${given}`,
            en: `${en} of the table is ${told}, by its numbers it would be ${given}`,
          }
        : {
            zh: `表中${zh}为${told}，按表中数字为${given}；两个时期的口径或价格是否相同无法判断`,
            en: `${en} of the table is ${told}, by its numbers ${given}; whether the two times are told at the same prices and by the same definition cannot be told`,
          },
  };
}

/** An operand as it is written, or as it was added up. */
function termOf(text: string, operand: Operand): string {
  return operand.told ?? written(text, operand);
}

/** One finding for all numbers of a line that are what others give. */
function holding(text: string, line: Line, formula: Formula, held: readonly Result[]): Finding {
  const sums = held.slice(0, MOST_SHOWN).map(({ stated, operands: [one, other], value }) => {
    const sum = shown(formula, stated, [termOf(text, one), termOf(text, other)], value);
    return value.equals(stated.value) ? sum : `${sum} ≈ ${written(text, stated)}`;
  });
  const [first] = held;
  const more = held.length > MOST_SHOWN ? `; … (${held.length})` : "";
  return {
    rule: first === undefined ? "share" : ruleOf(formula, first.stated),
    verdict: "consistent",
    spans: spansOf(held.map(({ stated }) => stated)),
    arithmetic: `${sums.join("; ")}${more}`,
    message: {
      zh: `表中“${nameOf(line)}”的${held.length}个数与表中数字相符`,
      en: `“${nameOf(line)}” of the table: ${held.length} ${held.length === 1 ? "number is" : "numbers are"} what its numbers give`,
    },
  };
}

const MOST_SHOWN = 3;
