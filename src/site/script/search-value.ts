import { element, elementAt, language } from "./dom.ts";
import type { ListedFigure } from "./search-entries.ts";
import { sayIn } from "./search-words.ts";

/** What the values' files leave to the page: the periods, and what they are called. */
const { periods = "", when = "[]" } = elementAt("found", HTMLElement).dataset;
const PERIODS = periods.split(" ");
const NAMES: readonly (readonly string[])[] = JSON.parse(when);

/** A figure's values at one place, ready to be shown. */
export interface ValueShown {
  readonly content: readonly Node[];
  /** the period of the value in large, where there is one */
  readonly period: string | null;
}

/** The value that is asked for, in large, with its unit and period; below it the others. */
export function valueShown(figure: ListedFigure, line: string | null, years: readonly string[]): ValueShown {
  if (line === null) return { content: [note(sayIn("valueNone"))], period: null };
  const [headline = "0", ...values] = line.split(" ");
  const names = NAMES[figure.when] ?? [];
  // the first is the whole period, whose year is the first year's
  const asked = years.map((year) => PERIODS.findIndex((it, at) => at > 0 && it.startsWith(year)));
  const shown = (asked.length > 0 ? asked : [Number(headline)]).filter((at) => at >= 0 && values[at] !== "-");
  const missing = years.filter((_, at) => !shown.includes(asked[at] ?? -1));
  const [first] = shown;
  return {
    content: [
      ...shown.map((at) => large(figure, values[at] ?? "-", names[at] ?? "")),
      ...missing.map((year) => note(sayIn("valueNoneIn", { year }))),
      ...others(values, first),
    ],
    period: first === undefined ? null : (PERIODS[first] ?? null),
  };
}

function large(figure: ListedFigure, value: string, name: string): HTMLElement {
  const when = element("span", "when", name);
  if (value === "!")
    return element("p", "headline", element("span", "none", sayIn("valueWithheld")), " ", when);
  const unit = figure.units[value === "1" ? 0 : 1];
  const space = language === "en" && unit !== "" && unit !== "%" ? " " : "";
  const number = element("span", "value", value);
  if (unit !== "") number.append(element("span", "unit", `${space}${unit}`));
  return element("p", "headline", number, " ", when);
}

/** Every year's value in one line. */
function others(values: readonly string[], first: number | undefined): Node[] {
  const years = PERIODS.flatMap((period, at) =>
    at > 0 && values[at] !== "-" && values[at] !== "!"
      ? [[period.slice(0, 4), values[at] ?? ""] as const]
      : [],
  );
  if (years.length < 2 || first === undefined) return [];
  const told = years.map(([year, value]) =>
    element("span", "piece", element("span", "year", year), ` ${value}`),
  );
  return [element("p", "years", ...told.flatMap((it) => [it, " "]))];
}

function note(text: string): HTMLElement {
  return element("p", "note", text);
}
