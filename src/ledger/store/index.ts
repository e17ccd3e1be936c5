/** Where a ledger is kept: SQLite and PostgreSQL behind one interface. */
export { createStore, openStore, removeStore } from "./open.ts";
export { createPostgres, openPostgres, type PostgresOptions } from "./postgres.ts";
export type * from "./schema.ts";
export { createSqlite, openSqlite, type SqliteOptions } from "./sqlite.ts";
export type { CellAddition, Store, StoreTransaction } from "./store.ts";
