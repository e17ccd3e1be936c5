import type { Observation } from "../indicators/index.ts";
import { spark } from "./chart/spark.ts";
import { type Html, html } from "./html.ts";
import { largeValue, observationLink, placeText } from "./show.ts";
import type { FigureOfSite } from "./site.ts";
import type { View } from "./view.ts";

/** Figures side by side, each with one value, where and when it holds, and the years in small. */
export function figureCards(
  view: View,
  cards: readonly { readonly figure: FigureOfSite; readonly observation: Observation }[],
): Html {
  return html`<ul class="figures">
${cards.map(({ figure, observation }) => card(view, figure, observation))}</ul>`;
}

function card(view: View, figure: FigureOfSite, observation: Observation): Html {
  const { definition } = figure;
  return html`<li><h3><a href="${observationLink(view, observation)}">${view.words(definition.title)}</a></h3>
<div><p class="big">${largeValue(view, definition, observation)}</p>
<p class="when">${placeText(view, definition, observation)}</p></div>
${spark(view, figure, observation)}</li>
`;
}
