import type { PostgresPool, PostgresPoolClient } from "kysely";
import type pg from "pg";
import { refuse } from "../../issue/index.ts";

/**
 * A pool as Kysely uses it, in which a connection that breaks is told as the issue `store.connection-lost`, and a
 * server to which none can be made any more as `store.unreachable`. Every other error is passed on as it is.
 */
export function toldPool(pool: pg.Pool, location: string): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const lost = (error: unknown): never => {
    if (!isBroken(error)) throw error;
    return refuse("store.connection-lost", [location], { reason: reasonOf(error) });
  };
  const told = (client: pg.PoolClient): PostgresPoolClient => ({
    // asked for whole results alone, never for a cursor, which the types allow, too
    query: ((text: string, values: unknown[]) =>
      client.query(text, values).catch(lost)) as unknown as PostgresPoolClient["query"],
    release: (destroy) => client.release(destroy),
  });
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool
        .connect()
        .catch((error: unknown) => refuse("store.unreachable", [location], { reason: reasonOf(error) }));
      const connection = known.get(client) ?? told(client);
      known.set(client, connection);
      return connection;
    },
    end: () => pool.end(),
  };
}

/** The server ended the connection (SQLSTATE classes 08 and 57P), or it went without a word. */
function isBroken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return /^(08...|57P0[1-5]|EPIPE|ECONNRESET|ETIMEDOUT)$/.test(code) || unspoken.test(error.message);
}

/** What `pg` says where it has no code. */
const unspoken = /^(Connection terminated|Client has encountered a connection error|Client was closed)/;

/** Why something failed, in one line. */
export function reasonOf(error: unknown): string {
  // where a name has several addresses, Node gives one error for each and an empty message
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
