import { attribute, type Html, html } from "../html.ts";
import { countText } from "../show.ts";
import type { View } from "../view.ts";

/**
 * The ways from one page of many to the first, the one before and the next; nothing where it is alone. How many there
 * are is told where they are listed: a page that told it would change with every one that is added.
 */
export function pager(
  view: View,
  number: number,
  isLast: boolean,
  address: (page: number) => string,
): Html | null {
  if (number === 1 && isLast) return null;
  const way = (page: number, text: string, rel?: string) =>
    html`<li><a href="${view.page(address(page))}"${attribute("rel", rel)}>${text}</a></li>
`;
  return html`<nav class="pager" aria-label="${view.say("pages")}">
<p>${view.say("pageNumber", { number: countText(number) })}</p>
<ul>
${number > 1 && [way(1, view.say("pageFirst")), way(number - 1, view.say("pageBefore"), "prev")]}${
  !isLast && way(number + 1, view.say("pageNext"), "next")
}</ul>
</nav>`;
}
