import { countFirst } from "../binary-search.ts";
/** A cell of a table, where its text stands. Offsets are UTF-16, end exclusive; an empty cell has none between them. */
export interface TableCell {
  readonly start: number;
  /** exclusive */
  readonly end: number;
  /** the first column that it stands in, from 0 */
  readonly column: number;
  /** how many columns it takes */
  readonly columns: number;
  /** whether it is the lower part of the cell above it */
  readonly continues: boolean;
}

/** A table of a document: rows of cells, from left to right. */
export interface Table {
  readonly start: number;
  /** exclusive */
  readonly end: number;
  readonly rows: readonly (readonly TableCell[])[];
  /** how many rows the document itself says are its head; more may be */
  readonly heads: number;
}

/** Where a cell stands: the number of its table, row and column, from 1. */
export interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** The cell that an offset lies in; null outside of tables and between cells. */
export function cellAt(tables: readonly Table[], offset: number): CellPlace | null {
  const at = countFirst(tables, ({ start }) => start <= offset) - 1;
  const table = tables[at];
  if (table === undefined || offset >= table.end) return null;
  const row = countFirst(table.rows, ([first]) => (first?.start ?? 0) <= offset) - 1;
  const cell = table.rows[row]?.find(({ start, end }) => start <= offset && offset < end);
  return cell === undefined ? null : { table: at + 1, row: row + 1, column: cell.column + 1 };
}
