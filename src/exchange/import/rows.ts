import { issue } from "../../issue/index.ts";
import type { RegisterDefinition } from "../../registers/index.ts";
import { readHeader } from "./header.ts";
import { type ImportedRow, type RowDefaults, rowReader } from "./row.ts";
import type { SourceRow } from "./split.ts";

/**
 * Reads rows of text cells, the first of them the header, whatever file they come from; they come in batches.
 * Empty rows are passed over, and counted. Where the header is not understood there is one result, at row 1,
 * and no other.
 */
export async function* readRows(
  register: RegisterDefinition,
  batches: AsyncIterable<readonly SourceRow[]>,
  defaults: RowDefaults,
): AsyncGenerator<ImportedRow> {
  let read: ((cells: readonly string[], row: number) => ImportedRow) | null = null;
  let row = 0;
  for await (const batch of batches)
    for (const source of batch) {
      row += 1;
      if (typeof source === "string") yield { row, issues: [issue(source, [...defaults.path, row])] };
      else if (read === null) {
        const header = readHeader(register, source, defaults.path);
        if ("issues" in header) {
          yield { row, issues: header.issues };
          return;
        }
        read = rowReader(register, header, defaults);
      } else if (!isEmpty(source)) yield read(source, row);
    }
  if (row === 0) yield { row: 1, issues: [issue("exchange.file-empty", defaults.path)] };
}

function isEmpty(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== "" && cell.trim() !== "") return false;
  return true;
}
