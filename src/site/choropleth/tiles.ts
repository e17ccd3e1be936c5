import { type Html, html } from "../html.ts";
import { bareValue } from "../show.ts";
import { areaLink } from "../show-area.ts";
import type { FigureOfSite, Site } from "../site.ts";
import type { View } from "../view.ts";
import { type Classes, classNameOf } from "./classes.ts";

/**
 * The townships' values as tiles of one size, each where the pack's grid has it, or one after the other where it has
 * none. The value itself is written in each; what is withheld says so.
 */
export function tiles(
  view: View,
  { definition, observations }: FigureOfSite,
  period: string,
  townships: readonly string[],
  classes: Classes,
): Html {
  const { places, columns } = placesOf(view.site);
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${view.say("tiles")}"><ul class="tiles columns-${columns}">
${townships.map((code) => {
  const it = observations.at(period, code);
  const { row = 1, column = 1 } = places.get(code) ?? {};
  return html`<li class="row-${row} column-${column} ${classNameOf(it, classes)}">${areaLink(view, code)} <strong>${bareValue(view, definition, it)}</strong></li>
`;
})}</ul></div>`;
}

/** Where each township stands: the pack's grid, or as near to a square as its order makes. */
function placesOf({ areas, edition }: Site) {
  const { grid } = edition.pack;
  if (grid !== undefined) {
    const places = new Map(Object.entries(grid.places));
    return { places, columns: Math.max(...[...places.values()].map((it) => it.column)) };
  }
  const townships = areas.ofLevel("township");
  const columns = Math.min(Math.ceil(Math.sqrt(townships.length)), AUTOMATIC_COLUMNS);
  const places = new Map(
    townships.map(({ code }, at) => [
      code,
      { row: Math.floor(at / columns) + 1, column: (at % columns) + 1 },
    ]),
  );
  return { places, columns };
}

const AUTOMATIC_COLUMNS = 5;
