import { Decimal } from "../../quantity/index.ts";
import { isQuantity, type Mention, type QuantityMention } from "../mentions/mention.ts";
import { proseUnitAt } from "../mentions/unit-lookup.ts";
import { type CellQuantity, quantityOfCell } from "./cell-quantity.ts";
import type { ReadCell } from "./grid.ts";
import type { HeadUnit } from "./head-unit.ts";
import type { Line } from "./lines.ts";
import { type ReadTable, readTable } from "./read-table.ts";
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

/**
 * Reads the tables of a normalised text, whose other mentions are known. A cell that holds a number and no words is
 * the table's alone; words with numbers in a cell stay prose. Linear in the length of text and tables.
 */
export function readTables(
  text: string,
  raw: string,
  mentions: readonly Mention[],
  tables: readonly Table[],
): TablesRead {
  if (tables.length === 0) return { mentions, prose: mentions, tables: [], aside: [] };
  const read = tables.map((table) => numbersOf(text, raw, table));
  const own = new Map<number, Mention>();
  const quantities = new Set<Mention>();
  for (const { mentions, quantities: some } of read) {
    for (const mention of mentions) own.set(mention.start, mention);
    for (const quantity of some) quantities.add(quantity);
  }
  const cells = [...own.values()].toSorted((one, other) => one.start - other.start);
  const merged = withCells(mentions, cells);
  const inHeads = within(
    merged,
    read.flatMap(({ numbers }) => numbers.read.headCells),
  );
  const aside = [...read.flatMap(({ aside }) => aside), ...inHeads];
  const heads = new Set<Mention>(inHeads);
  return {
    mentions: merged,
    prose: merged.filter((mention) => !quantities.has(mention) && !heads.has(mention)),
    tables: read.map(({ numbers }) => numbers),
    aside,
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

/** Mentions in order, where those of cells take the place of what was read there before. */
function withCells(mentions: readonly Mention[], cells: readonly Mention[]): Mention[] {
  const merged: Mention[] = [];
  let next = 0;
  for (const mention of mentions) {
    while (next < cells.length && (cells[next] as Mention).end <= mention.start)
      merged.push(cells[next++] as Mention);
    const cell = cells[next] ?? { start: Number.POSITIVE_INFINITY };
    const last = merged.at(-1)?.end ?? 0;
    if (mention.end <= cell.start && mention.start >= last) merged.push(mention);
  }
  merged.push(...cells.slice(next));
  return merged;
}

function numbersOf(
  text: string,
  raw: string,
  table: Table,
): { numbers: TableNumbers; mentions: Mention[]; quantities: CellQuantity[]; aside: CellQuantity[] } {
  const read = readTable(text, raw, table);
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
  quantities.push(...aside);
  const others = (cells: readonly ReadCell[], kind: "date" | "ordinal") =>
    cells.flatMap(({ content }) =>
      content.kind === "number" ? [{ start: content.of.start, end: content.of.end, kind }] : [],
    );
  return {
    numbers: { read: { ...read, rows, columns }, numbers },
    mentions: [...quantities, ...others(read.years, "date"), ...others(read.ordinals, "ordinal")],
    quantities,
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
