import type { RegisterDefinition, Value } from "../../registers/index.ts";
import { controlName, type RowKind } from "../control-column.ts";
import { NONE } from "../formula-guard.ts";
import { isScientific, shown } from "./cell.ts";
import type { FieldColumn, Header } from "./header.ts";
import type { Fault } from "./row.ts";

/** Reads the field columns of a register's rows, in the order of its declaration. */
export function valuesReader(
  register: RegisterDefinition,
  { fields, width }: Header,
): (cells: readonly string[], kind: RowKind, fault: Fault) => Readonly<Record<string, Value>> {
  return (cells, kind, fault) => {
    const values: Record<string, Value> = {};
    let given = false;
    for (const column of fields) {
      const cell = cells[column.at];
      if (cell === undefined || cell === "") continue;
      const value = cell === NONE ? null : column.read(cell);
      if (value === undefined && cell.trim() === "") continue;
      given = true;
      if (value === undefined) unread(column, cell, fault);
      else if (value !== null || kind !== "open") values[column.field] = value;
    }
    if (kind === "void" && given) fault(controlName(register, "kind"), "exchange.void-with-fields", {});
    for (let at = width; at < cells.length; at += 1)
      if (cells[at]?.trim() !== "") fault(String(at + 1), "exchange.cell-beyond", { width });
    return values;
  };
}

function unread(column: FieldColumn, cell: string, fault: Fault): void {
  const number = column.fault === "exchange.cell-integer" || column.fault === "exchange.cell-amount";
  // 2.20802E+11 is the spreadsheet's doing, and has another cure
  const code = number && isScientific(cell) ? "exchange.cell-scientific" : column.fault;
  fault(column.field, code, { column: column.field, value: shown(cell), wanted: column.wanted });
}
