import type { ProseDocument } from "../document/read.ts";
import { normalise } from "../normalise.ts";
import { labelsOf, layoutOf } from "../tables/layout.ts";
import { beginningsOf } from "../tables/side-by-side.ts";
import type { Table } from "../tables/table.ts";

/** How many rows of a table are its head, and which columns the heads of its rows stand in. */
export interface TableShape {
  readonly heads: number;
  /** for a column, those of the table that it belongs to where several stand side by side */
  readonly labelsFor: (column: number) => readonly number[];
}

/** The shape of a document's table; each is found once. */
export function shapeOf(document: ProseDocument, table: Table): TableShape {
  const known = shapes.get(document) ?? {
    normal: normalise(document.text),
    tables: new Map<Table, TableShape>(),
  };
  shapes.set(document, known);
  const shape = known.tables.get(table) ?? shapeIn(known.normal, table);
  known.tables.set(table, shape);
  return shape;
}

function shapeIn(text: string, table: Table): TableShape {
  const layout = layoutOf(text, table);
  const parts = beginningsOf(layout).map((from) => ({ from, labels: labelsOf(layout, from) }));
  return {
    heads: layout.heads,
    labelsFor: (column) => parts.findLast(({ from }) => from <= column)?.labels ?? [],
  };
}

const shapes = new WeakMap<
  ProseDocument,
  { readonly normal: string; readonly tables: Map<Table, TableShape> }
>();
