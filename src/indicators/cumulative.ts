import type { Period } from "../quantity/index.ts";
import type { Breakdown, CellTable, PlacedCell } from "./cell-table.ts";
import type { MeasureDefinition } from "./define.ts";

/** What a cumulative measure's reports give for a period. */
export interface Accrued {
  /** records behind it */
  readonly n: number;
  readonly sum: bigint;
  /** false where a period begins within a year, and no report tells what had been by then */
  readonly known: boolean;
  /** the cells that it was made of */
  readonly used: readonly PlacedCell[];
}

/**
 * Of each year the last report that lies in the period; of the year in which the period begins, less the report of
 * the month before it. Every area and breakdown is a series of its own: they need not report up to the same month.
 */
export function accrued(
  cells: CellTable,
  id: string,
  area: string,
  period: Period,
  where: Breakdown,
): Accrued {
  const yearOf = (month: number) => Math.floor(month / 12);
  const firstJanuary = yearOf(period.firstMonth) * 12;
  const selected = [...cells.select(id, area, firstJanuary, period.lastMonth, where)].filter(
    ({ n }) => n > 0,
  );
  const used: PlacedCell[] = [];
  let [n, sum, known] = [0, 0n, true];
  for (const reports of Map.groupBy(selected, (it) => it.breakdown).values()) {
    const within = reports.filter(({ month }) => month >= period.firstMonth);
    for (const [year, ofYear] of Map.groupBy(within, ({ month }) => yearOf(month))) {
      const last = ofYear.reduce((latest, it) => (it.month > latest.month ? it : latest));
      used.push(last);
      n += last.n;
      sum += last.sum;
      if (year * 12 >= period.firstMonth) continue;
      const before = reports.find(({ month }) => month === period.firstMonth - 1);
      if (before === undefined) known = false;
      else {
        used.push(before);
        sum -= before.sum;
      }
    }
  }
  return { n, sum, known, used };
}

/**
 * A measure as its cells are kept: a cumulative one also by the area of its own reports, because each area's last
 * report counts, whenever the others' were.
 */
export function asKept(measure: MeasureDefinition, { area }: { readonly area: string }): MeasureDefinition {
  return measure.cumulative !== true || measure.by.includes(area)
    ? measure
    : { ...measure, by: [...measure.by, area] };
}
