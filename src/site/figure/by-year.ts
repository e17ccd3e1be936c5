import type { Observation } from "../../indicators/index.ts";
import type { Anchors } from "../anchors.ts";
import { breakNote, breaksAmong, type SeriesBreak } from "../breaks.ts";
import { chartOf } from "../chart/chart.ts";
import type { Drawing } from "../chart/drawing.ts";
import { drawingByYear, pointOf, summaryOf } from "../chart/over-time.ts";
import { type Html, html } from "../html.ts";
import { unitText } from "../show.ts";
import type { FigureOfSite } from "../site.ts";
import { tableOf } from "../table.ts";
import type { View } from "../view.ts";
import { trend } from "./trend.ts";
import { yearColumns, yearRows } from "./year-table.ts";

/**
 * The district's values over the years, drawn and as a table; a calculated one with what it is calculated from. Where
 * the definition changed, a line tells so in both, with the reason, and the earlier years by the present definition.
 */
export function byYear(view: View, figure: FigureOfSite, anchors: Anchors): Html | null {
  const { definition } = figure;
  const years = figure.observations.byYear();
  if (years.length === 0) return null;
  const breaks = breaksOver(view, figure);
  const chart = yearChart(view, figure);
  const columns = yearColumns(view, figure);
  return html`<section aria-labelledby="by-year">
<h2 id="by-year">${view.say("byYear")}</h2>
${trend(view, figure)}
${chart}
${tableOf({
  id: "years",
  caption: titleWithUnit(view, figure),
  captionHidden: true,
  corner: view.say("period"),
  columns: [{ head: view.words(definition.title), numeric: true }, ...columns],
  rows: yearRows(view, figure, columns, breaks, anchors),
  ...(columns.length > 1 || breaks.length > 0 ? { wide: true as const } : {}),
})}${chart === null && breaks.map((it) => html`<p class="note">${breakNote(view, it, definition.id)}</p>`)}
</section>`;
}

/** The district's values over the years as a chart; nothing where there are fewer than two of them. */
export function yearChart(view: View, figure: FigureOfSite): Html | null {
  const { definition, observations } = figure;
  const years = observations.byYear();
  if (years.filter((it) => it.value !== null).length < 2) return null;
  const breaks = breaksOver(view, figure);
  const drawing = drawn(view, figure, years, breaks);
  return chartOf(view, {
    title: titleWithUnit(view, figure),
    summary: [summaryOf(view, definition, years), ...presentSummary(view, figure, years)].join(
      view.say("semicolon"),
    ),
    drawing,
    notes: [
      drawing.series.some(({ points }) => points.some((it) => it.partial)) && view.say("partialYears"),
      ...breaks.map((it) => breakNote(view, it, definition.id)),
    ],
  });
}

function breaksOver(view: View, { definition, observations }: FigureOfSite): readonly SeriesBreak[] {
  return breaksAmong(
    view.site,
    definition,
    observations.byYear().map((it) => it.period),
  );
}

/** `受理线索（条）` */
export function titleWithUnit(view: View, { definition }: FigureOfSite): string {
  const unit = unitText(view, definition, "2");
  const title = view.words(definition.title);
  return unit === "" ? title : view.say("withUnit", { title, unit });
}

/** What the present definition gives for the years that had another one, in words. */
function presentSummary(
  view: View,
  { definition, observations }: FigureOfSite,
  years: readonly Observation[],
): string[] {
  const present = years.flatMap((it) => observations.at(it.period, undefined, {}, "current") ?? []);
  if (present.length === 0) return [];
  return [view.say("named", { name: view.say("byPresent"), value: summaryOf(view, definition, present) })];
}

/** The values by the definition of their time; beside them, up to the last break, what the present one gives. */
function drawn(
  view: View,
  { definition, observations }: FigureOfSite,
  years: readonly Observation[],
  breaks: readonly SeriesBreak[],
): Drawing {
  const mark = (period: string) => (breaks.some(({ row }) => years[row]?.period === period) ? "†" : "");
  const own = drawingByYear(view, definition, years, mark);
  const present = years.map((it) => observations.at(it.period, undefined, {}, "current"));
  const lines = { ...own, ...(breaks.length > 0 && { breaks: breaks.map(({ place }) => place) }) };
  const last = present.findLastIndex((it) => it !== undefined);
  if (last < 0) return lines;
  const points = years.map((it, at) =>
    at > last + 1 ? { value: null, shown: "" } : pointOf(view, definition, present[at] ?? it),
  );
  return {
    ...lines,
    series: [
      ...own.series.map((it) => ({ ...it, name: view.say("byOwn") })),
      { name: view.say("byPresent"), beside: true, points },
    ],
  };
}
