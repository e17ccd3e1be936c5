import type { Finding } from "../checks/finding.ts";
import type { Relations } from "../relate.ts";
import { checkCalculated } from "./check-calculated.ts";
import { checkRetoldInProse } from "./check-retold.ts";
import { checkTotals } from "./check-totals.ts";
import { matricesOf } from "./matrix.ts";
import type { TableNumbers } from "./read-tables.ts";
import type { CellClaim } from "./table-claims.ts";

/**
 * Every finding about the tables of a text: what their totals, shares and changes are, along rows and columns, and what
 * prose tells of them again.
 */
export function checkTables(
  prose: Relations,
  tables: readonly TableNumbers[],
  cells: readonly CellClaim[],
): Finding[] {
  const own = tables.flatMap((table) =>
    matricesOf(table).flatMap((matrix) => [
      ...checkTotals(prose.text, matrix),
      ...checkCalculated(prose.text, matrix),
    ]),
  );
  return [...own, ...checkRetoldInProse(prose, cells)];
}
