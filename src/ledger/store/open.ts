import { createPostgres, openPostgres } from "./postgres.ts";
import { createSqlite, openSqlite } from "./sqlite.ts";
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

function isPostgres(location: string): boolean {
  return /^postgres(ql)?:\/\//.test(location);
}
