import { Decimal } from "../quantity/index.ts";
import { mean, quotient, type Result, sum } from "./arithmetic.ts";
import type { CellTable } from "./cell-table.ts";
import { coverage } from "./coverage.ts";
import type { Declarations } from "./declarations.ts";
import type { Formula, Term } from "./define.ts";
import { difference } from "./difference.ts";
import { growth } from "./growth.ts";
import { observe } from "./observe.ts";
import { overMonths } from "./over-months.ts";
import { narrowed, type Query } from "./query.ts";

/** Calculates a formula from the observations it names, in exact decimals. */
export function evaluate(
  declarations: Declarations,
  cells: CellTable,
  formula: Formula,
  query: Query,
): Result {
  const read = (term: Term) => observe(declarations, cells, narrowed(term, query));
  if ("ratio" in formula) return quotient(read(formula.ratio.of), read(formula.ratio.to), Decimal.ONE);
  if ("share" in formula)
    return quotient(read(formula.share.part), read(formula.share.whole), Decimal.HUNDRED);
  if ("mean" in formula) return mean(formula.mean.of.map(read));
  if ("growth" in formula) return growth(declarations, cells, formula.growth, query);
  if ("overMonths" in formula) return overMonths(declarations, cells, formula.overMonths, query);
  if ("coverage" in formula) return coverage(declarations, cells, formula.coverage, query);
  if ("difference" in formula) return difference(declarations, cells, formula.difference, query);
  return sum(formula.sum.plus.map(read), (formula.sum.minus ?? []).map(read));
}

/** What a formula's exact quotient is multiplied by: 100 where it is told in per cent. */
export function timesOf(formula: Formula): Decimal {
  return "ratio" in formula || "mean" in formula ? Decimal.ONE : Decimal.HUNDRED;
}
