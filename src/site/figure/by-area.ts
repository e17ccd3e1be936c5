import type { Anchors } from "../anchors.ts";
import { choropleth } from "../choropleth/choropleth.ts";
import { type Html, html } from "../html.ts";
import { areaText } from "../show.ts";
import type { FigureOfSite } from "../site.ts";
import type { View } from "../view.ts";
import { partsTable } from "./parts-table.ts";

/**
 * The townships' values on a map or as tiles, and as a sorted table with bars; nothing where a figure is published, or was returned,
 * for the district alone.
 */
export function byArea(view: View, figure: FigureOfSite, anchors: Anchors): Html | null {
  const codes = view.site.areas.ofLevel("township").map((it) => it.code);
  const { observations } = figure;
  const areas = observations.areasOf(codes);
  const period = [observations.whole, ...observations.years.toReversed()].find((it) =>
    areas.some((area) => (observations.at(it, area)?.value ?? null) !== null),
  );
  if (period === undefined) return null;
  return html`<section aria-labelledby="by-area">
<h2 id="by-area">${view.say("byArea")}</h2>
${choropleth(view, figure, period, areas)}
${partsTable(view, figure, anchors, {
  id: "areas",
  corner: view.say("area"),
  parts: areas.map((area) => ({ name: areaText(view, area), area })),
})}
</section>`;
}
