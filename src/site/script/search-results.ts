import { isHan } from "../search/fold.ts";
import { type Match, stemOf } from "../search/match.ts";
import type { Query } from "../search/query.ts";
import { element, elementAt, language } from "./dom.ts";
import { district, type Result } from "./search-answers.ts";
import type { Listed, ListedFigure } from "./search-entries.ts";
import { valueShown } from "./search-value.ts";
import { sayIn } from "./search-words.ts";

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

/** Shows results as a list of links, with the figures' values. */
export function showResults(results: readonly Result[], query: Query): void {
  const itemFor = (it: Result) => itemOf(it, query);
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

function itemOf(result: Result, query: Query): HTMLElement {
  const { match, area, line, unread, around } = result;
  const { entry, part } = match;
  const kind = KINDS[entry.kind as keyof typeof KINDS];
  const link = element("a", "", ...titleOf(match, area, query.terms));
  link.href = wayTo(entry.href);
  const context = [sayIn(kind), entry.context]
    .filter((it) => it !== "")
    .join(language === "zh" ? "，" : ", ");
  const value = element("div", "");
  const item = element("li", "", element("h2", "", link), value, element("p", "note", context));
  const { figure } = entry;
  if (figure === null) return item;
  if (unread) {
    value.append(element("p", "note", sayIn("valueUnread")));
    return item;
  }
  const { content, period } = valueShown(figure, line, query.years);
  if (around)
    value.append(element("p", "note", sayIn(area === null ? "valueOfDistrict" : "valueOfTownship")));
  value.append(...content);
  if (period !== null) link.href = wayTo(placeOf(entry, figure, area, period, part));
  return item;
}

/** Where a value stands: an area tells all of itself on its own page, the district on the figures'. */
function placeOf(
  { href }: Listed,
  { id, partKeys }: ListedFigure,
  area: Listed | null,
  period: string,
  part: number | null,
): string {
  if (area !== null && area.area !== district) return `${area.href}#${id}`;
  return `${href}#${period}${part === null ? "" : `~${partKeys[part]}`}`;
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
    if (!isHan(term)) return [`(?<![\\p{L}\\p{N}])(?:${term}|${stemOf(term)})`];
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

/** A folder's page has to be named where no server does it. */
function wayTo(href: string): string {
  return location.protocol === "file:" ? href.replace(/\/(?=[#?]|$)/, "/index.html") : href;
}
