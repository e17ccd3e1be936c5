import { Period } from "../quantity/index.ts";
import { below } from "./basis.ts";
import type { CellTable } from "./cell-table.ts";
import type { Declarations } from "./declarations.ts";
import type { IndicatorDefinition } from "./define.ts";
import type { Observation } from "./observation.ts";
import { observe } from "./observe.ts";
import { dimensionsOf, type Query, valuesOf } from "./query.ts";

/** What a table has a row for: `year`, `month`, a level of areas, or a dimension. */
export type By = string;

/** Every observation of a query, one for each combination of `by`, in the order of time, area list and codes. */
export function series(
  declarations: Declarations,
  cells: CellTable,
  query: Query,
  by: readonly By[],
): Observation[] {
  return seriesQueries(declarations, cells, query, by).map((it) => observe(declarations, cells, it));
}

/** The queries that a query falls into, one for each combination of `by`. */
export function seriesQueries(
  declarations: Declarations,
  cells: CellTable,
  query: Query,
  by: readonly By[],
): Query[] {
  let queries: Query[] = [query];
  for (const one of by) queries = queries.flatMap((it) => split(declarations, cells, it, one));
  return queries;
}

function split(declarations: Declarations, cells: CellTable, query: Query, by: By): Query[] {
  switch (by) {
    case "year":
      return yearsIn(query.period).map((period) => ({ ...query, period }));
    case "month":
      return query.period.months().map((month) => ({ ...query, period: Period.ofMonth(month) }));
    case "district":
    case "township":
    case "village":
      return declarations.areas
        .ofLevel(by)
        .filter((it) => declarations.areas.contains(query.area, it.code))
        .map((it) => ({ ...query, area: it.code }));
    default:
      return dimensionValues(declarations, cells, query, by).map((value) => ({
        ...query,
        where: { ...query.where, [by]: value },
      }));
  }
}

/** The years that a period touches, each cut to the part that lies in it. */
export function yearsIn(period: Period): Period[] {
  const first = Math.floor(period.firstMonth / 12);
  const last = Math.floor(period.lastMonth / 12);
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Period.ofMonths(
      Math.max(period.firstMonth, (first + i) * 12),
      Math.min(period.lastMonth, (first + i) * 12 + 11),
    ),
  );
}

function dimensionValues(
  declarations: Declarations,
  cells: CellTable,
  query: Query,
  dimension: string,
): string[] {
  const indicator = declarations.indicators.get(query.indicator);
  if (indicator === undefined || !dimensionsOf(declarations, indicator).includes(dimension)) return [];
  const found = new Set(
    measuresOf(declarations, indicator).flatMap((id) =>
      cells.values(id, query.area, query.period.lastMonth, query.where, dimension),
    ),
  );
  const declared = valuesOf(declarations, indicator, dimension);
  return declared === null ? [...found].sort() : declared.filter((it) => found.has(it));
}

/** The measures that an indicator rests on in the end, by its present and former definitions; itself where it is one. */
export function measuresOf(declarations: Declarations, indicator: IndicatorDefinition): string[] {
  const own = indicator.kind === "measure" ? [indicator.id] : [];
  const others = below(declarations, indicator).flatMap((it) => measuresOf(declarations, it));
  return [...new Set([...own, ...others])];
}

/** The registers that an indicator rests on in the end, each once. */
export function registersUnder(declarations: Declarations, indicator: IndicatorDefinition): string[] {
  const registers = measuresOf(declarations, indicator).flatMap((id) => {
    const measure = declarations.indicators.get(id);
    return measure?.kind === "measure" ? [measure.register] : [];
  });
  return [...new Set(registers)];
}

/** Ids of an indicator and of all that it rests on, by its present and former definitions. */
export function indicatorsUnder(declarations: Declarations, indicator: IndicatorDefinition): string[] {
  const others = below(declarations, indicator).flatMap((it) => indicatorsUnder(declarations, it));
  return [...new Set([indicator.id, ...others])];
}

/** The areas whose cells a query of an indicator reads, beside its own: the listed ones of a coverage. */
export function areasRead(declarations: Declarations, indicator: IndicatorDefinition): string[] {
  const formula = indicator.kind === "formula" ? indicator.formula : null;
  const own =
    formula !== null && "coverage" in formula
      ? declarations.pack.lists.flatMap((it) => (it.id === formula.coverage.list ? it.codes : []))
      : [];
  return [...own, ...below(declarations, indicator).flatMap((it) => areasRead(declarations, it))];
}
