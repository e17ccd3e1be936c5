import { createPostgres, openPostgres, removePostgres } from "./postgres.ts";
import { createSqlite, openSqlite, removeSqlite } from "./sqlite.ts";
import type { Store } from "./store.ts";

/**
 * Makes a new ledger's database and opens it. A location is `postgres://user@host/database?schema=name`, or
 * the path of an SQLite file. Refuses where something is already: `store.exists`.
 */
export async function createStore(location: string): Promise<Store> {
  return isPostgres(location) ? createPostgres(location) : createSqlite(location);
}

/** Opens a ledger's database that is there; makes nothing. Refuses where there is none: `store.missing`. */
export async function openStore(location: string): Promise<Store> {
  return isPostgres(location) ? openPostgres(location) : openSqlite(location);
}

/**
 * Removes a ledger's database for good: its file, or its tables where it shares a PostgreSQL database with others.
 * Refuses what is no ledger of this version, as opening it does.
 */
export async function removeStore(location: string): Promise<void> {
  return isPostgres(location) ? removePostgres(location) : removeSqlite(location);
}

function isPostgres(location: string): boolean {
  return /^postgres(ql)?:\/\//.test(location);
}
