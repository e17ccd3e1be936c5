import { attribute, type Html, html } from "./html.ts";
import { type FigureOfSite, known, registersUnder } from "./site.ts";
import type { View } from "./view.ts";

/** A register's figures on a page that has them all. */
export interface RegisterPart<T = FigureOfSite> {
  /** where the part begins on its page */
  readonly id: string;
  readonly title: string;
  readonly figures: readonly T[];
}

/** All figures by the register that each rests on first, in the pack's order. */
export function figuresByRegister(view: View): readonly RegisterPart[] {
  return partsByRegister(view, view.site.figures.values(), (it) => it);
}

/** Whatever is told of figures, by the register that each figure rests on first, in the order in which it is given. */
export function partsByRegister<T>(
  view: View,
  told: Iterable<T>,
  figureOf: (it: T) => FigureOfSite,
): readonly RegisterPart<T>[] {
  const { site } = view;
  const byRegister = Map.groupBy(told, (it) => registersUnder(site, figureOf(it).definition)[0] ?? "");
  return [...byRegister].map(([name, figures]) => ({
    id: `of-${name}`,
    title: view.words(known(site.registers, name).title),
    figures,
  }));
}

/**
 * The ways to the parts of such a page, each with how many figures it has. Those that are `staying` are in sight all
 * the way down on a phone: for long pages with few parts.
 */
export function jumpToParts(
  view: View,
  parts: readonly RegisterPart<unknown>[],
  { staying = false }: { staying?: boolean } = {},
): Html {
  return html`<nav${attribute("class", staying && "staying")} aria-label="${view.say("contents")}"><ul class="jump">
${parts.map(
  ({
    id,
    title,
    figures,
  }) => html`<li><a href="#${id}">${title}</a> <span class="note">${figures.length}</span></li>
`,
)}</ul></nav>`;
}
