import { Decimal } from "../quantity/index.ts";
import { decimalOf, missingOf, precision, type Result } from "./arithmetic.ts";
import { definitionFor } from "./basis.ts";
import type { Breakdown, CellTable } from "./cell-table.ts";
import type { Declarations } from "./declarations.ts";
import type { Term } from "./define.ts";
import { observe } from "./observe.ts";
import { narrowed, type Query } from "./query.ts";

/**
 * The difference coefficient of 教督〔2012〕3号: with Qᵢ and Pᵢ of one school, Q and P of all, xᵢ = Qᵢ/Pᵢ and
 * X̄ = Q/P, it is CV = √(Σ (Pᵢ/P)·(xᵢ − X̄)²) / X̄, which is √(P·Σ(Qᵢ²/Pᵢ)/Q² − 1). None where a school has
 * something and nobody to have it.
 */
export function difference(
  declarations: Declarations,
  cells: CellTable,
  { of, per, over }: { of: Term; per: Term; over: string },
  query: Query,
): Result {
  const at = (term: Term, where: Breakdown) =>
    observe(declarations, cells, narrowed(term, { ...query, where: { ...query.where, ...where } }));
  const whole = [at(of, {}), at(per, {})] as const;
  const missing = missingOf(whole);
  if (missing !== undefined) return { value: null, missing, parts: whole };
  const units = unitsOf(declarations, cells, narrowed(per, query), over);
  const [all, persons] = [decimalOf(whole[0]), decimalOf(whole[1])];
  let squares = Decimal.ZERO;
  for (const unit of units) {
    const own = [at(per, { [over]: unit }), at(of, { [over]: unit })];
    const lacking = missingOf(own);
    if (lacking !== undefined) return { value: null, missing: lacking, parts: whole };
    const [weight, amount] = own.map(decimalOf) as [Decimal, Decimal];
    if (weight.isZero() && amount.isZero()) continue;
    const part = amount.times(amount).divide(weight, 3 * precision);
    if (part === null) return { value: null, missing: "no-base", parts: whole };
    squares = squares.plus(part);
  }
  const square = persons
    .times(squares)
    .divide(all.times(all), 3 * precision)
    ?.minus(Decimal.ONE);
  const value = square?.sign() === -1 ? Decimal.ZERO : square?.sqrt(precision);
  return value == null
    ? { value: null, missing: "no-base", parts: whole }
    : { value: value.toString(), parts: whole };
}

/** The values that a dimension has, of a measure or of the first measure that a formula is made of. */
function unitsOf(
  declarations: Declarations,
  cells: CellTable,
  query: Query,
  over: string,
): readonly string[] {
  const indicator = declarations.indicators.get(query.indicator);
  const definition = indicator && definitionFor(declarations, indicator, query);
  if (definition == null) return [];
  return cells.values(definition.id, query.area, query.period.lastMonth, query.where, over).sort();
}
