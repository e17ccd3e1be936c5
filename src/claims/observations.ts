/**
 * What there is to hold a text's claims against: plain data, that a ledger or a file can fill. A file of it is
 * `{"area": "990101", "areas": […], "indicators": […]}` in JSON.
 */
export interface ObservationIndex {
  /** code of the area that a text is about where it names none */
  readonly area: string;
  readonly areas: readonly { readonly code: string; readonly names: readonly string[] }[];
  readonly indicators: readonly IndexedIndicator[];
}

export interface IndexedIndicator {
  readonly id: string;
  /** names and synonyms in either language; the first is its title */
  readonly names: readonly string[];
  /** id of a unit in `quantity/` */
  readonly unit: string;
  readonly values: readonly IndexedValue[];
}

export interface IndexedValue {
  readonly area: string;
  /** `2020`, `2020-03`, `2018..2021` */
  readonly period: string;
  /** decimal string in the indicator's unit */
  readonly value: string;
}

/** An index of parsed JSON; the path of the first member that is wrong, where one is. */
export function observationIndex(data: unknown): ObservationIndex | { readonly wrong: string } {
  if (!isRecord(data)) return { wrong: "$" };
  if (typeof data.area !== "string") return { wrong: "area" };
  const areas = data.areas ?? [];
  if (!Array.isArray(areas)) return { wrong: "areas" };
  for (const [at, area] of areas.entries())
    if (!isRecord(area) || typeof area.code !== "string" || !areStrings(area.names))
      return { wrong: `areas[${at}]` };
  const { indicators } = data;
  if (!Array.isArray(indicators)) return { wrong: "indicators" };
  for (const [at, indicator] of indicators.entries()) {
    if (!isRecord(indicator) || typeof indicator.id !== "string" || typeof indicator.unit !== "string")
      return { wrong: `indicators[${at}]` };
    if (!areStrings(indicator.names) || indicator.names.length === 0)
      return { wrong: `indicators[${at}].names` };
    const { values } = indicator;
    if (!Array.isArray(values)) return { wrong: `indicators[${at}].values` };
    for (const [index, value] of values.entries())
      if (!isRecord(value) || !["area", "period", "value"].every((name) => typeof value[name] === "string"))
        return { wrong: `indicators[${at}].values[${index}]` };
  }
  // every member was looked at above
  return { area: data.area, areas, indicators } as ObservationIndex;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function areStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((it) => typeof it === "string");
}
