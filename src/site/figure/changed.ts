import { breaksOf } from "../../indicators/index.ts";
import { addresses } from "../address.ts";
import { type Html, html } from "../html.ts";
import { dateText } from "../periods.ts";
import { type FigureOfSite, known } from "../site.ts";
import type { View } from "../view.ts";

/** How the definition changed, newest first: since when, why, and what had been counted before. */
export function definitions(view: View, { definition }: FigureOfSite): Html | null {
  const breaks = breaksOf(definition).toReversed();
  if (breaks.length === 0) return null;
  return html`<section aria-labelledby="definitions">
<h2 id="definitions">${view.say("definitionVersions")}</h2>
<ul class="revisions">
${breaks.map(({ at, before, why }) => {
  const former = known(view.site.indicators, before);
  return html`<li>
<p><strong>${view.say("sinceDate", { date: dateText(view, at) })}</strong> ${view.words(why)}</p>
<p class="note">${view.say("basisBefore")}${view.words(former.basis)} <a href="${view.page(addresses.figure(before))}">${view.say("formerDefinition")}</a></p>
</li>
`;
})}</ul>
</section>`;
}
