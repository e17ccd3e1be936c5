import { coordinate, type Drawing } from "./drawing.ts";
import { marksOf } from "./marks.ts";
import { FONT_SIZE, palette } from "./palette.ts";
import type { ChartOption, Size } from "./render.ts";

/** ECharts' options for a drawing at a size. Numbers become floats here, where they only place marks. */
export function optionOf(drawing: Drawing, size: Size): ChartOption {
  const labelled = hasRoom(drawing, size);
  const scaled = !labelled || drawing.type === "stacked" || drawing.type === "share";
  const { categories } = drawing;
  return {
    grid: {
      left: 2,
      right: 2,
      top: 26,
      bottom: 2,
      outerBoundsMode: "same",
      outerBoundsContain: "axisLabel",
    },
    xAxis: [
      {
        type: "category",
        data: [...categories],
        axisTick: { show: false },
        axisLine: { lineStyle: { color: palette.muted } },
        axisLabel: {
          color: palette.muted,
          fontSize: FONT_SIZE,
          lineHeight: 17,
          margin: 9,
          ...(fit(categories, plotOf(size, scaled)) ? { interval: 0 } : { hideOverlap: true }),
        },
      },
      ...(drawing.breaks?.length
        ? [{ type: "value" as const, show: false, min: 0, max: categories.length }]
        : []),
    ],
    yAxis: {
      type: "value",
      show: scaled,
      axisLine: { show: false },
      axisTick: { show: false },
      splitNumber: 4,
      minInterval: everyWhole(drawing) ? 1 : 0,
      ...(endsAtHundred(drawing) ? { max: 100, interval: 25 } : {}),
      splitLine: { lineStyle: { color: palette.rule } },
      axisLabel: {
        color: palette.muted,
        fontSize: FONT_SIZE,
        formatter: (tick: number) => (drawing.type === "share" ? `${tick}%` : tickText(tick)),
      },
    },
    series: marksOf(drawing, labelled),
  };
}

/** Whether each value can be written at its own mark; where all are, no scale is needed. */
function hasRoom({ series, categories }: Drawing, size: Size): boolean {
  const [only, ...others] = series;
  if (only === undefined || others.length > 0) return false;
  return fit(
    only.points.map(({ shown }) => shown),
    { ...size, width: (size.width * only.points.length) / categories.length },
  );
}

/** What is left for the categories beside a scale. */
function plotOf(size: Size, scaled: boolean): Size {
  return scaled ? { ...size, width: size.width - SCALE_WIDTH } : size;
}

/** A scale's numbers are seldom longer than `30,000`. */
const SCALE_WIDTH = 46;

/** Whether texts, each in the middle of an equal part of a width, do not touch their neighbours. */
function fit(texts: readonly string[], { width }: Size): boolean {
  const widths = texts.map((it) => Math.max(...it.split("\n").map(widthOf)));
  return widths.every((it, at) => {
    const next = widths[at + 1];
    return next === undefined || (it + next) / 2 + FONT_SIZE / 2 <= width / texts.length;
  });
}

/** About how wide a text is: Han and its punctuation are square, all else is about half as wide. */
function widthOf(text: string): number {
  return Array.from(text).reduce(
    (sum, it) => sum + (/[\u2e80-\uffef]/.test(it) ? FONT_SIZE : FONT_SIZE * 0.56),
    0,
  );
}

/** A percentage that comes near 100 is drawn against 100. */
function endsAtHundred({ type, perCent, series }: Drawing): boolean {
  if (type === "share") return true;
  const most = Math.max(...series.flatMap(({ points }) => points.map(({ value }) => coordinate(value) ?? 0)));
  return perCent === true && most > 80 && most <= 100;
}

function everyWhole({ series }: Drawing): boolean {
  return series.every(({ points }) => points.every(({ value }) => value === null || !value.includes(".")));
}

function tickText(tick: number): string {
  return String(tick)
    .replace("-", "−")
    .replace(/\B(?=(\d{3})+$)/g, ",");
}
