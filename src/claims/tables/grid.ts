import { type CellContent, readCell } from "./cell.ts";
import type { Table, TableCell } from "./table.ts";

/** A cell of a table with what it holds. */
export interface ReadCell {
  readonly cell: TableCell;
  readonly content: CellContent;
}

/** The cells of a table by row and column; null where there is none. */
export type Grid = readonly (readonly (ReadCell | null)[])[];

/** Cells by row and column; one that takes several columns stands in each, and the lower part of one is the upper. */
export function gridOf(text: string, { rows }: Table): Grid {
  const grid: (ReadCell | null)[][] = [];
  for (const row of rows) {
    const line: (ReadCell | null)[] = [];
    for (const cell of row) {
      const above = cell.continues ? grid.at(-1)?.[cell.column] : undefined;
      const read = above ?? { cell, content: readCell(text, cell.start, cell.end) };
      for (let at = 0; at < cell.columns && cell.column + at < WIDEST; at += 1) line[cell.column + at] = read;
    }
    grid.push(Array.from(line, (it) => it ?? null));
  }
  return grid;
}

/** No table of an office has so many columns; a file made to fill the memory has more. */
const WIDEST = 100;

/** The text of a cell. */
export function textOf(text: string, { cell }: ReadCell): string {
  return text.slice(cell.start, cell.end);
}
