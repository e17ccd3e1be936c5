import { type Breakdown, type Observation, yearsIn } from "../../indicators/index.ts";
import { Period } from "../../quantity/index.ts";
import type { ChartRequest } from "../../reports/index.ts";
import { addresses } from "../address.ts";
import { breakNote, breaksAmong, breakText, type SeriesBreak } from "../breaks.ts";
import { type Chart, chartOf } from "../chart/chart.ts";
import { coordinate } from "../chart/drawing.ts";
import { largestOf, meter } from "../chart/meter.ts";
import { categoryOf, pointOf, typeOverTime } from "../chart/over-time.ts";
import type { Bar } from "../chart/picture.ts";
import { type Html, html, joined, type Part, plainText } from "../html.ts";
import { monthLabel, periodText } from "../periods.ts";
import {
  areaText,
  bareValue,
  breakdownText,
  breakdownValueText,
  dimensionText,
  observationLink,
  unitText,
  valueText,
} from "../show.ts";
import { areaLink } from "../show-area.ts";
import { type FigureOfSite, isStock, known } from "../site.ts";
import { tableOf } from "../table.ts";
import type { View } from "../view.ts";

/**
 * A chart that a report asks for, with its values as a table. Over time it is drawn; by area or by a dimension it
 * is the table itself, with a bar for each value, which is read on a phone as well as on a wall.
 */
export function reportChart(view: View, request: ChartRequest): Html {
  const rows = rowsOf(view, request);
  const series = request.series.map(({ indicator, where }) => seriesName(view, indicator, where, request));
  const source = sourceNote(view, request);
  if (request.by !== "year" && request.by !== "month")
    return html`<figure class="chart" id="chart-${request.number}">
<figcaption>${titleOf(view, request)}</figcaption>
${valuesTable(view, request, series, rows, true)}
<p class="note">${source}</p>
</figure>`;
  const drawing = drawingOf(view, request, series, rows);
  const partial = drawing.series.some(({ points }) => points.some((it) => it.partial));
  return chartOf(view, {
    id: `chart-${request.number}`,
    title: titleOf(view, request),
    summary: summaryOf(view, series, rows),
    drawing,
    notes: [partial && view.say("partialYears"), ...breakNotes(view, request, rows), source],
    table: html`<details><summary>${view.say("asTable")}</summary>
${valuesTable(view, request, series, rows, false)}
</details>
`,
  });
}

/** What a picture of a chart shows, in words and as marks. */
export interface PicturedChart {
  readonly title: string;
  readonly summary: string;
  /** over time; else its values are bars, the longest first */
  readonly marks: { readonly drawing: Chart["drawing"] } | { readonly bars: readonly Bar[] };
  readonly notes: readonly string[];
}

/** The same chart for a document that cannot link: with the same values, notes and sources. */
export function picturedChart(view: View, request: ChartRequest): PicturedChart {
  const rows = rowsOf(view, request);
  const series = request.series.map(({ indicator, where }) => seriesName(view, indicator, where, request));
  const overTime = request.by === "year" || request.by === "month";
  const drawing = overTime ? drawingOf(view, request, series, rows) : null;
  const notes = [
    drawing?.series.some(({ points }) => points.some((it) => it.partial)) && view.say("partialYears"),
    ...(overTime ? breakWords(view, request, rows) : []),
    plainText(sourceNote(view, request)),
  ];
  return {
    title: titleOf(view, request),
    summary: summaryOf(view, series, rows),
    marks: drawing === null ? { bars: barsOf(view, request, series, rows) } : { drawing },
    notes: notes.filter((it) => it !== false && it !== undefined),
  };
}

function barsOf(view: View, request: ChartRequest, names: readonly string[], rows: readonly Row[]): Bar[] {
  const values = rows.flatMap(({ name, observations }) =>
    observations.map((it, at) => ({
      name: names.length === 1 ? name : view.say("named", { name, value: names[at] ?? "" }),
      value: it?.value ?? null,
      shown: plainText(bareValue(view, figureOf(view, request.series[at]?.indicator ?? "").definition, it)),
    })),
  );
  const places = values.map(({ value }) => coordinate(value) ?? 0);
  const longest = Math.max(...places, 0);
  const bars = values.map(({ name, shown, value }, at) => ({
    name,
    shown,
    part: value === null || longest === 0 ? null : Math.max(0, places[at] ?? 0) / longest,
  }));
  return names.length === 1 ? bars.sort((one, other) => (other.part ?? -1) - (one.part ?? -1)) : bars;
}

function breakWords(view: View, request: ChartRequest, rows: readonly Row[]): string[] {
  return breaksTold(view, request, rows).map(([it, of]) => breakText(view, it, of));
}

/** One category of a chart: its name, and each series' observation there. */
interface Row {
  readonly name: string;
  /** the area that it is of, where the chart is by area */
  readonly area?: string;
  /** a shorter name for an axis, where there is one */
  readonly label?: string;
  readonly period: string;
  readonly observations: readonly (Observation | undefined)[];
}

function rowsOf(view: View, request: ChartRequest): readonly Row[] {
  const { by, area, period, series } = request;
  const [first = null, ...others] = series.map((it) => figureOf(view, it.indicator).definition);
  // a year is named after what its values are; where they are of two kinds, by the year alone
  const alike =
    first !== null && others.every((it) => isStock(view.site, it) === isStock(view.site, first))
      ? first
      : null;
  const at = (place: { area?: string; period?: string; breakdown?: Breakdown }) =>
    series.map(({ indicator, where }) =>
      figureOf(view, indicator).observations.at(place.period ?? period, place.area ?? area, {
        ...where,
        ...place.breakdown,
      }),
    );
  switch (by) {
    case "year":
      return yearsIn(Period.of(period)).map((it) => ({
        name: periodText(view, alike, it.toString()),
        label: categoryOf(view, alike, it.toString()),
        period: it.toString(),
        observations: at({ period: it.toString() }),
      }));
    case "month":
      return Period.of(period)
        .months()
        .map((it, index) => {
          const month = Period.ofMonth(it).toString();
          return {
            name: periodText(view, null, month),
            label: monthLabel(view, month, index === 0),
            period: month,
            observations: at({ period: month }),
          };
        });
    case "area":
      return view.site.areas
        .ofLevel("township")
        .filter(({ code }) => view.site.areas.contains(area, code))
        .map(({ code }) => ({
          name: areaText(view, code),
          area: code,
          period,
          observations: at({ area: code }),
        }));
    default:
      return valuesOf(view, request).map((value) => ({
        name: breakdownValueText(view, figureOf(view, series[0]?.indicator ?? "").definition, by, value),
        period,
        observations: at({ breakdown: { [by]: value } }),
      }));
  }
}

/** The values that a dimension has among the observations of the first series, at the chart's place. */
function valuesOf(view: View, { by, area, period, series }: ChartRequest): readonly string[] {
  const [first] = series;
  if (first === undefined) return [];
  const wanted = Object.entries(first.where);
  const found = figureOf(view, first.indicator).observations.all.flatMap((it) =>
    it.area === area &&
    it.period === period &&
    by in it.breakdown &&
    Object.keys(it.breakdown).length === wanted.length + 1 &&
    wanted.every(([name, value]) => it.breakdown[name] === value)
      ? [it.breakdown[by] ?? ""]
      : [],
  );
  return [...new Set(found)];
}

function drawingOf(
  view: View,
  request: ChartRequest,
  names: readonly string[],
  rows: readonly Row[],
): Chart["drawing"] {
  const definitions = request.series.map(({ indicator }) => figureOf(view, indicator).definition);
  const overTime = definitions.some((it) => typeOverTime(view, it) === "line") ? "line" : "column";
  const types = { bar: "column", line: "line", stacked: "stacked", share: "share" } as const;
  const breaks = breaksOf(view, request, rows).map(({ place }) => place);
  return {
    ...(breaks.length > 0 && { breaks: [...new Set(breaks)].sort((one, other) => one - other) }),
    // a report's usual chart has bars; what is no sum over time is a line unless its author says otherwise
    type: request.type === "bar" && rows.length > 12 ? overTime : types[request.type],
    categories: rows.map((it) => it.label ?? it.name),
    perCent: definitions.every((it) => it.unit === "percent"),
    series: definitions.map((definition, at) => ({
      name: names[at] ?? "",
      points: rows.map((row) => pointOf(view, definition, row.observations[at], request.by === "year")),
    })),
  };
}

/** The breaks of the chart's series among its periods. */
function breaksOf(view: View, { series }: ChartRequest, rows: readonly Row[]): readonly SeriesBreak[] {
  const ids = [...new Set(series.map(({ indicator }) => indicator))];
  return ids.flatMap((id) =>
    breaksAmong(
      view.site,
      figureOf(view, id).definition,
      rows.map(({ period }) => period),
    ),
  );
}

/** What changed at each of them; of a chart of one indicator, without its name. */
function breakNotes(view: View, request: ChartRequest, rows: readonly Row[]): Html[] {
  return breaksTold(view, request, rows).map(([it, of]) => breakNote(view, it, of));
}

function breaksTold(
  view: View,
  request: ChartRequest,
  rows: readonly Row[],
): readonly (readonly [SeriesBreak, of: string | undefined])[] {
  const [first, ...others] = new Set(request.series.map(({ indicator }) => indicator));
  const breaks = new Map(breaksOf(view, request, rows).map((it) => [`${it.changed.id} ${it.at}`, it]));
  return [...breaks.values()].map((it) => [it, others.length === 0 ? first : undefined] as const);
}

function valuesTable(
  view: View,
  request: ChartRequest,
  names: readonly string[],
  rows: readonly Row[],
  bars: boolean,
): Html {
  const alone = names.length === 1;
  const largest = largestOf(rows.map((it) => it.observations[0]?.value ?? null));
  const sorted = bars
    ? rows.toSorted(
        (one, other) => Number(other.observations[0]?.value ?? -1) - Number(one.observations[0]?.value ?? -1),
      )
    : rows;
  return tableOf({
    id: `chart-${request.number}-table`,
    caption: titleOf(view, request),
    captionHidden: true,
    corner: cornerOf(view, request),
    ...(alone ? {} : { wide: true as const }),
    columns: names.map((head) => ({ head, numeric: true })),
    rows: sorted.map(({ name, area, observations }) => ({
      head: [
        area === undefined ? name : areaLink(view, area, name),
        bars && alone && meter(observations[0]?.value ?? null, largest),
      ],
      cells: observations.map((it, at) => ({
        content: linked(view, request.series[at]?.indicator ?? "", it),
      })),
    })),
  });
}

function linked(view: View, indicator: string, it: Observation | undefined): Part {
  const value = bareValue(view, figureOf(view, indicator).definition, it);
  return it === undefined ? value : html`<a href="${observationLink(view, it)}">${value}</a>`;
}

function cornerOf(view: View, { by, series }: ChartRequest): string {
  if (by === "year" || by === "month") return view.say("period");
  if (by === "area") return view.say("area");
  return dimensionText(view, figureOf(view, series[0]?.indicator ?? "").definition, by);
}

function titleOf(view: View, { title, series }: ChartRequest): string {
  const units = new Set(
    series.map(({ indicator }) => unitText(view, figureOf(view, indicator).definition, "2")),
  );
  const [unit = ""] = units;
  return unit === "" || units.size > 1 ? title : view.say("withUnit", { title, unit });
}

function seriesName(view: View, indicator: string, where: Breakdown, request: ChartRequest): string {
  const { definition } = figureOf(view, indicator);
  const title = view.words(definition.title);
  const alike = request.series.filter((it) => it.indicator === indicator).length > 1;
  return alike ? breakdownText(view, definition, where) : title;
}

function sourceNote(view: View, request: ChartRequest): Part {
  const ids = [...new Set(request.series.map((it) => it.indicator))];
  const links = ids.map(
    (id) =>
      html`<a href="${view.page(addresses.figure(id))}">${view.words(figureOf(view, id).definition.title)}</a>`,
  );
  const place = [
    request.area === view.site.areas.district ? "" : areaText(view, request.area),
    request.by === "year" || request.by === "month" ? "" : periodText(view, null, request.period),
  ].filter((it) => it !== "");
  return [
    view.say("figuresOfChart"),
    joined(links, view.say("listComma")),
    place.map((it) => [view.say("comma"), it]),
    view.site.edition.pack.demonstration && [view.say("comma"), view.say("demonstration")],
  ];
}

function summaryOf(view: View, names: readonly string[], rows: readonly Row[]): string {
  const shown = rows.length <= 12 ? rows : [rows[0], rows.at(-1)].filter((it) => it !== undefined);
  return names
    .map((name, at) => {
      const values = shown.flatMap((row) => {
        const it = row.observations[at];
        if (it === undefined) return [];
        const { definition } = figureOf(view, it.indicator);
        return [view.say("named", { name: row.name, value: valueText(view, definition, it) })];
      });
      return names.length === 1
        ? values.join(view.say("semicolon"))
        : view.say("named", { name, value: values.join(view.say("comma")) });
    })
    .join(view.say("semicolon"));
}

function figureOf(view: View, indicator: string): FigureOfSite {
  return known(view.site.figures, indicator);
}
