import pg from "pg";

/**
 * How PostgreSQL's values are read: whole numbers as JavaScript numbers, as far as these hold them exactly,
 * and bytes as plain `Uint8Array`s; so rows are the same as SQLite's.
 */
export const postgresValues: pg.CustomTypesConfig = {
  getTypeParser: ((type: number, format?: "text" | "binary") => {
    if (format === "binary") return pg.types.getTypeParser(type, format);
    switch (type) {
      case pg.types.builtins.INT8:
      // what `sum` makes of a bigint
      case pg.types.builtins.NUMERIC:
        return wholeNumber;
      case pg.types.builtins.BYTEA:
        return plainBytes;
      default:
        return pg.types.getTypeParser(type, "text");
    }
  }) as typeof pg.types.getTypeParser,
};

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`${text} is too large to be read exactly as a number: read it as text, by a cast`);
  }
  return value;
}

function plainBytes(text: string): Uint8Array {
  const bytes = Buffer.from(text.slice(2), "hex");
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
