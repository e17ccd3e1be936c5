import { Period } from "../../quantity/index.ts";
import type { Cell } from "../cell.ts";
import type { Declarations } from "../declarations.ts";
import type { AreaLevel, MeasureDefinition } from "../define.ts";
import { termParts, valuesOf } from "../query.ts";
import { termsOfRule } from "./rule-terms.ts";

/**
 * One direction of a lattice: its points, and which of them are sums of which. A leaf is a point that no other lies
 * in; every record counts in exactly one leaf, and in all points that hold it.
 */
export interface Axis {
  /** points are 0 to size − 1, coarse ones first */
  readonly size: number;
  /** for each leaf the points that hold it, the leaf's own first */
  readonly leaves: readonly (readonly number[])[];
  /** for each point the leaves in it, as places in `leaves` */
  readonly within: readonly (readonly number[])[];
  /** points that are not published: what is left of a sum when its published parts are taken away */
  readonly remainders: ReadonlySet<number>;
}

/** The areas that a measure is published for, coarse ones first; `own`: the remainder of one that has parts. */
export interface AreaAxis extends Axis {
  readonly points: ReadonlyMap<string, number>;
  /** point of an area → its remainder and the points of its parts */
  readonly sums: ReadonlyMap<number, { readonly own: number; readonly parts: readonly number[] }>;
  /** for each leaf the code of its area */
  readonly codes: readonly string[];
  /** The leaves of an area, or the one that it lies in where the axis is coarser. */
  leavesAt(code: string): readonly number[];
}

/** How fine a level of areas is. */
export const fineness: Readonly<Record<AreaLevel, number>> = { district: 0, township: 1, village: 2 };

/** The areas down to a measure's finest, each with a remainder for records that are of it and of none of its parts. */
export function areaAxis({ pack, areas }: Declarations, measure: MeasureDefinition): AreaAxis {
  const published = pack.areas
    .filter((it) => fineness[it.level] <= fineness[measure.finest.area])
    .sort((a, b) => fineness[a.level] - fineness[b.level]);
  const points = new Map(published.map((it, point) => [it.code, point]));
  const sums = new Map<number, { own: number; parts: number[] }>();
  // areas that are never added stand each for itself
  const alone = measure.neverSum?.over.includes("area") === true;
  let size = published.length;
  const leaves = published.map(({ code }, point) => {
    if (alone) return [point];
    const holders = areas.upwards(code, measure.finest.area).map((it) => points.get(it) as number);
    const parts = areas.below(code).flatMap((it) => points.get(it) ?? []);
    if (parts.length === 0) return holders;
    const own = size++;
    sums.set(point, { own, parts });
    return [own, ...holders];
  });
  const within = withinOf(size, leaves);
  return {
    size,
    leaves,
    within,
    remainders: new Set([...sums.values()].map((it) => it.own)),
    points,
    sums,
    codes: published.map((it) => it.code),
    leavesAt: (code) => within[points.get(areas.upwards(code, measure.finest.area)[0] ?? "") ?? -1] ?? [],
  };
}

/** The periods that a measure is published for. */
export interface TimeAxis extends Axis {
  /** first and last month of each point; a stock's are its month ends, both the same */
  readonly spans: readonly (readonly [number, number])[];
  /** point of a span, by {@link spanKey} */
  readonly points: ReadonlyMap<string, number>;
  readonly whole: Period;
}

export function spanKey(first: number, last: number): string {
  return `${first}-${last}`;
}

/**
 * The periods of a measure. Of a flow: the whole period, each year, each month where months are published, and the
 * spans from the beginning to a year's end where a cumulative rule speaks of it. Of a stock: the ends of years or
 * months, which are sums of nothing.
 */
export function timeAxis(declarations: Declarations, measure: MeasureDefinition): TimeAxis {
  const whole = Period.of(declarations.pack.period);
  const years = yearSpans(whole);
  const months = whole.months().map((it) => [it, it] as const);
  const byMonth = measure.finest.period === "month" || isAddedOverMonths(declarations, measure);
  let spans: (readonly [number, number])[];
  if (measure.nature === "stock") spans = byMonth ? months : years.map(([, last]) => [last, last]);
  else {
    const acrossYears = measure.neverSum?.over.includes("year") !== true;
    const cumulative = acrossYears && hasCumulativeRule(declarations, measure) ? years : [];
    spans = [
      ...(acrossYears ? [[whole.firstMonth, whole.lastMonth] as const] : []),
      ...cumulative.map(([, last]) => [whole.firstMonth, last] as const),
      ...years,
      ...(byMonth ? months : []),
    ];
  }
  const points = new Map<string, number>();
  for (const [first, last] of spans)
    if (!points.has(spanKey(first, last))) points.set(spanKey(first, last), points.size);
  const distinct = [...points.keys()].map((it) => it.split("-").map(Number) as [number, number]);
  const finest = measure.nature === "flow" && !byMonth ? years : distinct.filter(([a, b]) => a === b);
  const leaves = finest.map(([first, last]) => {
    const own = points.get(spanKey(first, last)) as number;
    if (measure.nature === "stock") return [own];
    const holders = distinct.flatMap(([from, to], point) =>
      from <= first && last <= to && point !== own ? [point] : [],
    );
    return [own, ...holders];
  });
  const size = distinct.length;
  return {
    size,
    leaves,
    within: withinOf(size, leaves),
    remainders: new Set(),
    spans: distinct,
    points,
    whole,
  };
}

/** First and last month of each year, cut to the months that the ledger is about. */
export function yearSpans(whole: Period): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  for (let month = whole.firstMonth; month <= whole.lastMonth; month = Math.floor(month / 12) * 12 + 12)
    spans.push([month, Math.min(Math.floor(month / 12) * 12 + 11, whole.lastMonth)]);
  return spans;
}

/** Whether a formula adds a stock up over its month ends, so that each of them is told of by that sum. */
function isAddedOverMonths({ pack }: Declarations, measure: MeasureDefinition): boolean {
  return pack.indicators.some(
    (it) =>
      it.kind === "formula" &&
      "overMonths" in it.formula &&
      termParts(it.formula.overMonths.of).id === measure.id,
  );
}

function hasCumulativeRule({ pack, indicators }: Declarations, measure: MeasureDefinition): boolean {
  const speaksOf = (id: string): boolean => {
    if (id === measure.id) return true;
    const indicator = indicators.get(id);
    if (indicator?.kind !== "formula" || !("sum" in indicator.formula)) return false;
    const { plus, minus = [] } = indicator.formula.sum;
    return [...plus, ...minus].some((it) => speaksOf(termParts(it).id));
  };
  return pack.rules.some(
    (rule) =>
      rule.periods === "cumulative" && termsOfRule(rule).some((it) => speaksOf(termParts(it.term).id)),
  );
}

/**
 * The slices of a measure: point 0 is the total, then each value of each dimension. A dimension's values add up to
 * the total; one that is not in its closed list (a field without a value) is a remainder.
 */
export interface SliceAxis {
  readonly size: number;
  /** by {@link sliceKey} */
  readonly points: ReadonlyMap<string, number>;
  /** for each dimension the points of its values */
  readonly dimensions: readonly (readonly number[])[];
  /** for each point its place in `dimensions`; −1 for the total */
  readonly dimensionOf: readonly number[];
  readonly remainders: ReadonlySet<number>;
}

export function sliceKey(dimension: string, value: string): string {
  return `${dimension}\t${value}`;
}

/** The slices of a measure, with the values that its cells have. */
export function sliceAxis(
  declarations: Declarations,
  measure: MeasureDefinition,
  breakdowns: readonly Readonly<Record<string, string>>[],
): SliceAxis {
  const points = new Map<string, number>();
  const dimensions: number[][] = [];
  const dimensionOf = [-1];
  const remainders = new Set<number>();
  for (const dimension of measure.by) {
    const values = [...new Set(breakdowns.map((it) => it[dimension] ?? ""))].sort();
    const known = valuesOf(declarations, measure, dimension);
    const own = values.map((value) => {
      const point = dimensionOf.push(dimensions.length) - 1;
      points.set(sliceKey(dimension, value), point);
      if (known !== null && !known.includes(value)) remainders.add(point);
      return point;
    });
    dimensions.push(own);
  }
  return { size: dimensionOf.length, points, dimensions, dimensionOf, remainders };
}

/** The point of a breakdown: 0 for a total; undefined where it is of several dimensions, null where nothing has it. */
export function slicePoint(
  axis: SliceAxis,
  where: Readonly<Record<string, string>>,
): number | null | undefined {
  const entries = Object.entries(where);
  if (entries.length > 1) return undefined;
  const [one] = entries;
  return one === undefined ? 0 : (axis.points.get(sliceKey(...one)) ?? null);
}

function withinOf(size: number, leaves: readonly (readonly number[])[]): number[][] {
  const within: number[][] = Array.from({ length: size }, () => []);
  for (const [leaf, holders] of leaves.entries()) for (const point of holders) within[point]?.push(leaf);
  return within;
}

/** The distinct breakdowns of cells, parsed. */
export function breakdownsOf(cells: Iterable<Pick<Cell, "breakdown">>): Readonly<Record<string, string>>[] {
  return [...new Set(Array.from(cells, (it) => it.breakdown))].map((it) => JSON.parse(it));
}
