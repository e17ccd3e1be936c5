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

/** The table that an offset lies in, with the number of its row and column, all from 1; null outside of tables. */
export function placeInTable(
  tables: readonly Table[],
  offset: number,
): { readonly table: number; readonly row: number; readonly column: number } | null {
  const at = lastBefore(tables, offset);
  const table = tables[at];
  if (table === undefined || offset >= table.end) return null;
  for (const [row, cells] of table.rows.entries())
    for (const { start, end, column } of cells)
      if (start <= offset && offset < end) return { table: at + 1, row: row + 1, column: column + 1 };
  return null;
}

/** The index of the last stretch that begins at or before an offset; -1 where none does. */
export function lastBefore(stretches: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
