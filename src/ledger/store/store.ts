import type { Kysely, Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/**
 * A ledger's database. Both implementations pass one conformance suite (`test/ledger/store.test.ts`).
 * Queries go through Kysely, in the SQL that SQLite, PostgreSQL and Citus share.
 */
export interface Store {
  readonly kind: "sqlite" | "postgres";
  /** for reading outside a transaction */
  readonly db: Kysely<Schema>;
  /** Makes the tables. Refuses where they are already. */
  create(): Promise<void>;
  /**
   * One durable transaction: committed to disk when it resolves, gone when it rejects. SQLite takes the
   * write lock at its start; PostgreSQL reads committed, and `lockDistrict` serialises where that is asked.
   */
  transaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface StoreTransaction {
  readonly db: Transaction<Schema>;
  /** Waits until no other transaction holds this district's sequencer, and takes it until the end. */
  lockDistrict(district: string): Promise<void>;
  /** Inserts many rows at once, columns in the order of `columns`; faster than Kysely's row values. */
  insert<T extends keyof Schema & string>(
    table: T,
    columns: readonly (keyof Schema[T] & string)[],
    rows: readonly (readonly unknown[])[],
  ): Promise<void>;
  /** Inserts rows, or replaces the other columns of rows whose key is there. */
  put<T extends keyof Schema & string>(
    table: T,
    columns: readonly (keyof Schema[T] & string)[],
    rows: readonly (readonly unknown[])[],
  ): Promise<void>;
  /** Adds `n` and `sum` to cells, making those that are not there. */
  addCells(
    rows: readonly (readonly [
      district: string,
      indicator: string,
      area: string,
      month: number,
      breakdown: string,
      n: number,
      sum: bigint,
    ])[],
  ): Promise<void>;
}
