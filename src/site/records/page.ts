import type { RegisterDefinition } from "../../registers/index.ts";
import { addresses } from "../address.ts";
import { type Html, html } from "../html.ts";
import { countText } from "../show.ts";
import type { Page, View } from "../view.ts";
import { RECORDS_ON_PAGE } from "./address.ts";
import { pager } from "./pager.ts";
import { type PublicRecord, record } from "./record.ts";

/**
 * One page of an open register's records, in the order in which they were opened. It tells nothing of the release that
 * it is published with, and not how many pages there are, so that it changes only where one of its records does, or where
 * it is no longer the last.
 */
export function recordsPage(
  view: View,
  register: RegisterDefinition,
  number: number,
  isLast: boolean,
  records: readonly PublicRecord[],
): Page {
  const [first, last] = [(number - 1) * RECORDS_ON_PAGE + 1, (number - 1) * RECORDS_ON_PAGE + records.length];
  const name = view.words(register.title);
  const title = view.say("recordsTitle", { register: name, first: countText(first), last: countText(last) });
  return {
    address: addresses.records(register.name, number),
    title,
    description: view.say("recordsDescription", { register: name }),
    section: "registers",
    trail: [
      { title: view.say("registers"), address: addresses.registers },
      { title: name, address: addresses.register(register.name) },
    ],
    main: html`<header><h1>${title}</h1>
<p class="lead">${view.say("recordsLead")}</p>
<p class="note">${sealedNote(view, register)}${view.say("recordsProve")}<a href="${view.page(addresses.verify)}">${view.say("verify")}</a></p></header>
${records.map((it) => record(view, register, it))}
${pager(view, number, isLast, (page) => addresses.records(register.name, page))}`,
  };
}

function sealedNote(view: View, register: RegisterDefinition): Html | null {
  const sealed = Object.values(register.fields).filter((it) => it.sealed === true);
  if (sealed.length === 0) return null;
  const names = sealed.map((it) => view.words(it.title)).join(view.say("listComma"));
  return html`${view.say("recordsSealed", { fields: names })}`;
}
