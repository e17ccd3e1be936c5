import type { Area } from "../../indicators/index.ts";
import { addresses } from "../address.ts";
import { townshipFiles } from "../data/by-area.ts";
import { type Html, html } from "../html.ts";
import { valueText } from "../show.ts";
import { areaAnchor, areaLink } from "../show-area.ts";
import type { FigureOfSite } from "../site.ts";
import type { Page, View } from "../view.ts";
import { headlinesOf } from "./figures.ts";

/** Figures that stand beside each township's name. */
const FIGURES_OF_AREA = 3;

/** All areas as a tree: the district, its townships with a few figures each, their villages. */
export function areasPage(view: View): Page {
  const { areas, edition } = view.site;
  const townships = areas.ofLevel("township");
  const villages = areas.ofLevel("village").length;
  const headlines = headlinesOf(view.site, view.language, FIGURES_OF_AREA);
  const district = view.words(edition.pack.district.name);
  const lead = view.say("areasLead", { district, townships: townships.length, villages });
  return {
    address: addresses.areas,
    title: view.say("areasTitle"),
    description: lead,
    section: "areas",
    main: html`<header><h1>${view.say("areasTitle")}</h1>
<p class="lead">${lead}</p>
<p><a href="${view.page(addresses.compare)}">${view.say("compare")}</a></p>
${townshipFiles(view)}</header>
<section aria-labelledby="district"><h2 id="district"><span id="${areaAnchor(areas.district)}">${district}</span></h2>
${facts(view, headlines, areas.district)}
<p class="more"><a href="${view.page(addresses.figures)}">${view.say("figuresOfDistrict")}</a></p>
<ul class="places">
${townships.map((it) => township(view, it, headlines))}</ul>
</section>`,
  };
}

function township(view: View, { code }: Area, headlines: readonly FigureOfSite[]): Html {
  const villages = view.site.areas.below(code);
  return html`<li id="${areaAnchor(code)}"><h3>${areaLink(view, code)}</h3>
${facts(view, headlines, code)}
${
  villages.length > 0 &&
  html`<details><summary>${view.say("villages", { count: villages.length })}</summary>
<ul class="names">${villages.map((it) => html`<li id="${areaAnchor(it)}">${areaLink(view, it)}</li>`)}</ul></details>
`
}</li>
`;
}

function facts(view: View, headlines: readonly FigureOfSite[], area: string): Html | null {
  const told = headlines.flatMap(({ definition, observations }) => {
    const it = observations.latest(area);
    return it === undefined ? [] : [{ definition, it }];
  });
  if (told.length === 0) return null;
  return html`<dl class="told">
${told.map(
  ({
    definition,
    it,
  }) => html`<div><dt>${view.words(definition.title)}</dt><dd>${valueText(view, definition, it)}</dd></div>
`,
)}</dl>`;
}
