import { type Match, matchesOf } from "../search/match.ts";
import { type Query, readingsOf } from "../search/query.ts";
import { elementAt } from "./dom.ts";
import { lineOf, loadValues } from "./load-values.ts";
import { type Listed, listedAreas, listedEntries } from "./search-entries.ts";

/** One line of what was found. */
export interface Result {
  readonly match: Match<Listed>;
  /** the place that the query names; none where it names none, and for what is no figure */
  readonly area: Listed | null;
  /** a figure's values there, as their file has them; none where none were published or could be read */
  readonly line: string | null;
  /** their file could not be read */
  readonly unread?: true;
  /** nothing is published of the place that was asked for: these values are of a place around it */
  readonly around?: true;
}

/** What a query finds before any value is read. */
export interface Answer {
  readonly query: Query;
  /** the places that it names */
  readonly places: readonly Listed[];
  readonly matches: readonly Match<Listed>[];
  /** nothing has all of its words */
  readonly partly: boolean;
}

const entries = listedEntries();
const areas = listedAreas(entries);
const byCode = new Map(entries.flatMap((it) => (it.area === null ? [] : [[it.area, it] as const])));
export const district = elementAt("found", HTMLElement).dataset.district ?? "";

/** What a query finds by the first reading that has all of its words, or else by the one that has most of them. */
export function answerTo(text: string): Answer {
  const answers = readingsOf(text, areas).map((query) => {
    const matches = matchesOf<Listed>(entries, query.terms);
    const missing = query.terms.length - (matches[0]?.terms ?? 0);
    const places = query.areas.flatMap((code) => byCode.get(code) ?? []);
    return { query, places, matches, missing, partly: matches.length > 0 && missing > 0 };
  });
  const [first, ...others] = answers;
  if (first === undefined) throw new Error("a query has no reading");
  return others.reduce((best, it) => (it.missing < best.missing ? it : best), first);
}

/**
 * The results of an answer, with the values that they show, which are brought first: nothing moves when they come. A
 * figure that has a value at a place comes before one that has none; the places themselves come last, for their pages
 * have everything else.
 */
export async function resultsOf({ places, matches }: Answer): Promise<readonly Result[]> {
  const told = matches.some(({ entry }) => entry.figure !== null);
  const files = told ? new Set([district, ...places.map(fileOf)]) : [];
  const came = await Promise.all(Array.from(files, async (it) => [it, await loadValues(it)] as const));
  const unread = new Set(came.flatMap(([it, there]) => (there ? [] : [it])));
  const results = matches.flatMap((match) => resultsOfMatch(match, places, unread));
  return [
    ...results.sort((one, other) => rankOf(other) - rankOf(one)),
    ...places.map((entry) => ({ match: { entry, part: null, terms: 0, score: 0 }, area: null, line: null })),
  ];
}

function resultsOfMatch(
  match: Match<Listed>,
  places: readonly Listed[],
  unread: ReadonlySet<string>,
): readonly Result[] {
  const { figure } = match.entry;
  if (figure === null) return [{ match, area: null, line: null }];
  const key = match.part === null ? "" : (figure.partKeys[match.part] ?? "");
  const at = (area: Listed | null): Result => ({
    match,
    area,
    line: lineOf(area?.area ?? district, figure.id, key),
    ...(unread.has(fileOf(area)) ? { unread: true } : {}),
  });
  if (places.length === 0) return [at(null)];
  const own = places.map(at);
  if (own.some((it) => it.line !== null || it.unread)) return own;
  // a village's township, or the district, says more than nothing
  const above = new Set(places.map((it) => byCode.get(it.above ?? "") ?? null));
  const townships = Array.from(above, at).filter((it) => it.area !== null && it.line !== null);
  return (townships.length > 0 ? townships : [at(null)]).map((it) => ({ ...it, around: true }));
}

/** What nobody has anything of is told after what somebody has some of. */
function rankOf({ match, line, around }: Result): number {
  const [headline = "0", ...values] = line?.split(" ") ?? [];
  const value = values[Number(headline)] ?? "-";
  return match.score + (value === "-" || around ? 0 : /[1-9]/.test(value) ? 0.4 : 0.2);
}

/** The file that has an area's values: a village's are with its township's. */
function fileOf(area: Listed | null): string {
  if (area?.area == null) return district;
  return area.depth === 2 ? (area.above ?? district) : area.area;
}
