import type { Decimal } from "../../quantity/index.ts";
import { titleWithUnit } from "../figure/by-year.ts";
import { type Html, html } from "../html.ts";
import { periodPieces } from "../periods.ts";
import { missingText, numberText } from "../show.ts";
import type { FigureOfSite } from "../site.ts";
import type { View } from "../view.ts";
import { type Classes, classesOf } from "./classes.ts";
import { map } from "./map.ts";
import { tiles } from "./tiles.ts";

/**
 * The townships by their values, on the pack's map where it has one and else as tiles: the greater a value, the stronger
 * the colour, in classes whose bounds the legend tells; what is withheld is hatched. Nothing where fewer than three
 * townships have a value. The same values stand in the table that comes with it.
 */
export function choropleth(
  view: View,
  figure: FigureOfSite,
  period: string,
  townships: readonly string[],
): Html | null {
  const { definition, observations } = figure;
  const all = townships.map((code) => observations.at(period, code));
  const classes = classesOf(all, definition.decimals);
  if (classes === null) return null;
  const { map: drawn } = view.site;
  return html`<figure class="${drawn === null ? "chart" : "chart on-map"}">
<figcaption>${titleWithUnit(view, figure)}${view.say("comma")}${periodPieces(view, definition, period)}${view.say("comma")}${view.say("eachTownship")}</figcaption>
${drawn === null ? tiles(view, figure, period, townships, classes) : map(view, figure, period, townships, classes, drawn)}
${legend(view, classes, {
  withheld: all.some((it) => it?.missing === "suppressed"),
  empty: all.some((it) => it?.value == null && it?.missing !== "suppressed"),
})}
<p class="note">${noteOf(view)}</p>
</figure>`;
}

/** `0 ▢ 20 ▢ 40 ▢ 60`, then what has no colour. */
function legend(
  view: View,
  { bounds, shades }: Classes,
  others: { readonly withheld: boolean; readonly empty: boolean },
): Html {
  const [first, ...uppers] = bounds.map(boundText);
  const key = (name: string, text: string) =>
    html`<span class="key"><span class="${name}" aria-hidden="true"></span>${text}</span>`;
  return html`<p class="scale"><span class="classes"><span>${first}</span>${uppers.map(
    (upper, at) =>
      html`<span class="shade-${shades[at] ?? 1}" aria-hidden="true"></span><span>${upper}</span>`,
  )}</span>${others.withheld && key("withheld", missingText(view, "suppressed"))}${others.empty && key("empty", view.say("noValue"))}</p>`;
}

/** The caption names the unit. */
function boundText(bound: Decimal): string {
  const value = bound.toString();
  return numberText(value, value.split(".")[1]?.length ?? 0);
}

function noteOf(view: View): string {
  const { grid, map } = view.site.edition.pack;
  if (map !== undefined) {
    const approval = map.approval === undefined ? "" : view.say("mapApproval", { number: map.approval });
    return `${view.words(map.note)}${approval}`;
  }
  return grid === undefined ? view.say("tilesInOrder") : view.words(grid.note);
}
