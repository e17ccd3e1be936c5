import { AsyncLocalStorage } from "node:async_hooks";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { IssueError, issue, refuse } from "../../issue/index.ts";
import { createStatements, refuseToCreate, refuseToOpen } from "./format.ts";
import { reasonOf, toldPool } from "./postgres-connection.ts";
import { PostgresTransaction } from "./postgres-transaction.ts";
import { postgresValues } from "./postgres-values.ts";
import type { Schema } from "./schema.ts";
import type { Store } from "./store.ts";
import { quoted, quotedList, tableNames } from "./tables.ts";

/** How a PostgreSQL database is used. */
export interface PostgresOptions {
  /** the schema that holds the tables; `huimou`, or what the address says as `?schema=`, unless told */
  readonly schema?: string;
  /** connections at a time; 10 unless told */
  readonly connections?: number;
}

/**
 * Makes a ledger's tables in a schema of a PostgreSQL database, and the schema where it is missing, and
 * opens it. Refuses a schema that holds tables: `store.exists`, `store.foreign`; and a server that cannot
 * keep a promise: `store.unreachable`, `store.server-too-old`, `store.not-durable`.
 */
export async function createPostgres(url: string, options: PostgresOptions = {}): Promise<Store> {
  const { pool, location, schema } = await connect(url, options);
  return orClose(pool, async () => {
    await inTransaction(pool, async (client) => {
      // of two programs that create at once, one is told that the other did
      await client.query("select pg_advisory_xact_lock(hashtext($1))", [`huimou create ${schema}`]);
      await client.query(`create schema if not exists ${quoted(schema)}`);
      refuseToCreate(location, await tablesOf(client));
      for (const statement of createStatements("postgres")) await client.query(statement);
    });
    return postgresStore(pool, location);
  });
}

/**
 * Opens the ledger in a schema of a PostgreSQL database; `store.missing`, `store.foreign` and
 * `store.version` for what is no ledger that it knows, and the server's faults as `createPostgres` has them.
 */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Store> {
  const { pool, location } = await connect(url, options);
  return orClose(pool, async () => {
    await refuseUnlessLedger(pool, location);
    return postgresStore(pool, location);
  });
}

/** Drops a ledger's tables, and nothing else of the schema, in one transaction; refuses as `openPostgres` does. */
export async function removePostgres(url: string, options: PostgresOptions = {}): Promise<void> {
  const { pool, location } = await connect(url, options);
  await orClose(pool, async () => {
    await refuseUnlessLedger(pool, location);
    await inTransaction(pool, async (client) => {
      await client.query(`drop table ${quotedList([...tableNames, "format"])}`);
    });
  });
  await pool.end();
}

async function refuseUnlessLedger(pool: pg.Pool, location: string): Promise<void> {
  const existing = await tablesOf(pool);
  const version = existing.includes("format")
    ? (await pool.query<{ version: number }>(`select "version" from "format"`)).rows[0]?.version
    : undefined;
  refuseToOpen(location, existing, version);
}

/** Refuses a server on which the SQL does not run, or a commit is not on the disk when it returns. */
export function refuseServer(
  location: string,
  version: number,
  settings: Readonly<Record<string, string>>,
): void {
  if (version < oldestVersion) {
    refuse("store.server-too-old", [location], { found: version, known: oldestVersion });
  }
  for (const [setting, value] of Object.entries(settings)) {
    if (value !== "on") refuse("store.not-durable", [location], { setting });
  }
}

function postgresStore(pool: pg.Pool, location: string): Store {
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: toldPool(pool, location) }) });
  const within = new AsyncLocalStorage<true>();
  let closed: Promise<void> | undefined;
  return {
    kind: "postgres",
    db,
    async transaction(work) {
      if (within.getStore()) throw new Error("inside a transaction: start no second one");
      const begin = db.transaction().setIsolationLevel("read committed").setAccessMode("read write");
      return begin.execute(async (transaction) => {
        const tx = new PostgresTransaction(transaction);
        try {
          const result = await within.run(true, () => work(tx));
          tx.assertWhole();
          return result;
        } finally {
          tx.end();
        }
      });
    },
    // a plain vacuum leaves the bytes of dead rows where they lay; this writes the table anew, and drops its old file
    async purge() {
      await sql`vacuum (full) payload`.execute(db);
    },
    close() {
      closed ??= pool.end();
      return closed;
    },
  };
}

interface Connected {
  readonly pool: pg.Pool;
  /** the address without its password */
  readonly location: string;
  readonly schema: string;
}

async function connect(url: string, options: PostgresOptions): Promise<Connected> {
  const address = new URL(url);
  const schema = options.schema ?? address.searchParams.get("schema") ?? "huimou";
  address.searchParams.delete("schema");
  const pool = new pg.Pool({
    connectionString: address.href,
    application_name: "huimou",
    max: options.connections ?? 10,
    types: postgresValues,
    onConnect: (client) => client.query(sessionSettings(schema)),
  });
  // A connection that breaks is replaced. Whoever uses it is told by the query that runs, or by the next one.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const location = withoutPassword(address, schema);
  return orClose(pool, async () => {
    const { rows } = await pool.query<Server>(serverQuery).catch((error: unknown) => {
      throw new IssueError([issue("store.unreachable", [location], { reason: reasonOf(error) })]);
    });
    const { version, ...settings } = rows[0] as Server;
    refuseServer(location, Math.floor(version / 10_000), settings);
    return { pool, location, schema };
  });
}

type Server = { version: number; fsync: string; full_page_writes: string };

const serverQuery =
  "select current_setting('server_version_num')::int as version, " +
  "current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes";

/** The oldest PostgreSQL that is tested against. */
const oldestVersion = 15;

/** Only `transaction` writes, and what it commits is on the disk, however the server is set. */
function sessionSettings(schema: string): string {
  return (
    `set search_path to ${quoted(schema)}; set default_transaction_read_only to on; ` +
    "set synchronous_commit to on"
  );
}

async function inTransaction(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin read write");
    await work(client);
    await client.query("commit");
  } catch (error) {
    client.release(true); // a closed connection is rolled back
    throw error;
  }
  client.release();
}

async function orClose<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function tablesOf(queryable: pg.Pool | pg.PoolClient): Promise<string[]> {
  const { rows } = await queryable.query<{ name: string }>(
    "select c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace " +
      "where n.nspname = current_schema() and c.relkind in ('r', 'p') order by 1",
  );
  return rows.map((row) => row.name);
}

function withoutPassword(address: URL, schema: string): string {
  const shown = new URL(address);
  if (shown.password !== "") shown.password = "***";
  shown.searchParams.delete("password");
  shown.searchParams.set("schema", schema);
  return shown.href;
}
