import type { Breakdown, Observation } from "../../indicators/index.ts";
import { Decimal } from "../../quantity/index.ts";
import type { Anchors } from "../anchors.ts";
import { largestOf, meter } from "../chart/meter.ts";
import { type Html, html } from "../html.ts";
import { periodPieces, yearText } from "../periods.ts";
import { bareValue } from "../show.ts";
import { areaLink } from "../show-area.ts";
import type { FigureOfSite } from "../site.ts";
import { tableOf } from "../table.ts";
import type { View } from "../view.ts";
import { titleWithUnit } from "./by-year.ts";

/** What a figure is taken apart into: an area, or a value of a dimension. */
export interface FigurePart {
  readonly name: string;
  readonly area?: string;
  readonly breakdown?: Breakdown;
}

/**
 * A figure's parts as a table, the largest first: one column for the whole period and one for each year, and a
 * bar for the first of them under each name.
 */
export function partsTable(
  view: View,
  figure: FigureOfSite,
  anchors: Anchors,
  {
    id,
    corner,
    parts,
    captioned = true,
  }: { id: string; corner: string; parts: readonly FigurePart[]; captioned?: boolean },
): Html {
  const { definition, observations } = figure;
  const at = (part: FigurePart, period: string) => observations.at(period, part.area, part.breakdown);
  const periods = [observations.whole, ...observations.years.toReversed()].filter((period) =>
    parts.some((part) => (at(part, period)?.value ?? null) !== null),
  );
  const [first = observations.whole] = periods;
  const sorted = parts.toSorted((one, other) => descending(at(one, first), at(other, first)));
  const largest = largestOf(sorted.map((part) => at(part, first)?.value ?? null));
  return tableOf({
    id,
    caption: view.say("captionBy", { title: titleWithUnit(view, figure), by: corner }),
    ...(captioned ? {} : { captionHidden: true as const }),
    corner,
    kind: "parts",
    wide: true,
    columns: periods.map((period) => ({
      head: [
        periodHead(view, figure, period),
        parts.some((part) => at(part, period)?.former !== undefined) &&
          html`<br><small>${view.say("byFormer")}</small>`,
      ],
      numeric: true,
    })),
    rows: sorted.map((part) => ({
      head: html`${part.area === undefined ? part.name : areaLink(view, part.area, part.name)}${meter(at(part, first)?.value ?? null, largest)}`,
      cells: periods.map((period) => ({
        content: bareValue(view, definition, at(part, period)),
        id: anchors.take(at(part, period)),
      })),
    })),
  });
}

/** A year in a column's head; the whole period by its first and last year, which is short. */
function periodHead(view: View, { definition, observations }: FigureOfSite, period: string): Html {
  if (period === observations.whole) return periodPieces(view, definition, period);
  const [year = "", months] = yearText(view, definition, period).split("\n");
  return months === undefined ? html`${year}` : html`${year}<br><small class="piece">${months}</small>`;
}

/** Those without a value come last. */
function descending(one: Observation | undefined, other: Observation | undefined): number {
  if (one?.value == null || other?.value == null)
    return Number(one?.value == null) - Number(other?.value == null);
  return Decimal.of(other.value).compare(Decimal.of(one.value));
}
