import type { Table, TableCell } from "./table.ts";

/**
 * The tables of a plain text, in order: pipe tables as GitHub's Markdown has them, and lines that stand together and
 * have their cells apart by tabs. Linear in the text's length; a text with neither mark costs one look.
 */
export function tablesIn(text: string): Table[] {
  if (!text.includes("\t") && !text.includes("|")) return [];
  const tables: Table[] = [];
  let line = lineAt(text, 0);
  while (line !== null) {
    const table = pipeTableAt(text, line) ?? tabTableAt(text, line);
    if (table !== null) tables.push(table);
    line = nextLine(text, table ?? line);
  }
  return tables;
}

interface Line {
  readonly start: number;
  /** where its mark of the end stands */
  readonly end: number;
}

function lineAt(text: string, start: number): Line | null {
  if (start >= text.length) return null;
  LINE_END.lastIndex = start;
  return { start, end: LINE_END.exec(text)?.index ?? text.length };
}

const LINE_END = /[\r\n]/g;

function nextLine(text: string, { end }: Line): Line | null {
  return lineAt(text, text.startsWith("\r\n", end) ? end + 2 : end + 1);
}

/** A head, a row of dashes with as many cells, and the rows behind it up to a line without a pipe. */
function pipeTableAt(text: string, head: Line): Table | null {
  if (!holds(text, head, "|")) return null;
  const under = nextLine(text, head);
  if (under === null || !DASHES.test(text.slice(under.start, under.end))) return null;
  const heads = pipeCells(text, head);
  const dashes = pipeCells(text, under);
  if (dashes.length !== heads.length || !dashes.every(({ start, end }) => DASH.test(text.slice(start, end))))
    return null;
  const rows = [heads];
  let last = under;
  for (
    let line = nextLine(text, under);
    line !== null && holds(text, line, "|");
    line = nextLine(text, line)
  ) {
    rows.push(pipeCells(text, line));
    last = line;
  }
  return { start: head.start, end: last.end, rows, heads: 1 };
}

const DASHES = /^[\s|:-]*-[\s|:-]*$/;
const DASH = /^:?-+:?$/;

function pipeCells(text: string, { start, end }: Line): TableCell[] {
  const cuts: number[] = [];
  for (let at = start; at < end; at += 1) {
    const character = text.charAt(at);
    if (character === "\\") at += 1;
    else if (character === "|") cuts.push(at);
  }
  const spans = between(start, cuts, end);
  // the pipes at the ends of a row have no cell outside of them
  if (isBlank(text, spans[0])) spans.shift();
  if (spans.length > 1 && isBlank(text, spans.at(-1))) spans.pop();
  return cellsOf(text, spans);
}

/** Two lines or more, each with two cells or more, which are no sentences. */
function tabTableAt(text: string, first: Line): Table | null {
  const rows: Line[][] = [];
  let last = first;
  for (let line: Line | null = first; line !== null; line = nextLine(text, line)) {
    const row = tabCells(text, line);
    if (row === null) break;
    rows.push(row);
    last = line;
  }
  if (rows.length < 2) return null;
  const even = evened(text, rows);
  return { start: first.start, end: last.end, rows: even.map((row) => cellsOf(text, row)), heads: 0 };
}

function tabCells(text: string, line: Line): Line[] | null {
  if (!holds(text, line, "\t")) return null;
  const cuts: number[] = [];
  for (let at = line.start; at < line.end; at += 1) if (text.charAt(at) === "\t") cuts.push(at);
  const cells = between(line.start, cuts, line.end);
  while (cells.length > 0 && isBlank(text, cells.at(-1))) cells.pop();
  const filled = cells.filter((cell) => !isBlank(text, cell));
  const isProse = filled.some(
    ({ start, end }) => end - start > LONGEST || text.slice(start, end).includes("。"),
  );
  return filled.length < 2 || isProse ? null : cells;
}

/** What is longer is no cell of a table that somebody typed. */
const LONGEST = 60;

/** Where several tabs stand for one, so that columns stand under each other, rows have as many cells without the empty ones. */
function evened(text: string, rows: Line[][]): Line[][] {
  const isEven = (all: Line[][]) => all.every((row) => row.length === all[0]?.length);
  if (isEven(rows)) return rows;
  const filled = rows.map((row) => row.filter((cell) => !isBlank(text, cell)));
  return isEven(filled) ? filled : rows;
}

function between(start: number, cuts: readonly number[], end: number): Line[] {
  return [start, ...cuts.map((cut) => cut + 1)].map((from, at) => ({ start: from, end: cuts[at] ?? end }));
}

function cellsOf(text: string, spans: readonly Line[]): TableCell[] {
  return spans.map((span, column) => {
    let { start, end } = span;
    while (start < end && isSpace(text, start)) start += 1;
    while (end > start && isSpace(text, end - 1)) end -= 1;
    return { start, end, column, columns: 1, continues: false };
  });
}

function isBlank(text: string, span: Line | undefined): boolean {
  return span === undefined || text.slice(span.start, span.end).trim() === "";
}

function isSpace(text: string, at: number): boolean {
  return text.charAt(at).trim() === "";
}

function holds(text: string, { start, end }: Line, mark: string): boolean {
  return text.slice(start, end).includes(mark);
}
