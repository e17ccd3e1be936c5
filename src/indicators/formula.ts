import { Decimal } from "../quantity/index.ts";
import type { Breakdown, CellTable } from "./cell-table.ts";
import type { Declarations } from "./declarations.ts";
import type { Formula, Term } from "./define.ts";
import type { Missing, Observation } from "./observation.ts";
import { observe } from "./observe.ts";
import { type Query, termParts } from "./query.ts";

/** Digits after the point to which a quotient is kept. */
const precision = 12;

/** What a formula gives at a place. */
export type Result = Pick<Observation, "value" | "missing" | "fraction" | "parts">;

/** Calculates a formula from the observations it names, in exact decimals. */
export function evaluate(
  declarations: Declarations,
  cells: CellTable,
  formula: Formula,
  query: Query,
): Result {
  const read = (term: Term, period = query.period) =>
    observe(declarations, cells, narrowed(term, { ...query, period }));
  if ("ratio" in formula) return quotient(read(formula.ratio.of), read(formula.ratio.to), Decimal.ONE);
  if ("share" in formula)
    return quotient(read(formula.share.part), read(formula.share.whole), Decimal.HUNDRED);
  // against the year before; of a longer span the span before would overlap it or lie in the dark
  if ("growth" in formula && query.period.length > 12) return { value: null, missing: "never-sum" };
  if ("growth" in formula)
    return growth(read(formula.growth.of), read(formula.growth.of, query.period.yearsLater(-1)));
  if ("coverage" in formula) return coverage(declarations, cells, formula.coverage, query);
  if ("difference" in formula) return difference(declarations, cells, formula.difference, query);
  return sum(
    formula.sum.plus.map((it) => read(it)),
    (formula.sum.minus ?? []).map((it) => read(it)),
  );
}

/** Adds and takes away; null where a part is missing. */
export function sum(plus: readonly Observation[], minus: readonly Observation[]): Result {
  const parts = [...plus, ...minus];
  const missing = missingOf(parts);
  if (missing !== undefined) return { value: null, missing, parts };
  const added = plus.reduce((total, it) => total.plus(decimalOf(it)), Decimal.ZERO);
  return { value: minus.reduce((total, it) => total.minus(decimalOf(it)), added).toString(), parts };
}

function quotient(of: Observation, to: Observation, times: Decimal): Result {
  const parts = [of, to];
  const missing = missingOf(parts);
  if (missing !== undefined) return { value: null, missing, parts };
  return { ...divided(decimalOf(of), decimalOf(to), times), parts };
}

function divided(
  over: Decimal,
  under: Decimal,
  times: Decimal,
): Pick<Result, "value" | "missing" | "fraction"> {
  const value = over.times(times).divide(under, precision);
  if (value === null) return { value: null, missing: "no-base" };
  return { value: value.toString(), fraction: { over: over.toString(), under: under.toString() } };
}

/** From a base of nothing or less there is no growth to speak of. */
function growth(now: Observation, before: Observation): Result {
  const parts = [now, before];
  const missing = missingOf(parts);
  if (missing !== undefined) return { value: null, missing, parts };
  const base = decimalOf(before);
  if (base.sign() <= 0) return { value: null, missing: "no-base", parts };
  return { ...divided(decimalOf(now).minus(base), base, Decimal.HUNDRED), parts };
}

/** Listed areas with at least one record, up to the period's end, out of those that lie in the area asked for. */
function coverage(
  declarations: Declarations,
  cells: CellTable,
  of: { of: Term; list: string },
  query: Query,
): Result {
  const { id, where } = termParts(of.of);
  const listed = listedIn(declarations, of.list, query.area);
  const covered = listed.filter(
    (area) =>
      cells.total(id, area, Number.NEGATIVE_INFINITY, query.period.lastMonth, { ...where, ...query.where })
        .n > 0,
  );
  return divided(Decimal.of(covered.length), Decimal.of(listed.length), Decimal.HUNDRED);
}

/** The codes of a list that lie in an area. */
export function listedIn(declarations: Declarations, list: string, area: string): readonly string[] {
  const codes = declarations.pack.lists.find((it) => it.id === list)?.codes ?? [];
  return codes.filter((code) => declarations.areas.contains(area, code));
}

/**
 * The difference coefficient of 教督〔2012〕3号: with Qᵢ and Pᵢ of one school, Q and P of all, xᵢ = Qᵢ/Pᵢ and
 * X̄ = Q/P, it is CV = √(Σ (Pᵢ/P)·(xᵢ − X̄)²) / X̄, which is √(P·Σ(Qᵢ²/Pᵢ)/Q² − 1). None where a school has
 * something and nobody to have it.
 */
function difference(
  declarations: Declarations,
  cells: CellTable,
  { of, per, over }: { of: Term; per: Term; over: string },
  query: Query,
): Result {
  const units = cells.values(termParts(per).id, query.area, query.period.lastMonth, query.where, over).sort();
  const at = (term: Term, where: Breakdown) =>
    observe(declarations, cells, narrowed(term, { ...query, where: { ...query.where, ...where } }));
  const whole = [at(of, {}), at(per, {})] as const;
  const missing = missingOf(whole);
  if (missing !== undefined) return { value: null, missing, parts: whole };
  const [all, persons] = [decimalOf(whole[0]), decimalOf(whole[1])];
  let squares = Decimal.ZERO;
  for (const unit of units) {
    const weight = decimalOf(at(per, { [over]: unit }));
    const amount = decimalOf(at(of, { [over]: unit }));
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

function narrowed(term: Term, query: Query): Query {
  const { id, where } = termParts(term);
  return { ...query, indicator: id, where: { ...query.where, ...where } };
}

function missingOf(parts: readonly Observation[]): Missing | undefined {
  return parts.find((it) => it.missing !== undefined)?.missing;
}

function decimalOf(observation: Observation): Decimal {
  return Decimal.of(observation.value ?? "0");
}
