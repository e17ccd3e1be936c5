import { attribute, type Html, html } from "../html.ts";
import { countText } from "../show.ts";
import type { View } from "../view.ts";

/** The ways from one page of many to the first, the one before, the next and the last; nothing where it is alone. */
export function pager(
  view: View,
  number: number,
  pages: number,
  address: (page: number) => string,
): Html | null {
  if (pages <= 1) return null;
  const way = (page: number, text: string, rel?: string) =>
    html`<li><a href="${view.page(address(page))}"${attribute("rel", rel)}>${text}</a></li>
`;
  return html`<nav class="pager" aria-label="${view.say("pages")}">
<p>${view.say("pageOf", { number: countText(number), pages: countText(pages) })}</p>
<ul>
${number > 1 && [way(1, view.say("pageFirst")), way(number - 1, view.say("pageBefore"), "prev")]}${
  number < pages && [way(number + 1, view.say("pageNext"), "next"), way(pages, view.say("pageLast"))]
}</ul>
</nav>`;
}
