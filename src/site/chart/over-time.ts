import type { IndicatorDefinition, Observation } from "../../indicators/index.ts";
import { isPartialYear, numberText, valueText, yearText } from "../show.ts";
import { isStock } from "../site.ts";
import type { View } from "../view.ts";
import type { Drawing, Point } from "./drawing.ts";

/** How an indicator is drawn over the years: columns for what is added up, a line for what is not. */
export function typeOverTime(view: View, indicator: IndicatorDefinition): "column" | "line" {
  const adds =
    indicator.kind === "formula"
      ? "overMonths" in indicator.formula
      : indicator.neverSum === undefined && !isStock(view.site, indicator);
  return adds ? "column" : "line";
}

/**
 * An observation as a point. Among years, one that is cut short is marked, where values add up over time: there it
 * cannot be compared with its neighbours.
 */
export function pointOf(
  view: View,
  indicator: IndicatorDefinition,
  it: Observation | undefined,
  amongYears = true,
): Point {
  const value = it?.value ?? null;
  const cut = amongYears && it !== undefined && isPartialYear(it.period);
  const partial = cut && typeOverTime(view, indicator) === "column";
  return {
    value,
    shown: value === null ? "" : numberText(value, indicator.decimals),
    ...(partial ? { partial } : {}),
  };
}

/** Observations of one indicator by year as a drawing. */
export function drawingByYear(
  view: View,
  indicator: IndicatorDefinition,
  observations: readonly Observation[],
  mark: (period: string) => string = () => "",
): Drawing {
  return {
    type: typeOverTime(view, indicator),
    perCent: indicator.unit === "percent",
    categories: observations.map((it) => categoryOf(view, it.period, mark(it.period))),
    series: [
      {
        name: view.words(indicator.title),
        points: observations.map((it) => pointOf(view, indicator, it)),
      },
    ],
  };
}

/** A year's label on an axis, with a mark behind the year. */
export function categoryOf(view: View, period: string, mark: string): string {
  const [year = "", months] = yearText(view, period).split("\n");
  return months === undefined ? year + mark : `${year}${mark}\n${months}`;
}

/** All values of a series in one sentence. */
export function summaryOf(
  view: View,
  indicator: IndicatorDefinition,
  observations: readonly Observation[],
): string {
  return observations
    .map((it) =>
      view.say("named", {
        name: yearText(view, it.period).replace("\n", " "),
        value: valueText(view, indicator, it),
      }),
    )
    .join(view.say("semicolon"));
}
