import type { IndicatorDefinition, Observation } from "../../indicators/index.ts";
import { Decimal } from "../../quantity/index.ts";
import { breaksAmong } from "../breaks.ts";
import { type Html, html } from "../html.ts";
import { isCutYear, periodText, yearText } from "../periods.ts";
import { numberText, valueText } from "../show.ts";
import { type FigureOfSite, isStock } from "../site.ts";
import type { View } from "../view.ts";

/**
 * What the years show, in a sentence or two: the last one beside the one before it, and the way of all of them or the
 * highest and the lowest. It says no number that is not in the table: years are compared, nothing is subtracted. Only
 * whole years are, by one definition, and as they are shown; nothing is said of fewer than two.
 */
export function trend(view: View, figure: FigureOfSite): Html | null {
  const { definition } = figure;
  const all = comparable(view, figure);
  const years = all.filter((it) => it.value !== null);
  const [last, before] = [years.at(-1), years.at(-2)];
  if (last === undefined || before === undefined) return null;
  const text = view.say(LAST[compared(definition, last, before)], {
    ...toldOf(view, definition, last),
    before: periodText(view, definition, before.period),
    valueBefore: valueText(view, definition, before),
  });
  const way = isWhole(all) ? wayOf(view, definition, years) : "";
  return html`<p class="trend">${capital(text)}${way !== "" && [view.say("semicolon"), way]}${view.say("fullStop").trim()}</p>`;
}

const LAST = { higher: "trendHigher", lower: "trendLower", level: "trendLevel" } as const;
type Step = keyof typeof LAST;

/** Whether no year is left out among those that have a value, and none is withheld: of such a one nothing is said. */
function isWhole(all: readonly Observation[]): boolean {
  const from = all.findIndex((it) => it.value !== null);
  const to = all.findLastIndex((it) => it.value !== null);
  return (
    all.slice(from, to + 1).every((it) => it.value !== null) && all.every((it) => it.missing !== "suppressed")
  );
}

/** The years that can be set beside each other, oldest first: whole ones after the last break. */
function comparable(view: View, { definition, observations }: FigureOfSite): readonly Observation[] {
  const years = observations.byYear();
  const stock = isStock(view.site, definition);
  const breaks = breaksAmong(
    view.site,
    definition,
    years.map((it) => it.period),
  );
  const from = Math.ceil(Math.max(0, ...breaks.map((it) => it.place)));
  return years.slice(from).filter((it) => stock || !isCutYear(view.site, definition, it.period));
}

/** By what is shown: what differs in digits that nobody sees is level. */
function compared(definition: IndicatorDefinition, one: Observation, other: Observation): Step {
  const [first, second] = [one, other].map((it) => numberText(it.value ?? "0", definition.decimals));
  if (first === second) return "level";
  return Decimal.of(one.value ?? "0").compare(Decimal.of(other.value ?? "0")) > 0 ? "higher" : "lower";
}

/** Whether three years or more went one way, or else which one is the highest and which the lowest. */
function wayOf(view: View, definition: IndicatorDefinition, years: readonly Observation[]): string {
  const [first] = years;
  if (first === undefined || years.length < 3) return "";
  const steps = new Set(years.slice(1).map((it, at) => compared(definition, it, years[at] ?? it)));
  const [only] = steps;
  if (steps.size === 1 && only !== undefined)
    return view.say(ALONG[only], { since: yearOf(view, definition, first) });
  const [highest, lowest] = [alone(definition, years, "higher"), alone(definition, years, "lower")];
  return [
    highest && view.say("trendHighest", { year: yearOf(view, definition, highest) }),
    lowest && view.say("trendLowest", { year: yearOf(view, definition, lowest) }),
  ]
    .filter((it) => it !== undefined)
    .join(view.say("comma"));
}

const ALONG = { higher: "trendRising", lower: "trendFalling", level: "trendSame" } as const;

/** The year that lies above, or below, all others. */
function alone(
  definition: IndicatorDefinition,
  years: readonly Observation[],
  side: "higher" | "lower",
): Observation | undefined {
  return years.find((it) => years.every((other) => other === it || compared(definition, it, other) === side));
}

function toldOf(view: View, definition: IndicatorDefinition, it: Observation) {
  return { period: periodText(view, definition, it.period), value: valueText(view, definition, it) };
}

function yearOf(view: View, definition: IndicatorDefinition, it: Observation): string {
  return yearText(view, definition, it.period).split("\n")[0] ?? "";
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
