/** A row as its file has it: its cells, or what keeps them from being told apart. */
export type SourceRow = readonly string[] | Malformed;

export type Malformed =
  /** something stands between a closing quote and the next comma */
  | "exchange.quote-inside"
  /** a quote is never closed: the rest of the file cannot be read */
  | "exchange.quote-open";

/**
 * Splits CSV text, given in pieces, into rows of cells (RFC 4180), in batches of one piece each. Rows end in CRLF,
 * LF or CR; a quote within a cell that does not begin with one is a character like others, as spreadsheets have it.
 * A malformed row is told in its place, and the next one read. Memory is bounded by the longest row.
 */
export async function* splitRows(pieces: AsyncIterable<string>): AsyncGenerator<readonly SourceRow[]> {
  let text = "";
  for await (const piece of pieces) {
    text = text === "" ? piece : text + piece;
    const { rows, rest } = rowsOf(text, false);
    text = text.slice(rest);
    if (rows.length > 0) yield rows;
    if (text.length > LONGEST_ROW) {
      yield ["exchange.quote-open"];
      return;
    }
  }
  const { rows } = rowsOf(text, true);
  if (rows.length > 0) yield rows;
}

/** Characters; more of them are a quote that nobody closed. */
const LONGEST_ROW = 1_000_000;

const COMMA = 44;
const QUOTE = 34;
const LF = 10;
const CR = 13;

/** The whole rows of a text, and where the rest begins that needs more text to tell. */
function rowsOf(text: string, atEnd: boolean): { rows: SourceRow[]; rest: number } {
  const rows: SourceRow[] = [];
  let rest = 0;
  while (rest < text.length) {
    const found = rowAt(text, rest, atEnd);
    if (found === null) break;
    rows.push(found.row);
    rest = found.next;
  }
  return { rows, rest };
}

/** The row that begins at an offset, and where the next begins; null where more text is needed to tell. */
function rowAt(text: string, start: number, atEnd: boolean): { row: SourceRow; next: number } | null {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const end = cellEnd(text, at, atEnd);
    if (end === INCOMPLETE) return atEnd ? { row: "exchange.quote-open", next: text.length } : null;
    const quoted = text.charCodeAt(at) === QUOTE;
    cells.push(quoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end));
    if (end === text.length) return atEnd ? { row: cells, next: end } : null;
    if (text.charCodeAt(end) === COMMA) {
      at = end + 1;
      continue;
    }
    const lineEnd = quoted ? plainEnd(text, end, false) : end;
    const next = afterLineEnd(text, lineEnd, atEnd);
    if (next === INCOMPLETE) return null;
    return { row: lineEnd === end ? cells : "exchange.quote-inside", next };
  }
}

/** Where the line after a line's end begins. */
function afterLineEnd(text: string, lineEnd: number, atEnd: boolean): number {
  if (lineEnd === text.length) return atEnd ? lineEnd : INCOMPLETE;
  if (text.charCodeAt(lineEnd) === LF) return lineEnd + 1;
  if (lineEnd + 1 === text.length && !atEnd) return INCOMPLETE;
  return text.charCodeAt(lineEnd + 1) === LF ? lineEnd + 2 : lineEnd + 1;
}

const INCOMPLETE = -1;

/** Where a cell's text ends, its closing quote included; {@link INCOMPLETE} where that takes more text. */
function cellEnd(text: string, start: number, atEnd: boolean): number {
  if (text.charCodeAt(start) !== QUOTE) return plainEnd(text, start, true);
  let quote = start;
  for (;;) {
    quote = text.indexOf('"', quote + 1);
    if (quote < 0 || (quote + 1 === text.length && !atEnd)) return INCOMPLETE;
    if (text.charCodeAt(quote + 1) !== QUOTE) return quote + 1;
    quote += 1;
  }
}

/** The next line end, or comma where `cell` says so, or the end of the text. */
function plainEnd(text: string, start: number, cell: boolean): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === LF || code === CR || (cell && code === COMMA)) break;
    at += 1;
  }
  return at;
}
