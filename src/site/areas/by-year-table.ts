import { type Html, html } from "../html.ts";
import { yearText } from "../periods.ts";
import { bareValue, breakdownValueText, unitText } from "../show.ts";
import { type Row, tableOf } from "../table.ts";
import type { View } from "../view.ts";
import { type FigureAtArea, partsAt } from "./figures.ts";

/** An area's figures of one register by year, each with its parts below it. */
export function byYearTable(
  view: View,
  area: string,
  id: string,
  title: string,
  figures: readonly FigureAtArea[],
): Html {
  const [any] = view.site.figures.values();
  const periods = any === undefined ? [] : [any.observations.whole, ...any.observations.years.toReversed()];
  return tableOf({
    id,
    caption: title,
    captionHidden: true,
    corner: view.say("indicator"),
    kind: "parts",
    wide: true,
    columns: periods.map((period, at) => {
      const [year = "", months] = yearText(view, null, period).split("\n");
      return {
        head:
          at === 0
            ? view.say("wholePeriod")
            : months === undefined
              ? year
              : html`${year}<br><small class="piece">${months}</small>`,
        numeric: true as const,
      };
    }),
    rows: figures.flatMap((it) => rowsOf(view, area, it, periods)),
  });
}

function rowsOf(
  view: View,
  area: string,
  { figure }: FigureAtArea,
  periods: readonly string[],
): readonly Row[] {
  const { definition, observations } = figure;
  const unit = unitText(view, definition, "2");
  const title = view.words(definition.title);
  return [
    {
      head: unit === "" ? title : view.say("withUnit", { title, unit }),
      cells: periods.map((period) => ({
        content: bareValue(view, definition, observations.at(period, area)),
      })),
    },
    ...partsAt(figure, area).map(({ dimension, value }) => ({
      head: html`<span class="sub">${breakdownValueText(view, definition, dimension, value)}</span>`,
      cells: periods.map((period) => ({
        content: bareValue(view, definition, observations.at(period, area, { [dimension]: value })),
      })),
    })),
  ];
}
