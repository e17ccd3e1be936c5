import { isHeadOf } from "../dictionary/table-words.ts";
import { type CellContent, readCell } from "./cell.ts";
import { type HeadUnit, headWords, unitAbove, unitIn } from "./head-unit.ts";
import { type HeadPart, isSum, type Line, lineOf } from "./lines.ts";
import type { Table, TableCell } from "./table.ts";

/** A cell of a table with what it holds. */
export interface ReadCell {
  readonly cell: TableCell;
  readonly content: CellContent;
}

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
export function readTable(text: string, raw: string, table: Table): ReadTable {
  const grid = gridOf(text, table);
  const width = Math.max(0, ...grid.map((row) => row.length));
  const heads = headsOf(text, table, grid);
  const body = grid.slice(heads);
  const captionStart = captionBefore(text, table.start);
  const title = grid
    .slice(0, heads)
    .flatMap((row) =>
      row.flatMap((it) => (it !== null && it.cell.columns >= width && width > 1 ? [textOf(text, it)] : [])),
    )
    .join(" ");
  const columnHeads = Array.from({ length: width }, (_, column) =>
    headOf(text, grid.slice(0, heads), column, width),
  );
  const kinds = columnHeads.map((parts, column) => columnKind(text, parts, body, column));
  const first = kinds.indexOf("values");
  const end = secondTable(columnHeads, kinds, first);
  const values = kinds.flatMap((kind, column) => (kind === "values" && column < end ? [column] : []));
  const labels = kinds.flatMap((kind, column) => (kind === "words" && column < first ? [column] : []));
  const units = kinds.indexOf("unit");
  const numbers = kinds.findIndex((kind, column) => kind === "ordinal" && column < first);
  // a year that stands in the first column says of when its row is
  if (labels.length === 0 && kinds[0] === "ordinal" && first > 0) labels.push(0);
  const columns = values.map((column, index) => lineOf(index, columnHeads[column] ?? []));
  const rows: Line[] = [];
  const cells: (ReadCell | null)[][] = [];
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
  const isLabel = (it: ReadCell) => kinds[it.cell.column] === "ordinal";
  const isYear = (it: ReadCell) => YEAR.test(textOf(text, it));
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
    years: others.filter(isYear),
    ordinals: others.filter((it) => !isYear(it) && isLabel(it)),
    rest: others.filter((it) => !isYear(it) && !isLabel(it)),
  };
}

type Grid = readonly (readonly (ReadCell | null)[])[];

/** Cells by row and column; one that takes several columns stands in each, and the lower part of one is the upper. */
function gridOf(text: string, { rows }: Table): Grid {
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

export function textOf(text: string, { cell }: ReadCell): string {
  return text.slice(cell.start, cell.end);
}

const YEAR = /^(?:19|20)\d{2}$/;

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

/** How many rows are the head: those that the document says are; where it says nothing, those above the first number. */
function headsOf(text: string, table: Table, grid: Grid): number {
  const isSaid = grid
    .slice(0, table.heads)
    .some((row) => row.some((it) => it !== null && textOf(text, it) !== ""));
  // a second row of heads, which Markdown has no way to say, begins with an empty cell
  const goesOn = (row: Grid[number]) => !isSaid || (row[0] ? textOf(text, row[0]).trim() === "" : false);
  let heads = table.heads;
  while (
    heads < grid.length &&
    heads < MOST_HEADS &&
    isHead(text, grid[heads] ?? []) &&
    goesOn(grid[heads] ?? [])
  )
    heads += 1;
  return heads;
}

const MOST_HEADS = 5;

/** Words and nothing else, but for years that follow each other, or one beside 指标. */
function isHead(text: string, row: Grid[number]): boolean {
  const years: number[] = [];
  const words: string[] = [];
  for (const it of row) {
    if (it === null) continue;
    const written = textOf(text, it);
    if (it.content.kind === "words") words.push(written);
    else if (it.content.kind === "number" && YEAR.test(written)) years.push(Number(written));
    else if (written !== "") return false;
  }
  const [first = "", second] = years;
  if (second === undefined) return words.length > 0 && (first === "" || NAMES.test(words[0] ?? ""));
  return years.every((year, at) => at === 0 || Math.abs(year - (years[at - 1] ?? 0)) === 1);
}

const NAMES = /^(?:项目|指标|名称|类别|年份|年度|地区|单位|科目|内容|事项)/;

/** The parts of a column's head, from the top; a title over all columns is none. */
function headOf(text: string, heads: Grid, column: number, width: number): HeadPart[] {
  const parts: HeadPart[] = [];
  for (const [at, row] of heads.entries()) {
    const it = at < heads.length - 1 ? spanning(text, heads, at, column) : (row[column] ?? null);
    if (it === null || (it.cell.columns >= width && width > 1)) continue;
    const part = { cell: it.cell, text: textOf(text, it) };
    if (part.text.trim() !== "" && parts.at(-1)?.cell !== it.cell) parts.push(part);
  }
  return parts;
}

/** The cell of an upper head over a column: where Markdown left it empty for want of wide cells, the one to its left. */
function spanning(text: string, heads: Grid, at: number, column: number): ReadCell | null {
  const isEmpty = (it: ReadCell | null | undefined) => !it || textOf(text, it).trim() === "";
  const own = heads[at]?.[column] ?? null;
  if (!isEmpty(own) || own?.cell.continues || isEmpty(heads[at + 1]?.[column])) return own;
  const left = heads[at]?.slice(1, column).findLast((it) => !isEmpty(it));
  return left ?? own;
}

/** The column in which a second table begins beside the first: 收入 and its numbers, 支出 and its numbers. */
function secondTable(
  heads: readonly (readonly HeadPart[])[],
  kinds: readonly ColumnKind[],
  first: number,
): number {
  const nameOf = (column: number) => headWords(heads[column]?.at(-1)?.text ?? "").words;
  const own = kinds.flatMap((kind, column) => (kind === "words" && column < first ? [nameOf(column)] : []));
  const isSecond = (name: string) =>
    name !== "" &&
    own.some((it) => it === name || (it.replace("收入", "") === name.replace("支出", "") && it !== name));
  const at = kinds.findIndex(
    (kind, column) => kind === "words" && column > first && isSecond(nameOf(column)),
  );
  return at < 0 ? kinds.length : at;
}

type ColumnKind = "values" | "words" | "ordinal" | "unit";

function columnKind(text: string, parts: readonly HeadPart[], body: Grid, column: number): ColumnKind {
  const head = headWords(parts.at(-1)?.text ?? "").words;
  if (isHeadOf("unit", head)) return "unit";
  let [numbers, words, years, next] = [0, 0, 0, 0];
  for (const row of body) {
    const it = row[column];
    if (it?.content.kind === "words") words += 1;
    if (it?.content.kind !== "number") continue;
    numbers += 1;
    const written = textOf(text, it);
    if (YEAR.test(written)) years += 1;
    if (Number(written) === next + 1) next += 1;
  }
  if (NUMBERS.test(head)) return "ordinal";
  if (numbers === 0 || words > numbers) return "words";
  if (isHeadOf("ordinal", head)) return "ordinal";
  // years, or numbers of rows, whose head is empty
  if (column === 0 && (years === numbers || (next === numbers && head === "" && numbers > 1)))
    return "ordinal";
  return "values";
}

/** Columns that hold the numbers of rows, in whichever script. */
const NUMBERS = /^(?:序号|行次|编号|项次)$/;

/** The head of a row, a part for each column of labels; where an outer one is left out, it is that of the row above. */
function rowHead(
  text: string,
  row: Grid[number],
  labels: readonly number[],
  above: readonly (HeadPart | null)[],
): readonly (HeadPart | null)[] {
  const written = labels.map((column) => (row[column] ? textOf(text, row[column]) : "").trim());
  const innermost = written.findLastIndex((words) => words !== "");
  return labels.map((column, at) => {
    const it = row[column] ?? null;
    if (written[at] === "" || it === null) return at < innermost ? (above[at] ?? null) : null;
    // one cell over several columns is one part
    return at > 0 && row[labels[at - 1] ?? -1]?.cell === it.cell
      ? null
      : { cell: it.cell, text: written[at] ?? "" };
  });
}

/** How far a head is set in, by wide spaces; in a table that is no Markdown by any. */
function indentOf(raw: string, { heads }: Table, part: HeadPart | undefined): number {
  if (part === undefined) return 0;
  const space = heads > 0 ? /[\u3000\u00a0\u2003]/ : /[ \u3000\u00a0\u2003]/;
  let indent = 0;
  for (let at = part.cell.start - 1; space.test(raw.charAt(at)) || raw.charAt(at) === " "; at -= 1)
    if (space.test(raw.charAt(at))) indent += 1;
  for (let at = part.cell.start; at < part.cell.end && space.test(raw.charAt(at)); at += 1) indent += 1;
  return indent;
}

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
