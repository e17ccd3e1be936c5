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
  return `${[...observationsJsonLines(observations)].join("")}\n`;
}

/** The same in pieces, one for each observation, and without the line's end behind it. */
export function* observationsJsonLines(observations: readonly Observation[]): Generator<string> {
  if (observations.length === 0) return yield "[]";
  let before = "[\n";
  for (const { parts: _, indicator, area, period, breakdown, value, ...said } of observations) {
    const ordered = { indicator, area, period, breakdown: byName(breakdown), value, ...said };
    yield before + JSON.stringify(ordered);
    before = ",\n";
  }
  yield "\n]";
}

function byName(breakdown: Observation["breakdown"]): Observation["breakdown"] {
  const pairs = Object.entries(breakdown);
  return pairs.length < 2
    ? breakdown
    : Object.fromEntries(pairs.sort(([one], [other]) => (one < other ? -1 : 1)));
}
