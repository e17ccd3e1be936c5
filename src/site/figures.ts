import { addresses } from "./address.ts";
import { spark } from "./chart/spark.ts";
import { html } from "./html.ts";
import { placeText, valueText } from "./show.ts";
import { type FigureOfSite, registersUnder } from "./site.ts";
import { tableOf } from "./table.ts";
import type { Page, View } from "./view.ts";

/** All indicators by the register that they rest on, each with its latest value. */
export function figuresPage(view: View): Page {
  const { site } = view;
  const byRegister = Map.groupBy(site.figures.values(), (it) => registersUnder(site, it.definition)[0] ?? "");
  return {
    address: addresses.figures,
    title: view.say("figures"),
    description: view.say("figuresLead"),
    section: "figures",
    main: html`<header><h1>${view.say("figures")}</h1>
<p class="lead">${view.say("figuresLead")}</p>
<p><a href="${view.page(addresses.definitions)}">${view.say("definitionsOfAll")}</a></p></header>
${[...byRegister].map(([name, figures]) => {
  const register = site.registers.get(name);
  if (register === undefined) throw new Error(`the pack has no register ${name}`);
  return html`<section aria-labelledby="of-${name}">
<h2 id="of-${name}">${view.words(register.title)}</h2>
${tableOf({
  id: `figures-${name}`,
  caption: view.say("figuresOf", { register: view.words(register.title) }),
  captionHidden: true,
  kind: "listing",
  corner: view.say("indicator"),
  columns: [{ head: view.say("latestValue"), numeric: true }, { head: view.say("overYears") }],
  rows: figures.map((figure) => rowOf(view, figure)),
})}
</section>
`;
})}`,
  };
}

function rowOf(view: View, figure: FigureOfSite) {
  const { definition } = figure;
  const latest = figure.observations.latest();
  return {
    head: html`<a href="${view.page(addresses.figure(definition.id))}">${view.words(definition.title)}</a>`,
    cells: [
      {
        content:
          latest !== undefined &&
          html`<strong>${valueText(view, definition, latest)}</strong><br><small>${placeText(view, definition, latest)}</small>`,
      },
      { content: latest && spark(view, figure, latest) },
    ],
  };
}
