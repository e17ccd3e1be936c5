import type { Declarations } from "./declarations.ts";
import type { Observation } from "./observation.ts";
import { measuresOf } from "./series.ts";
import { isCountable } from "./suppression/guarded.ts";

/**
 * Whether anybody can derive an observation from the public log: it rests on registers of which nothing is sealed, or
 * it can be counted all the same, by dates and open states alone. `former` is the definition that gave it, where that
 * is another than the one that holds now.
 */
export function isDerivable(
  declarations: Declarations,
  { indicator: id, area, breakdown, value }: Observation,
  former: string = id,
): boolean {
  if (restsOnOpen(declarations, id)) return true;
  const { areas, indicators, registers } = declarations;
  const measure = indicators.get(former);
  const register = measure?.kind === "measure" && registers.get(measure.register)?.definition;
  if (value === null || measure?.kind !== "measure" || !register) return false;
  const place = { isDistrict: area === areas.district, dimensions: Object.keys(breakdown) };
  return isCountable(register, measure, place);
}

/** Whether an indicator rests on registers alone of which nothing is sealed. */
export function restsOnOpen(declarations: Declarations, id: string): boolean {
  const { indicators, registers } = declarations;
  const indicator = indicators.get(id);
  if (indicator === undefined) return false;
  return measuresOf(declarations, indicator).every((measure) => {
    const declared = indicators.get(measure);
    return declared?.kind === "measure" && registers.get(declared.register)?.sealedFields.size === 0;
  });
}
