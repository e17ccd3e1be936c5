import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import pg from "pg";
import {
  createPostgres,
  createSqlite,
  openPostgres,
  openSqlite,
  type Store,
} from "../../src/ledger/store/index.ts";
import { postgresUrl } from "../environment.ts";

/** Somewhere a store can be made, opened and opened again. Nothing is there at first. */
export interface Place {
  /** what `createStore` and `openStore` take */
  readonly location: string;
  create(): Promise<Store>;
  open(): Promise<Store>;
  /** runs SQL past the store, as somebody who can reach the database could */
  run(sql: string): Promise<void>;
}

/** Runs a test on every database, each time in a fresh place; closes what it opened there, and clears up. */
export function onEachDatabase(name: string, body: (place: Place) => Promise<void>): void {
  test(`sqlite: ${name}`, () => inSqlite(body));
  test(`postgres: ${name}`, () => inPostgres(body));
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
      async run(sql) {
        const database = new DatabaseSync(location);
        database.exec(sql);
        database.close();
      },
    });
  });
}

/** Gives a place for a schema of this test file's PostgreSQL database. */
export async function inPostgres(body: (place: Place) => Promise<void>): Promise<void> {
  database ??= postgresUrl();
  const url = await database;
  const schema = randomUUID();
  const location = `${url}&schema=${schema}`;
  await closing(body, {
    location,
    create: () => createPostgres(location),
    open: () => openPostgres(location),
    async run(sql) {
      const client = new pg.Client(url);
      await client.connect();
      await client.query(`set search_path to "${schema}"; ${sql}`);
      await client.end();
    },
  });
}

/** made when the first test asks for it, for all tests of a file */
let database: Promise<string> | undefined;

async function closing(body: (place: Place) => Promise<void>, place: Place): Promise<void> {
  const opened: Store[] = [];
  const kept = async (opening: Promise<Store>): Promise<Store> => {
    const store = await opening;
    opened.push(store);
    return store;
  };
  try {
    await body({
      ...place,
      create: () => kept(place.create()),
      open: () => kept(place.open()),
    });
  } finally {
    for (const store of opened) await store.close();
  }
}
