import { coordinate, type Drawing, type Series } from "./drawing.ts";
import { FONT_SIZE, palette } from "./palette.ts";
import type { ChartOption } from "./render.ts";

/** A drawing's columns, lines or stacks; with `labelled`, each value stands at its mark. */
export function marksOf(drawing: Drawing, labelled: boolean): NonNullable<ChartOption["series"]> {
  switch (drawing.type) {
    case "column":
      return drawing.series.map((it, index) => columns(it, index, labelled));
    case "line":
      return drawing.series.map((it, index) => line(it, index, labelled));
    case "stacked":
      return drawing.series.map(stack);
    case "share":
      return asShares(drawing).map(stack);
  }
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
