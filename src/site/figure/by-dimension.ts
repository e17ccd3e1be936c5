import type { Anchors } from "../anchors.ts";
import { breakNote, breaksAmong, type SeriesBreak } from "../breaks.ts";
import { chartOf } from "../chart/chart.ts";
import type { Drawing } from "../chart/drawing.ts";
import { categoryOf, pointOf, typeOverTime } from "../chart/over-time.ts";
import { SERIES_COLOURS } from "../chart/palette.ts";
import { type Html, html } from "../html.ts";
import { breakdownValueText, dimensionText, numberText } from "../show.ts";
import type { FigureOfSite } from "../site.ts";
import type { View } from "../view.ts";
import { titleWithUnit } from "./by-year.ts";
import { partsTable } from "./parts-table.ts";

/** The district's values by each dimension that the figure is published by: a chart where the parts add up. */
export function byDimension(view: View, figure: FigureOfSite, anchors: Anchors): Html[] {
  const breaks = breaksAmong(view.site, figure.definition, figure.observations.years);
  return figure.dimensions.map(({ dimension, values }) => {
    const name = dimensionText(view, figure.definition, dimension);
    const parts = values.map((value) => ({
      name: breakdownValueText(view, figure.definition, dimension, value),
      breakdown: { [dimension]: value },
    }));
    const drawing = drawingOf(view, figure, parts, breaks);
    return html`<section aria-labelledby="by-${dimension}">
<h2 id="by-${dimension}">${view.say("byDimension", { dimension: name })}</h2>
${
  drawing &&
  chartOf(view, {
    title: view.say("captionBy", { title: titleWithUnit(view, figure), by: name }),
    summary: summaryOf(view, drawing),
    drawing,
    notes: [
      drawing.series.some(({ points }) => points.some((it) => it.partial)) && view.say("partialYears"),
      ...breaks.map((it) => breakNote(view, it, figure.definition.id)),
    ],
  })
}
${partsTable(view, figure, anchors, {
  id: `parts-${dimension}`,
  corner: name,
  parts,
  captioned: drawing === null,
})}
</section>`;
  });
}

/** Stacked columns, where the parts add up and there are not more of them than colours. */
function drawingOf(
  view: View,
  { definition, observations }: FigureOfSite,
  parts: readonly { readonly name: string; readonly breakdown: Readonly<Record<string, string>> }[],
  breaks: readonly SeriesBreak[],
): Drawing | null {
  if (parts.length < 2 || parts.length > SERIES_COLOURS) return null;
  if (typeOverTime(view, definition) !== "column" || observations.years.length < 2) return null;
  return {
    type: "stacked",
    ...(breaks.length > 0 && { breaks: breaks.map(({ place }) => place) }),
    categories: observations.years.map((year) => categoryOf(view, definition, year)),
    series: parts.map(({ name, breakdown }) => ({
      name,
      points: observations.years.map((year) =>
        pointOf(view, definition, observations.at(year, undefined, breakdown)),
      ),
    })),
  };
}

function summaryOf(view: View, { categories, series }: Drawing): string {
  return categories
    .map((category, at) =>
      view.say("named", {
        name: category.replace("\n", " "),
        value: series
          .flatMap(({ name, points }) => {
            const value = points[at]?.value ?? null;
            return value === null ? [] : `${name} ${points[at]?.shown ?? numberText(value, 0)}`;
          })
          .join(view.say("comma")),
      }),
    )
    .join(view.say("semicolon"));
}
