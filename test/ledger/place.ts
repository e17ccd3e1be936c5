import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createSqlite, openSqlite, type Store } from "../../src/ledger/store/index.ts";

/** Somewhere a store can be made, opened and opened again. Nothing is there at first. */
export interface Place {
  /** what `createStore` and `openStore` take */
  readonly location: string;
  create(): Promise<Store>;
  open(): Promise<Store>;
}

/** Runs a test on every database, each time in a fresh place; closes what it opened there, and clears up. */
export function onEachDatabase(name: string, body: (place: Place) => Promise<void>): void {
  test(`sqlite: ${name}`, () => inSqlite(body));
}

/** Gives a folder that is there until the work ends. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "huimou-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Gives a place for an SQLite file. */
export function inSqlite(body: (place: Place) => Promise<void>): Promise<void> {
  return inFolder((folder) => {
    const location = join(folder, "ledger.db");
    return closing(body, {
      location,
      create: () => createSqlite(location),
      open: () => openSqlite(location),
    });
  });
}

async function closing(body: (place: Place) => Promise<void>, place: Place): Promise<void> {
  const opened: Store[] = [];
  const kept = async (opening: Promise<Store>): Promise<Store> => {
    const store = await opening;
    opened.push(store);
    return store;
  };
  try {
    await body({
      location: place.location,
      create: () => kept(place.create()),
      open: () => kept(place.open()),
    });
  } finally {
    for (const store of opened) await store.close();
  }
}
