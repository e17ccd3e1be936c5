import { type Html, html } from "./html.ts";
import { type FigureOfSite, known, registersUnder } from "./site.ts";
import type { View } from "./view.ts";

/** A register's figures on a page that has them all. */
export interface RegisterPart {
  /** where the part begins on its page */
  readonly id: string;
  readonly title: string;
  readonly figures: readonly FigureOfSite[];
}

/** All figures by the register that each rests on first, in the pack's order. */
export function figuresByRegister(view: View): readonly RegisterPart[] {
  const { site } = view;
  const byRegister = Map.groupBy(site.figures.values(), (it) => registersUnder(site, it.definition)[0] ?? "");
  return [...byRegister].map(([name, figures]) => ({
    id: `of-${name}`,
    title: view.words(known(site.registers, name).title),
    figures,
  }));
}

/** The ways to the parts of such a page, each with how many figures it has. */
export function jumpToParts(view: View, parts: readonly RegisterPart[]): Html {
  return html`<nav aria-label="${view.say("contents")}"><ul class="jump">
${parts.map(
  ({
    id,
    title,
    figures,
  }) => html`<li><a href="#${id}">${title}</a> <span class="note">${figures.length}</span></li>
`,
)}</ul></nav>`;
}
