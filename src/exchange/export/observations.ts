import type { Observation } from "../../indicators/index.ts";
import { type Cell, EMPTY, type Table } from "./table.ts";

/**
 * Observations as a table, one row each: `indicator`, `area`, `period`, a column `by.<dimension>` for every dimension
 * that one of them has, `value` and `missing`. An empty dimension is the total over it.
 */
export function observationTable(
  observations: readonly Observation[],
): Table & { readonly rows: readonly (readonly Cell[])[] } {
  const dimensions = [...new Set(observations.flatMap(({ breakdown }) => Object.keys(breakdown)))].sort();
  return {
    headers: ["indicator", "area", "period", ...dimensions.map((it) => `by.${it}`), "value", "missing"],
    rows: observations.map(({ indicator, area, period, breakdown, value, missing }) => [
      { text: indicator },
      { text: area },
      { text: period },
      ...dimensions.map((it) => textCell(breakdown[it])),
      value === null ? EMPTY : { number: value },
      textCell(missing),
    ]),
  };
}

function textCell(text: string | undefined): Cell {
  return text === undefined ? EMPTY : { text };
}
