import { Decimal, findUnit, Period, type Unit, unitWritten } from "../quantity/index.ts";

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

/** An indicator, or one part of it: leads received, leads received by hotline. */
export interface IndexedIndicator {
  readonly id: string;
  /** names and synonyms in either language; the first is its title */
  readonly names: readonly string[];
  /** for each value that a part is narrowed to, what it is called; a claim is of the part where the text says so */
  readonly of?: readonly (readonly string[])[];
  /** id or symbol of a unit in `quantity/` */
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

/** The unit of an indicator, by id or symbol. */
export function unitOf(unit: string): Unit | null {
  return findUnit(unit) ?? unitWritten(unit);
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
    const wrong = wrongIn(indicator);
    if (wrong !== null) return { wrong: `indicators[${at}]${wrong}` };
  }
  // every member was looked at above
  return { area: data.area, areas, indicators } as ObservationIndex;
}

function wrongIn(indicator: unknown): string | null {
  if (!isRecord(indicator) || typeof indicator.id !== "string" || typeof indicator.unit !== "string")
    return "";
  if (unitOf(indicator.unit) === null) return ".unit";
  if (!areStrings(indicator.names) || indicator.names.length === 0) return ".names";
  if (indicator.of !== undefined && !(Array.isArray(indicator.of) && indicator.of.every(areStrings)))
    return ".of";
  const { values } = indicator;
  if (!Array.isArray(values)) return ".values";
  for (const [index, value] of values.entries()) {
    if (!isRecord(value) || typeof value.area !== "string") return `.values[${index}].area`;
    if (typeof value.period !== "string" || Period.parse(value.period) === null)
      return `.values[${index}].period`;
    if (typeof value.value !== "string" || Decimal.parse(value.value) === null)
      return `.values[${index}].value`;
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function areStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((it) => typeof it === "string");
}
