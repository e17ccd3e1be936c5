import { IssueError } from "../../issue/index.ts";
import type { RegisterDefinition } from "../../registers/index.ts";
import { decoded, type Encoding } from "./decode.ts";
import type { ImportedRow, RowDefaults } from "./row.ts";
import { readRows } from "./rows.ts";
import { splitRows } from "./split.ts";

export interface CsvOptions extends RowDefaults {
  /** missing: detected (docs/formats/csv.md) */
  readonly encoding?: Encoding;
}

/**
 * The actions that a CSV file asks for, row by row (docs/formats/csv.md). Reads as it goes: memory does not grow
 * with the file. What is wrong with a row is told and the next one read. Bytes that are no text end the reading:
 * the last result says so.
 *
 * @example
 * for await (const { row, action, issues } of readCsv(register, createReadStream(file), { path: [file], actor })) …
 */
export async function* readCsv(
  register: RegisterDefinition,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: CsvOptions,
): AsyncGenerator<ImportedRow> {
  let row = 0;
  try {
    for await (const result of readRows(
      register,
      splitRows(decoded(source, options.path, options.encoding)),
      options,
    )) {
      row = result.row;
      yield result;
    }
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    yield { row: row + 1, issues: error.issues };
  }
}
