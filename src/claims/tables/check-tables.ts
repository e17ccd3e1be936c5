import type { Finding } from "../checks/finding.ts";
import { checkCalculated } from "./check-calculated.ts";
import { checkTotals } from "./check-totals.ts";
import { matricesOf } from "./matrix.ts";
import type { TableNumbers } from "./read-tables.ts";

/** Every finding about the tables of a text: what their totals, shares and changes are, along rows and columns. */
export function checkTables(text: string, tables: readonly TableNumbers[]): Finding[] {
  return tables.flatMap((table) =>
    matricesOf(table).flatMap((matrix) => [...checkTotals(text, matrix), ...checkCalculated(text, matrix)]),
  );
}
