import type { Kysely, Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/**
 * A ledger's database. Both implementations pass one conformance suite (`test/ledger/store.test.ts`).
 * Queries go through Kysely, in the SQL that SQLite, PostgreSQL and Citus share; they are not streamed:
 * long results are read in pages, by key.
 */
export interface Store {
  readonly kind: "sqlite" | "postgres";
  /**
   * For reading outside a transaction: sees what was committed when the query began, and writes nothing.
   */
  readonly db: Kysely<Schema>;
  /**
   * One durable transaction: committed to disk when it resolves, gone when it rejects. SQLite takes the
   * write lock at its start; PostgreSQL reads committed, and `lockDistrict` serialises where that is asked.
   * A transaction cannot be started inside another one of the same store.
   */
  transaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  /**
   * Clears away what deleted sealed values left behind in the store's own files, so far as the store can: of SQLite,
   * nothing is left in the file or its write-ahead log. PostgreSQL writes the table of sealed values anew, and nobody
   * else can use it meanwhile; what a statement that runs elsewhere could still see stays until the next time, and its
   * log keeps all until it is recycled: that is its operator's. Not inside a transaction.
   */
  purge(): Promise<void>;
  /** Lets go of file or connections, once what runs has ended. */
  close(): Promise<void>;
}

/** What can be done inside a transaction, until it ends. */
export interface StoreTransaction {
  readonly db: Transaction<Schema>;
  /**
   * Waits until no other transaction holds this district's sequencer, and takes it until the end. The lock
   * is the district's row in `ledger`; without one it refuses with the issue `store.district-unknown`.
   */
  lockDistrict(district: string): Promise<void>;
  /** Inserts many rows at once, columns in the order of `columns`; faster than Kysely's row values. */
  insert<T extends keyof Schema & string>(
    table: T,
    columns: readonly (keyof Schema[T] & string)[],
    rows: readonly (readonly unknown[])[],
  ): Promise<void>;
  /**
   * Inserts rows, or replaces the other columns of rows whose key is there. Of rows with one key the last
   * counts. `columns` must name the whole key.
   */
  put<T extends keyof Schema & string>(
    table: T,
    columns: readonly (keyof Schema[T] & string)[],
    rows: readonly (readonly unknown[])[],
  ): Promise<void>;
  /** Adds `n` and `sum` to cells, making those that are not there. A cell may come several times. */
  addCells(rows: readonly CellAddition[]): Promise<void>;
}

/** What is added to one cell. */
export type CellAddition = readonly [
  district: string,
  indicator: string,
  area: string,
  month: number,
  breakdown: string,
  n: number,
  sum: bigint,
];
