import { isDerivable, type MeasureDefinition, type Observation } from "../../indicators/index.ts";
import type { FigureOfSite, Site } from "../site.ts";

/** A yearly value of the district that the records of one open register give: by which measure. */
export interface Counted {
  readonly observation: Observation;
  /** the definition of its time, where that was another */
  readonly measure: MeasureDefinition;
}

/**
 * The years of a figure for which the records that count in it can be told: what is counted or added up over an open
 * register, by nothing that is sealed, and not at a point in time but within one; years with a value that is not zero.
 */
export function countedYears({ declarations }: Site, { definition, observations }: FigureOfSite): Counted[] {
  return observations.byYear().flatMap((observation) => {
    const measure = declarations.indicators.get(observation.former ?? definition.id);
    if (measure?.kind !== "measure" || measure.nature !== "flow" || measure.cumulative === true) return [];
    if (observation.value === null || observation.value === "0") return [];
    const register = declarations.registers.get(measure.register)?.definition;
    if (register?.visibility !== "open" || !isDerivable(declarations, observation, measure.id)) return [];
    return [{ observation, measure }];
  });
}

/** The year in an observation's address: `2017` of `2017-04..2017-12`. */
export function yearOf({ period }: Observation): string {
  return period.slice(0, 4);
}
