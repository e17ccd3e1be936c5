import type { Observation } from "../../indicators/index.ts";
import { Period } from "../../quantity/index.ts";
import { type Html, html, joined } from "../html.ts";
import type { FigureOfSite } from "../site.ts";
import type { View } from "../view.ts";
import { coordinate, type Point } from "./drawing.ts";
import { pointOf, typeOverTime } from "./over-time.ts";

const WIDTH = 132;
/** of the marks; the years stand below */
const HEIGHT = 38;
const YEARS = 15;
const GAP = 4;

/**
 * A small chart of the years to stand beside one value: columns for what is added up, a line for what is not, the
 * years that the value covers in colour. Hidden from assistive technology, like every drawing. Nothing where there
 * are fewer than two years to show.
 */
export function spark(
  view: View,
  { definition, observations }: FigureOfSite,
  value: Observation,
): Html | null {
  const years = observations.byYear(value.area, value.breakdown);
  const covered = Period.of(value.period);
  const marks = years.map(
    (it): Mark => ({
      ...pointOf(view, definition, it),
      lit: covered.contains(Period.of(it.period)),
    }),
  );
  const present = marks.flatMap((it) => coordinate(it.value) ?? []);
  const [first, last] = [years.at(0), years.at(-1)];
  if (present.length < 2 || first === undefined || last === undefined) return null;
  const type = typeOverTime(view, definition);
  const low = type === "column" ? Math.min(0, ...present) : Math.min(...present);
  const high = Math.max(...present);
  if (type === "column" && high === low) return null;
  const y = (at: number) => round(3 + (high === low ? 0.5 : (high - at) / (high - low)) * (HEIGHT - 6));
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT + YEARS}" width="${WIDTH}" height="${HEIGHT + YEARS}" aria-hidden="true" focusable="false">${
    type === "column" ? columns(marks, y) : line(marks, y)
  }<text x="0" y="${HEIGHT + YEARS - 3}">${first.period.slice(0, 4)}</text><text class="end" x="${WIDTH}" y="${HEIGHT + YEARS - 3}">${last.period.slice(0, 4)}</text></svg>`;
}

interface Mark extends Point {
  readonly lit: boolean;
}

function columns(marks: readonly Mark[], y: (value: number) => number): Html[] {
  const step = (WIDTH + GAP) / marks.length;
  return marks.flatMap(({ value, partial, lit }, at) => {
    const number = coordinate(value);
    if (number === null) return [];
    const [top, bottom] = [y(Math.max(number, 0)), y(Math.min(number, 0)) + 0.5];
    const inset = partial ? 0.75 : 0;
    const role = [lit && "lit", partial && "partial"].filter(Boolean).join(" ");
    return html`<rect${role !== "" && html` class="${role}"`} x="${round(at * step + inset)}" y="${round(top + inset)}" width="${round(step - GAP - 2 * inset)}" height="${round(Math.max(bottom - top - 2 * inset, 0.5))}"/>`;
  });
}

function line(marks: readonly Mark[], y: (value: number) => number): Html[] {
  const step = (WIDTH - 8) / (marks.length - 1);
  const places = marks.flatMap(({ value, lit }, at) => {
    const number = coordinate(value);
    return number === null ? [] : [{ x: round(4 + at * step), y: y(number), lit }];
  });
  const points = joined(
    places.map((it) => `${it.x},${it.y}`),
    " ",
  );
  const told = places.findLast((it) => it.lit);
  return [
    html`<polyline points="${points}"/>`,
    ...(told === undefined ? [] : [html`<circle cx="${told.x}" cy="${told.y}" r="3.5"/>`]),
  ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
