import type { ProseDocument } from "../document/read.ts";
import { cellAt, type Table, type TableCell } from "../tables/table.ts";
import type { Stretch } from "./excerpt.ts";
import { shapeOf } from "./table-shape.ts";

/** What is shown of a table so that marked cells in it are understood: rows of cells, with gaps between rows. */
export interface TableExcerpt {
  /** one list of cells for each row that is shown; null where rows are left out */
  readonly rows: readonly (readonly ShownCell[] | null)[];
}

/** A cell as it is shown, with the marked places in it. */
export interface ShownCell extends Stretch {
  readonly marks: readonly Stretch[];
}

/** The head of a table, the heads of the rows in which something is marked, and the columns in which it is. */
export function tableExcerptOf(
  document: ProseDocument,
  table: Table,
  marks: readonly Stretch[],
): TableExcerpt {
  const { heads, labelsFor } = shapeOf(document, table);
  const places = marks.flatMap((mark) => {
    const place = cellAt([table], mark.start);
    return place === null ? [] : [{ mark, row: place.row - 1, column: place.column - 1 }];
  });
  const byRow = Map.groupBy(places, ({ row }) => row);
  const columns = [
    ...new Set(places.flatMap(({ column }) => [...labelsOrFirst(labelsFor(column)), column])),
  ].sort((one, other) => one - other);
  const cellsOf = (at: number) =>
    columns.map((column, index): ShownCell => {
      const cell = cellOver(table, at, column);
      // what is merged is shown once
      const isShown =
        cell === cellOver(table, at, columns[index - 1] ?? -1) ||
        (at < heads && cell === cellOver(table, at - 1, column));
      return cell === null || isShown
        ? { start: 0, end: 0, marks: [] }
        : {
            start: cell.start,
            end: cell.end,
            marks: (byRow.get(at) ?? []).flatMap((it) => (it.column === cell.column ? [it.mark] : [])),
          };
    });
  const shown = [...byRow.keys()].filter((at) => at >= heads).sort((one, other) => one - other);
  const [first, last] =
    shown.length <= MOST_ROWS
      ? [shown, []]
      : [shown.slice(0, MOST_ROWS - LAST_ROWS), shown.slice(-LAST_ROWS)];
  return {
    rows: [
      ...Array.from({ length: heads }, (_, at) => cellsOf(at)).filter((row) =>
        row.some(({ start, end }) => end > start),
      ),
      ...first.map(cellsOf),
      ...(last.length > 0 ? [null] : []),
      ...last.map(cellsOf),
    ],
  };
}

/** Rows without heads are told by what stands first in them. */
function labelsOrFirst(labels: readonly number[]): readonly number[] {
  return labels.length > 0 ? labels : [0];
}

const MOST_ROWS = 10;
const LAST_ROWS = 2;

/** The cell that takes a place, from the left or from above; none for a title over all columns. */
function cellOver({ rows }: Table, row: number, column: number): TableCell | null {
  const cells = rows[row] ?? [];
  const cell = cells.find((it) => it.column <= column && column < it.column + it.columns);
  if (cell === undefined || (cells.length === 1 && cell.columns > 1)) return null;
  return cell.continues && row > 0 ? cellOver({ rows } as Table, row - 1, column) : cell;
}
