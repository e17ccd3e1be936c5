/** A maintained counter: what an indicator has at (area, month, breakdown). */
export interface Cell {
  readonly indicator: string;
  readonly area: string;
  /** months since year 0: year × 12 + month − 1 */
  readonly month: number;
  /** canonical JSON `{dimension: value}`, dimensions in the indicator's order */
  readonly breakdown: string;
  /** records counted */
  readonly n: number;
  /** the summed field times 10^decimals of that field */
  readonly sum: bigint;
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

  /** Begins anew. */
  clear(): void {
    this.#cells.clear();
  }

  /** The cells that are not zero, in no particular order. */
  *cells(): Generator<Cell> {
    for (const [indicator, places] of this.#cells)
      for (const [place, { n, sum }] of places) {
        if (n === 0 && sum === 0n) continue;
        const [area = "", month = "", breakdown = ""] = place.split("\t");
        yield { indicator, area, month: Number(month), breakdown, n, sum };
      }
  }
}

/** One string for a cell's place; areas and breakdowns hold no tab. */
export function placeOf(area: string, month: number, breakdown: string): string {
  return `${area}\t${month}\t${breakdown}`;
}
