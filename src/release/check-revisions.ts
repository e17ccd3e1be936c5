import { hashesInForce, recordOf } from "../district/index.ts";
import {
  CellTable,
  type Declarations,
  Derivation,
  indicatorsUnder,
  observeAgain,
  registersUnder,
  restsOnOpen,
  withholdsSmall,
} from "../indicators/index.ts";
import { type Issue, IssueError, issue } from "../issue/index.ts";
import type { Edition, PlacedEntry, Revision } from "../site/index.ts";
import { sameJson } from "./check-facts.ts";
import { keyOf, published } from "./figures.ts";
import { entriesBehind } from "./revisions.ts";

/** What the list of revisions is held against. */
export interface RevisionEvidence {
  readonly edition: Edition;
  readonly declarations: Declarations;
  /** all that the edition covers */
  readonly entries: readonly PlacedEntry[];
}

/** One release, and the one before it. */
interface Pair {
  readonly release: number;
  readonly before: number;
  readonly after: number;
}

/**
 * Every listed revision is what the entries give at both releases, with the entries that came between; of the last
 * release, none is left out. Derived are indicators over open registers whose declarations, and those of areas, lists,
 * period and working days, are the same as then; of the others the log has the hash of the former ones alone. The
 * sentences stood in reports that no log holds: they are not derived. How many were derived.
 */
export async function checkRevisions(evidence: RevisionEvidence): Promise<number> {
  const { edition } = evidence;
  let derived = 0;
  const listed = Map.groupBy(edition.revisions, (it) => it.release);
  const pairs = pairsOf(edition);
  const releases = new Set(pairs.map((it) => it.release));
  for (const it of edition.revisions) if (!releases.has(it.release)) refuse("verify.revision-altered", it);
  const tables = cellsAt(evidence, pairs);
  for (const pair of pairs) {
    const [then, now] = [tables.get(pair.before), tables.get(pair.after)];
    const own = listed.get(pair.release) ?? [];
    const isLast = pair.release === edition.number;
    if (then === undefined || now === undefined || (own.length === 0 && !isLast)) continue;
    const isKnown = knownBetween(evidence, pair);
    for (const it of own) derived += await checkListed(evidence, pair, it, isKnown, then, now);
    if (isLast) checkComplete(evidence, own, isKnown, then);
  }
  return derived;
}

function pairsOf({ number, position, predecessors }: Edition): Pair[] {
  const places = [...predecessors.toReversed(), { number, position }];
  return places.flatMap((it, at) => {
    const before = places[at - 1];
    return before === undefined ? [] : [{ release: it.number, before: before.position, after: it.position }];
  });
}

/** The cells as they were at each release that a pair compares: of the last, and of those that list revisions. */
function cellsAt({ edition, declarations, entries }: RevisionEvidence, pairs: readonly Pair[]) {
  const named = new Set([edition.number, ...edition.revisions.map((it) => it.release)]);
  const wanted = new Set(pairs.filter((it) => named.has(it.release)).flatMap((it) => [it.before, it.after]));
  const tables = new Map<number, CellTable>();
  if (wanted.size === 0) return tables;
  const derivation = new Derivation(declarations);
  for (const { entry, position } of entries) {
    if (wanted.has(position)) tables.set(position, new CellTable(derivation.sums.cells()));
    const issues = derivation.add(entry, ["entry", position]);
    if (issues.length > 0) throw new IssueError(issues);
  }
  tables.set(edition.position, new CellTable(derivation.sums.cells()));
  return tables;
}

/** Whether the declarations under an indicator were at both releases the ones that the edition has. */
function knownBetween(
  { edition, declarations, entries }: RevisionEvidence,
  pair: Pair,
): (indicator: string) => boolean {
  const hashes = [pair.before, pair.after, edition.position].map((position) =>
    hashesInForce(entries.slice(0, position).map((it) => it.entry)),
  );
  const isSame = (record: string) => new Set(hashes.map((it) => it.get(record))).size === 1;
  const around = [...new Set(hashes.flatMap((it) => [...it.keys()]))].filter((record) =>
    /^(district|areas|list|calendar):/.test(record),
  );
  const allSame = around.every(isSame);
  return (id) => {
    const indicator = declarations.indicators.get(id);
    if (indicator === undefined || !allSame || !restsOnOpen(declarations, id)) return false;
    return [
      ...indicatorsUnder(declarations, indicator).map((name) => recordOf({ kind: "indicator", name })),
      ...registersUnder(declarations, indicator).map((name) => recordOf({ kind: "register", name })),
    ].every(isSame);
  };
}

/** 1 where a revision was derived, 0 where nobody can; refuses one that says something else. */
async function checkListed(
  evidence: RevisionEvidence,
  pair: Pair,
  revision: Revision,
  isKnown: (indicator: string) => boolean,
  then: CellTable,
  now: CellTable,
): Promise<number> {
  const { declarations, entries } = evidence;
  const { observation, before, after } = revision;
  const indicator = declarations.indicators.get(observation.indicator);
  if (indicator !== undefined && withholdsSmall(declarations, indicator)) {
    const told = [before, after, observation.value].some((it) => it !== null) || revision.entries.length > 0;
    if (!revision.untold || told) refuse("verify.revision-altered", revision);
    return 0;
  }
  if (!isKnown(observation.indicator)) return 0;
  const [was, is] = [then, now].map(
    (cells) => observeAgain(declarations, cells, observation, ["data/edition.json", "revisions"]).value,
  );
  if (before !== was || after !== is || was === is || observation.value !== is || revision.untold)
    refuse("verify.revision-altered", revision);
  const own = await entriesBehind(
    {
      declarations,
      position: pair.after,
      entriesOf: async (registers, from, to, most) => notedIn(entries, registers, from, to, most),
    },
    observation.indicator,
    pair.before,
  );
  if (!sameJson(revision.entries, own)) refuse("verify.revision-altered", revision);
  return 1;
}

/** Whatever the release before published and this one has otherwise is listed. */
function checkComplete(
  { edition, declarations }: RevisionEvidence,
  listed: readonly Revision[],
  isKnown: (indicator: string) => boolean,
  then: CellTable,
): void {
  const keys = new Set(listed.map((it) => keyOf(it.observation)));
  const present = new Map(
    edition.figures.flatMap((it) => it.observations.map((one) => [keyOf(one), one] as const)),
  );
  for (const indicator of edition.pack.indicators) {
    if (!isKnown(indicator.id) || withholdsSmall(declarations, indicator)) continue;
    for (const was of published(declarations, then, indicator, [])) {
      const is = present.get(keyOf(was));
      if (is !== undefined && is.value !== was.value && !keys.has(keyOf(was)))
        refuse("verify.revision-missing", { release: edition.number, observation: is });
    }
  }
}

function notedIn(
  entries: readonly PlacedEntry[],
  registers: readonly string[],
  from: number,
  to: number,
  most: number,
) {
  const found = [];
  for (const { entry, position } of entries.slice(from, to)) {
    if (found.length >= most) break;
    if (!registers.includes(entry.register)) continue;
    found.push({ position, record: entry.record, kind: entry.kind, reason: entry.reason ?? "" });
  }
  return found;
}

function refuse(
  code: Extract<Issue["code"], "verify.revision-altered" | "verify.revision-missing">,
  { release, observation }: Pick<Revision, "release" | "observation">,
): never {
  throw new IssueError([
    issue(code, ["data/edition.json", "revisions", release, keyOf(observation)], { release }),
  ]);
}
