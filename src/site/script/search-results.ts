import { folded, isHan } from "../search/fold.ts";
import type { Match } from "../search/match.ts";
import type { Query } from "../search/query.ts";
import { element, elementAt, language } from "./dom.ts";
import { lineOf, loadValues } from "./load-values.ts";
import type { Listed } from "./search-entries.ts";
import { valueShown } from "./search-value.ts";
import { sayIn } from "./search-words.ts";

/** One line of what was found: an entry, and the area that was asked for. */
export interface Result {
  readonly match: Match<Listed>;
  /** null where the query names none, and where the entry is no figure */
  readonly area: Listed | null;
}

/** Results that stand on the page before more are asked for. */
const SHOWN = 20;
const KINDS = {
  figures: "kindFigure",
  areas: "kindArea",
  registers: "kindRegister",
  rules: "kindRule",
  sections: "kindSection",
  names: "kindName",
  pages: "kindPage",
} as const;

const found = elementAt("found", HTMLElement);
const district = found.dataset.district ?? "";

/**
 * Brings the values that results show: all at once, so that nothing moves when they come. Those that cannot be read
 * are known by their file.
 */
export async function valuesFor(results: readonly Result[]): Promise<ReadonlySet<string>> {
  const files = new Set(
    results.flatMap(({ match, area }) => (match.entry.figure === null ? [] : [fileOf(area)])),
  );
  const came = await Promise.all(Array.from(files, async (it) => [it, await loadValues(it)] as const));
  return new Set(came.flatMap(([it, there]) => (there ? [] : [it])));
}

/** Shows results as a list of links, with the figures' values. */
export function showResults(results: readonly Result[], query: Query, unread: ReadonlySet<string>): void {
  const itemFor = (it: Result) => itemOf(it, query, unread.has(fileOf(it.area)));
  const list = element("ol", "found", ...results.slice(0, SHOWN).map(itemFor));
  found.replaceChildren(list);
  const more = results.slice(SHOWN);
  if (more.length === 0) return;
  const button = element("button", "", sayIn("foundMore", { count: more.length }));
  button.type = "button";
  button.addEventListener("click", () => {
    const items = more.map(itemFor);
    list.append(...items);
    button.remove();
    items[0]?.querySelector("a")?.focus();
  });
  found.append(button);
}

function itemOf({ match, area }: Result, query: Query, unread: boolean): HTMLElement {
  const { entry, part } = match;
  const kind = KINDS[entry.kind as keyof typeof KINDS];
  const link = element("a", "", ...titleOf(match, area, query.terms));
  link.href = wayTo(entry.href);
  const context = [sayIn(kind), entry.context]
    .filter((it) => it !== "")
    .join(language === "zh" ? "，" : ", ");
  const value = element("div", "");
  const item = element("li", "", element("h2", "", link), value, element("p", "note", context));
  if (entry.figure === null) return item;
  const { figure, href } = entry;
  const code = area?.area ?? district;
  const key = part === null ? "" : (figure.partKeys[part] ?? "");
  const line = lineOf(code, figure.id, key);
  if (unread) {
    value.append(element("p", "note", sayIn("valueUnread")));
    return item;
  }
  const { content, period } = valueShown(figure, line, query.years);
  value.append(...content);
  if (period === null) return item;
  // an area tells all of itself on its own page, the district on the figures'
  link.href = wayTo(
    area === null || code === district
      ? `${href}#${period}${key === "" ? "" : `~${key}`}`
      : `${area.href.split("#")[0]}#${area.href.includes("#") ? "villages" : figure.id}`,
  );
  return item;
}

/** `平安镇 · 建成设施：卫生室`, what was looked for marked. */
function titleOf({ entry, part }: Match<Listed>, area: Listed | null, terms: readonly string[]): Node[] {
  const name = part === null ? "" : (entry.parts[part]?.[0] ?? "");
  return [
    ...(area === null ? [] : [element("mark", "", area.title), document.createTextNode(" · ")]),
    ...marked(entry.title, terms),
    ...(name === ""
      ? []
      : [document.createTextNode(language === "zh" ? "：" : ": "), ...marked(name, terms)]),
  ];
}

/** A text with the pieces marked that a query has. */
function marked(text: string, terms: readonly string[]): Node[] {
  const patterns = terms.flatMap((term) => {
    if (!isHan(term)) return [`(?<![\\p{L}\\p{N}])${escaped(term)}`];
    return text.includes(term)
      ? [term]
      : Array.from({ length: term.length - 1 }, (_, at) => term.slice(at, at + 2));
  });
  if (patterns.length === 0) return [document.createTextNode(text)];
  return text
    .split(new RegExp(`(${patterns.join("|")})`, "giu"))
    .flatMap((it, at): Node[] =>
      it === "" ? [] : [at % 2 === 1 ? element("mark", "", it) : document.createTextNode(it)],
    );
}

function escaped(text: string): string {
  return folded(text).replace(/[%]/g, "\\$&");
}

/** The file that has an area's values: a village's are with its township's. */
function fileOf(area: Listed | null): string {
  if (area?.area == null) return district;
  return area.depth === 2 ? (area.above ?? district) : area.area;
}

/** A folder's page has to be named where no server does it. */
function wayTo(href: string): string {
  return location.protocol === "file:" ? href.replace(/\/(?=[#?]|$)/, "/index.html") : href;
}
