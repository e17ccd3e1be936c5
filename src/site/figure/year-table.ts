import { type Observation, termsOf } from "../../indicators/index.ts";
import type { Anchors } from "../anchors.ts";
import type { SeriesBreak } from "../breaks.ts";
import { html, type Part } from "../html.ts";
import { standardVerdict, statusText } from "../notes.ts";
import { dateText, periodPieces } from "../periods.ts";
import { bareValue, countText, observationLink } from "../show.ts";
import { type FigureOfSite, isStock, known } from "../site.ts";
import type { Cell, Column, Row } from "../table.ts";
import { termText } from "../term.ts";
import type { View } from "../view.ts";

/** A column beside the values: its head, and what it says of one of them. */
export interface YearColumn extends Column {
  cell(it: Observation, anchors: Anchors): Cell;
}

/**
 * What stands beside a figure's yearly values: the same by the present definition, how far they are settled, whether
 * they keep the standard, what a coverage was measured against, what a formula was calculated from; each where there
 * is something to say.
 */
export function yearColumns(view: View, figure: FigureOfSite): readonly YearColumn[] {
  return [
    ...presentColumn(view, figure),
    ...statusColumn(view, figure),
    ...standardColumn(view, figure),
    ...denominatorColumn(view, figure),
    ...partColumns(view, figure),
  ];
}

/**
 * The years, then all of them together; what a stock is at the end of all is what it is at the end of the last. A
 * line stands above the first row that is not read by a former definition alone.
 */
export function yearRows(
  view: View,
  figure: FigureOfSite,
  columns: readonly YearColumn[],
  breaks: readonly SeriesBreak[],
  anchors: Anchors,
): Row[] {
  const { definition, observations } = figure;
  const years = observations.byYear();
  const whole = observations.at(observations.whole);
  const last = observations.at(observations.years.at(-1) ?? "");
  const same = isStock(view.site, definition) && last !== undefined;
  const rowOf = (it: Observation, row: number): Row => ({
    id: anchors.take(it),
    head: [
      periodPieces(view, definition, it.period),
      breaks.some((one) => one.row === row) && html` <span class="mark">†</span>`,
    ],
    cells: [
      { content: bareValue(view, definition, it), id: anchors.take(same && it === last ? whole : undefined) },
      ...columns.map((column) => column.cell(it, anchors)),
    ],
    ...(breaks.some((one) => one.row === row) ? { broken: true as const } : {}),
  });
  const rows = years.map(rowOf);
  return whole === undefined || same ? rows : [...rows, { ...rowOf(whole, -1), closing: true }];
}

/** The whole series by the present definition: what it gives for the years that had another one, and the others as they are. */
function presentColumn(view: View, { definition, observations }: FigureOfSite): YearColumn[] {
  const presentOf = (it: Observation) => observations.at(it.period, it.area, it.breakdown, "current");
  if (!observations.byYear().some((it) => presentOf(it) !== undefined)) return [];
  const cell = (it: Observation, anchors: Anchors): Cell => ({
    content: bareValue(view, definition, presentOf(it) ?? it),
    id: anchors.take(presentOf(it)),
  });
  return [{ head: view.say("byPresent"), numeric: true, cell }];
}

function statusColumn(view: View, { observations }: FigureOfSite): YearColumn[] {
  if (!observations.byYear().some((it) => it.status !== undefined)) return [];
  const cell = ({ status }: Observation): Cell => ({ content: status && statusText(view, status) });
  return [{ head: view.say("status"), short: true, cell }];
}

function standardColumn(view: View, { definition, observations }: FigureOfSite): YearColumn[] {
  if (!observations.byYear().some((it) => it.meets !== undefined)) return [];
  return [
    {
      head: view.say("standard"),
      short: true,
      cell: (it) => ({ content: standardVerdict(view, definition, it) }),
    },
  ];
}

function denominatorColumn(view: View, { observations }: FigureOfSite): YearColumn[] {
  const dated = observations.byYear().find((it) => it.denominator !== undefined)?.denominator;
  const list = view.site.edition.pack.lists.find((it) => it.id === dated?.list);
  if (list === undefined) return [];
  const cell = ({ denominator, fraction }: Observation): Cell => ({
    content:
      denominator &&
      fraction &&
      html`${countText(Number(fraction.over))}/${countText(Number(fraction.under))}<br><small>${dateText(view, denominator.date)}</small>`,
  });
  return [{ head: view.words(list.title), numeric: true, cell }];
}

/** A formula's terms, where its observations have one part for each of them. */
function partColumns(view: View, { definition, observations }: FigureOfSite): readonly YearColumn[] {
  if (definition.kind !== "formula" || "growth" in definition.formula) return [];
  const terms = termsOf(definition.formula);
  const whole = observations.all.every((it) => it.parts === undefined || it.parts.length === terms.length);
  const any = observations.all.some((it) => it.parts !== undefined);
  if (!whole || !any) return [];
  return terms.map((term, at) => ({
    head: termText(view, term),
    numeric: true,
    cell: (it) => ({ content: partValue(view, it.parts?.[at]) }),
  }));
}

function partValue(view: View, part: Observation | undefined): Part {
  if (part === undefined) return null;
  const value = bareValue(view, known(view.site.indicators, part.indicator), part);
  return html`<a href="${observationLink(view, part)}">${value}</a>`;
}
