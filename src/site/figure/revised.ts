import type { Revision } from "../edition.ts";
import { proofLink } from "../entries.ts";
import { type Html, html, joined } from "../html.ts";
import { entryWay } from "../records/address.ts";
import { asWritten, countText, numberText } from "../show.ts";
import { placePieces } from "../show-area.ts";
import type { FigureOfSite } from "../site.ts";
import type { View } from "../view.ts";

/** What was published of this figure and has changed since: before, after, why, and who had stated it. */
export function revised(view: View, { definition }: FigureOfSite): Html {
  const revisions = view.site.edition.revisions.filter((it) => it.observation.indicator === definition.id);
  return html`<section aria-labelledby="revised">
<h2 id="revised">${view.say("revisions")}</h2>
${
  revisions.length === 0 ? html`<p>${view.say("noRevisions")}</p>` : revisionList(view, definition, revisions)
}
</section>`;
}

/** A change in one village moves every sum above it: the district's own stand first, the others behind a fold. */
function revisionList(
  view: View,
  definition: FigureOfSite["definition"],
  revisions: readonly Revision[],
): Html {
  const list = (some: readonly Revision[]) =>
    html`<ul class="revisions">
${some.map((it) => revision(view, definition, it))}</ul>`;
  const { district } = view.site.areas;
  const [first = [], rest = []] = [true, false].map((own) =>
    revisions.filter(({ observation: { area, breakdown } }) => {
      const total = area === district && Object.keys(breakdown).length === 0;
      return total === own;
    }),
  );
  if (first.length === 0) return list(rest);
  return html`${list(first)}${
    rest.length > 0 &&
    html`<details><summary>${view.say("otherRevisions", { count: rest.length })}</summary>
${list(rest)}</details>`
  }`;
}

/** One revision as an item of a list: what, before and after, the entries behind it, the sentences that stated it. */
export function revision(
  view: View,
  definition: FigureOfSite["definition"],
  { release, observation, before, after, untold, entries, sentences }: Revision,
  title?: Html,
): Html {
  const value = (it: string | null) =>
    it === null ? view.say("noValue") : numberText(it, definition.decimals);
  const change = html`<span class="change"><del><span class="hidden">${view.say("before")} </span>${value(before)}</del> → <ins><span class="hidden">${view.say("after")} </span>${value(after)}</ins></span>`;
  return html`<li>
<p>${title && [title, " "]}<strong>${placePieces(view, definition, observation)}</strong> ${untold ? view.say("changedUntold") : change} <span class="note">${view.say("inRelease", { number: release })}</span></p>
${reasons(view, entries)}${
  sentences.length > 0 &&
  html`<p class="note">${view.say("hadStated")}</p>
<ul class="quotes">${sentences.map((it) => html`<li><blockquote>${asWritten(view, it)}</blockquote></li>`)}</ul>
`
}</li>
`;
}

/** The reasons that were given, each with its entry; those that need none (a record opened or advanced) by their places. */
function reasons(view: View, entries: Revision["entries"]): Html | null {
  const given = entries.filter(({ reason }) => reason !== "");
  const others = entries.filter(({ reason }) => reason === "");
  if (entries.length === 0) return null;
  return html`<ul class="reasons">${given.map(
    ({ reason, position }) =>
      html`<li>${asWritten(view, reason)} ${entryLink(view, position)} <span class="note">${proofLink(view, position)}</span></li>`,
  )}${
    others.length > 0 &&
    html`<li>${view.say("recordsMoved", { count: others.length })}${view.say("colon")}${joined(
      others.map(({ position }) => entryLink(view, position)),
      view.say("listComma"),
    )}</li>`
  }</ul>
`;
}

/** Where an entry stands in the log; a way to it in the history of its record. */
function entryLink(view: View, position: number): Html {
  const text = view.say("entryNumber", { position: countText(position) });
  const way = entryWay(view, position);
  return html`<span class="note piece">${way === undefined ? text : html`<a href="${way}">${text}</a>`}</span>`;
}
