import { addresses, bindingAnchor } from "../address.ts";
import type { Anchors } from "../anchors.ts";
import { attribute, type Html, html } from "../html.ts";
import { placeText, valueText } from "../show.ts";
import type { FigureOfSite, Statement } from "../site.ts";
import type { View } from "../view.ts";

/** The sentences of the report that state this figure, each with the value that proves it. */
export function stated(view: View, { definition }: FigureOfSite, anchors: Anchors): Html | null {
  const statements = view.site.stated[view.language].get(definition.id) ?? [];
  if (statements.length === 0) return null;
  return html`<section aria-labelledby="stated">
<h2 id="stated">${view.say("statedIn")}</h2>
<ul class="quotes">
${statements.map(({ report, binding }) => {
  const { observation } = binding;
  return html`<li${attribute("id", anchors.take(observation))}><blockquote>${marked(binding)}</blockquote>
<p><a href="${view.page(addresses.report(report))}#${bindingAnchor(binding.number)}">${view.say("inTheReport")}</a> ${view.say("provenBy", { place: placeText(view, definition, observation), value: valueText(view, definition, observation) })}</p></li>
`;
})}</ul>
</section>`;
}

/** The sentence with the number marked where it first stands. */
function marked({ sentence, text }: Statement["binding"]): Html {
  const at = sentence.indexOf(text);
  if (at < 0) return html`${sentence}`;
  return html`${sentence.slice(0, at)}<mark>${text}</mark>${sentence.slice(at + text.length)}`;
}
