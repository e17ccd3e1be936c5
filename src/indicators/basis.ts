import { monthOf, Period } from "../quantity/index.ts";
import type { Declarations } from "./declarations.ts";
import { type IndicatorDefinition, termsOf } from "./define.ts";
import { dimensionsOf, type Query, termParts } from "./query.ts";

/** The basis that stands for the definitions that hold now, whatever the period. */
export const presentBasis = Number.POSITIVE_INFINITY;

/**
 * The definition by which an indicator is read. Without a basis it is the one that holds in the period; null where a
 * break lies in it. With one, it is the one that holds in that month, for any period; null where the definitions that
 * held in the period count other registers, which tell nothing of each other. Null also where it is not broken down as
 * the query asks. What stands at a period's end (`atEnd`) is read by that end alone.
 */
export function definitionFor(
  declarations: Declarations,
  indicator: IndicatorDefinition,
  { period, where, basis }: Query,
  atEnd?: boolean,
): IndicatorDefinition | null {
  if (indicator.breaks === undefined) return indicator;
  const stands = atEnd ?? standsAtEnd(declarations.indicators, indicator);
  const held = definitionsIn(indicator, stands ? period.lastMonth : period.firstMonth, period.lastMonth);
  const [usual = indicator.id, ...others] = held;
  const id = basis === undefined ? usual : definitionAt(indicator, basis);
  if (basis === undefined && others.length > 0) return null;
  const definition = declarations.indicators.get(id);
  if (definition === undefined) throw new Error(`no indicator ${id}`);
  const registers = (of: string) => [...registersUnder(declarations, of)].sort().join(" ");
  if (held.some((it) => registers(it) !== registers(id))) return null;
  const known = id === indicator.id ? null : dimensionsOf(declarations, definition);
  return known === null || Object.keys(where).every((it) => known.includes(it)) ? definition : null;
}

/** Id of the definition of an indicator that holds in a month: its own, or a former one's. */
function definitionAt(indicator: IndicatorDefinition, month: number): string {
  return breaksOf(indicator).find((it) => month < it.month)?.before ?? indicator.id;
}

/** Ids of the definitions that hold from one month to another, in the order of time. */
function definitionsIn(indicator: IndicatorDefinition, first: number, last: number): string[] {
  const begins = breaksOf(indicator).flatMap(({ month }) => (first < month && month <= last ? [month] : []));
  return [first, ...begins].map((month) => definitionAt(indicator, month));
}

/** An indicator's breaks in the order of time, each with the first month of what came after. */
export function breaksOf({ breaks = [] }: Pick<IndicatorDefinition, "breaks">) {
  return breaks.map((it) => ({ ...it, month: monthOf(it.at) })).sort((one, other) => one.month - other.month);
}

/** Whether a break of an indicator, or of one that it is calculated from, lies after one month and not after another. */
export function breaksBetween(
  declarations: Declarations,
  indicator: IndicatorDefinition,
  first: number,
  last: number,
): boolean {
  if (breaksOf(indicator).some(({ month }) => first < month && month <= last)) return true;
  return below(declarations, indicator).some((it) => breaksBetween(declarations, it, first, last));
}

/** The earliest month whose definition a value of a period can depend on. */
export function firstMonthRead(
  declarations: Declarations,
  indicator: IndicatorDefinition,
  period: Period,
): number {
  if (indicator.kind === "measure")
    return indicator.nature === "stock" ? period.lastMonth : period.firstMonth;
  if ("coverage" in indicator.formula) return period.lastMonth;
  if ("overMonths" in indicator.formula) return period.firstMonth;
  const read = "growth" in indicator.formula ? period.yearsLater(-1) : period;
  const terms = termsOf(indicator.formula).flatMap(
    (term) => declarations.indicators.get(termParts(term).id) ?? [],
  );
  return Math.min(...terms.map((it) => firstMonthRead(declarations, it, read)));
}

/**
 * How an observation names the basis that was asked for: `current`, or the month whose definitions it is; undefined
 * where it is the basis of the period anyway.
 */
export function basisText(
  declarations: Declarations,
  indicator: IndicatorDefinition,
  { period, basis }: Query,
): string | undefined {
  if (basis === undefined) return undefined;
  const first = firstMonthRead(declarations, indicator, period);
  const [from, to] = [Math.min(first, basis), Math.max(period.lastMonth, basis)];
  if (!breaksBetween(declarations, indicator, from, to)) return undefined;
  if (basis === presentBasis || !breaksBetween(declarations, indicator, basis, presentBasis))
    return "current";
  return Period.ofMonth(basis).toString();
}

/** Whether values are what stands at a period's end: a stock, a coverage, or a formula over such alone. */
export function standsAtEnd(
  indicators: ReadonlyMap<string, IndicatorDefinition>,
  indicator: IndicatorDefinition,
): boolean {
  if (indicator.kind === "measure") return indicator.nature === "stock";
  if ("coverage" in indicator.formula) return true;
  if ("overMonths" in indicator.formula) return false;
  return termsOf(indicator.formula).every((term) => {
    const part = indicators.get(termParts(term).id);
    return part !== undefined && standsAtEnd(indicators, part);
  });
}

/** The registers that an indicator's own definition rests on. */
function registersUnder(declarations: Declarations, id: string): ReadonlySet<string> {
  const indicator = declarations.indicators.get(id);
  if (indicator === undefined) return new Set();
  if (indicator.kind === "measure") return new Set([indicator.register]);
  return new Set(
    termsOf(indicator.formula).flatMap((term) => [...registersUnder(declarations, termParts(term).id)]),
  );
}

/** The indicators that one is calculated from, and those that hold its former definitions. */
export function below({ indicators }: Pick<Declarations, "indicators">, indicator: IndicatorDefinition) {
  const terms = indicator.kind === "measure" ? [] : termsOf(indicator.formula);
  const ids = [
    ...terms.map((term) => termParts(term).id),
    ...(indicator.breaks ?? []).map(({ before }) => before),
  ];
  return ids.flatMap((id) => indicators.get(id) ?? []);
}
