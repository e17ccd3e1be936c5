import { guarded, NONE } from "../formula-guard.ts";

/** What stands in a cell: a text, a number as exact decimal text, that there is no value, or nothing. */
export type Cell = { readonly text: string } | { readonly number: string } | typeof NO_VALUE | typeof EMPTY;

/** That there is no value any more. */
export const NO_VALUE = "no value";
export const EMPTY = "empty";

/** A cell with a text; an empty one where there is none. */
export function textCell(text: string | undefined): Cell {
  return text === undefined || text === "" ? EMPTY : { text };
}

/** Rows of cells under headers, whatever file they go into. */
export interface Table {
  readonly headers: readonly string[];
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

export interface CsvFormat {
  /** a byte order mark, without which Excel in China takes UTF-8 for GBK; the file is read back with or without */
  readonly bom?: boolean;
}

/**
 * A table as CSV text, in pieces (RFC 4180; docs/formats/csv.md). Lines end in CRLF, as the RFC has it and every
 * spreadsheet reads it; the same table gives the same text.
 */
export async function* csvOf(
  { headers, rows }: Table,
  { bom = false }: CsvFormat = {},
): AsyncGenerator<string> {
  let piece = headOf(headers, bom);
  for await (const row of rows) {
    piece += lineOf(row);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

/** The same for rows that are at hand, line by line. */
export function* csvLines(
  { headers, rows }: Table & { readonly rows: Iterable<readonly Cell[]> },
  { bom = false }: CsvFormat = {},
): Generator<string> {
  yield headOf(headers, bom);
  for (const row of rows) yield lineOf(row);
}

/** The same as one text. */
export function csvText(
  table: Table & { readonly rows: Iterable<readonly Cell[]> },
  format: CsvFormat = {},
): string {
  let text = "";
  for (const line of csvLines(table, format)) text += line;
  return text;
}

const PIECE = 65_536;

function headOf(headers: readonly string[], bom: boolean): string {
  return `${bom ? "\uFEFF" : ""}${lineOf(headers.map((text) => ({ text })))}`;
}

function lineOf(cells: readonly Cell[]): string {
  // a line of one empty cell would be an empty line
  if (cells.length === 1 && cells[0] === EMPTY) return '""\r\n';
  let line = "";
  for (let i = 0; i < cells.length; i++) line += (i === 0 ? "" : ",") + cellText(cells[i] as Cell);
  return `${line}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === EMPTY) return "";
  if (cell === NO_VALUE) return NONE;
  if ("number" in cell) return cell.number;
  const text = guarded(cell.text);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
