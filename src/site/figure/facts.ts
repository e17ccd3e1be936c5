import { addresses } from "../address.ts";
import { figureFiles } from "../data/page.ts";
import { embedCode } from "../embed/page.ts";
import { type Html, html, joined, type Part } from "../html.ts";
import { standardWithSource } from "../notes.ts";
import { unitText } from "../show.ts";
import { type FigureOfSite, formulasWith, isStock, known, registersUnder } from "../site.ts";
import type { View } from "../view.ts";

/** What an indicator tells of itself: unit, basis, owner, frequency, source, registers. */
export function facts(view: View, figure: FigureOfSite): Html {
  const { site } = view;
  const { definition } = figure;
  const unit = unitText(view, definition, "2");
  const fact = (name: string, value: Part) => html`<div><dt>${name}</dt><dd>${value}</dd></div>
`;
  const registers = registersUnder(site, definition).map(
    (it) =>
      html`<a href="${view.page(addresses.register(it))}">${view.words(known(site.registers, it).title)}</a>`,
  );
  const formulas = formulasWith(site, definition.id).map(
    (it) => html`<a href="${view.page(addresses.figure(it.id))}">${view.words(it.title)}</a>`,
  );
  return html`<aside class="facts" aria-labelledby="facts">
<h2 id="facts">${view.say("facts")}</h2>
<dl>
${unit !== "" && fact(view.say("unit"), unit)}${fact(view.say("basis"), view.words(definition.basis))}${fact(
  view.say("kind"),
  kindText(view, definition),
)}${
  definition.kind === "measure" &&
  definition.neverSum !== undefined &&
  fact(view.say("neverSum"), view.words(definition.neverSum.why))
}${
  definition.standards !== undefined &&
  fact(
    view.say("standards"),
    joined(
      definition.standards.map((it) => standardWithSource(view, definition, it)),
      html`<br>`,
    ),
  )
}${fact(view.say("owner"), view.words(definition.owner))}${fact(
  view.say("frequency"),
  view.say(FREQUENCIES[definition.frequency]),
)}${fact(view.say("source"), view.words(definition.source))}${fact(
  view.say("fromRegisters"),
  joined(registers, view.say("listComma")),
)}${formulas.length > 0 && fact(view.say("usedIn"), joined(formulas, view.say("listComma")))}${
  definition.kind === "measure" && fact(view.say("finest"), view.say(LEVELS[definition.finest.area]))
}${fact(view.say("identifier"), html`<span class="code">${definition.id}</span>`)}</dl>
<p class="downloads">${view.say("download")}${figureFiles(view, definition.id)}</p>
${embedCode(view, figure)}</aside>`;
}

function kindText(view: View, definition: FigureOfSite["definition"]): string {
  if (definition.kind === "formula") return view.say("kindFormula");
  if (isStock(view.site, definition)) return view.say("kindStock");
  return view.say(definition.neverSum?.over.includes("year") ? "kindApart" : "kindFlow");
}

/** How often an indicator is told, in the words of the site. */
export const FREQUENCIES = { day: "daily", month: "monthly", quarter: "quarterly", year: "yearly" } as const;
const LEVELS = { district: "toDistrict", township: "toTownship", village: "toVillage" } as const;
