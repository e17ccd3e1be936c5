/** A maintained counter: what an indicator has at (area, month, breakdown). */
export interface Cell {
  readonly indicator: string;
  readonly area: string;
  /** months since year 0: year × 12 + month − 1 */
  readonly month: number;
  /** canonical JSON `{dimension: value}`, dimensions in the indicator's order */
  readonly breakdown: string;
  /** records counted; of enterings of which small figures are withheld, those that entered for the first time */
  readonly n: number;
  /** the summed field times 10^decimals of that field; of such enterings, how many */
  readonly sum: bigint;
}

/** Whether nothing is behind a count and a sum. */
export function isEmpty({ n, sum }: Pick<Cell, "n" | "sum">): boolean {
  return n === 0 && sum === 0n;
}

/** Cells under construction: additions commute, so their order does not matter. */
export class CellSums {
  readonly #cells = new Map<string, Map<string, { n: number; sum: bigint }>>();

  /** Adds to a cell. `place` is `area month breakdown`, joined by {@link placeOf}. */
  add(indicator: string, place: string, n: number, sum: bigint): void {
    let places = this.#cells.get(indicator);
    if (places === undefined) {
      places = new Map();
      this.#cells.set(indicator, places);
    }
    const cell = places.get(place);
    if (cell === undefined) places.set(place, { n, sum });
    else {
      cell.n += n;
      cell.sum += sum;
    }
  }

  /** Adds all that others hold. */
  addAll(others: CellSums): void {
    for (const [indicator, places] of others.#cells)
      for (const [place, { n, sum }] of places) this.add(indicator, place, n, sum);
  }

  /** Begins anew. */
  clear(): void {
    this.#cells.clear();
  }

  /** The cells that are not zero, in no particular order. */
  *cells(): Generator<Cell> {
    for (const [indicator, places] of this.#cells)
      for (const [place, cell] of places) {
        if (isEmpty(cell)) continue;
        const { n, sum } = cell;
        const [area = "", month = "", breakdown = ""] = place.split("\t");
        yield { indicator, area, month: Number(month), breakdown, n, sum };
      }
  }
}

/** One string for a cell's place; areas and breakdowns hold no tab. */
export function placeOf(area: string, month: number, breakdown: string): string {
  return `${area}\t${month}\t${breakdown}`;
}
