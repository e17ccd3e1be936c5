import type { RegisterDefinition } from "../../registers/index.ts";
import { addresses, files } from "../address.ts";
import { contentsOf } from "../contents.ts";
import type { RegisterSummary } from "../edition.ts";
import { entriesOf } from "../entries.ts";
import { type Html, html, joined } from "../html.ts";
import { countText } from "../show.ts";
import { registersUnder } from "../site.ts";
import { tableOf } from "../table.ts";
import type { Page, View } from "../view.ts";
import { allRecords } from "./all-records.ts";
import { checks } from "./checks.ts";
import { deadlines } from "./deadlines.ts";
import { fieldTypeText } from "./field-type.ts";
import { latestRecords } from "./latest.ts";
import { light } from "./light.ts";
import { lifecycle } from "./states.ts";
import { waits } from "./waits.ts";

/** The page of one register: what it holds, by which rules, how many, and what of it can be seen. */
export function registerPage(view: View, register: RegisterDefinition): Page {
  const title = view.words(register.title);
  const summary = view.site.edition.registers.find((it) => it.register === register.name);
  const sections = [
    lifecycle(view, register, summary),
    deadlines(view, register),
    waits(view, register),
    light(view, register),
    checks(view, register),
    fields(view, register),
    indicators(view, register),
    summary !== undefined && latestRecords(view, register, summary),
    allRecords(view, register),
    html`<section aria-labelledby="entries"><h2 id="entries">${view.say("entriesInLog")}</h2>
${entriesOf(view, register.name)}</section>`,
  ];
  return {
    address: addresses.register(register.name),
    title,
    description: view.words(register.description),
    section: "registers",
    registers: [register.name],
    trail: [{ title: view.say("registers"), address: addresses.registers }],
    main: html`<div class="with-aside">
<header><h1>${title}</h1>
<p class="lead">${view.words(register.description)}</p></header>
<div class="side">
${registerFacts(view, register, summary)}
${contentsOf(view, sections)}
</div>
<div class="body">
${joined(sections, "\n")}
</div>
</div>`,
  };
}

function registerFacts(view: View, register: RegisterDefinition, summary: RegisterSummary | undefined): Html {
  return html`<aside class="facts" aria-labelledby="facts">
<h2 id="facts">${view.say("facts")}</h2>
<dl>
<div><dt>${view.say("records")}</dt><dd>${countText(summary?.records ?? 0)}</dd></div>
<div><dt>${view.say("entries")}</dt><dd>${countText(summary?.entries ?? 0)}</dd></div>
<div><dt>${view.say("visibility")}</dt><dd><strong>${view.say(register.visibility)}</strong>${view.say("fullStop")}${view.say(register.visibility === "open" ? "openMeans" : "sealedMeans")}</dd></div>
<div><dt>${view.say("owner")}</dt><dd>${view.words(register.owner)}</dd></div>
<div><dt>${view.say("source")}</dt><dd>${view.words(register.source)}</dd></div>
<div><dt>${view.say("recordKey")}</dt><dd>${view.words(register.key.title)}</dd></div>
<div><dt>${view.say("identifier")}</dt><dd><span class="code">${register.name}</span></dd></div>
</dl>
<p class="downloads">${view.say("definitionAndPositions")}<a href="${view.file(files.registerJson(register.name))}" download>JSON</a></p>
</aside>`;
}

function fields(view: View, register: RegisterDefinition): Html {
  return html`<section aria-labelledby="fields"><h2 id="fields">${view.say("fields")}</h2>
${tableOf({
  id: "fields-table",
  caption: view.say("fieldsOf", { register: view.words(register.title) }),
  captionHidden: true,
  corner: view.say("field"),
  kind: "fields",
  columns: [{ head: view.say("valueType") }, { head: view.say("shownToPublic"), short: true }],
  rows: Object.entries(register.fields).map(([name, field]) => ({
    head: html`${view.words(field.title)}<br><small class="code">${name}</small>`,
    cells: [
      {
        content: [
          fieldTypeText(view, field),
          field.optional && html`<br><small>${view.say("optional")}</small>`,
        ],
      },
      {
        content: view.say(
          register.visibility === "sealed" || field.sealed === true ? "fieldSealed" : "fieldOpen",
        ),
      },
    ],
  })),
})}
</section>`;
}

function indicators(view: View, register: RegisterDefinition): Html | null {
  const { pack } = view.site.edition;
  const own = pack.indicators.filter((it) => registersUnder(view.site, it).includes(register.name));
  if (own.length === 0) return null;
  return html`<section aria-labelledby="indicators"><h2 id="indicators">${view.say("indicatorsFrom")}</h2>
<ul class="columns">
${own.map(
  (it) => html`<li><a href="${view.page(addresses.figure(it.id))}">${view.words(it.title)}</a></li>
`,
)}</ul></section>`;
}
