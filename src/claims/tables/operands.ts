import { Decimal, Interval } from "../../quantity/index.ts";
import { isHeadOf } from "../dictionary/table-words.ts";
import { type CellQuantity, inUnitOf } from "./cell-quantity.ts";
import type { Formula } from "./formulas.ts";
import type { Line } from "./lines.ts";
import { type Matrix, numberAt } from "./matrix.ts";

/** A number that another is calculated from: that of a cell, or a sum of cells, which is `told` as it is not written. */
export type Operand = CellQuantity & { readonly told?: string };

/** Numbers that others may have been calculated from, at each line that crosses. */
export interface Series {
  readonly at: (crossing: number) => Operand | null;
  /** in floating point, for what only chooses what is calculated; not a number where there is none */
  readonly nearly: (crossing: number) => number;
}

/** A way in which the numbers of a line may have been calculated: from which two, at each line that crosses it. */
export interface Operands {
  readonly formula: Formula;
  /** whether the heads say that it was so */
  readonly named: boolean;
  readonly one: Series;
  readonly other: Series;
}

/** Tells for each line of a table the ways in which its numbers may have been calculated from lines near it. */
export function operandsIn(matrix: Matrix): (line: Line) => Operands[] {
  const { lines } = matrix;
  // what several lines ask for is made once
  const sources = lines.map((line): Source => {
    const series = seriesOf(matrix, line);
    return { line, series, time: once(() => timeOf(line)), all: once(() => sumAlong(matrix, line)) };
  });
  const totals = matrix.crossing
    .filter(({ kind }) => kind === "total" || kind === "whole")
    .slice(0, MOST_TOTALS);
  return (line) => {
    const near = sources.slice(Math.max(0, line.index - NEAR), line.index + NEAR + 1);
    const levels = near.filter(
      (it) => it.line !== line && it.line.kind !== "growth" && it.line.kind !== "change",
    );
    switch (line.kind) {
      case "share":
        return [...sharesOf(matrix, line, levels, totals), ...pairsOf("quotient", levels)];
      case "growth":
        return [...changesOf("growth", levels, timeOf(line)), ...changesOf("change", levels, null)];
      case "change":
        return changesOf("change", levels, timeOf(line));
      case "quotient":
        return pairsOf("quotient", levels);
      default:
        return [];
    }
  };
}

/** How far from a line the lines stand that it may have been calculated from. */
const NEAR = 6;
const MOST_TOTALS = 4;

/** A line that others may have been calculated from. */
interface Source {
  readonly line: Line;
  readonly series: Series;
  readonly time: () => Time;
  /** the sum of its items */
  readonly all: () => Operand | null;
}

/** The numbers of a line. */
function seriesOf(matrix: Matrix, line: Line): Series {
  const at = (crossing: number) => numberAt(matrix, line.index, crossing);
  const all = once(() => matrix.crossing.map((_, crossing) => at(crossing)?.value.toNumber() ?? Number.NaN));
  return { at, nearly: (crossing) => all()[crossing] ?? Number.NaN };
}

/** One number beside each line that crosses but for one. */
function constantly(operand: Operand, but: number): Series {
  const value = operand.value.toNumber();
  return {
    at: (crossing) => (crossing === but ? null : operand),
    nearly: (crossing) => (crossing === but ? Number.NaN : value),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Each source beside each other. */
function pairsOf(formula: Formula, sources: readonly Source[]): Operands[] {
  const pairs: Operands[] = [];
  for (const one of sources)
    for (const other of sources)
      if (one !== other) pairs.push({ formula, named: false, one: one.series, other: other.series });
  return pairs;
}

/** Each source beside each that is not before it; the head of what changed may say which two. */
function changesOf(formula: Formula, sources: readonly Source[], change: Time | null): Operands[] {
  const pairs: Operands[] = [];
  for (const one of sources)
    for (const other of sources) {
      if (one === other || isLater(one.time(), other.time())) continue;
      const named = change !== null && areTimes(change, one.time(), other.time());
      pairs.push({ formula, named, one: one.series, other: other.series });
    }
  return pairs;
}

/** A part of each line that crosses, of its total; of all parts together where the table has no total. */
function sharesOf(
  matrix: Matrix,
  line: Line,
  sources: readonly Source[],
  totals: readonly Line[],
): Operands[] {
  const counted = sources.filter(({ line: { kind } }) => kind !== "share" && kind !== "quotient");
  const nearest = counted.findLast((it) => it.line.index < line.index) ?? counted[0];
  const share = (base: Source, whole: Operand | null, named: boolean, but: number): Operands[] =>
    whole === null ? [] : [{ formula: "share", named, one: base.series, other: constantly(whole, but) }];
  if (totals.length === 0) return counted.flatMap((base) => share(base, base.all(), false, -1));
  return counted.flatMap((base) =>
    totals.flatMap(({ index }) => {
      const hundred = numberAt(matrix, line.index, index);
      const named = base === nearest && hundred?.value.equals(Decimal.HUNDRED) === true;
      return share(base, base.series.at(index), named, index);
    }),
  );
}

/** The sum of a line's items, as an operand. */
function sumAlong(matrix: Matrix, line: Line): Operand | null {
  const parts = matrix.crossing.flatMap(({ kind, index }) =>
    kind === "item" ? (numberAt(matrix, line.index, index) ?? []) : [],
  );
  const [first] = parts;
  if (first === undefined || parts.length < 2 || parts.some(({ unit }) => unit !== first.unit)) return null;
  const value = parts.reduce((sum, it) => sum.plus(it.value), Decimal.ZERO);
  const possible = parts.reduce((sum, it) => sum.plus(it.possible), Interval.exactly(Decimal.ZERO));
  return { ...first, value, possible, told: inUnitOf(value, first) };
}

/** What a head says of when. */
interface Time {
  readonly year: number | null;
  readonly earlier: boolean;
  readonly later: boolean;
  /** what it says besides */
  readonly rest: string;
}

function timeOf({ path }: Line): Time {
  const words = path.join(" ");
  const year = /(?:19|20)\d{2}/.exec(words);
  return {
    year: year === null ? null : Number(year[0]),
    earlier: isHeadOf("earlier", words),
    later: isHeadOf("later", words),
    rest: words.replace(TIMES, ""),
  };
}

/** Whether the heads say that one is of a time before the other, as a change between the two wants it. */
function areTimes(change: Time, one: Time, other: Time): boolean {
  if (one.year !== null && other.year !== null)
    return change.year === null
      ? other.year === one.year + 1
      : change.year === one.year && one.year < other.year;
  return one.earlier && (other.later || !other.earlier) && one.rest === other.rest;
}

const TIMES =
  /上年|去年|同期|上期|上月|期初|年初|基期|本年|今年|本期|本月|当年|期末|年末|报告期|(?:19|20)\d{2}年?|[实完]际?成?数?|数$/g;

function isLater(one: Time, other: Time): boolean {
  return one.year !== null && other.year !== null && one.year > other.year;
}
