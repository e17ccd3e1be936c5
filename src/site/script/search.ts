import { matchesOf } from "../search/match.ts";
import { type Query, readingsOf } from "../search/query.ts";
import { elementAt } from "./dom.ts";
import { type Listed, listedAreas, listedEntries } from "./search-entries.ts";
import { type Result, showResults, valuesFor } from "./search-results.ts";
import { sayIn } from "./search-words.ts";

/** The search: every query picks out of the list that the page is. */
const input = elementAt("q-here", HTMLInputElement);
const status = elementAt("found-status", HTMLElement);
const found = elementAt("found", HTMLElement);
const everything = elementAt("everything", HTMLElement);
const note = elementAt("everything-note", HTMLElement);
const entries = listedEntries();
const areas = listedAreas(entries);
const byCode = new Map(entries.flatMap((it) => (it.area === null ? [] : [[it.area, it] as const])));

let asked = "";

input.form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const query = new URLSearchParams(input.value.trim() === "" ? {} : { q: input.value.trim() });
  history.replaceState(null, "", query.size === 0 ? location.pathname : `?${query}`);
  look();
});
input.addEventListener("input", look);
input.value = new URLSearchParams(location.search).get("q") ?? "";
look();

function look(): void {
  const text = input.value.trim();
  const { query, results, wanted } = answerTo(text);
  asked = text;
  if (results.length === 0) {
    everything.hidden = false;
    found.replaceChildren();
    note.textContent = sayIn(text === "" ? "searchAll" : "foundHelp");
    status.textContent = text === "" ? "" : sayIn("foundNothing", { query: text });
    return;
  }
  void valuesFor(results).then((unread) => {
    // somebody typed on meanwhile
    if (asked !== text) return;
    everything.hidden = true;
    showResults(results, query, unread);
    const partly = (results[0]?.match.terms ?? 0) < wanted;
    status.textContent = `${sayIn("foundCount", { count: results.length })}${partly ? ` ${sayIn("foundPartly")}` : ""}`;
  });
}

/** What a query finds by the first reading that has all of its words, or else by the one that has most. */
function answerTo(text: string): { query: Query; results: readonly Result[]; wanted: number } {
  const answers = readingsOf(text, areas).map((query) => {
    const results = resultsOf(query);
    return {
      query,
      results,
      wanted: query.terms.length,
      missing: query.terms.length - (results[0]?.match.terms ?? 0),
    };
  });
  const [first, ...others] = answers;
  if (first === undefined) throw new Error("a query has no reading");
  return others.reduce((best, it) => (it.missing < best.missing ? it : best), first);
}

function resultsOf({ areas: codes, terms }: Query): readonly Result[] {
  const named = codes.flatMap((code) => byCode.get(code) ?? []);
  const places: Result[] = named.map((entry) => ({
    match: { entry, part: null, terms: 0, score: 0 },
    area: null,
  }));
  if (terms.length === 0) return places;
  const matches = matchesOf<Listed>(entries, terms);
  const results = matches.flatMap((match): Result[] =>
    match.entry.figure === null || named.length === 0
      ? [{ match, area: null }]
      : named.map((area) => ({ match, area })),
  );
  // the places themselves come last: their pages have everything else
  return [
    ...results,
    ...places.map((it) => ({ ...it, match: { ...it.match, terms: matches[0]?.terms ?? 0 } })),
  ];
}
