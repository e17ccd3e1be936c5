import { type Html, html } from "../html.ts";
import type { Ranking } from "./figures.ts";

const WIDTH = 240;
const HEIGHT = 20;
const EDGE = 8;

/**
 * One dot for each area on a line from the least value to the greatest, the area's own larger and in colour. Hidden
 * from assistive technology: the place stands beside it in words.
 */
export function strip({ values }: Ranking, own: string): Html {
  // a place on a picture is as exact as a picture can be
  const places = values.map(Number);
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const x = (value: number) =>
    Math.round((EDGE + ((value - low) / (high - low)) * (WIDTH - 2 * EDGE)) * 10) / 10;
  // lines of no length with round ends: a page has hundreds of dots
  const dots = [...new Set(places.map(x))].map((at) => `M${at} 10h0`).join("");
  return html`<svg class="strip" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true" focusable="false"><path class="line" d="M${EDGE} 10H${WIDTH - EDGE}"/><path d="${dots}"/><circle cx="${x(Number(own))}" cy="10" r="6.5"/></svg>`;
}
