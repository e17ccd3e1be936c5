import { type ColumnKind, columnKind, headOf, headsOf } from "./column-heads.ts";
import { type Grid, gridOf } from "./grid.ts";
import type { HeadPart } from "./lines.ts";
import type { Table } from "./table.ts";

/** The cells of a table, which of its rows are its head, and what stands in its columns. */
export interface Layout {
  readonly grid: Grid;
  /** how many rows are the head */
  readonly heads: number;
  readonly width: number;
  /** the parts of each column's head, from the top */
  readonly columnHeads: readonly (readonly HeadPart[])[];
  readonly kinds: readonly ColumnKind[];
}

/** The layout of a table of a normalised text, told from where numbers stand in it. */
export function layoutOf(text: string, table: Table): Layout {
  const grid = gridOf(text, table);
  const width = grid.reduce((width, row) => Math.max(width, row.length), 0);
  const heads = headsOf(text, table, grid);
  const body = grid.slice(heads);
  const columnHeads = Array.from({ length: width }, (_, column) =>
    headOf(text, grid.slice(0, heads), column, width),
  );
  const kinds = columnHeads.map((parts, column) => columnKind(text, parts, body, column));
  return { grid, heads, width, columnHeads, kinds };
}

/** The columns that hold the heads of rows, of the table that begins in a column. */
export function labelsOf({ kinds }: Layout, from = 0): number[] {
  const first = kinds.indexOf("values", from);
  const labels = kinds.flatMap((kind, column) =>
    kind === "words" && column >= from && column < first ? [column] : [],
  );
  // a year that stands in the first column says of when its row is
  return labels.length === 0 && kinds[from] === "ordinal" && first > from ? [from] : labels;
}
