import { Period } from "../quantity/index.ts";
import type { Result } from "./arithmetic.ts";
import { definitionFor } from "./basis.ts";
import type { CellTable } from "./cell-table.ts";
import type { Declarations } from "./declarations.ts";
import type { MeasureDefinition, Term } from "./define.ts";
import { amountOf, isUnreported, withheld } from "./observe.ts";
import { narrowed, type Query } from "./query.ts";
import { hidden } from "./suppression/suppression.ts";

/**
 * A stock added up over the month ends of a period, of those months that the ledger is about. It may be published for
 * a period for which the stock is, though the stock's single months are not.
 */
export function overMonths(
  declarations: Declarations,
  cells: CellTable,
  { of }: { of: Term },
  query: Query,
): Result {
  const asked = narrowed(of, query);
  const { area, period, where } = asked;
  const stock = definitionFor(
    declarations,
    declarations.indicators.get(asked.indicator) as MeasureDefinition,
    asked,
    false,
  ) as MeasureDefinition | null;
  if (stock === null) return { value: null, missing: "series-break" };
  const missing = withheld(declarations, stock, asked);
  if (missing !== null) return { value: null, missing };
  const ledger = Period.of(declarations.pack.period);
  const first = Math.max(period.firstMonth, ledger.firstMonth);
  const last = Math.min(period.lastMonth, ledger.lastMonth);
  // what is withheld of one month end would be told by their sum
  for (let month = first; month <= last; month++) {
    const end = { ...asked, indicator: stock.id, period: Period.ofMonth(month) };
    const hides = hidden(declarations, cells, end);
    if (hides !== null) return { value: null, missing: hides };
  }
  const { n, sum } = cells.overMonthEnds(stock.id, area, first, last, where);
  if (isUnreported(stock, n)) return { value: null, missing: "no-record" };
  return { value: amountOf(declarations, stock, n, sum).toString() };
}
