import { addresses } from "../address.ts";
import { countedYears } from "../counted/counted.ts";
import { countedWays } from "../counted/page.ts";
import { entriesOf } from "../entries.ts";
import { type Html, html } from "../html.ts";
import { recordPages } from "../registers/all-records.ts";
import { type FigureOfSite, known, registersUnder } from "../site.ts";
import type { View } from "../view.ts";

/** The log entries that a figure rests on, and how to fetch them. */
export function restsOn(view: View, figure: FigureOfSite): Html {
  const { definition } = figure;
  const registers = registersUnder(view.site, definition);
  return html`<section aria-labelledby="entries">
<h2 id="entries">${view.say("restsOn")}</h2>
<p><a href="${view.page(addresses.verify)}?figure=${encodeURIComponent(definition.id)}">${view.say("figureAnew")}</a></p>
${countedWays(
  view,
  countedYears(view.site, figure).map(({ observation }) => ({ figure, observation })),
)}${registers.map((name) => {
  const register = known(view.site.registers, name);
  return html`<p>${view.say("register")}${view.say("colon")}<a href="${view.page(addresses.register(name))}">${view.words(register.title)}</a></p>
${entriesOf(view, name)}
${recordPages(view, name)}<p class="note">${view.say(register.visibility === "open" ? "openMeans" : "sealedMeans")}</p>
`;
})}</section>`;
}
