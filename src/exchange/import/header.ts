import { type Issue, issue, type Path } from "../../issue/index.ts";
import { discreet, type RegisterDefinition, sealsAnything } from "../../registers/index.ts";
import { type Column, columnNames } from "../column-names.ts";
import type { ControlColumn } from "../control-column.ts";
import { unguarded } from "../formula-guard.ts";
import { type CellReader, cellReader } from "./cell.ts";

/** A field's column. */
export interface FieldColumn extends CellReader {
  readonly field: string;
  /** place in the row, from 0 */
  readonly at: number;
}

/** What the columns of a file mean. */
export interface Header {
  /** in the order of the register's declaration, whatever the file's */
  readonly fields: readonly FieldColumn[];
  /** places in the row, from 0 */
  readonly control: Readonly<Partial<Record<ControlColumn, number>>>;
  /** how many cells a row may have */
  readonly width: number;
}

/**
 * Reads a header row, by the names of `columnNames`. `path` is the file's; what is wrong is told at row 1, all of it.
 */
export function readHeader(
  register: RegisterDefinition,
  cells: readonly string[],
  path: Path,
): Header | { readonly issues: readonly Issue[] } {
  const names = columnNames(register);
  const found = new Map<Column, number>();
  const issues: Issue[] = [];
  // what stands where names of columns should may be a person's data
  const isPrivate = sealsAnything(register);
  const width = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
  for (const [at, cell] of cells.slice(0, width).entries()) {
    const column = names.columnOf(unguarded(cell));
    const fault = (code: Issue["code"], params: Issue["params"] = {}) =>
      issues.push(issue(code, [...path, 1, isPrivate ? at + 1 : cell], { column: cell, ...params }));
    if (column === undefined)
      fault("exchange.column-unknown", { known: names.columns.map((it) => it.name).join(", ") });
    else if (column === "shared") fault("exchange.column-ambiguous");
    else if (found.has(column)) fault("exchange.column-twice");
    else found.set(column, at);
  }
  const control: Partial<Record<ControlColumn, number>> = {};
  for (const [column, at] of found) if (column.control !== undefined) control[column.control] = at;
  // without a kind and a state, every row opens a record, and needs what an opening needs
  const opensOnly = control.kind === undefined && control.state === undefined;
  for (const column of names.columns) {
    const needed =
      column.control === undefined
        ? opensOnly && !register.fields[column.name]?.optional
        : column.control === "record";
    if (needed && !found.has(column))
      issues.push(
        issue("exchange.column-missing", [...path, 1], { column: column.name, title: column.title.zh }),
      );
  }
  if (issues.length > 0) return { issues: discreet(register, issues) };
  const fields = names.columns.flatMap((column): FieldColumn[] => {
    const at = found.get(column);
    const field = column.control === undefined ? register.fields[column.name] : undefined;
    return at === undefined || field === undefined ? [] : [{ field: column.name, at, ...cellReader(field) }];
  });
  return { fields, control, width };
}
