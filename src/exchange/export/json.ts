import type { Observation } from "../../indicators/index.ts";
import type { Action } from "../../registers/index.ts";

/** Actions as JSON Lines, one an entry: what `append` reads from its standard input. */
export async function* actionLines(
  actions: Iterable<Action> | AsyncIterable<Action>,
): AsyncGenerator<string> {
  for await (const action of actions) yield `${JSON.stringify(action)}\n`;
}

/**
 * Observations as one JSON array, each with the members that it has as a row of CSV: indicator, area, period,
 * breakdown, value (a decimal string, or null), and whatever else it says of itself. A formula's parts stay out.
 */
export function observationsJson(observations: readonly Observation[]): string {
  const lines = observations.map(({ parts: _, indicator, area, period, breakdown, value, ...said }) =>
    JSON.stringify({
      indicator,
      area,
      period,
      breakdown: Object.fromEntries(
        Object.entries(breakdown).sort(([one], [other]) => (one < other ? -1 : 1)),
      ),
      value,
      ...said,
    }),
  );
  return lines.length === 0 ? "[]\n" : `[\n${lines.join(",\n")}\n]\n`;
}
