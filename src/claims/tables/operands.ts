import { Decimal, Interval } from "../../quantity/index.ts";
import { isHeadOf } from "../dictionary/table-words.ts";
import { type CellQuantity, inUnitOf } from "./cell-quantity.ts";
import type { Formula } from "./formulas.ts";
import type { Line } from "./lines.ts";
import { type Matrix, numberAt } from "./matrix.ts";

/** A number that another is calculated from: that of a cell, or a sum of cells, which is `told` as it is not written. */
export type Operand = CellQuantity & { readonly told?: string };

/** A way in which the numbers of a line may have been calculated: from which two, at each line that crosses it. */
export interface Operands {
  readonly formula: Formula;
  /** whether the heads say that it was so */
  readonly named: boolean;
  readonly at: (crossing: number) => readonly [Operand, Operand] | null;
}

/** The ways in which the numbers of a line may have been calculated from lines near it, what its head says first. */
export function operandsOf(matrix: Matrix, line: Line): Operands[] {
  const near = matrix.lines.slice(Math.max(0, line.index - NEAR), line.index + NEAR + 1);
  const levels = near.filter((it) => it !== line && it.kind !== "growth" && it.kind !== "change");
  const pairs = (formula: Formula, named: (one: Line, other: Line) => boolean, ordered = false): Operands[] =>
    levels.flatMap((one) =>
      levels.flatMap((other) =>
        one === other || (ordered && isLater(one, other))
          ? []
          : [
              {
                formula,
                named: named(one, other),
                at: (crossing: number) =>
                  both(numberAt(matrix, one.index, crossing), numberAt(matrix, other.index, crossing)),
              },
            ],
      ),
    );
  switch (line.kind) {
    case "share":
      return [...sharesOf(matrix, line, levels), ...pairs("quotient", () => false)];
    case "growth":
      return [
        ...pairs("growth", (one, other) => areTimes(line, one, other), true),
        ...pairs("change", () => false, true),
      ];
    case "change":
      return pairs("change", (one, other) => areTimes(line, one, other), true);
    case "quotient":
      return pairs("quotient", () => false);
    default:
      return [];
  }
}

/** How far from a line the lines stand that it may have been calculated from. */
const NEAR = 6;

/** A part of each line that crosses, of its total; of all parts together where the table has no total. */
function sharesOf(matrix: Matrix, line: Line, levels: readonly Line[]): Operands[] {
  const totals = matrix.crossing
    .filter(({ kind }) => kind === "total" || kind === "whole")
    .slice(0, MOST_TOTALS);
  const counted = levels.filter(({ kind }) => kind !== "share" && kind !== "quotient");
  const nearest = counted.findLast(({ index }) => index < line.index) ?? counted[0];
  const ways = counted.flatMap((base): Operands[] =>
    totals.map((total) => {
      const whole = numberAt(matrix, base.index, total.index);
      const hundred = numberAt(matrix, line.index, total.index);
      return {
        formula: "share",
        named: base === nearest && hundred?.value.equals(Decimal.HUNDRED) === true,
        at: (crossing) =>
          crossing === total.index ? null : both(numberAt(matrix, base.index, crossing), whole),
      };
    }),
  );
  if (totals.length > 0) return ways;
  return counted.flatMap((base): Operands[] => {
    const whole = sumAlong(matrix, base);
    return whole === null
      ? []
      : [
          {
            formula: "share",
            named: false,
            at: (crossing) => both(numberAt(matrix, base.index, crossing), whole),
          },
        ];
  });
}

const MOST_TOTALS = 4;

/** The sum of a line's items, as an operand. */
function sumAlong(matrix: Matrix, line: Line): Operand | null {
  const parts = matrix.crossing.flatMap(({ kind, index }) =>
    kind === "item" ? (numberAt(matrix, line.index, index) ?? []) : [],
  );
  const [first] = parts;
  if (first === undefined || parts.length < 2 || parts.some(({ unit }) => unit !== first.unit)) return null;
  const value = parts.reduce((sum, it) => sum.plus(it.value), Decimal.ZERO);
  const possible = parts.reduce((sum, it) => sum.plus(it.possible), Interval.exactly(Decimal.ZERO));
  return { ...first, value, possible, approximately: Number(value.toString()), told: inUnitOf(value, first) };
}

function both(one: Operand | null, other: Operand | null): readonly [Operand, Operand] | null {
  return one === null || other === null ? null : [one, other];
}

/** Whether the heads say that one is of a time before the other, as a change between the two wants it. */
function areTimes(line: Line, one: Line, other: Line): boolean {
  const [first, last, base] = [yearOf(one), yearOf(other), yearOf(line)];
  if (first !== null && last !== null)
    return base === null ? last === first + 1 : base === first && first < last;
  const words = (it: Line) => it.path.join(" ");
  return (
    isHeadOf("earlier", words(one)) &&
    (isHeadOf("later", words(other)) || !isHeadOf("earlier", words(other))) &&
    rest(one) === rest(other)
  );
}

/** What a head says beside when. */
function rest({ path }: Line): string {
  return path.join(" ").replace(TIMES, "");
}

const TIMES =
  /上年|去年|同期|上期|上月|期初|年初|基期|本年|今年|本期|本月|当年|期末|年末|报告期|(?:19|20)\d{2}年?|[实完]际?成?数?|数$/g;

function isLater(one: Line, other: Line): boolean {
  const [first, last] = [yearOf(one), yearOf(other)];
  return first !== null && last !== null && first > last;
}

function yearOf({ path }: Line): number | null {
  const year = /(?:19|20)\d{2}/.exec(path.join(" "));
  return year === null ? null : Number(year[0]);
}
