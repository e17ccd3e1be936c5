import type { Term } from "../indicators/index.ts";
import { addresses } from "./address.ts";
import { type Html, html } from "./html.ts";
import { breakdownText } from "./show.ts";
import { indicatorOf, known } from "./site.ts";
import type { View } from "./view.ts";

/** A term of a formula or rule in words: `查结线索（结论：查实）`. */
export function termText(view: View, term: Term): string {
  const indicator = known(view.site.indicators, indicatorOf(term));
  const title = view.words(indicator.title);
  if (typeof term === "string") return title;
  return view.say("narrowed", { title, where: breakdownText(view, indicator, term.where) });
}

/** The same, as a link to its indicator's page. */
export function termLink(view: View, term: Term): Html {
  return html`<a href="${view.page(addresses.figure(indicatorOf(term)))}">${termText(view, term)}</a>`;
}
