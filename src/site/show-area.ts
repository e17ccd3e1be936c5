import type { IndicatorDefinition, Observation } from "../indicators/index.ts";
import { addresses } from "./address.ts";
import { type Html, html, joined, type Part } from "./html.ts";
import { periodText } from "./periods.ts";
import { areaText, breakdownText } from "./show.ts";
import type { View } from "./view.ts";

/**
 * An area's name, leading to its place among all areas, which is there whatever is published of it: for pages that say
 * nothing of a release. Null where the pack does not list it.
 */
export function placedArea(view: View, code: string): Html | null {
  if (view.site.areas.get(code) === undefined) return null;
  return html`<a href="${view.page(addresses.areas)}#${areaAnchor(code)}">${areaText(view, code)}</a>`;
}

/** Where an area stands on the page of all areas. */
export function areaAnchor(code: string): string {
  return `a${code}`;
}

/** An area's name, leading to its page where it has one. */
export function areaLink(view: View, code: string, name: Part = areaText(view, code)): Html {
  return view.site.areaPages.has(code)
    ? html`<a href="${view.page(addresses.area(code))}">${name}</a>`
    : html`${name}`;
}

/** Where and when an observation holds, in words, its area leading to its page where it has one. */
export function placePieces(view: View, indicator: IndicatorDefinition, it: Observation): Html {
  const pieces = [
    periodText(view, indicator, it.period),
    it.area !== view.site.areas.district && areaLink(view, it.area),
    breakdownText(view, indicator, it.breakdown),
  ].filter((piece) => piece !== "" && piece !== false);
  return html`${joined(pieces, view.say("comma"))}`;
}
