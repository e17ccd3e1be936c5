import { addresses } from "./address.ts";
import { html } from "./html.ts";
import { searchBox } from "./search/box.ts";
import type { Page, View } from "./view.ts";
import { textOf } from "./words.ts";

/** What a server shows for an address that leads nowhere. It may be shown at any depth: its ways start at the root. */
export function notFoundPage(view: View): Page {
  return {
    address: "404.html",
    title: view.say("notFound"),
    description: view.say("notFoundText"),
    passing: true,
    main: html`<header><h1>${view.say("notFound")}</h1>
<p class="lead">${view.say("notFoundText")}</p>
<p lang="en">${textOf("en", "notFoundText")} <a href="${view.inLanguage("en")}" hreflang="en">${textOf("en", "firstPage")}</a></p></header>
${searchBox(view, "lost")}<ul class="jump">
<li><a href="${view.page(addresses.home)}">${view.say("firstPage")}</a></li>
<li><a href="${view.page(addresses.figures)}">${view.say("figures")}</a></li>
<li><a href="${view.page(addresses.registers)}">${view.say("registers")}</a></li>
</ul>`,
  };
}
