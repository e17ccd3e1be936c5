import { closeSync, existsSync, openSync } from "node:fs";
import { rm } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { Kysely } from "kysely";
import { IssueError, issue, refuse } from "../../issue/index.ts";
import { createStatements, refuseToCreate, refuseToOpen } from "./format.ts";
import type { Schema } from "./schema.ts";
import { primaryCode, SqliteConnection, toldFailure } from "./sqlite-connection.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";
import { SqliteTransaction } from "./sqlite-transaction.ts";
import type { Store } from "./store.ts";

/** How an SQLite file is used. */
export interface SqliteOptions {
  /** seconds to wait for another process that writes; 60 unless told */
  readonly patience?: number;
}

/**
 * Makes a ledger's tables in a new SQLite file, readable by its owner only, or in memory for `":memory:"`,
 * and opens it. Refuses a file that holds tables: `store.exists`, `store.foreign`; and one that cannot be
 * made: `store.unopenable`.
 */
export async function createSqlite(file: string, options: SqliteOptions = {}): Promise<Store> {
  if (file !== ":memory:") makeFile(file);
  const database = openDatabase(file);
  try {
    // A crash before the commit leaves a file without tables, in which they can be made again.
    database.exec("begin immediate");
    refuseToCreate(file, tablesOf(database));
    for (const statement of createStatements("sqlite")) database.exec(statement);
    database.exec("commit");
  } catch (error) {
    database.close();
    throw error;
  }
  return sqliteStore(database, file, options);
}

/**
 * Opens the ledger in an SQLite file. Makes no file: `store.missing` without one; `store.foreign`,
 * `store.not-a-database`, `store.version` and `store.unopenable` for what is no ledger that it knows.
 */
export async function openSqlite(file: string, options: SqliteOptions = {}): Promise<Store> {
  const database = openDatabase(file);
  try {
    const existing = tablesOf(database);
    refuseToOpen(file, existing, existing.includes("format") ? versionOf(database) : undefined);
  } catch (error) {
    database.close();
    throw error;
  }
  return sqliteStore(database, file, options);
}

/** Removes a ledger's file; refuses as `openSqlite` does. */
export async function removeSqlite(file: string): Promise<void> {
  const store = await openSqlite(file);
  await store.close();
  for (const suffix of ["", "-wal", "-shm"]) await rm(`${file}${suffix}`, { force: true });
}

/**
 * A file has two connections: one writes, the other reads what is committed, also while the first is in a
 * transaction. What is in memory has one, on which reading waits for the transaction to end.
 */
function sqliteStore(database: DatabaseSync, file: string, { patience = 60 }: SqliteOptions): Store {
  // SQLite's own way to wait for a writer stops this whole process, and with it perhaps the transaction
  // that is waited for; `begin` waits instead. Readers wait for nobody but a recovery, which is short.
  database.exec("pragma busy_timeout = 0");
  const writer = new SqliteConnection(database, file, patience);
  const reader = file === ":memory:" ? writer : new SqliteConnection(openDatabase(file), file, patience);
  const writing = new Kysely<Schema>({ dialect: sqliteDialect(writer) });
  const reading = new Kysely<Schema>({ dialect: sqliteDialect(reader) });
  return {
    kind: "sqlite",
    db: reading,
    transaction: (work) =>
      writing.transaction().execute(async (db) => {
        const transaction = new SqliteTransaction(db, writer);
        try {
          return await writer.within(() => work(transaction));
        } finally {
          transaction.end();
        }
      }),
    purge: () => writer.emptyLog(),
    async close() {
      await writer.close();
      if (reader !== writer) await reader.close();
    },
  };
}

function makeFile(file: string): void {
  try {
    closeSync(openSync(file, "a", 0o600));
  } catch (error) {
    refuse("store.unopenable", [file], { reason: String(error) });
  }
}

/** `mode=rw`: SQLite makes no file of its own accord. */
function openDatabase(file: string): DatabaseSync {
  const location = file === ":memory:" ? file : pathToFileURL(file);
  if (location instanceof URL) location.searchParams.set("mode", "rw");
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(location, { timeout: 5000 });
    database.exec(settings);
    return database;
  } catch (error) {
    database?.close();
    throw refusalOf(error, file);
  }
}

function refusalOf(error: unknown, file: string): unknown {
  const reason = error instanceof Error ? error.message : String(error);
  switch (primaryCode(error)) {
    case cannotOpen:
      if (!existsSync(file)) return new IssueError([issue("store.missing", [file])]);
      return new IssueError([issue("store.unopenable", [file], { reason })]);
    case readOnly:
    case noPermission:
      return new IssueError([issue("store.unopenable", [file], { reason })]);
    default:
      return toldFailure(error, file);
  }
}

function tablesOf(database: DatabaseSync): string[] {
  const rows = database.prepare("select name from sqlite_schema where type = 'table' order by name").all();
  return rows.map((row) => String(row.name)).filter((name) => !name.startsWith("sqlite_"));
}

function versionOf(database: DatabaseSync): number | undefined {
  const row = database.prepare(`select "version" from "format"`).get();
  return row === undefined ? undefined : Number(row.version);
}

/**
 * With `synchronous = full` a commit is on the disk when it returns, also in a write-ahead log
 * (https://sqlite.org/pragma.html#pragma_synchronous). With `secure_delete` what is deleted is overwritten with zeros:
 * a sealed value that was erased is in no free page either.
 */
const settings =
  "pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -16384; pragma secure_delete = on";

// https://sqlite.org/rescode.html
const noPermission = 3;
const readOnly = 8;
const cannotOpen = 14;
