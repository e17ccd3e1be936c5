import { type Html, html, joined } from "../html.ts";
import type { Point } from "./drawing.ts";

const WIDTH = 132;
const HEIGHT = 40;
const GAP = 4;

/**
 * A small chart without words, to stand beside the value it ends with: columns for what is added up, a line for
 * what is not. The same size for every figure; hidden from assistive technology, like every drawing.
 */
export function spark(points: readonly Point[], type: "column" | "line"): Html | null {
  const values = points.map(({ value }) => (value === null ? null : Number(value)));
  const present = values.filter((it) => it !== null);
  if (present.length < 2) return null;
  const low = type === "column" ? Math.min(0, ...present) : Math.min(...present);
  const high = Math.max(...present);
  if (type === "column" && high === low) return null;
  const y = (value: number) => round(4 + (high === low ? 0.5 : (high - value) / (high - low)) * (HEIGHT - 8));
  const marks = type === "column" ? columns(points, values, y) : line(values, y);
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true" focusable="false">${marks}</svg>`;
}

function columns(
  points: readonly Point[],
  values: readonly (number | null)[],
  y: (value: number) => number,
): Html[] {
  const step = (WIDTH + GAP) / values.length;
  return values.flatMap((value, at) => {
    if (value === null) return [];
    const [top, bottom] = [y(Math.max(value, 0)), y(Math.min(value, 0))];
    const role = [at === values.length - 1 && "last", points[at]?.partial && "partial"].filter(Boolean);
    const inset = points[at]?.partial ? 0.75 : 0;
    return html`<rect class="${role.join(" ")}" x="${round(at * step + inset)}" y="${round(top - 0.5 + inset)}" width="${round(step - GAP - 2 * inset)}" height="${round(Math.max(bottom - top + 0.5 - inset, 0.5))}"/>`;
  });
}

function line(values: readonly (number | null)[], y: (value: number) => number): Html[] {
  const step = (WIDTH - 8) / (values.length - 1);
  const places = values.flatMap((value, at) =>
    value === null ? [] : [{ x: round(4 + at * step), y: y(value) }],
  );
  const last = places.at(-1);
  return [
    html`<polyline points="${joined(
      places.map((it) => `${it.x},${it.y}`),
      " ",
    )}"/>`,
    ...(last === undefined ? [] : [html`<circle class="last" cx="${last.x}" cy="${last.y}" r="3.5"/>`]),
  ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
