import { addresses, files } from "../address.ts";
import { figuresByRegister } from "../by-register.ts";
import { type Html, html } from "../html.ts";
import { tableOf } from "../table.ts";
import type { Page, View } from "../view.ts";
import type { TextKey } from "../words.ts";

/** Everything that can be downloaded: the whole, the code lists, what programs read, and each figure alone. */
export function dataPage(view: View): Page {
  return {
    address: addresses.data,
    title: view.say("data"),
    description: view.say("dataLead"),
    main: html`<header><h1>${view.say("data")}</h1>
<p class="lead">${view.say("dataLead")}</p></header>
<ul class="cards wide-cards">
${card(view, "dataFigures", "dataFiguresText", [
  ["Excel", files.observationsXlsx],
  ["CSV", files.observationsCsv],
  ["JSON", files.observationsJson],
  ["SDMX-CSV", files.observationsSdmx],
])}${card(view, "dataTownships", "dataTownshipsText", [
  ["Excel", files.townshipsXlsx],
  ["CSV", files.townshipsCsv],
  ["JSON", files.townshipsJson],
])}${card(view, "dataLists", "dataListsText", [
  [view.say("dataIndicators"), files.indicatorsCsv],
  [view.say("dataAreas"), files.areasCsv],
])}${card(view, "dataRules", "dataRulesText", [["CSV", files.rulesCsv]])}${card(
  view,
  "dataDescriptions",
  "dataDescriptionsText",
  [
    [view.say("dataPackage"), files.dataPackage],
    [view.say("catalog"), files.catalog],
    [view.say("feed"), files.feed[view.language]],
  ],
)}</ul>
<section aria-labelledby="per-figure"><h2 id="per-figure">${view.say("perFigure")}</h2>
<div class="files-of-all">
${figuresByRegister(view).map(({ id, title, figures }) =>
  tableOf({
    id,
    caption: title,
    corner: view.say("indicator"),
    kind: "files",
    columns: [{ head: view.say("dataFiles") }],
    rows: figures.map(({ definition }) => ({
      head: html`<a href="${view.page(addresses.figure(definition.id))}">${view.words(definition.title)}</a>`,
      cells: [{ content: html`<span class="downloads">${figureFiles(view, definition.id)}</span>` }],
    })),
  }),
)}</div>
</section>`,
  };
}

/** The ways to one figure's files. */
export function figureFiles(view: View, id: string): Html {
  return html`<a href="${view.file(files.figureXlsx(id))}" download>Excel</a> <a href="${view.file(files.figureCsv(id))}" download>CSV</a> <a href="${view.file(files.figureJson(id))}" download>JSON</a>`;
}

function card(
  view: View,
  title: TextKey,
  text: TextKey,
  ways: readonly (readonly [name: string, path: string])[],
): Html {
  return html`<li class="card"><h2>${view.say(title)}</h2>
<p>${view.say(text)}</p>
<p class="downloads">${ways.map(([name, path]) => html`<a href="${view.file(path)}">${name}</a> `)}</p></li>
`;
}
