import { addresses } from "../address.ts";
import { type Html, html } from "../html.ts";
import type { View } from "../view.ts";

/** The box for a query: a plain form, which leads to the search's own page. */
export function searchBox(view: View, id: string): Html {
  return html`<form class="search" role="search" action="${view.page(addresses.search)}"><label for="q-${id}">${view.say("searchLabel")}</label>
<div><input id="q-${id}" name="q" type="search" maxlength="200" autocomplete="off" enterkeyhint="search"> <button>${view.say("search")}</button></div></form>
`;
}
