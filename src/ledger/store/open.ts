import { createSqlite, openSqlite } from "./sqlite.ts";
import type { Store } from "./store.ts";

/**
 * Makes a new ledger's database and opens it. A location is the path of an SQLite file.
 */
export async function createStore(location: string): Promise<Store> {
  return createSqlite(location);
}

/** Opens a ledger's database that is there. */
export async function openStore(location: string): Promise<Store> {
  return openSqlite(location);
}
