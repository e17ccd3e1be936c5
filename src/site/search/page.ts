import { addresses } from "../address.ts";
import { html } from "../html.ts";
import type { Page, View } from "../view.ts";
import { searchBox } from "./box.ts";
import { everything } from "./everything.ts";
import { exampleList } from "./examples.ts";
import { periodsSearched } from "./values.ts";
import { whenTables } from "./when.ts";

/**
 * The search: a list of all that the site has, in which a browser's own find works. Where scripts run, a query picks
 * out of that list and shows values at once. The query stands in the address, `?q=…`.
 */
export function searchPage(view: View): Page {
  return {
    address: addresses.search,
    title: view.say("searchTitle"),
    description: view.say("searchDescription"),
    scripts: ["search"],
    main: html`<header><h1>${view.say("searchTitle")}</h1>
<p class="lead">${view.say("searchLead")}</p></header>
${searchBox(view, "here")}
${exampleList(view)}<p id="found-status" class="result" role="status"></p>
<div id="found" data-district="${view.site.areas.district}" data-periods="${periodsSearched(view.site).join(" ")}" data-when="${JSON.stringify(whenTables(view))}"></div>
<div id="everything">
<p class="note" id="everything-note">${view.say("searchAll")}</p>
${everything(view)}
</div>`,
  };
}
