import { AsyncLocalStorage } from "node:async_hooks";
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import type { CompiledQuery, DatabaseConnection, QueryResult } from "kysely";
import { IssueError, issue, refuse } from "../../issue/index.ts";

/**
 * One connection to an SQLite file. One user has it at a time, the others wait in line; it can write only
 * inside a transaction. Rows are plain objects, whole numbers are bound as such.
 */
export class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #location: string;
  readonly #patience: number;
  readonly #statements = new Map<string, Statement>();
  readonly #within = new AsyncLocalStorage<true>();
  #line: Promise<void> = Promise.resolve();
  #leave: () => void = () => {};
  #failed = false;
  #closed = false;

  /** `patience`: seconds to wait for another process that writes, before `store.busy` is raised. */
  constructor(database: DatabaseSync, location: string, patience: number) {
    this.#database = database;
    this.#location = location;
    this.#patience = patience;
    database.exec("pragma query_only = on");
  }

  /** Waits for this connection's turn and takes it until {@link release}. */
  async acquire(): Promise<void> {
    if (this.#within.getStore()) {
      throw new Error("inside a transaction: ask through its own `db`, and start no second one");
    }
    const before = this.#line;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#line = promise;
    await before;
    this.#leave = resolve;
  }

  release(): void {
    this.#leave();
  }

  /** Runs what a transaction holds, so that asking for a second turn inside it is seen. */
  within<T>(work: () => Promise<T>): Promise<T> {
    return this.#within.run(true, work);
  }

  /** Takes the file's write lock, waiting for other connections and processes that hold it. */
  async begin(): Promise<void> {
    this.#failed = false;
    for (let waited = 0, pause = 1; !this.#tryToBegin(); waited += pause, pause = Math.min(2 * pause, 50)) {
      if (waited >= this.#patience * 1000)
        refuse("store.busy", [this.#location], { seconds: this.#patience });
      await sleep(pause);
    }
  }

  /** As in PostgreSQL, nothing is committed once a statement has failed. */
  commit(): void {
    if (this.#failed) throw new Error("a statement of this transaction has failed: nothing is committed");
    this.attempt(() => this.#run("commit"));
    this.#run("pragma query_only = on");
  }

  rollback(): void {
    // A full disk or an I/O error has rolled back already.
    if (this.#database.isTransaction) this.#run("rollback");
    this.#run("pragma query_only = on");
  }

  /**
   * Brings the write-ahead log into the file and empties it: nothing of what was there before a change is left in
   * either. Waits for others who still read what was there (`store.busy`).
   */
  async emptyLog(): Promise<void> {
    await this.acquire();
    try {
      for (let waited = 0, pause = 1; ; waited += pause, pause = Math.min(2 * pause, 50)) {
        const [found] = this.statement("pragma wal_checkpoint(truncate)").all([]);
        if (found?.busy === 0) return;
        if (waited >= this.#patience * 1000)
          refuse("store.busy", [this.#location], { seconds: this.#patience });
        await sleep(pause);
      }
    } finally {
      this.release();
    }
  }

  /** A statement, made ready once and kept. */
  statement(sql: string): Statement {
    const kept = this.#statements.get(sql);
    if (kept !== undefined) return kept;
    if (this.#statements.size >= mostStatements) {
      const [oldest] = this.#statements.keys();
      this.#statements.delete(oldest as string);
    }
    const made = new Statement(this.#database.prepare(sql));
    this.#statements.set(sql, made);
    return made;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    return this.attempt(() => {
      const statement = this.statement(sql);
      const values = parameters.map(bindable);
      if (statement.reads) return { rows: statement.all(values) as R[] };
      return { rows: [], numAffectedRows: BigInt(statement.run(values)) };
    });
  }

  /** Does something in the transaction, and remembers if it failed. */
  attempt<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      this.#failed = true;
      throw toldFailure(error, this.#location);
    }
  }

  // biome-ignore lint/correctness/useYield: it only says no
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("results are not streamed: read them in pages, by key");
  }

  /** Closes it, once it is this call's turn; closing again does nothing. */
  async close(): Promise<void> {
    await this.acquire();
    if (!this.#closed) this.#database.close();
    this.#closed = true;
    this.release();
  }

  #tryToBegin(): boolean {
    this.#run("pragma query_only = off");
    try {
      this.#run("begin immediate");
      return true;
    } catch (error) {
      this.#run("pragma query_only = on");
      if (primaryCode(error) === busy) return false;
      throw error;
    }
  }

  #run(sql: string): void {
    this.statement(sql).run([]);
  }
}

/** A prepared statement whose rows come as plain objects. */
export class Statement {
  /** whether it gives rows */
  readonly reads: boolean;
  readonly #statement: StatementSync;
  readonly #names: readonly string[];

  constructor(statement: StatementSync) {
    this.#statement = statement;
    this.#names = statement.columns().map((column) => column.name);
    this.reads = this.#names.length > 0;
    // Node makes rows without a prototype; built from arrays they are plain, and no slower.
    if (this.reads) statement.setReturnArrays(true);
  }

  /** Runs it and gives the number of rows that it changed. */
  run(values: readonly SQLInputValue[]): number | bigint {
    return this.#statement.run(...values).changes;
  }

  all(values: readonly SQLInputValue[]): Record<string, unknown>[] {
    const rows = this.#statement.all(...values) as unknown as unknown[][];
    return rows.map((row) => {
      const named: Record<string, unknown> = {};
      for (const [index, name] of this.#names.entries()) named[name] = row[index];
      return named;
    });
  }
}

/** What the disk refused, as an issue; every other error as it is. */
export function toldFailure(error: unknown, location: string): unknown {
  const reason = error instanceof Error ? error.message : String(error);
  switch (primaryCode(error)) {
    case full:
      return new IssueError([issue("store.disk-full", [location], { reason })]);
    case inputOutput:
      return new IssueError([issue("store.disk-failed", [location], { reason })]);
    case corrupt:
    case notADatabase:
      return new IssueError([issue("store.not-a-database", [location], { reason })]);
    default:
      return error;
  }
}

/** SQLite's primary result code (https://sqlite.org/rescode.html), or undefined for another error. */
export function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number")
    return undefined;
  return error.errcode & 0xff;
}

/** Node binds every number as a real, with which `month / 12` would be no whole number. */
function bindable(value: unknown): SQLInputValue {
  return typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : (value as SQLInputValue);
}

const mostStatements = 500;

// https://sqlite.org/rescode.html
const busy = 5;
const inputOutput = 10;
const corrupt = 11;
const full = 13;
const notADatabase = 26;
