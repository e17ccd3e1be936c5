import { isHeadOf } from "../dictionary/table-words.ts";
import { type Grid, type ReadCell, textOf } from "./grid.ts";
import { headWords, unitIn } from "./head-unit.ts";
import type { HeadPart } from "./lines.ts";
import type { Table } from "./table.ts";

/** How many rows are the head: those that the document says are; where it says nothing, those above the first number. */
export function headsOf(text: string, table: Table, grid: Grid): number {
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
    else if (it.content.kind === "number" && isYear(written)) years.push(Number(written));
    else if (written !== "") return false;
  }
  const [first = "", second] = years;
  if (second === undefined) return words.length > 0 && (first === "" || NAMES.test(words[0] ?? ""));
  return years.every((year, at) => at === 0 || Math.abs(year - (years[at - 1] ?? 0)) === 1);
}

/** What a year may stand beside in a head. */
const NAMES = /^(?:项目|指标|名称|类别|年份|年度|地区|单位|科目|内容|事项)/;

/** The parts of a column's head, from the top; a title over all columns is none. */
export function headOf(text: string, heads: Grid, column: number, width: number): HeadPart[] {
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

/** What stands in a column: numbers that count, words, what tells rows apart, units. */
export type ColumnKind = "values" | "words" | "ordinal" | "unit";

/** The kind of a column, by its head and by what its cells hold. */
export function columnKind(text: string, parts: readonly HeadPart[], body: Grid, column: number): ColumnKind {
  const head = headWords(parts.at(-1)?.text ?? "").words;
  let [numbers, words, units, years, next] = [0, 0, 0, 0, 0];
  for (const row of body) {
    const it = row[column];
    if (it?.content.kind === "words") {
      words += 1;
      if (unitIn(textOf(text, it)) !== null) units += 1;
    }
    if (it?.content.kind !== "number") continue;
    numbers += 1;
    // only the first column may be one of years or of numbers of rows
    if (column > 0) continue;
    const written = textOf(text, it);
    if (isYear(written)) years += 1;
    if (Number(written) === next + 1) next += 1;
  }
  // 单位 above names of offices is no column of units
  if (isHeadOf("unit", head) && units * 2 > words) return "unit";
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

/** Whether a cell's text is a year and no more. */
export function isYear(text: string): boolean {
  return /^(?:19|20)\d{2}$/.test(text);
}
