import { addresses, files } from "../address.ts";
import { html } from "../html.ts";
import type { Page, View } from "../view.ts";
import { ruleInWords, verdictSummary } from "./verdict.ts";

/** All reconciliations, each with its two sides and what its checks came to. */
export function rulesPage(view: View): Page {
  const { rules } = view.site.edition.pack;
  return {
    address: addresses.rules,
    title: view.say("rules"),
    description: view.say("rulesLead"),
    section: "rules",
    main: html`<header><h1>${view.say("rulesTitle")}</h1>
<p class="lead">${view.say("rulesLead")}</p></header>
<ol class="cards checked">
${rules.map(
  (rule) => html`<li class="card">
<h2><a href="${view.page(addresses.rule(rule.id))}">${view.words(rule.title)}</a></h2>
<p class="formula">${ruleInWords(view, rule)}</p>
<p>${verdictSummary(view, rule)}</p>
</li>
`,
)}</ol>
<p class="downloads">${view.say("everyCheck")}<a href="${view.file(files.rulesCsv)}" download>CSV</a></p>`,
  };
}
