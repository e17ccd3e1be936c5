import { element, elementAt } from "./dom.ts";

/**
 * Sets two townships side by side: all their figures with the years, as their own pages tell them. Those pages are
 * fetched, so that nothing is said here that does not stand there.
 */
const section = elementAt("two", HTMLElement);
const choices = [elementAt("area-a", HTMLSelectElement), elementAt("area-b", HTMLSelectElement)] as const;
const status = elementAt("compare-status", HTMLElement);
const result = elementAt("compared", HTMLElement);

/** An area as its page tells it. */
interface AreaTold {
  readonly name: string;
  /** by the id of a register's table */
  readonly tables: ReadonlyMap<string, TableTold>;
}

interface TableTold {
  readonly caption: string;
  readonly corner: string;
  readonly periods: readonly Element[];
  /** by the figure's title with its unit */
  readonly rows: ReadonlyMap<string, readonly Element[]>;
}

section.hidden = false;
elementAt("compare-start", HTMLButtonElement).addEventListener("click", () => {
  const [a, b] = choices.map((it) => it.value);
  history.replaceState(null, "", `?${new URLSearchParams({ a: a ?? "", b: b ?? "" })}`);
  void compare();
});
const asked = new URLSearchParams(location.search);
const [first, second] = choices;
const known = (code: string | null): code is string =>
  code !== null && Array.from(first.options).some((it) => it.value === code);
second.selectedIndex = Math.min(1, second.options.length - 1);
const [a, b] = [asked.get("a"), asked.get("b")];
if (known(a)) first.value = a;
if (first.selectedIndex === second.selectedIndex) second.selectedIndex = 0;
if (known(b)) second.value = b;
if (known(a) && known(b)) void compare();

async function compare(): Promise<void> {
  status.textContent = "";
  try {
    const [one, other] = await Promise.all(choices.map((it) => areaTold(it.value)));
    if (one !== undefined && other !== undefined) result.replaceChildren(...tablesOf(one, other));
  } catch {
    // whatever keeps a page from being read, the reader can do the same about it
    result.replaceChildren();
    status.textContent = section.dataset.failed ?? "";
  }
}

async function areaTold(code: string): Promise<AreaTold> {
  const response = await fetch(new URL(`../areas/${code}/`, location.href));
  if (!response.ok) throw new Error(`${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const tables = Array.from(
    page.querySelectorAll("table[id^='years-']"),
    (it) => [it.id, tableTold(it)] as const,
  );
  return { name: page.querySelector("h1")?.textContent ?? code, tables: new Map(tables) };
}

function tableTold(table: Element): TableTold {
  const [corner, ...periods] = table.querySelectorAll("thead th");
  const rows = Array.from(table.querySelectorAll("tbody tr"))
    // parts of a figure are on the areas' own pages
    .filter((row) => row.querySelector(".sub") === null)
    .map((row) => [row.querySelector("th")?.textContent ?? "", [...row.querySelectorAll("td")]] as const);
  return {
    caption: table.querySelector("caption")?.textContent ?? "",
    corner: corner?.textContent ?? "",
    periods,
    rows: new Map(rows),
  };
}

function tablesOf(one: AreaTold, other: AreaTold): Node[] {
  const ids = new Set([...one.tables.keys(), ...other.tables.keys()]);
  return [...ids].flatMap((id) => {
    const tables = [one.tables.get(id), other.tables.get(id)] as const;
    const any = tables[0] ?? tables[1];
    if (any === undefined) return [];
    const figures = new Set(tables.flatMap((it) => [...(it?.rows.keys() ?? [])]));
    const head = element(
      "tr",
      "",
      headOf("col", any.corner),
      ...any.periods.map((it) => document.importNode(it, true)),
    );
    const bodies = [...figures].map((figure) => {
      const title = headOf("rowgroup", "");
      title.append(element("span", "", figure));
      title.colSpan = any.periods.length + 1;
      return element(
        "tbody",
        "",
        element("tr", "group", title),
        ...[one, other].map(({ name }, at) =>
          element(
            "tr",
            "",
            headOf("row", name),
            ...(tables[at]?.rows.get(figure)?.map((it) => document.importNode(it, true)) ??
              any.periods.map(() => element("td", "number", "—"))),
          ),
        ),
      );
    });
    const caption = element("caption", "", any.caption);
    caption.id = `two-${id}`;
    const frame = element(
      "div",
      "scroll",
      element("table", "wide parts two", caption, element("thead", "", head), ...bodies),
    );
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-labelledby", caption.id);
    return [frame];
  });
}

function headOf(scope: "col" | "row" | "rowgroup", text: string): HTMLTableCellElement {
  return Object.assign(element("th", "", text), { scope });
}
