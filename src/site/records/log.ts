import type { Entry } from "../../ledger/index.ts";

/** The log behind an edition: the entries of open registers stand on pages as they stand there. */
export interface EditionLog {
  /** Of which records the entries from one position to before another are, in the order of the log. */
  owners(from: number, to: number): Promise<readonly EntryOwner[]>;
  /** The entries themselves, in the same order. Each is read when it is called: most that come along are not needed. */
  entries(from: number, to: number): Promise<readonly (() => Entry)[]>;
}

/** Which record an entry belongs to, and what version it had before: 0 where the entry opens it. */
export type EntryOwner = Pick<Entry, "register" | "record" | "version">;

/** An entry and where it stands in the log. */
export interface PlacedEntry {
  readonly position: number;
  readonly entry: Entry;
}

/** Entries that are read at once while the log is gone through. */
export const STRETCH = 2048;
