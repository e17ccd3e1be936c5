import { isHeadOf } from "../dictionary/table-words.ts";
import { isYear } from "./column-heads.ts";
import { type Grid, type ReadCell, textOf } from "./grid.ts";
import { type HeadUnit, headWords, unitAbove, unitIn } from "./head-unit.ts";
import { type Layout, labelsOf } from "./layout.ts";
import { type HeadPart, isSum, type Line, lineOf } from "./lines.ts";
import { indentOf, rowHead } from "./row-heads.ts";
import type { Table, TableCell } from "./table.ts";

/** A table whose heads were told from its numbers. */
export interface ReadTable {
  readonly table: Table;
  /** the rows that hold numbers, and the columns that do, each in order */
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  /** by row, then by column, as these are indexed; null where there is no cell */
  readonly cells: readonly (readonly (ReadCell | null)[])[];
  /** how many rows are its head, and which columns the heads of rows stand in */
  readonly heads: number;
  readonly labels: readonly number[];
  /** the cells of heads that are no sentences, in order: a number in them says which, not how many (60岁以上) */
  readonly headCells: readonly TableCell[];
  /** the unit that stands above the table */
  readonly unit: HeadUnit | null;
  /** where the lines above that belong to it begin */
  readonly captionStart: number;
  /** cells that hold a number which counts nothing: years in heads, and numbers of rows */
  readonly years: readonly ReadCell[];
  readonly ordinals: readonly ReadCell[];
  /** every other cell of a number that is in no row or column that is read */
  readonly rest: readonly ReadCell[];
}

/** What stands where in a table of a normalised text; `raw` is the text as it was. Linear in the table's length. */
export function readTable(text: string, raw: string, table: Table, layout: Layout): ReadTable {
  const { grid, heads, width, columnHeads, kinds } = layout;
  const body = grid.slice(heads);
  const captionStart = captionBefore(text, table.start);
  const title = grid
    .slice(0, heads)
    .flatMap((row) =>
      row.flatMap((it) => (it !== null && it.cell.columns >= width && width > 1 ? [textOf(text, it)] : [])),
    )
    .join(" ");
  const first = kinds.indexOf("values");
  const values = kinds.flatMap((kind, column) => (kind === "values" ? [column] : []));
  const labels = labelsOf(layout);
  const units = kinds.indexOf("unit");
  const numbers = kinds.findIndex((kind, column) => kind === "ordinal" && column < first);
  const columns = values.map((column, index) => lineOf(index, columnHeads[column] ?? []));
  const rows: Line[] = [];
  const cells: (ReadCell | null)[][] = [];
  const named = new Set<ReadCell>();
  let above: readonly (HeadPart | null)[] = [];
  for (const [at, row] of body.entries()) {
    const parts = rowHead(text, row, labels, above);
    above = parts;
    if (!values.some((column) => row[column]?.content.kind === "number")) continue;
    const beside = labels.includes(numbers) ? null : (row[numbers] ?? null);
    const number = beside === null ? "" : textOf(text, beside);
    const shown = parts.filter((it) => it !== null);
    // 合计 stands in the column of numbers, too
    if (beside !== null && isSum(headWords(number).words) && shown[0]?.cell !== beside.cell)
      shown.unshift({ cell: beside.cell, text: number });
    // 邮编 137000
    if (isHeadOf("ordinal", headWords(shown.at(-1)?.text ?? "").words)) {
      for (const it of row) if (it !== null) named.add(it);
      continue;
    }
    const unit = row[units] ? unitIn(textOf(text, row[units])) : null;
    rows.push(lineOf(rows.length, shown, { indent: indentOf(raw, table, shown.at(-1)), number, unit }));
    // a number that goes on over several rows stands in the first of them
    const last = grid[heads + at - 1];
    const own = (column: number) => row[column]?.cell.column === column && row[column] !== last?.[column];
    cells.push(values.map((column) => (own(column) ? (row[column] ?? null) : null)));
  }
  const taken = new Set(cells.flat());
  const all = grid.flatMap((row) =>
    row.flatMap((it, column) =>
      it?.content.kind === "number" && it.cell.column === column && !taken.has(it) ? [it] : [],
    ),
  );
  const others = [...new Set(all)];
  const isLabel = (it: ReadCell) => kinds[it.cell.column] === "ordinal" || named.has(it);
  const hasYear = (it: ReadCell) => isYear(textOf(text, it));
  return {
    table,
    rows,
    columns,
    cells,
    heads,
    labels,
    headCells: first < 0 ? [] : headCells(text, grid, heads, labels),
    unit: unitAbove(title) ?? unitAbove(text.slice(captionStart, table.start)),
    captionStart,
    years: others.filter(hasYear),
    ordinals: others.filter((it) => !hasYear(it) && isLabel(it)),
    rest: others.filter((it) => !hasYear(it) && !isLabel(it)),
  };
}

/** The cells of heads that are names, and no sentences. */
function headCells(text: string, grid: Grid, heads: number, labels: readonly number[]): TableCell[] {
  const isName = ({ start, end }: TableCell) =>
    end - start <= LONGEST_NAME && !/[,，。;]/.test(text.slice(start, end));
  return grid.flatMap((row, at) =>
    row.flatMap((it, column) =>
      it !== null && it.cell.column === column && (at < heads || labels.includes(column)) && isName(it.cell)
        ? [it.cell]
        : [],
    ),
  );
}

/** What is longer is no name. */
const LONGEST_NAME = 24;

/** The lines above a table that are its title and unit: two at most, short, and no sentences. */
function captionBefore(text: string, start: number): number {
  let from = start;
  for (let lines = 0, at = start; lines < CAPTION_LINES && at > 0; ) {
    const end = at - 1;
    const begin = end === 0 ? 0 : text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(begin, end);
    at = begin;
    if (line.trim() === "") {
      if (start - begin > FAR) break;
      continue;
    }
    if (line.length > CAPTION_LENGTH || line.includes("。") || line.includes("|")) break;
    from = begin;
    lines += 1;
  }
  return from;
}

const CAPTION_LINES = 2;
const CAPTION_LENGTH = 60;
/** Empty lines are not looked over further than this. */
const FAR = 200;
