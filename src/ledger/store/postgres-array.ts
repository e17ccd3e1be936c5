import type { ColumnType } from "./tables.ts";

/** The array type that a column's values are sent as. */
export const arrayTypes: Readonly<Record<ColumnType, string>> = {
  text: "text[]",
  whole: "bigint[]",
  exact: "bigint[]",
  bytes: "bytea[]",
  row: "bigint[]",
};

/**
 * One column of some rows as a PostgreSQL array in its binary form, with which twice as many rows a second
 * go in as with its text form: dimensions (1), has-nulls flag (0), element type, length, lower bound (1), then
 * each element after its length, all big-endian (PostgreSQL's `array_recv`).
 */
export function binaryArray(type: ColumnType, rows: readonly (readonly unknown[])[], column: number): Buffer {
  switch (type) {
    case "text":
      return textArray(rows, column);
    case "bytes":
      return bytesArray(rows, column);
    case "whole":
    case "exact":
    case "row":
      return bigintArray(rows, column);
  }
}

function textArray(rows: readonly (readonly unknown[])[], column: number): Buffer {
  let size = headerSize;
  for (const row of rows) size += 4 + Buffer.byteLength(row[column] as string);
  const array = withHeader(size, elementTypes.text, rows.length);
  let at = headerSize;
  for (const row of rows) {
    const length = array.write(row[column] as string, at + 4);
    array.writeInt32BE(length, at);
    at += 4 + length;
  }
  return array;
}

function bytesArray(rows: readonly (readonly unknown[])[], column: number): Buffer {
  let size = headerSize;
  for (const row of rows) size += 4 + (row[column] as Uint8Array).byteLength;
  const array = withHeader(size, elementTypes.bytea, rows.length);
  let at = headerSize;
  for (const row of rows) {
    const bytes = row[column] as Uint8Array;
    array.writeInt32BE(bytes.byteLength, at);
    array.set(bytes, at + 4);
    at += 4 + bytes.byteLength;
  }
  return array;
}

function bigintArray(rows: readonly (readonly unknown[])[], column: number): Buffer {
  const array = withHeader(headerSize + 12 * rows.length, elementTypes.bigint, rows.length);
  let at = headerSize;
  for (const row of rows) {
    const value = row[column] as number | bigint;
    array.writeInt32BE(8, at);
    if (typeof value === "bigint") {
      array.writeBigInt64BE(value, at + 4);
    } else {
      array.writeInt32BE(Math.floor(value / 2 ** 32), at + 4);
      array.writeUInt32BE(value >>> 0, at + 8);
    }
    at += 12;
  }
  return array;
}

function withHeader(size: number, elementType: number, length: number): Buffer {
  const array = Buffer.allocUnsafe(size);
  array.writeInt32BE(1, 0);
  array.writeInt32BE(0, 4);
  array.writeInt32BE(elementType, 8);
  array.writeInt32BE(length, 12);
  array.writeInt32BE(1, 16);
  return array;
}

const headerSize = 20;

/** Type numbers that are the same in every PostgreSQL (`pg_type.dat`). */
const elementTypes = { bytea: 17, bigint: 20, text: 25 } as const;
