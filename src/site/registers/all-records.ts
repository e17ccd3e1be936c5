import type { RegisterDefinition } from "../../registers/index.ts";
import { addresses } from "../address.ts";
import { type Html, html } from "../html.ts";
import { pagesFor, RECORDS_ON_PAGE } from "../records/address.ts";
import { countText } from "../show.ts";
import type { View } from "../view.ts";

/** The ways to the pages on which an open register's records stand with their histories. */
export function allRecords(view: View, { name }: RegisterDefinition): Html | null {
  const pages = recordPages(view, name);
  return (
    pages &&
    html`<section aria-labelledby="all-records"><h2 id="all-records">${view.say("allRecords")}</h2>
${pages}</section>`
  );
}

/** How many records a register shows, and the ways to the first and the last page of them; nothing of a sealed one. */
export function recordPages(view: View, name: string): Html | null {
  const count = view.site.records.get(name)?.count ?? 0;
  if (count === 0) return null;
  const last = pagesFor(count);
  return html`<p>${view.say("allRecordsLead", { count, each: RECORDS_ON_PAGE })}</p>
<p class="downloads"><a href="${view.page(addresses.records(name, 1))}">${view.say("recordsFirst")}</a>${
    last > 1 &&
    html` <a href="${view.page(addresses.records(name, last))}">${view.say("recordsLast")}${view.say("inBrackets", { text: countText(last) })}</a>`
  }</p>
`;
}
