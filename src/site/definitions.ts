import { breaksOf, type IndicatorDefinition } from "../indicators/index.ts";
import { addresses } from "./address.ts";
import { figuresByRegister, jumpToParts } from "./by-register.ts";
import { FREQUENCIES } from "./figure/facts.ts";
import { type Html, html, type Part } from "./html.ts";
import { standardWithSource } from "./notes.ts";
import { dateText } from "./periods.ts";
import { unitText } from "./show.ts";
import type { Page, View } from "./view.ts";

/** What every indicator means, in the official words' sense, by the register that it rests on. */
export function definitionsPage(view: View): Page {
  const parts = figuresByRegister(view);
  return {
    address: addresses.definitions,
    title: view.say("definitions"),
    description: view.say("definitionsLead"),
    section: "figures",
    trail: [{ title: view.say("figures"), address: addresses.figures }],
    main: html`<header><h1>${view.say("definitions")}</h1>
<p class="lead">${view.say("definitionsLead")}</p></header>
${jumpToParts(view, parts)}
${parts.map(
  ({ id, title, figures }) => html`<section class="part" aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<dl class="definitions">
${figures.map(({ definition }) => entryOf(view, definition))}</dl>
</section>
`,
)}`,
  };
}

function entryOf(view: View, it: IndicatorDefinition): Html {
  const facts: readonly (readonly [name: string, value: Part])[] = [
    [view.say("unit"), unitText(view, it, "2")],
    [view.say("basis"), view.words(it.basis)],
    [view.say("owner"), view.words(it.owner)],
    [view.say("frequency"), view.say(FREQUENCIES[it.frequency])],
    [view.say("source"), view.words(it.source)],
    ...(it.standards ?? []).map((standard): readonly [string, Part] => [
      view.say("standard"),
      standardWithSource(view, it, standard),
    ]),
    ...breaksOf(it).map(({ at, why }): readonly [string, Part] => [
      view.say("definitionVersions"),
      `${view.say("sinceDate", { date: dateText(view, at) })}${view.say("colon")}${view.words(why)}`,
    ]),
  ];
  return html`<div id="${it.id}">
<dt><a href="${view.page(addresses.figure(it.id))}">${view.words(it.title)}</a> <span class="code">${it.id}</span></dt>
<dd>${view.words(it.definition)}</dd>
${facts.map(
  ([name, value]) =>
    value !== "" &&
    html`<dd><span class="name">${name}</span> ${value}</dd>
`,
)}</div>
`;
}
