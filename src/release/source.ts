import type { CellTable, Declarations, Explanation, Observation } from "../indicators/index.ts";
import type { RegisterSummary, Revision } from "../site/index.ts";

/** All that an edition is composed from, wherever it was read: the ledger's database or a bundle. */
export interface EditionSource {
  readonly declarations: Declarations;
  /** 1 for a district's first release */
  readonly number: number;
  /** entries covered */
  readonly position: number;
  /** when the last of them was recorded, UTC */
  readonly recorded: string;
  /** the tree's root at that size, lower-case hex */
  readonly root: string;
  readonly origin: string;
  readonly verifierKey: string;
  /** every cell at that position */
  readonly cells: CellTable;
  readonly explanations: readonly Explanation[];
  readonly registers: readonly RegisterSummary[];
  /** earlier releases, oldest first */
  readonly earlier: readonly PastRelease[];
  /** entries of some registers between two positions, oldest first, at most `most` */
  readonly entriesOf: (
    registers: readonly string[],
    from: number,
    to: number,
    most: number,
  ) => Promise<readonly NotedEntry[]>;
}

/** What later releases need of one: its place, its observations and the sentences that stated them. */
export interface PastRelease {
  readonly number: number;
  readonly position: number;
  readonly root: string;
  readonly recorded: string;
  readonly observations: readonly Observation[];
  /** sentences by observation (see `keyOf`) */
  readonly sentences: Readonly<Record<string, readonly string[]>>;
  /** its revisions and those of the releases before it, newest first */
  readonly revisions: readonly Revision[];
}

/** An entry as a revision notes it, and the record that it is of. */
export interface NotedEntry {
  readonly position: number;
  readonly record: string;
  readonly kind: string;
  readonly reason: string;
}
