import { addresses } from "./address.ts";
import { figuresByRegister, jumpToParts } from "./by-register.ts";
import { figureCards } from "./card.ts";
import { html } from "./html.ts";
import type { Page, View } from "./view.ts";

/** All indicators by the register that they rest on, each with its latest value. */
export function figuresPage(view: View): Page {
  const parts = figuresByRegister(view);
  return {
    address: addresses.figures,
    title: view.say("figures"),
    description: view.say("figuresLead"),
    section: "figures",
    main: html`<header><h1>${view.say("figures")}</h1>
<p class="lead">${view.say("figuresLead")}</p>
<p><a href="${view.page(addresses.definitions)}">${view.say("definitionsOfAll")}</a></p></header>
${jumpToParts(view, parts)}
${parts.map(
  ({ id, title, figures }) => html`<section class="part" aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${figureCards(
  view,
  figures.flatMap((figure) => {
    const observation = figure.observations.latest();
    return observation === undefined ? [] : [{ figure, observation }];
  }),
)}
</section>
`,
)}`,
  };
}
