import type { ProseDocument } from "../document/read.ts";
import { normalise } from "../normalise.ts";
import { readTable } from "../tables/read-table.ts";
import type { Table } from "../tables/table.ts";

/** How many rows of a table are its head, and which columns the heads of its rows stand in. */
export interface TableShape {
  readonly heads: number;
  readonly labels: readonly number[];
}

/** The shape of a document's table; each is found once. */
export function shapeOf(document: ProseDocument, table: Table): TableShape {
  const known = shapes.get(document) ?? {
    normal: normalise(document.text),
    tables: new Map<Table, TableShape>(),
  };
  shapes.set(document, known);
  const shape = known.tables.get(table) ?? readTable(known.normal, document.text, table);
  known.tables.set(table, shape);
  return shape;
}

const shapes = new WeakMap<
  ProseDocument,
  { readonly normal: string; readonly tables: Map<Table, TableShape> }
>();
