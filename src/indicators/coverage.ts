import { Decimal, Period } from "../quantity/index.ts";
import { divided, type Result } from "./arithmetic.ts";
import { definitionFor } from "./basis.ts";
import { isEmpty } from "./cell.ts";
import type { CellTable } from "./cell-table.ts";
import type { Declarations } from "./declarations.ts";
import type { AreaListDefinition, MeasureDefinition, Term } from "./define.ts";
import { narrowed, type Query } from "./query.ts";
import { hidden } from "./suppression/suppression.ts";

/**
 * Listed areas with at least one record, up to the period's end, out of those that lie in the area asked for. By the
 * version of the list that is in force at that end, which the result names.
 */
export function coverage(
  declarations: Declarations,
  cells: CellTable,
  { of, list }: { of: Term; list: string },
  query: Query,
): Result {
  const { pack, areas, indicators } = declarations;
  const asked = narrowed(of, query);
  const measure = definitionFor(
    declarations,
    indicators.get(asked.indicator) as MeasureDefinition,
    asked,
    true,
  );
  if (measure === null) return { value: null, missing: "series-break" };
  const { date, codes } = listInForce(pack.lists, list, query.period);
  const listed = codes.filter((code) => areas.contains(query.area, code));
  // whether an area has any record at all is told of withheld figures, too: but where none are published, nothing is
  const since = Period.ofMonths(
    Math.min(Period.of(pack.period).firstMonth, query.period.firstMonth),
    query.period.lastMonth,
  );
  for (const area of listed) {
    const at = { ...asked, indicator: measure.id, area, period: since };
    if (hidden(declarations, cells, at) === "too-fine") return { value: null, missing: "too-fine" };
  }
  const covered = listed.filter(
    (area) =>
      !isEmpty(cells.total(measure.id, area, Number.NEGATIVE_INFINITY, query.period.lastMonth, asked.where)),
  );
  return {
    ...divided(Decimal.of(covered.length), Decimal.of(listed.length), Decimal.HUNDRED),
    denominator: { list, date },
  };
}

/** The version of a list that a period is measured against: the latest not after its end, or the earliest. */
export function listInForce(
  lists: readonly AreaListDefinition[],
  id: string,
  period: Period,
): AreaListDefinition {
  const versions = lists.filter((it) => it.id === id).sort((one, other) => (one.date < other.date ? -1 : 1));
  const inForce = versions.findLast((it) => it.date <= period.lastDay()) ?? versions[0];
  if (inForce === undefined) throw new Error(`no list ${id}`);
  return inForce;
}
