import { Decimal, Period } from "../quantity/index.ts";
import type { Standing } from "../registers/index.ts";
import type { Result } from "./arithmetic.ts";
import { basisText, definitionFor } from "./basis.ts";
import type { CellTable } from "./cell-table.ts";
import { accrued } from "./cumulative.ts";
import type { Declarations } from "./declarations.ts";
import type { Area, AreaLevel, FormulaDefinition, IndicatorDefinition, MeasureDefinition } from "./define.ts";
import { evaluate } from "./formula.ts";
import type { Missing, Observation } from "./observation.ts";
import type { Query } from "./query.ts";
import { decimalsOf } from "./share.ts";
import { meetsStandard } from "./standard.ts";
import { standingCounted, standingOf } from "./standing.ts";
import { countsFirstEnterings } from "./suppression/guarded.ts";
import { hidden, periodCounted } from "./suppression/suppression.ts";
import { needsWorkdays } from "./time.ts";

/** The value of an indicator, read from cells. `cells` holds at least what {@link loadCells} reads for it. */
export function observe(declarations: Declarations, cells: CellTable, query: Query): Observation {
  const { indicator: id, area, period, where } = query;
  const indicator = declarations.indicators.get(id);
  if (indicator === undefined) throw new Error(`no indicator ${id}: read the query first`);
  const basis = basisText(declarations, indicator, query);
  const place = {
    indicator: id,
    area,
    period: period.toString(),
    breakdown: where,
    ...(basis !== undefined && { basis }),
  };
  const definition = definitionFor(declarations, indicator, query);
  if (definition === null) return { ...place, value: null, missing: "series-break" };
  const result = read(declarations, cells, definition, query);
  const meets = meetsStandard(indicator, { ...place, ...result });
  return {
    ...place,
    ...result,
    ...(definition.id !== id && { former: definition.id }),
    ...(meets !== undefined && { meets }),
  };
}

function read(
  declarations: Declarations,
  cells: CellTable,
  definition: IndicatorDefinition,
  query: Query,
): Result {
  return definition.kind === "formula"
    ? calculated(declarations, cells, definition, query)
    : measured(declarations, cells, definition, query);
}

function calculated(
  declarations: Declarations,
  cells: CellTable,
  { formula }: FormulaDefinition,
  query: Query,
): Result {
  const result = evaluate(declarations, cells, formula, query);
  return settled(result, result.value === null ? undefined : standingOf(result.parts ?? []));
}

function measured(
  declarations: Declarations,
  cells: CellTable,
  measure: MeasureDefinition,
  query: Query,
): Result {
  const { id } = measure;
  const { area, period, where } = query;
  const missing =
    withheld(declarations, measure, query) ?? hidden(declarations, cells, { ...query, indicator: id });
  if (missing !== null) return { value: null, missing };
  if (measure.cumulative === true) {
    const { n, sum, known, used } = accrued(cells, id, area, period, where);
    if (n === 0 || !known) return { value: null, missing: "no-record" };
    const counts = (of: string) =>
      used.some(({ month, breakdown }) => cells.total(of, area, month, month, breakdown).n > 0);
    const value = amountOf(declarations, measure, n, sum).toString();
    return settled({ value }, standingCounted(measure, counts));
  }
  const counted = periodCounted(declarations, id, period);
  const span = [firstMonthOf(measure, counted), counted.lastMonth] as const;
  const { n, sum } = cells.total(id, area, ...span, where);
  if (isUnreported(measure, n)) return { value: null, missing: "no-record" };
  const counts = (of: string) => cells.total(of, area, ...span, where).n > 0;
  const value = amountOf(declarations, measure, n, sum).toString();
  return settled({ value }, standingCounted(measure, counts));
}

function settled(result: Result, status: Standing | undefined): Result {
  return status === undefined ? result : { ...result, status };
}

/** The first month whose cells a measure adds up for a period: of a stock, all since the first entry. */
export function firstMonthOf({ nature }: MeasureDefinition, period: Period): number {
  return nature === "stock" ? Number.NEGATIVE_INFINITY : period.firstMonth;
}

/** Whether no record means that nobody said, and not that there is none. */
export function isUnreported({ reported, neverSum }: MeasureDefinition, n: number): boolean {
  return n === 0 && (reported === true || neverSum?.over.includes("area") === true);
}

/** A cell's count or sum as the measure's value. */
export function amountOf(
  declarations: Declarations,
  measure: MeasureDefinition,
  n: number,
  sum: bigint,
): Decimal {
  if ("days" in measure.measure) return Decimal.of(sum);
  const register = declarations.registers.get(measure.register)?.definition;
  if (register === undefined) throw new Error(`no register ${measure.register}`);
  if ("count" in measure.measure) return Decimal.of(countsFirstEnterings(register, measure) ? sum : n);
  return Decimal.fromScaled(sum, decimalsOf(register, measure.measure.sum));
}

const fineness: Readonly<Record<AreaLevel, number>> = { district: 0, township: 1, village: 2 };

/** Why a measure has no value at a place, whatever its records say. */
export function withheld(
  declarations: Declarations,
  measure: MeasureDefinition,
  { area, period }: Query,
): Missing | null {
  const { level } = declarations.areas.get(area) as Area;
  if (fineness[level] > fineness[measure.finest.area]) return "too-fine";
  if (measure.finest.period === "year" && !endsWithYears(period, Period.of(declarations.pack.period)))
    return "too-fine";
  const oneYear = Math.floor(period.firstMonth / 12) === Math.floor(period.lastMonth / 12);
  if (period.lastDay() > declarations.calendar.last && isUntold(declarations, measure)) return "no-calendar";
  if (measure.nature === "flow" && measure.neverSum?.over.includes("year") && !oneYear) return "never-sum";
  return null;
}

/** Whether a measure cannot be told where working days are not known. */
function isUntold({ registers }: Declarations, measure: MeasureDefinition): boolean {
  const register = registers.get(measure.register)?.definition;
  return register !== undefined && needsWorkdays(register, measure);
}

/** Whether a period begins and ends with a year, or where the ledger itself begins and ends. */
function endsWithYears(period: Period, whole: Period): boolean {
  const begins = period.firstMonth % 12 === 0 || period.firstMonth === whole.firstMonth;
  return begins && (period.lastMonth % 12 === 11 || period.lastMonth === whole.lastMonth);
}
