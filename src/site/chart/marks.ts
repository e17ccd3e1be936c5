import { coordinate, type Drawing, type Series } from "./drawing.ts";
import { FONT_SIZE, palette } from "./palette.ts";
import type { ChartOption } from "./render.ts";

type Marks = Extract<NonNullable<ChartOption["series"]>, readonly unknown[]>;

/**
 * A drawing's columns, lines or stacks; with `labelled`, each value stands at its mark. Lines stop at a break, which
 * has a line of its own.
 */
export function marksOf(drawing: Drawing, labelled: boolean): Marks {
  return [...valuesOf(drawing, labelled), ...breakLines(drawing)];
}

function valuesOf(drawing: Drawing, labelled: boolean): Marks {
  const beside = drawing.series.flatMap((it, index) => (it.beside ? [besideLine(it, index)] : []));
  switch (drawing.type) {
    case "column":
      return [
        ...drawing.series.flatMap((it, index) => (it.beside ? [] : [columns(it, index, labelled)])),
        ...beside,
      ];
    case "line":
      return [
        ...drawing.series.flatMap((it, index) =>
          it.beside ? [] : pieces(it, drawing.breaks ?? []).map((piece) => line(piece, index, labelled)),
        ),
        ...beside,
      ];
    case "stacked":
      return drawing.series.map(stack);
    case "share":
      return asShares(drawing).map(stack);
  }
}

/** A series cut at breaks: each piece has the points of its own side alone. */
function pieces(series: Series, breaks: readonly number[]): readonly Series[] {
  const edges = [0, ...breaks.map(Math.ceil), series.points.length];
  return edges.slice(1).map((to, at) => ({
    ...series,
    points: series.points.map((point, index) =>
      index >= (edges[at] ?? 0) && index < to ? point : { value: null, shown: "" },
    ),
  }));
}

/** Upright lines on the second axis, which counts categories from the left edge on. */
function breakLines({ breaks = [] }: Drawing): Marks {
  if (breaks.length === 0) return [];
  return [
    {
      type: "line",
      xAxisIndex: 1,
      lineStyle: { color: palette.ink },
      itemStyle: { color: palette.ink },
      data: [],
      silent: true,
      markLine: {
        silent: true,
        symbol: "none",
        label: { show: false },
        lineStyle: { color: palette.ink, width: 1.5, type: [4, 4] },
        data: breaks.map((place) => ({ xAxis: place })),
      },
    },
  ];
}

const COLUMN = { silent: true, barMaxWidth: 64, barCategoryGap: "28%" } as const;
const LABEL = { position: "top", color: palette.ink, fontSize: FONT_SIZE } as const;

function columns({ points }: Series, index: number, labelled: boolean) {
  const color = palette.series(index);
  return {
    ...COLUMN,
    type: "bar" as const,
    barGap: "12%",
    label: { ...LABEL, distance: 5 },
    data: points.map(({ value, shown, partial }) => ({
      value: coordinate(value),
      itemStyle: partial ? { color: palette.paper, borderColor: color, borderWidth: 1.5 } : { color },
      label: { show: labelled && value !== null, formatter: shown },
    })),
  };
}

function line({ points }: Series, index: number, labelled: boolean) {
  const color = palette.series(index);
  return {
    type: "line" as const,
    silent: true,
    symbol: "circle",
    showSymbol: true,
    symbolSize: points.length <= 24 ? 7 : 0,
    lineStyle: { color, width: 2.5, join: "round" as const },
    itemStyle: { color },
    label: { ...LABEL, distance: 7 },
    data: points.map(({ value, shown }) => ({
      value: coordinate(value),
      label: { show: labelled && value !== null, formatter: shown },
    })),
  };
}

/** The same values told another way: a broken line with open marks. */
function besideLine({ points }: Series, index: number) {
  const color = palette.series(index);
  return {
    type: "line" as const,
    silent: true,
    symbol: "circle",
    showSymbol: true,
    symbolSize: 7,
    lineStyle: { color, width: 2, type: [5, 4] },
    itemStyle: { color: palette.paper, borderColor: color, borderWidth: 2 },
    data: points.map(({ value }) => coordinate(value)),
  };
}

/** Parts are told apart by the paper's colour between them, too; of a part that is 0 nothing is drawn. */
function stack({ points }: Series, index: number) {
  return {
    ...COLUMN,
    type: "bar" as const,
    stack: "whole",
    data: points.map(({ value, partial }) => ({
      value: coordinate(value) || null,
      itemStyle: {
        color: partial ? palette.pale(index) : palette.series(index),
        borderColor: palette.paper,
        borderWidth: 1,
      },
    })),
  };
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
