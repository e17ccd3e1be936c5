import { type Observation, termsOf } from "../../indicators/index.ts";
import type { Anchors } from "../anchors.ts";
import { chartOf } from "../chart/chart.ts";
import { drawingByYear, summaryOf } from "../chart/over-time.ts";
import { type Html, html, type Part } from "../html.ts";
import { dateText, periodPieces } from "../periods.ts";
import { bareValue, observationLink, unitText } from "../show.ts";
import { type FigureOfSite, isStock, known } from "../site.ts";
import { type Column, type Row, tableOf } from "../table.ts";
import { termText } from "../term.ts";
import type { View } from "../view.ts";

/** The district's values over the years, drawn and as a table; a calculated one with what it is calculated from. */
export function byYear(view: View, figure: FigureOfSite, anchors: Anchors): Html | null {
  const { definition, observations } = figure;
  const years = observations.byYear();
  if (years.length === 0) return null;
  const drawable = years.filter((it) => it.value !== null).length > 1;
  const drawing = drawingByYear(view, definition, years, (period) => (breaksIn(figure, period) ? "†" : ""));
  return html`<section aria-labelledby="by-year">
<h2 id="by-year">${view.say("byYear")}</h2>
${
  drawable &&
  chartOf(view, {
    title: titleWithUnit(view, figure),
    summary: summaryOf(view, definition, years),
    drawing,
    notes: [
      drawing.series.some(({ points }) => points.some((it) => it.partial)) && view.say("partialYears"),
      breakNote(view, figure, years),
    ],
  })
}
${tableOf({
  id: "years",
  caption: titleWithUnit(view, figure),
  captionHidden: true,
  corner: view.say("period"),
  columns: [{ head: view.words(definition.title), numeric: true }, ...partColumns(view, figure)],
  rows: rowsOf(view, figure, years, anchors),
  ...(partColumns(view, figure).length > 1 ? { wide: true as const } : {}),
})}
</section>`;
}

/** `受理线索（条）` */
export function titleWithUnit(view: View, { definition }: FigureOfSite): string {
  const unit = unitText(view, definition, "2");
  const title = view.words(definition.title);
  return unit === "" ? title : view.say("withUnit", { title, unit });
}

/** The years, then all of them together; what a stock is at the end of all is what it is at the end of the last. */
function rowsOf(view: View, figure: FigureOfSite, years: readonly Observation[], anchors: Anchors): Row[] {
  const { definition, observations } = figure;
  const whole = observations.at(observations.whole);
  const last = observations.at(observations.years.at(-1) ?? "");
  const same = isStock(view.site, definition) && last !== undefined;
  const rows = years.map((it) => rowOf(view, figure, it, anchors, same && it === last ? whole : undefined));
  if (whole === undefined || same) return rows;
  return [...rows, { ...rowOf(view, figure, whole, anchors), closing: true }];
}

/** A row for an observation; links to `alike` lead to it, too. */
function rowOf(
  view: View,
  figure: FigureOfSite,
  it: Observation,
  anchors: Anchors,
  alike?: Observation,
): Row {
  const { definition } = figure;
  const parts = partColumns(view, figure).map((_, at) => ({ content: partValue(view, it.parts?.[at]) }));
  return {
    id: anchors.take(it),
    head: [
      periodPieces(view, definition, it.period),
      breaksIn(figure, it.period) && html` <span class="mark">†</span>`,
    ],
    cells: [{ content: bareValue(view, definition, it), id: anchors.take(alike) }, ...parts],
  };
}

/** A formula's terms, where its observations have one part for each of them. */
function partColumns(view: View, { definition, observations }: FigureOfSite): readonly Column[] {
  if (definition.kind !== "formula" || "growth" in definition.formula) return [];
  const terms = termsOf(definition.formula);
  const whole = observations.all.every((it) => it.parts === undefined || it.parts.length === terms.length);
  const any = observations.all.some((it) => it.parts !== undefined);
  return whole && any ? terms.map((term) => ({ head: termText(view, term), numeric: true })) : [];
}

function partValue(view: View, part: Observation | undefined): Part {
  if (part === undefined) return null;
  const value = bareValue(view, known(view.site.indicators, part.indicator), part);
  return html`<a href="${observationLink(view, part)}">${value}</a>`;
}

/** Whether a changed definition took effect in a period. */
function breaksIn({ versions }: FigureOfSite, period: string): boolean {
  return versions.some(({ at }) => at.slice(0, 4) === period.slice(0, 4) && !period.includes(".."));
}

function breakNote(view: View, figure: FigureOfSite, years: readonly Observation[]): Part {
  const changes = figure.versions.filter(({ at }) =>
    years.some((it) => it.period.startsWith(at.slice(0, 4))),
  );
  if (changes.length === 0) return null;
  return changes.map(
    ({ at }) =>
      html`† ${view.say("definitionBreak", { date: dateText(view, at) })} <a href="#definitions">${view.say("definitionVersions")}</a>`,
  );
}
