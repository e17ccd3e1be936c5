import type { Anchors } from "../anchors.ts";
import { type Html, html } from "../html.ts";
import { areaText } from "../show.ts";
import type { FigureOfSite } from "../site.ts";
import type { View } from "../view.ts";
import { partsTable } from "./parts-table.ts";

/** The townships' values; nothing where a figure is published, or was returned, for the district alone. */
export function byArea(view: View, figure: FigureOfSite, anchors: Anchors): Html | null {
  const codes = view.site.areas.ofLevel("township").map((it) => it.code);
  const { observations } = figure;
  const areas = observations.areasOf(codes);
  const periods = [observations.whole, ...observations.years];
  if (!areas.some((area) => periods.some((it) => (observations.at(it, area)?.value ?? null) !== null)))
    return null;
  return html`<section aria-labelledby="by-area">
<h2 id="by-area">${view.say("byArea")}</h2>
${partsTable(view, figure, anchors, {
  id: "areas",
  corner: view.say("area"),
  parts: areas.map((area) => ({ name: areaText(view, area), area })),
})}
</section>`;
}
