import { refuse } from "../../issue/index.ts";
import { TILE_WIDTH, type Tile, tileAt } from "../tile.ts";

/** Some positions of a log, as runs `[first, last]`. */
export class Positions {
  readonly #runs: readonly (readonly [number, number])[];
  readonly #size: number;
  /** how many they are */
  readonly count: number;
  /** the run in which the last position that was asked for lies, or the next one */
  #at = 0;

  /**
   * Refuses a position that a log of `size` entries does not have (`ledger.position-beyond`). Throws on runs that do
   * not ascend.
   */
  constructor(runs: readonly (readonly [first: number, last: number])[], size: number) {
    let before = -1;
    let count = 0;
    for (const [first, last] of runs) {
      if (!(first > before && last >= first)) throw new Error(`runs do not ascend: ${first} to ${last}`);
      if (last >= size) refuse("ledger.position-beyond", [last], { size, last: size - 1 });
      count += last - first + 1;
      before = last;
    }
    this.#runs = runs;
    this.#size = size;
    this.count = count;
  }

  /** Whether a position is one of them. To be asked in ascending order. */
  has(position: number): boolean {
    while ((this.#runs[this.#at]?.[1] ?? Number.POSITIVE_INFINITY) < position) this.#at += 1;
    const first = this.#runs[this.#at]?.[0];
    return first !== undefined && first <= position;
  }

  /** The tiles of level 0 in which they stand, each once. */
  *tiles(): Generator<Tile> {
    let next = 0;
    for (const [first, last] of this.#runs)
      for (
        next = Math.max(next, Math.floor(first / TILE_WIDTH));
        next <= Math.floor(last / TILE_WIDTH);
        next++
      ) {
        const tile = tileAt(0, next, this.#size);
        if (tile !== null) yield tile;
      }
  }
}
