import type { Schema } from "./schema.ts";

/**
 * What a column holds, and so its type in each database:
 *
 * | here | is | SQLite | PostgreSQL | in JavaScript |
 * | --- | --- | --- | --- | --- |
 * | text | any text, compared byte by byte | text | text collate "C" | string |
 * | whole | a whole number that a double holds exactly | integer | bigint | number |
 * | exact | any 64-bit whole number | integer | bigint | bigint when written, text when read |
 * | bytes | | blob | bytea | Uint8Array |
 * | row | a number that the database gives, rising | integer primary key | bigserial | number |
 */
export type ColumnType = "text" | "whole" | "exact" | "bytes" | "row";

/** One table: its columns in order, its key, and what else is unique in it. No column takes null. */
export interface TableDefinition<Row> {
  readonly columns: Readonly<Record<keyof Row & string, ColumnType>>;
  readonly key: readonly (keyof Row & string)[];
  readonly unique?: readonly (keyof Row & string)[];
  /** kept in the key's own tree by SQLite (`without rowid`): pays where rows are small */
  readonly clustered?: true;
}

/**
 * The schema's tables, from which the statements of both databases are made. `district` leads every key
 * and every unique constraint, and nothing refers to another table: so each can be distributed by it.
 */
export const tables: { readonly [T in keyof Schema]: TableDefinition<Schema[T]> } = {
  ledger: {
    columns: { district: "text", origin: "text", size: "whole", root: "text", checkpoint: "text" },
    key: ["district"],
  },
  pending: {
    columns: { district: "text", id: "row", entries: "bytes", cells: "text" },
    key: ["district", "id"],
  },
  entry: {
    columns: {
      district: "text",
      position: "whole",
      register: "text",
      record: "text",
      version: "whole",
      bytes: "bytes",
    },
    key: ["district", "position"],
    unique: ["district", "register", "record", "version"],
  },
  run: {
    columns: { district: "text", first: "whole", last: "whole", register: "text" },
    key: ["district", "first"],
  },
  tile: {
    columns: { district: "text", level: "whole", index: "whole", bytes: "bytes" },
    key: ["district", "level", "index"],
  },
  record: {
    columns: {
      district: "text",
      register: "text",
      record: "text",
      version: "whole",
      gone: "whole",
      state: "text",
      at: "text",
      body: "text",
    },
    key: ["district", "register", "record"],
  },
  payload: {
    columns: { district: "text", register: "text", record: "text", version: "whole", bytes: "bytes" },
    key: ["district", "register", "record", "version"],
  },
  cell: {
    columns: {
      district: "text",
      indicator: "text",
      area: "text",
      month: "whole",
      breakdown: "text",
      n: "whole",
      sum: "exact",
    },
    key: ["district", "indicator", "area", "month", "breakdown"],
    clustered: true,
  },
  request: {
    columns: { district: "text", key: "text", register: "text", record: "text", version: "whole" },
    key: ["district", "key"],
    clustered: true,
  },
  definition: {
    columns: { district: "text", hash: "text", kind: "text", name: "text", body: "text" },
    key: ["district", "hash"],
  },
  release: {
    columns: { district: "text", number: "whole", position: "whole", manifest: "text", body: "text" },
    key: ["district", "number"],
  },
};

/** The tables' names, in the order in which they stand above. */
export const tableNames = Object.keys(tables) as (keyof Schema)[];

/** A table's definition with its column names as plain text, for code that works on any table. */
export function definitionOf(table: keyof Schema): TableDefinition<Record<string, unknown>> {
  return tables[table] as TableDefinition<Record<string, unknown>>;
}

/** Puts a name between double quotes, as both databases want it: `index` and `key` are words of SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Names between double quotes, with commas. */
export function quotedList(names: readonly string[]): string {
  return names.map(quoted).join(", ");
}
