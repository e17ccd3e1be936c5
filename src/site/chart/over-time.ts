import type { IndicatorDefinition, Observation } from "../../indicators/index.ts";
import { isCutYear, yearText } from "../periods.ts";
import { numberText, valueText } from "../show.ts";
import { addsUp } from "../site.ts";
import type { View } from "../view.ts";
import type { Drawing, Point } from "./drawing.ts";

/** How an indicator is drawn over the years: columns for what is added up, a line for what is not. */
export function typeOverTime(view: View, indicator: IndicatorDefinition): "column" | "line" {
  return addsUp(view.site, indicator) ? "column" : "line";
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
  const cut = amongYears && it !== undefined && isCutYear(view.site, indicator, it.period);
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
    categories: observations.map((it) => categoryOf(view, indicator, it.period, mark(it.period))),
    series: [
      {
        name: view.words(indicator.title),
        points: observations.map((it) => pointOf(view, indicator, it)),
      },
    ],
  };
}

/** A year's label on an axis, with a mark behind the year. */
export function categoryOf(
  view: View,
  indicator: IndicatorDefinition | null,
  period: string,
  mark = "",
): string {
  const [year = "", months] = yearText(view, indicator, period).split("\n");
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
        name: yearText(view, indicator, it.period).replace("\n", " "),
        value: valueText(view, indicator, it),
      }),
    )
    .join(view.say("semicolon"));
}
