import type { Drawing, Series } from "./drawing.ts";
import { palette, SERIES_COLOURS } from "./palette.ts";
import type { ChartOption } from "./render.ts";

/** ECharts' options for a drawing. Numbers become floats here, where they only place marks. */
export function optionOf(drawing: Drawing): ChartOption {
  if (drawing.series.length > SERIES_COLOURS)
    throw new Error(`${drawing.series.length} series cannot be told apart in one drawing`);
  switch (drawing.type) {
    case "column":
      return upright(drawing, columns(drawing), hasRoom(drawing) ? "none" : "ticks");
    case "line":
      return upright(drawing, lines(drawing), "ticks");
    case "stacked":
      return upright(drawing, stacks(drawing, drawing.series), "ticks");
    case "share":
      return upright(drawing, stacks(drawing, asShares(drawing)), "per cent");
  }
}

const FONT = 13;
const TOP = 26;

/** Whether each value can be written over its own column; with it, no axis is needed. */
function hasRoom({ categories, series }: Drawing): boolean {
  return series.length === 1 && categories.length <= 8;
}

function upright(drawing: Drawing, series: ChartOption["series"], scale: "none" | "ticks" | "per cent") {
  return {
    grid: { left: 2, right: 2, top: TOP, bottom: 2, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: {
      type: "category",
      data: [...drawing.categories],
      boundaryGap: drawing.type !== "line" || drawing.categories.length <= 12,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.muted } },
      axisLabel: {
        color: palette.muted,
        fontSize: FONT,
        lineHeight: 17,
        margin: 9,
        ...(drawing.categories.length <= 12 ? { interval: 0 } : {}),
      },
    },
    yAxis: {
      type: "value",
      show: scale !== "none",
      splitNumber: 4,
      minInterval: everyWhole(drawing) ? 1 : 0,
      ...(scale === "per cent" ? { max: 100 } : {}),
      splitLine: { show: scale !== "none", lineStyle: { color: palette.rule } },
      axisLabel: {
        color: palette.muted,
        fontSize: FONT,
        formatter: (tick: number) => (scale === "per cent" ? `${tick}%` : tickText(tick)),
      },
    },
    series,
  } as ChartOption;
}

function columns(drawing: Drawing): ChartOption["series"] {
  const labelled = hasRoom(drawing);
  return drawing.series.map(({ points }, index) => ({
    type: "bar" as const,
    silent: true,
    barMaxWidth: 64,
    barCategoryGap: "28%",
    barGap: "12%",
    data: points.map(({ value, shown, partial }) => ({
      value: coordinate(value),
      itemStyle: fill(index, partial),
      label: { show: labelled && value !== null, formatter: shown },
    })),
    label: { position: "top" as const, color: palette.ink, fontSize: FONT, distance: 5 },
  }));
}

function lines(drawing: Drawing): ChartOption["series"] {
  const few = drawing.categories.length <= 12;
  return drawing.series.map(({ points }, index) => ({
    type: "line" as const,
    silent: true,
    symbol: "circle",
    symbolSize: few ? 8 : 1,
    lineStyle: { color: palette.series(index), width: 2.5, join: "round" as const },
    itemStyle: { color: palette.series(index) },
    data: points.map(({ value, shown, partial }) => ({
      value: coordinate(value),
      itemStyle: partial
        ? { color: palette.paper, borderColor: palette.series(index), borderWidth: 2 }
        : { color: palette.series(index) },
      label: { show: few && drawing.series.length === 1 && value !== null, formatter: shown },
    })),
    label: { position: "top" as const, color: palette.ink, fontSize: FONT, distance: 7 },
  }));
}

function stacks(drawing: Drawing, series: readonly Series[]): ChartOption["series"] {
  return series.map(({ points }, index) => ({
    type: "bar" as const,
    stack: "whole",
    silent: true,
    barMaxWidth: 64,
    barCategoryGap: "28%",
    data: points.map(({ value }, at) => ({
      value: coordinate(value),
      itemStyle: {
        color: palette.series(index),
        borderColor: palette.paper,
        borderWidth: 1,
        opacity: drawing.series[index]?.points[at]?.partial ? 0.6 : 1,
      },
    })),
  }));
}

function asShares({ categories, series }: Drawing): readonly Series[] {
  const wholes = categories.map((_, at) =>
    series.reduce((sum, { points }) => sum + (coordinate(points[at]?.value ?? null) ?? 0), 0),
  );
  return series.map(({ name, points }) => ({
    name,
    points: points.map((point, at) => ({
      ...point,
      value: wholes[at] ? String(((coordinate(point.value) ?? 0) / wholes[at]) * 100) : null,
    })),
  }));
}

function fill(index: number, partial: true | undefined) {
  return partial
    ? {
        color: palette.paper,
        borderColor: palette.series(index),
        borderWidth: 1.5,
        borderType: "solid" as const,
      }
    : { color: palette.series(index) };
}

function everyWhole({ series }: Drawing): boolean {
  return series.every(({ points }) => points.every(({ value }) => value === null || !value.includes(".")));
}

function coordinate(value: string | null): number | null {
  return value === null ? null : Number(value);
}

function tickText(tick: number): string {
  return String(tick).replace(/\B(?=(\d{3})+$)/g, ",");
}
