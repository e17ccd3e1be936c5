import type { IndicatorDefinition, Observation } from "../../indicators/index.ts";
import { Period } from "../../quantity/index.ts";
import { type Cell, EMPTY, type Table, textCell } from "./table.ts";

/** A data flow of SDMX: `agency:id(version)`. */
export interface Dataflow {
  /** begins with a letter */
  readonly agency: string;
  readonly id: string;
  /** `1.0.0` */
  readonly version: string;
}

/**
 * Observations as SDMX-CSV 2.0, the format in which statistical offices exchange data (SDMX 3.0, section 5): one row
 * each, a column for each dimension, then the value and what qualifies it. A dimension's total is `_T`, as SDMX has
 * it; periods are its time ranges, `2018-01-01/P4Y`; codes hold no dots. The rows come one after the other, once.
 */
export function sdmxTable(
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, IndicatorDefinition>,
  { agency, id, version }: Dataflow,
): Table & { readonly rows: Iterable<readonly Cell[]> } {
  const dimensions = [...new Set(observations.flatMap(({ breakdown }) => Object.keys(breakdown)))].sort();
  const structure = [textCell("DATAFLOW"), textCell(`${agency}:${id}(${version})`), textCell("I")];
  return {
    headers: [
      "STRUCTURE",
      "STRUCTURE_ID",
      "ACTION",
      "INDICATOR",
      "REF_AREA",
      ...dimensions.map((it) => sdmxCode(it).toUpperCase()),
      "BASIS",
      "TIME_PERIOD",
      "OBS_VALUE",
      "UNIT_MEASURE",
      "DECIMALS",
      "OBS_STATUS",
      "CONF_STATUS",
    ],
    rows: rowsOf(observations, indicators, structure, dimensions),
  };
}

/** One after the other: all cells of a release at once take several times the memory of its observations. */
function* rowsOf(
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, IndicatorDefinition>,
  structure: readonly Cell[],
  dimensions: readonly string[],
): Generator<readonly Cell[]> {
  for (const it of observations) {
    const definition = indicators.get(it.indicator);
    yield [
      ...structure,
      textCell(sdmxCode(it.indicator)),
      textCell(it.area),
      ...dimensions.map((dimension) => textCell(it.breakdown[dimension] ?? TOTAL)),
      textCell(it.basis ?? "own"),
      textCell(timeRange(it.period)),
      it.value === null ? EMPTY : { number: it.value },
      textCell(definition?.unit ?? ""),
      { number: String(definition?.decimals ?? 0) },
      textCell(statusOf(it)),
      textCell(it.missing === "suppressed" ? "C" : "F"),
    ];
  }
}

const TOTAL = "_T";

/** An identifier as SDMX allows it: `lead.received` → `lead_received`. */
export function sdmxCode(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9_@$-]/g, "_");
}

/** `2020`, `2020-03`, and as a time range with its start and length whatever spans more. */
function timeRange(text: string): string {
  const period = Period.of(text);
  if (period.length === 1 || (period.length === 12 && period.isWholeYears())) return text;
  const length = period.isWholeYears() ? `P${period.length / 12}Y` : `P${period.length}M`;
  return `${period.firstDay()}/${length}`;
}

/** A code of SDMX's list of observation statuses: normal, provisional, missing, break, not applicable, suppressed. */
function statusOf({ value, missing, status }: Observation): string {
  if (value !== null) return status === "provisional" ? "P" : "A";
  switch (missing) {
    case "series-break":
      return "B";
    case "no-base":
    case "never-sum":
      return "M";
    case "suppressed":
      return "Q";
    default:
      return "O";
  }
}
