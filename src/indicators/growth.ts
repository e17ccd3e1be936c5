import { Decimal, type Period } from "../quantity/index.ts";
import { decimalOf, divided, missingOf, type Result, total } from "./arithmetic.ts";
import { breaksBetween, definitionFor, firstMonthRead } from "./basis.ts";
import { isEmpty } from "./cell.ts";
import type { CellTable } from "./cell-table.ts";
import type { Declarations } from "./declarations.ts";
import type { MeasureDefinition, Term } from "./define.ts";
import type { Observation } from "./observation.ts";
import { firstMonthOf, observe } from "./observe.ts";
import { narrowed, type Query, termParts } from "./query.ts";
import { standingOf } from "./standing.ts";

/**
 * Growth on the year before, of a period of a year at most: of a longer one the period before would overlap it or lie
 * in the dark. From a base of nothing or less there is no growth to speak of. Where a definition under it changed
 * between the two, both are read by the one that holds at the later one's end (docs/decisions/0023-series-break.md).
 */
export function growth(
  declarations: Declarations,
  cells: CellTable,
  { of, alike }: { of: Term; alike?: string },
  query: Query,
): Result {
  if (query.period.length > 12) return { value: null, missing: "never-sum" };
  const years = [query.period, query.period.yearsLater(-1)] as const;
  const basis = query.basis ?? basisAcross(declarations, of, ...years);
  const read = (period: Period) => narrowed(of, { ...query, period, ...(basis !== undefined && { basis }) });
  const whole = years.map((period) => observe(declarations, cells, read(period)));
  const parts =
    alike === undefined || missingOf(whole) !== undefined
      ? whole
      : alikeSums(declarations, cells, alike, years.map(read), whole);
  const missing = missingOf(parts);
  if (missing !== undefined) return { value: null, missing, parts };
  const [now, before] = parts.map(decimalOf) as [Decimal, Decimal];
  if (before.sign() <= 0) return { value: null, missing: "no-base", parts };
  return { ...divided(now.minus(before), before, Decimal.HUNDRED), parts };
}

/** The basis on which two years can be compared where a definition changed between them; none where none did. */
function basisAcross(declarations: Declarations, of: Term, now: Period, before: Period): number | undefined {
  const indicator = declarations.indicators.get(termParts(of).id);
  if (indicator === undefined) return undefined;
  const first = firstMonthRead(declarations, indicator, before);
  return breaksBetween(declarations, indicator, first, now.lastMonth) ? now.lastMonth : undefined;
}

/**
 * Both years' sums over the units that have records in both, each with the number of units that were compared, and of
 * those that have records in its own year alone.
 */
function alikeSums(
  declarations: Declarations,
  cells: CellTable,
  dimension: string,
  queries: readonly Query[],
  whole: readonly Observation[],
): Observation[] {
  const units = queries.map((it) => unitsOf(declarations, cells, dimension, it));
  const compared = [...(units[0] ?? [])].filter((unit) => units[1]?.has(unit)).sort();
  return queries.map((query, at) => {
    const values = compared.map((unit) =>
      observe(declarations, cells, { ...query, where: { ...query.where, [dimension]: unit } }),
    );
    const leftOut = (units[at]?.size ?? 0) - compared.length;
    const alike = { dimension, compared: compared.length, leftOut };
    const { value: _, meets: __, status: ___, ...place } = { ...(whole[at] as Observation), alike };
    // a sum of values that may all be shown tells nothing that is withheld of the others
    const missing = missingOf(values);
    if (missing !== undefined) return { ...place, value: null, missing };
    const status = standingOf(values);
    return { ...place, value: total(values).toString(), ...(status && { status }) };
  });
}

/** The values of a dimension of which a measure has records. */
function unitsOf(
  declarations: Declarations,
  cells: CellTable,
  dimension: string,
  query: Query,
): ReadonlySet<string> {
  const { area, period, where } = query;
  // growth over alike units is of a measure, and so are all its former definitions: the pack was checked
  const measure = definitionFor(
    declarations,
    declarations.indicators.get(query.indicator) as MeasureDefinition,
    query,
  ) as MeasureDefinition;
  const [from, to] = [firstMonthOf(measure, period), period.lastMonth];
  const found = cells.values(measure.id, area, to, where, dimension);
  return new Set(
    found.filter(
      (unit) => !isEmpty(cells.total(measure.id, area, from, to, { ...where, [dimension]: unit })),
    ),
  );
}
