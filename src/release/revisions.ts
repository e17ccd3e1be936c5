import { definitionRegister, recordOf } from "../district/index.ts";
import { indicatorsUnder, type Observation, registersUnder, withholdsSmall } from "../indicators/index.ts";
import type { Revision } from "../site/index.ts";
import { keyOf } from "./figures.ts";
import type { EditionSource } from "./source.ts";

/** Entries that a revision names at most. */
const mostEntries = 20;

/**
 * What changed since the release before, then what had changed by then: every observation that was published
 * with another value, with the entries of its registers that came between, and the sentences that stated it.
 */
export async function revisionsOf(
  source: EditionSource,
  observations: readonly Observation[],
): Promise<Revision[]> {
  const last = source.earlier.at(-1);
  if (last === undefined) return [];
  const before = new Map(last.observations.map((it) => [keyOf(it), it.value]));
  const entries = new Map<string, Revision["entries"]>();
  const revisions: Revision[] = [];
  for (const observation of observations) {
    const key = keyOf(observation);
    const value = before.get(key);
    if (value === undefined || value === observation.value) continue;
    const { indicator } = observation;
    const definition = source.declarations.indicators.get(indicator);
    if (definition !== undefined && withholdsSmall(source.declarations, definition)) {
      revisions.push(untold(source.number, observation));
      continue;
    }
    if (!entries.has(indicator))
      entries.set(indicator, await entriesBehind(source, indicator, last.position));
    revisions.push({
      release: source.number,
      observation,
      before: value,
      after: observation.value,
      entries: entries.get(indicator) ?? [],
      sentences: last.sentences[key] ?? [],
    });
  }
  return [...revisions, ...last.revisions];
}

/**
 * That a figure changed of which small values are withheld, and no more: the change itself may be one person's doing,
 * and is no less small for standing between two great numbers.
 */
function untold(release: number, { indicator, area, period, breakdown, basis }: Observation): Revision {
  const place = { indicator, area, period, breakdown, ...(basis !== undefined && { basis }) };
  return {
    release,
    observation: { ...place, value: null, missing: "suppressed" },
    before: null,
    after: null,
    untold: true,
    entries: [],
    sentences: [],
  };
}

/** What moved an indicator's values since a position, at most 20 entries: first how its definition changed, then the entries of its registers. */
export async function entriesBehind(
  { declarations, position, entriesOf }: Pick<EditionSource, "declarations" | "position" | "entriesOf">,
  id: string,
  from: number,
): Promise<Revision["entries"]> {
  const indicator = declarations.indicators.get(id);
  if (indicator === undefined) return [];
  const rested = new Set(
    indicatorsUnder(declarations, indicator).map((name) => recordOf({ kind: "indicator", name })),
  );
  const defined = await entriesOf([definitionRegister], from, position, Number.MAX_SAFE_INTEGER);
  // what one entry of a sealed register did to a figure is told nowhere
  const registers = registersUnder(declarations, indicator).filter(
    (it) => declarations.registers.get(it)?.definition.visibility === "open",
  );
  const moved = registers.length === 0 ? [] : await entriesOf(registers, from, position, mostEntries);
  return [...defined.filter((it) => rested.has(it.record)), ...moved]
    .slice(0, mostEntries)
    .map(({ position, kind, reason }) => ({ position, kind, reason }));
}
