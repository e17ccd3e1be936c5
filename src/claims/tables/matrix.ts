import type { CellQuantity } from "./cell-quantity.ts";
import type { Line } from "./lines.ts";
import type { TableNumbers } from "./read-tables.ts";

/** A table seen along its rows or along its columns: lines, and what crosses them. */
export interface Matrix {
  readonly lines: readonly Line[];
  readonly crossing: readonly Line[];
  /** `gap` where a cell holds no number, null where there is no cell */
  readonly at: (line: number, crossing: number) => CellQuantity | "gap" | null;
}

/** The two ways to see a table: its rows as lines, then its columns. */
export function matricesOf({ read: { rows, columns }, numbers }: TableNumbers): readonly [Matrix, Matrix] {
  const at = (row: number, column: number) => numbers[row]?.[column] ?? null;
  return [
    { lines: rows, crossing: columns, at },
    { lines: columns, crossing: rows, at: (column, row) => at(row, column) },
  ];
}

/** The number that stands in a cell; null where none does. */
export function numberAt({ at }: Matrix, line: number, crossing: number): CellQuantity | null {
  const it = at(line, crossing);
  return it === "gap" ? null : it;
}
