import type { Schema } from "./schema.ts";
import { type ColumnType, definitionOf } from "./tables.ts";

/** Some columns of a table, in the order in which rows give their values. */
export interface RowShape {
  readonly columns: readonly string[];
  readonly types: readonly ColumnType[];
  /** places of the texts that stand in an index */
  readonly indexed: readonly number[];
}

/** Bytes of text that one index entry may hold, in both databases: PostgreSQL takes a third of a page. */
export const longestKey = 2_500;

/** The shape of some of a table's columns. Throws for a column that the table does not have. */
export function shapeOf(table: keyof Schema, columns: readonly string[]): RowShape {
  const { columns: known, key, unique = [] } = definitionOf(table);
  const types = columns.map((name) => {
    const type = known[name];
    if (type === undefined) throw new Error(`table ${table} has no column ${name}`);
    return type;
  });
  const indexed = [...columns.keys()].filter((place) => {
    const name = columns[place] as string;
    return types[place] === "text" && (key.includes(name) || unique.includes(name));
  });
  return { columns, types, indexed };
}

/**
 * Throws unless a row holds what its columns take. SQLite would store the number 1 in a text column as
 * "1.0" and take keys of any length, and neither database says which value was wrong.
 */
export function assertRow({ columns, types, indexed }: RowShape, row: readonly unknown[]): void {
  if (row.length !== types.length) {
    throw new Error(`a row of ${row.length} values for ${types.length} columns`);
  }
  for (let place = 0; place < types.length; place++) {
    if (!holds(types[place] as ColumnType, row[place])) {
      const value = row[place];
      throw new Error(`column ${columns[place]} takes ${types[place]}, not ${typeof value} ${String(value)}`);
    }
  }
  let letters = 0;
  for (const place of indexed) letters += (row[place] as string).length;
  // a letter takes three bytes of UTF-8 at most, so most rows need no closer look
  if (letters * 3 > longestKey) assertKey(indexed.map((place) => row[place] as string));
}

function assertKey(texts: readonly string[]): void {
  const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (size > longestKey) throw new Error(`a key of ${size} bytes: ${longestKey} are the most`);
}

function holds(type: ColumnType, value: unknown): boolean {
  switch (type) {
    case "text":
      return typeof value === "string";
    case "whole":
    case "row":
      return Number.isSafeInteger(value);
    case "exact":
      return typeof value === "bigint" && BigInt.asIntN(64, value) === value;
    case "bytes":
      return value instanceof Uint8Array;
  }
}
