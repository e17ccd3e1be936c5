import { isHeadOf } from "../dictionary/table-words.ts";
import { readCell } from "./cell.ts";
import { headWords } from "./head-unit.ts";
import type { Layout } from "./layout.ts";
import type { Table, TableCell } from "./table.ts";

/**
 * The columns in which the tables begin that stand side by side in one: 0 and no other, unless the heads of rows start
 * over (乡镇, 户数, 乡镇, 户数), or those of expenditure follow those of income.
 */
export function beginningsOf({ columnHeads, kinds }: Layout): readonly number[] {
  const names = columnHeads.map((parts) => headWords(parts.at(-1)?.text ?? "").words);
  const beginnings = [0];
  for (let from = 0; ; ) {
    const next = nextBeginning(names, kinds, from);
    if (next === null) return beginnings;
    beginnings.push(next);
    from = next;
  }
}

function nextBeginning(names: readonly string[], kinds: Layout["kinds"], from: number): number | null {
  const first = kinds.indexOf("values", from);
  if (first < 0) return null;
  const before = names.slice(from, first);
  const own = before.filter((_, at) => kinds[from + at] === "words");
  const isAgain = (name: string) =>
    name !== "" &&
    own.some((it) => it === name || (it.replace("收入", "") === name.replace("支出", "") && it !== name));
  let at = kinds.findIndex(
    (kind, column) => column > first && kind === "words" && isAgain(names[column] ?? ""),
  );
  if (at < 0 || !kinds.includes("values", at)) return null;
  // 序号, 乡镇, 户数, 序号, 乡镇, 户数
  while (kinds[at - 1] !== "values" && before.includes(names[at - 1] ?? "") && names[at - 1] !== "") at -= 1;
  return at;
}

/**
 * The tables that stand side by side in one, from the left: as one, whose rows go on from the end of each to the next,
 * where their heads are the same. Null where there is but one.
 */
export function sideBySide(text: string, table: Table, layout: Layout): readonly Table[] | null {
  const beginnings = beginningsOf(layout);
  if (beginnings.length < 2) return null;
  const parts = beginnings.map((from, at) => partOf(text, table, from, beginnings[at + 1] ?? layout.width));
  const headsOfPart = (at: number) =>
    layout.columnHeads
      .slice(beginnings[at], beginnings[at + 1] ?? layout.width)
      .map((head) => head.map(({ text }) => headWords(text).words).join(" "))
      .join("|");
  const isOne = parts.every((_, at) => headsOfPart(at) === headsOfPart(0));
  return isOne ? [folded(text, parts, layout.heads)] : parts;
}

/** The columns of a table from one to another, counted anew. Words over several are of each, a number of the first. */
function partOf(text: string, table: Table, from: number, to: number): Table {
  const rows = table.rows.map((row) =>
    row.flatMap((cell): TableCell[] => {
      const [start, end] = [Math.max(cell.column, from), Math.min(cell.column + cell.columns, to)];
      if (start >= end) return [];
      const goesOn = start > cell.column;
      return goesOn && readCell(text, cell.start, cell.end).kind === "number"
        ? []
        : [{ ...cell, column: start - from, columns: end - start }];
    }),
  );
  return { ...table, rows };
}

/** The rows of parts one behind the other; a total at the end of one beside which the next has nothing is of all. */
function folded(text: string, parts: readonly Table[], heads: number): Table {
  const isEmpty = (row: readonly TableCell[] | undefined) =>
    row === undefined || row.every(({ start, end }) => text.slice(start, end).trim() === "");
  const isTotal = (row: readonly TableCell[]) => {
    const first = row.find(({ start, end }) => end > start);
    const words = first === undefined ? "" : headWords(text.slice(first.start, first.end)).words;
    return isHeadOf("total", words) || isHeadOf("whole", words);
  };
  const totals: (readonly TableCell[])[] = [];
  const bodies = parts.map(({ rows }, at) => {
    const body = rows.slice(heads).map((row, index) => ({ row, index: index + heads }));
    const others = parts.slice(at + 1);
    for (let last = body.at(-1); last !== undefined; last = body.at(-1)) {
      const { row, index } = last;
      const isOfAll = others.length > 0 && isTotal(row) && others.every(({ rows }) => isEmpty(rows[index]));
      if (isOfAll) totals.unshift(row);
      else if (!isEmpty(row)) break;
      body.pop();
    }
    return body.map(({ row }) => row);
  });
  const [first] = parts as [Table, ...Table[]];
  return { ...first, rows: [...first.rows.slice(0, heads), ...bodies.flat(), ...totals] };
}
