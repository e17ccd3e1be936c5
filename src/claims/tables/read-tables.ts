import { Decimal } from "../../quantity/index.ts";
import { isQuantity, type Mention, type QuantityMention } from "../mentions/mention.ts";
import { proseUnitAt } from "../mentions/unit-lookup.ts";
import { type CellQuantity, quantityOfCell } from "./cell-quantity.ts";
import type { ReadCell } from "./grid.ts";
import type { HeadUnit } from "./head-unit.ts";
import { type Layout, layoutOf } from "./layout.ts";
import type { Line } from "./lines.ts";
import { type ReadTable, readTable } from "./read-table.ts";
import { sideBySide } from "./side-by-side.ts";
import type { Table } from "./table.ts";

/** The numbers of a table, by row and column as these are indexed: `gap` where a cell holds none, null where there is no cell. */
export interface TableNumbers {
  readonly read: ReadTable;
  readonly numbers: readonly (readonly (CellQuantity | "gap" | null)[])[];
}

/** A text's mentions with the cells of its tables read by their heads, and those that are left for prose. */
export interface TablesRead {
  readonly mentions: readonly Mention[];
  readonly prose: readonly Mention[];
  readonly tables: readonly TableNumbers[];
  /** quantities of tables of which nothing is told: in heads, and in cells beside what is read */
  readonly aside: readonly QuantityMention[];
}

/** The mentions of a text in order, but for those that begin where a cell of a number stands. */
export type MentionsBeside = (isCell: (offset: number) => boolean) => readonly Mention[];

/**
 * Reads the tables of a normalised text. A cell that holds a number and no words is the table's alone, and nobody else
 * is asked what it is; words with numbers in a cell stay prose. Linear in the length of text and tables.
 */
export function readTables(
  text: string,
  raw: string,
  tables: readonly Table[],
  mentionsBeside: MentionsBeside,
): TablesRead {
  if (tables.length === 0) {
    const mentions = mentionsBeside(() => false);
    return { mentions, prose: mentions, tables: [], aside: [] };
  }
  const read = tables.flatMap((table) =>
    partsOf(text, table).map((it) => numbersOf(readTable(text, raw, it.table, it.layout))),
  );
  const cells = inOrder(read.flatMap(({ mentions }) => mentions));
  const { mentions, outside } = withCells(mentionsBeside(isWithin(cells)), cells);
  const inHeads = within(
    outside,
    read.flatMap(({ numbers }) => numbers.read.headCells),
  );
  const heads = new Set<Mention>(inHeads);
  return {
    mentions,
    prose: outside.filter((mention) => !heads.has(mention)),
    tables: read.map(({ numbers }) => numbers),
    aside: [...read.flatMap(({ aside }) => aside), ...inHeads],
  };
}

/** Mentions in order, each place once. */
function inOrder(mentions: readonly Mention[]): Mention[] {
  const ordered = mentions.toSorted((one, other) => one.start - other.start);
  return ordered.filter(({ start }, at) => start !== ordered[at + 1]?.start);
}

/** Whether an offset lies in one of some stretches, which are in order; for offsets that are asked in order. */
function isWithin(
  stretches: readonly { readonly start: number; readonly end: number }[],
): (offset: number) => boolean {
  let next = 0;
  return (offset) => {
    while (next < stretches.length && (stretches[next]?.end ?? 0) <= offset) next += 1;
    return (stretches[next]?.start ?? Number.POSITIVE_INFINITY) <= offset;
  };
}

/** The quantities among some mentions that stand in one of some cells; both are in order, but for cells that go on from above. */
function within(
  mentions: readonly Mention[],
  cells: readonly { readonly start: number; readonly end: number }[],
): QuantityMention[] {
  const ordered = cells.toSorted((one, other) => one.start - other.start);
  const found: QuantityMention[] = [];
  let next = 0;
  for (const mention of mentions) {
    while ((ordered[next]?.end ?? mention.end) < mention.end) next += 1;
    if (isQuantity(mention) && (ordered[next]?.start ?? mention.end) <= mention.start) found.push(mention);
  }
  return found;
}

/**
 * Mentions in order, where those of cells take the place of what was read there before; and all of these but for the
 * quantities of cells.
 */
function withCells(
  mentions: readonly Mention[],
  cells: readonly Mention[],
): { mentions: Mention[]; outside: Mention[] } {
  const merged: Mention[] = [];
  const outside: Mention[] = [];
  let next = 0;
  const takeCells = (until: number) => {
    for (let cell = cells[next]; cell !== undefined && cell.end <= until; cell = cells[next]) {
      merged.push(cell);
      if (!isQuantity(cell)) outside.push(cell);
      next += 1;
    }
  };
  for (const mention of mentions) {
    takeCells(mention.start);
    const cell = cells[next] ?? { start: Number.POSITIVE_INFINITY };
    const last = merged.at(-1)?.end ?? 0;
    if (mention.end > cell.start || mention.start < last) continue;
    merged.push(mention);
    outside.push(mention);
  }
  takeCells(Number.POSITIVE_INFINITY);
  return { mentions: merged, outside };
}

/** A table with its layout, or those that stand side by side in it with theirs. */
function partsOf(text: string, table: Table): readonly { readonly table: Table; readonly layout: Layout }[] {
  const layout = layoutOf(text, table);
  const parts = sideBySide(text, table, layout);
  return parts?.map((part) => ({ table: part, layout: layoutOf(text, part) })) ?? [{ table, layout }];
}

function numbersOf(read: ReadTable): {
  numbers: TableNumbers;
  mentions: Mention[];
  aside: CellQuantity[];
} {
  const columns = read.columns.map((line) =>
    withPercent(
      line,
      read.cells.map((row) => row[line.index] ?? null),
    ),
  );
  const rows = read.rows.map((line) => withPercent(line, read.cells[line.index] ?? []));
  const quantities: CellQuantity[] = [];
  const numbers = read.cells.map((row, at) =>
    row.map((it, column) => {
      if (it === null) return null;
      if (it.content.kind !== "number") return "gap";
      const heads = { row: rows[at] ?? null, column: columns[column] ?? null, above: read.unit };
      const quantity = quantityOfCell(it.content.of, heads);
      quantities.push(quantity);
      return quantity;
    }),
  );
  const aside = read.rest.flatMap(({ content }) =>
    content.kind === "number" ? [quantityOfCell(content.of, { row: null, column: null, above: null })] : [],
  );
  const others = (cells: readonly ReadCell[], kind: "date" | "ordinal") =>
    cells.flatMap(({ content }) =>
      content.kind === "number" ? [{ start: content.of.start, end: content.of.end, kind }] : [],
    );
  return {
    numbers: { read: { ...read, rows, columns }, numbers },
    mentions: [...quantities, ...aside, ...others(read.years, "date"), ...others(read.ordinals, "ordinal")],
    aside,
  };
}

/** A share, rate or growth without a unit is in per cent, unless all of its numbers are parts of one. */
function withPercent(line: Line, cells: readonly (ReadCell | null)[]): Line {
  if (line.unit !== null || PERCENT === null) return line;
  const isProportion = line.kind === "share" || line.kind === "growth" || /率$/.test(line.path.at(-1) ?? "");
  const above = cells.some(
    (it) =>
      it?.content.kind === "number" &&
      it.content.of.unit === null &&
      it.content.of.value.abs().compare(Decimal.ONE) > 0,
  );
  return isProportion && above ? { ...line, unit: PERCENT } : line;
}

const PER_CENT = proseUnitAt("%", 0);
const PERCENT: HeadUnit | null = PER_CENT && { unit: PER_CENT, factor: Decimal.ONE, text: "%" };
