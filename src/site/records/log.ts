import type { Entry } from "../../ledger/index.ts";

/** The log behind an edition: the entries of open registers stand on pages as they stand there. */
export interface EditionLog {
  /** The entries from one position to before another, in the order of the log. */
  entries(from: number, to: number): Promise<readonly Entry[]>;
}

/** An entry and where it stands in the log. */
export interface PlacedEntry {
  readonly position: number;
  readonly entry: Entry;
}

/** Entries read at once, and how many such stretches are kept at hand: some tens of megabytes. */
const STRETCH = 256;
const KEPT = 96;

/** A log read here and there, as the histories of neighbouring records ask for it. */
export class LogWindow {
  readonly #log: EditionLog;
  readonly #size: number;
  /** the stretches at hand, the one used last at the end */
  readonly #stretches = new Map<number, readonly Entry[]>();

  constructor(log: EditionLog, size: number) {
    this.#log = log;
    this.#size = size;
  }

  /** The entry at a position. */
  async at(position: number): Promise<PlacedEntry> {
    const index = Math.floor(position / STRETCH);
    const stretch = this.#stretches.get(index) ?? (await this.#read(index));
    this.#stretches.delete(index);
    this.#stretches.set(index, stretch);
    const entry = stretch[position % STRETCH];
    if (entry === undefined) throw new Error(`the log has no entry ${position}`);
    return { position, entry };
  }

  #read(index: number): Promise<readonly Entry[]> {
    for (const oldest of this.#stretches.keys()) {
      if (this.#stretches.size < KEPT) break;
      this.#stretches.delete(oldest);
    }
    const from = index * STRETCH;
    return this.#log.entries(from, Math.min(from + STRETCH, this.#size));
  }
}
