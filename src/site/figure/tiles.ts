import type { IndicatorDefinition, Observation } from "../../indicators/index.ts";
import { Decimal } from "../../quantity/index.ts";
import { type Html, html } from "../html.ts";
import { periodText } from "../periods.ts";
import { bareValue, numberText, unitText, withUnit } from "../show.ts";
import { areaLink } from "../show-area.ts";
import type { FigureOfSite, Site } from "../site.ts";
import type { View } from "../view.ts";
import { titleWithUnit } from "./by-year.ts";

/** Shades from the least value to the greatest. */
const SHADES = 5;

/**
 * The townships' values as tiles of one size, each where the pack's grid has it, or one after the other where it has
 * none. The greater a value, the stronger the colour of its tile; the value itself is written in it, and what is withheld is hatched and
 * says so. Nothing where fewer than three townships have a value.
 */
export function areaTiles(
  view: View,
  figure: FigureOfSite,
  period: string,
  townships: readonly string[],
): Html | null {
  const { definition, observations } = figure;
  const tiles = townships.map((code) => ({ code, it: observations.at(period, code) }));
  const scale = scaleOf(tiles.map(({ it }) => it));
  if (scale === null) return null;
  const { places, columns } = placesOf(view.site);
  const { grid } = view.site.edition.pack;
  return html`<figure class="chart">
<figcaption>${view.say("tilesOf", {
    title: titleWithUnit(view, figure),
    period: periodText(view, definition, period),
  })}</figcaption>
<div class="scroll" role="region" tabindex="0" aria-label="${view.say("tiles")}"><ul class="tiles columns-${columns}">
${tiles.map(({ code, it }) => {
  const { row = 1, column = 1 } = places.get(code) ?? {};
  return html`<li class="row-${row} column-${column} ${shadeOf(it, scale)}">${areaLink(view, code)} <strong>${bareValue(view, definition, it)}</strong></li>
`;
})}</ul></div>
<p class="scale"><span>${boundText(view, definition, scale.low)}</span>${Array.from(
    { length: SHADES },
    (_, at) => html`<span class="shade-${at + 1}" aria-hidden="true"></span>`,
  )}<span>${boundText(view, definition, scale.high)}</span></p>
<p class="note">${grid === undefined ? view.say("tilesInOrder") : view.words(grid.note)}</p>
</figure>`;
}

interface Scale {
  readonly low: Decimal;
  readonly high: Decimal;
}

function scaleOf(all: readonly (Observation | undefined)[]): Scale | null {
  const values = all.flatMap((it) => (it?.value == null ? [] : Decimal.of(it.value)));
  const [first] = values;
  if (first === undefined || values.length < 3) return null;
  return values.reduce<Scale>(
    ({ low, high }, it) => ({
      low: it.compare(low) < 0 ? it : low,
      high: it.compare(high) > 0 ? it : high,
    }),
    { low: first, high: first },
  );
}

/** Steps of one width from the least value to the greatest; where all are the same, the palest. */
function shadeOf(it: Observation | undefined, { low, high }: Scale): string {
  if (it?.missing === "suppressed") return "withheld";
  if (it?.value == null) return "empty";
  const steps = Decimal.of(String(SHADES));
  const [above, width] = [Decimal.of(it.value).minus(low), high.minus(low)];
  for (let shade = 1; shade < SHADES; shade++)
    if (above.times(steps).compare(width.times(Decimal.of(String(shade)))) < 0 || width.sign() === 0)
      return `shade-${shade}`;
  return `shade-${SHADES}`;
}

function boundText(view: View, definition: IndicatorDefinition, bound: Decimal): string {
  const value = bound.toString();
  return withUnit(view, numberText(value, definition.decimals), unitText(view, definition, value));
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
