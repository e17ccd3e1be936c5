import type { Cell } from "./cell.ts";

/** Breakdown values: dimension → value. */
export type Breakdown = Readonly<Record<string, string>>;

/** Cells held in memory, by indicator and area: what observations are read from. */
export class CellTable {
  /** whether small figures of sealed registers are read from it as they are, which is for checks alone */
  readonly isClear: boolean;
  readonly #cells = new Map<string, Map<string, PlacedCell[]>>();

  constructor(cells: Iterable<Cell>, isClear = false) {
    this.isClear = isClear;
    const breakdowns = new Map<string, Breakdown>();
    for (const cell of cells) {
      let breakdown = breakdowns.get(cell.breakdown);
      if (breakdown === undefined) {
        breakdown = JSON.parse(cell.breakdown) as Breakdown;
        breakdowns.set(cell.breakdown, breakdown);
      }
      let areas = this.#cells.get(cell.indicator);
      if (areas === undefined) {
        areas = new Map();
        this.#cells.set(cell.indicator, areas);
      }
      const placed = { month: cell.month, breakdown, n: cell.n, sum: cell.sum };
      const list = areas.get(cell.area);
      if (list === undefined) areas.set(cell.area, [placed]);
      else list.push(placed);
    }
  }

  /** The same cells, read as they are: rules hold of what is, not of what is shown of it. Nothing read so is shown. */
  inClear(): CellTable {
    const clear = new CellTable([], true);
    for (const [indicator, areas] of this.#cells) clear.#cells.set(indicator, areas);
    return clear;
  }

  /** The cells of an indicator, area by area. */
  *of(indicator: string): Generator<Cell> {
    for (const [area, cells] of this.#cells.get(indicator) ?? [])
      for (const { month, breakdown, n, sum } of cells)
        yield { indicator, area, month, breakdown: JSON.stringify(breakdown), n, sum };
  }

  /** Count and sum over the months `from` to `to`, both included, where the breakdown has these values. */
  total(
    indicator: string,
    area: string,
    from: number,
    to: number,
    where: Breakdown,
  ): { n: number; sum: bigint } {
    let n = 0;
    let sum = 0n;
    const wanted = Object.entries(where);
    // the most frequent question by far: asked without going through `select`
    for (const cell of this.#cells.get(indicator)?.get(area) ?? [])
      if (cell.month >= from && cell.month <= to && hasAll(cell.breakdown, wanted)) {
        n += cell.n;
        sum += cell.sum;
      }
    return { n, sum };
  }

  /**
   * What stood at the end of each month from `from` to `to`, added up: a cell counts at the end of its own month and
   * of every later one. Nothing where `to` is before `from`.
   */
  overMonthEnds(
    indicator: string,
    area: string,
    from: number,
    to: number,
    where: Breakdown,
  ): { n: number; sum: bigint } {
    let n = 0;
    let sum = 0n;
    if (to < from) return { n, sum };
    for (const cell of this.select(indicator, area, Number.NEGATIVE_INFINITY, to, where)) {
      const months = to - Math.max(from, cell.month) + 1;
      n += cell.n * months;
      sum += cell.sum * BigInt(months);
    }
    return { n, sum };
  }

  /** The values that a dimension has there, in no particular order. */
  values(indicator: string, area: string, to: number, where: Breakdown, dimension: string): string[] {
    const found = new Set<string>();
    for (const { breakdown } of this.select(indicator, area, Number.NEGATIVE_INFINITY, to, where))
      found.add(breakdown[dimension] ?? "");
    return [...found];
  }

  /** The cells themselves; those of one breakdown have the same object for it. */
  *select(
    indicator: string,
    area: string,
    from: number,
    to: number,
    where: Breakdown,
  ): Generator<PlacedCell> {
    const wanted = Object.entries(where);
    for (const cell of this.#cells.get(indicator)?.get(area) ?? [])
      if (cell.month >= from && cell.month <= to && hasAll(cell.breakdown, wanted)) yield cell;
  }
}

function hasAll(breakdown: Breakdown, wanted: readonly (readonly [name: string, value: string])[]): boolean {
  for (const [name, value] of wanted) if (breakdown[name] !== value) return false;
  return true;
}

/** What an indicator has at an area in a month, in one breakdown. */
export interface PlacedCell {
  readonly month: number;
  readonly breakdown: Breakdown;
  readonly n: number;
  readonly sum: bigint;
}
