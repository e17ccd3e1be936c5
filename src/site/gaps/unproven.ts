import { addresses } from "../address.ts";
import { type Html, html, joined } from "../html.ts";
import { asWritten } from "../show.ts";
import type { View } from "../view.ts";

/** What the reports of this language say and no record proves: words without a figure, and numbers out of documents. */
export function unproven(view: View): Html {
  return html`<section aria-labelledby="unproven"><h2 id="unproven">${view.say("gapsUnproven")}</h2>
${statements(view)}
${cited(view)}</section>`;
}

/** Statements that could be measured and give no figure, each with the figures that could prove it. */
function statements(view: View): Html {
  const { site, language } = view;
  const found = site.edition.unproven.filter((it) => it.language === language);
  if (found.length === 0) return html`<p>${view.say("gapsNoneVague")}</p>`;
  return html`<p>${view.say("gapsVagueWhy", { count: found.length })}</p>
<ul class="revisions">
${found.map(({ report, text, line, indicators }) => {
  const known = indicators.flatMap((it) => site.indicators.get(it) ?? []);
  return html`<li><p><strong>${asWritten(view, text)}</strong> <a class="note" href="${view.page(addresses.report(report))}">${view.say("gapsLine", { line })}</a></p>
${
  known.length > 0 &&
  html`<p class="note">${view.say("gapsCouldProve")}${joined(
    known.map((it) => html`<a href="${view.page(addresses.figure(it.id))}">${view.words(it.title)}</a>`),
    view.say("listComma"),
  )}</p>
`
}</li>
`;
})}</ul>`;
}

/** Numbers that stand in a document and in no register. */
function cited(view: View): Html {
  const { site, language } = view;
  const { documents } = site.edition.pack;
  const found = site.edition.reports
    .filter((it) => it.language === language)
    .flatMap(({ id, citations }) => citations.map((it) => ({ report: id, ...it })));
  if (found.length === 0) return html`<p>${view.say("gapsNoneCited")}</p>`;
  const byDocument = Map.groupBy(found, (it) => it.document);
  return html`<p>${view.say("gapsCitedWhy", { count: found.length })}</p>
<ul class="revisions">
${[...byDocument].map(([id, citations]) => {
  const document = documents.find((it) => it.id === id);
  return html`<li><p><strong>${document === undefined ? id : view.words(document.title)}</strong></p>
<p>${joined(
    citations.map(
      ({ report, number, text }) =>
        html`<a href="${view.page(addresses.report(report))}#c${number}">${asWritten(view, text)}</a>`,
    ),
    view.say("listComma"),
  )}</p></li>
`;
})}</ul>`;
}
