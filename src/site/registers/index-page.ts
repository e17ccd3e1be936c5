import { addresses } from "../address.ts";
import { html } from "../html.ts";
import { countText } from "../show.ts";
import { tableOf } from "../table.ts";
import type { Page, View } from "../view.ts";

/** All registers: what each holds, who answers for it, how much of it is public. */
export function registersPage(view: View): Page {
  const { edition } = view.site;
  return {
    address: addresses.registers,
    title: view.say("registers"),
    description: view.say("registersLead"),
    section: "registers",
    main: html`<header><h1>${view.say("registers")}</h1>
<p class="lead">${view.say("registersLead")}</p></header>
${tableOf({
  id: "registers",
  caption: view.say("registers"),
  captionHidden: true,
  kind: "listing",
  corner: view.say("register"),
  columns: [
    { head: view.say("visibility"), short: true },
    { head: view.say("records"), numeric: true },
    { head: view.say("entries"), numeric: true },
  ],
  rows: edition.pack.registers.map((it) => {
    const summary = edition.registers.find(({ register }) => register === it.name);
    return {
      head: html`<a href="${view.page(addresses.register(it.name))}">${view.words(it.title)}</a><br><small>${view.words(it.owner)}</small>`,
      cells: [
        { content: view.say(it.visibility) },
        { content: countText(summary?.records ?? 0) },
        { content: countText(summary?.entries ?? 0) },
      ],
    };
  }),
})}`,
  };
}
