import type { NamedArea } from "../search/area-names.ts";
import type { Entry } from "../search/match.ts";

/** What the page lists: the search's index is the page itself. */
export interface Listed extends Entry {
  /** `figures`, `areas`, `rules` … */
  readonly kind: string;
  readonly href: string;
  readonly figure: ListedFigure | null;
  /** the code of the area that it is; how deep it lies, and the code of the township that it lies in */
  readonly area: string | null;
  readonly depth: number | null;
  readonly above: string | null;
}

export interface ListedFigure {
  readonly id: string;
  /** the word behind 1, and behind other numbers */
  readonly units: readonly [string, string];
  /** which table of period names it goes by */
  readonly when: number;
  /** as values are filed: `kind=clinic` */
  readonly partKeys: readonly string[];
}

/** Every entry of the page's list, in its order. */
export function listedEntries(): readonly Listed[] {
  return Array.from(document.querySelectorAll<HTMLElement>("#everything section"), (section) => {
    const kind = section.dataset.kind ?? "";
    return Array.from(section.querySelectorAll<HTMLElement>("li"), (item) => entryOf(item, kind));
  }).flat();
}

/** The areas of the list with what a query may call them. */
export function listedAreas(entries: readonly Listed[]): readonly NamedArea[] {
  return entries.flatMap(({ area, title, also, depth }) =>
    area === null ? [] : [{ code: area, depth: depth ?? 2, names: [title, ...also] }],
  );
}

function entryOf(item: HTMLElement, kind: string): Listed {
  const { figure, area, depth, unit = "", when = "0", also, first, counts } = item.dataset;
  const link = item.querySelector("a");
  const own = item.querySelector<HTMLElement>(":scope > .also")?.textContent;
  const parts = [...item.querySelectorAll<HTMLElement>("[data-part]")];
  const [one = "", many = ""] = unit.split("|");
  return {
    kind,
    title: link?.textContent ?? "",
    href: link?.getAttribute("href") ?? "",
    also: [...(own ? [own] : []), ...(also?.split("|") ?? []), ...(figure === undefined ? [] : [figure])],
    context: contextOf(item),
    parts: parts.map((it) => [it.textContent ?? "", ...(it.dataset.also ? [it.dataset.also] : [])]),
    first: first !== undefined,
    counts: counts !== undefined,
    figure:
      figure === undefined
        ? null
        : {
            id: figure,
            units: [one, many],
            when: Number(when),
            partKeys: parts.map((it) => it.dataset.part ?? ""),
          },
    area: area ?? null,
    depth: depth === undefined ? null : Number(depth),
    above: item.parentElement?.closest<HTMLElement>("li")?.dataset.area ?? null,
  };
}

/** The township that a village is listed below, or the heading above a list. */
function contextOf(item: HTMLElement): string {
  const above = item.parentElement?.closest("li");
  if (above) return above.querySelector("a")?.textContent ?? "";
  const before = item.closest("ul.listed")?.previousElementSibling;
  return before?.tagName === "H3" ? (before.textContent ?? "") : "";
}
