import { measuresOf, type Observation } from "../indicators/index.ts";
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
    const registers = registersOf(source, observation.indicator);
    const among = registers.join(" ");
    if (!entries.has(among))
      entries.set(among, await source.entriesOf(registers, last.position, source.position, mostEntries));
    revisions.push({
      release: source.number,
      observation,
      before: value,
      after: observation.value,
      entries: entries.get(among) ?? [],
      sentences: last.sentences[key] ?? [],
    });
  }
  return [...revisions, ...last.revisions];
}

function registersOf({ declarations }: EditionSource, id: string): string[] {
  const indicator = declarations.indicators.get(id);
  const measures = indicator === undefined ? [] : measuresOf(declarations, indicator);
  const registers = measures.flatMap((it) => {
    const measure = declarations.indicators.get(it);
    return measure?.kind === "measure" ? [measure.register] : [];
  });
  return [...new Set(registers)];
}
