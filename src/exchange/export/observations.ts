import type { Observation } from "../../indicators/index.ts";
import {
  OBSERVATION_COLUMN_NAMES,
  OBSERVATION_COLUMNS,
  type ObservationColumn,
} from "../observation-columns.ts";
import { type Cell, EMPTY, type Table, textCell } from "./table.ts";

/**
 * Observations as a table, one row each: `indicator`, `area`, `period`, a column `by.<dimension>` for every dimension
 * that one of them has, `value` and `missing`, and a column for whatever else one of them says. An empty dimension is
 * the total over it. The rows come one after the other, once.
 */
export function observationTable(
  observations: readonly Observation[],
): Table & { readonly rows: Iterable<readonly Cell[]> } {
  const dimensions = [...new Set(observations.flatMap(({ breakdown }) => Object.keys(breakdown)))].sort();
  const columns = OBSERVATION_COLUMN_NAMES.filter(
    (name) => name === "missing" || observations.some((it) => OBSERVATION_COLUMNS[name](it) !== undefined),
  );
  return {
    headers: ["indicator", "area", "period", ...dimensions.map((it) => `by.${it}`), "value", ...columns],
    rows: rowsOf(observations, dimensions, columns),
  };
}

/** One after the other: all cells of a release at once take several times the memory of its observations. */
function* rowsOf(
  observations: readonly Observation[],
  dimensions: readonly string[],
  columns: readonly ObservationColumn[],
): Generator<readonly Cell[]> {
  for (const it of observations)
    yield [
      { text: it.indicator },
      { text: it.area },
      { text: it.period },
      ...dimensions.map((dimension) => textCell(it.breakdown[dimension])),
      it.value === null ? EMPTY : { number: it.value },
      ...columns.map((name) => {
        const said = OBSERVATION_COLUMNS[name](it);
        return name.startsWith("fraction.") && said !== undefined ? { number: said } : textCell(said);
      }),
    ];
}
