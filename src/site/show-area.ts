import { addresses } from "./address.ts";
import { type Html, html, type Part } from "./html.ts";
import { areaText } from "./show.ts";
import type { View } from "./view.ts";

/** An area's name, leading to its page where it has one. */
export function areaLink(view: View, code: string, name: Part = areaText(view, code)): Html {
  return view.site.areaPages.has(code)
    ? html`<a href="${view.page(addresses.area(code))}">${name}</a>`
    : html`${name}`;
}
