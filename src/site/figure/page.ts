import type { Observation } from "../../indicators/index.ts";
import { addresses } from "../address.ts";
import { Anchors } from "../anchors.ts";
import { contentsOf } from "../contents.ts";
import { type Html, html, joined } from "../html.ts";
import { notesText, standardOf } from "../notes.ts";
import { rulesAbout } from "../rules/verdict.ts";
import { largeValue, placeText, valueText } from "../show.ts";
import { type FigureOfSite, registersUnder } from "../site.ts";
import type { Page, View } from "../view.ts";
import { byArea } from "./by-area.ts";
import { byDimension } from "./by-dimension.ts";
import { byYear } from "./by-year.ts";
import { calculation } from "./calculation.ts";
import { definitions } from "./changed.ts";
import { restsOn } from "./entries.ts";
import { facts } from "./facts.ts";
import { revised } from "./revised.ts";
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
  // in the order of the page: each value's anchor stands where it is shown first
  const years = byYear(view, figure, anchors);
  const more = [
    calculation(view, figure),
    stated(view, figure, anchors),
    byDimension(view, figure, anchors),
    byArea(view, figure, anchors),
    rulesAbout(view, definition.id),
    revised(view, figure),
    definitions(view, figure),
    restsOn(view, figure),
  ];
  return {
    address: addresses.figure(definition.id),
    title,
    description: `${headline}${headline && view.say("fullStop")}${view.words(definition.definition)}`,
    section: "figures",
    registers: registersUnder(view.site, definition),
    trail: [{ title: view.say("figures"), address: addresses.figures }],
    main: html`<div class="with-aside">
<header>
<h1>${title}</h1>
<p class="lead">${view.words(definition.definition)}</p>
${
  latest !== undefined &&
  html`<p class="headline">${largeValue(view, definition, latest)} <span class="when">${placeText(view, definition, latest)}</span></p>
${saidOf(view, figure, latest)}
<p class="proof note">${view.say("proofHow")}<a href="#entries">${view.say("proofRecords")}</a>${view.say("listComma")}<a href="${view.page(addresses.verify)}?figure=${encodeURIComponent(definition.id)}">${view.say("proofAnew")}</a></p>`
}
</header>
<div class="body">
${years}
</div>
<div class="side">
${facts(view, figure)}
${contentsOf(view, [years, ...more])}
</div>
<div class="body">
${joined(more, "\n")}
</div>
</div>`,
  };
}

/** What the headline's value says beside itself; of a standard, the document that sets it, too. */
function saidOf(view: View, { definition }: FigureOfSite, latest: Observation): Html | null {
  const notes = notesText(view, definition, latest);
  if (notes === "") return null;
  const standard = standardOf(definition, latest);
  const source = standard && [view.say("colon"), view.words(standard.source)];
  return html`<p class="note">${notes}${source}</p>`;
}
