import { addresses } from "../address.ts";
import { Anchors } from "../anchors.ts";
import { html } from "../html.ts";
import { rulesAbout } from "../rules/verdict.ts";
import { largeValue, placeText, valueText } from "../show.ts";
import type { FigureOfSite } from "../site.ts";
import type { Page, View } from "../view.ts";
import { byArea } from "./by-area.ts";
import { byDimension } from "./by-dimension.ts";
import { byYear } from "./by-year.ts";
import { calculation } from "./calculation.ts";
import { restsOn } from "./entries.ts";
import { facts } from "./facts.ts";
import { definitions, revised } from "./revised.ts";
import { stated } from "./stated.ts";

/** The page of one indicator: everything that is published of it, and everything that it rests on. */
export function figurePage(view: View, figure: FigureOfSite): Page {
  const { definition } = figure;
  const anchors = new Anchors(view.site.areas.district);
  const latest = figure.observations.latest();
  const title = view.words(definition.title);
  const headline =
    latest === undefined
      ? ""
      : `${placeText(view, definition, latest)}${view.say("colon")}${valueText(view, definition, latest)}`;
  return {
    address: addresses.figure(definition.id),
    title,
    description: `${headline}${headline && view.say("fullStop")}${view.words(definition.definition)}`,
    section: "figures",
    trail: [{ title: view.say("figures"), address: addresses.figures }],
    main: html`<div class="with-aside">
<header>
<h1>${title}</h1>
<p class="lead">${view.words(definition.definition)}</p>
${
  latest !== undefined &&
  html`<p class="headline">${largeValue(view, definition, latest)} <span class="when">${placeText(view, definition, latest)}</span></p>`
}
</header>
<div class="body">
${byYear(view, figure, anchors)}
</div>
${facts(view, figure)}
<div class="body">
${calculation(view, figure)}
${stated(view, figure, anchors)}
${byDimension(view, figure, anchors)}
${byArea(view, figure, anchors)}
${rulesAbout(view, definition.id)}
${revised(view, figure)}
${definitions(view, figure)}
${restsOn(view, figure)}
</div>
</div>`,
  };
}
