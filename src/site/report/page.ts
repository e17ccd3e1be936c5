import { type BoundReport, renderHtml } from "../../reports/index.ts";
import { addresses, bindingAnchor } from "../address.ts";
import { type Html, html, trusted } from "../html.ts";
import { absolute } from "../layout.ts";
import { notesText } from "../notes.ts";
import { dateText } from "../periods.ts";
import { observationLink, placeText, valueText } from "../show.ts";
import { known } from "../site.ts";
import { tableOf } from "../table.ts";
import type { Page, View } from "../view.ts";
import { reportChart } from "./chart.ts";
import { outlineOf, titleOf, withAnchors } from "./outline.ts";

/** A report: its prose with every number a link to what proves it, its charts, and a list of both its sources. */
export function reportPage(view: View, report: BoundReport): Page {
  const title = titleOf(report);
  return {
    address: addresses.report(report.id),
    title,
    description: view.say("reportDescription", {
      district: view.words(view.site.edition.pack.district.name),
      count: report.bindings.length,
    }),
    section: "report",
    main: html`<header class="report-head"><h1>${title}</h1>
<p class="lead">${view.say("reportLead", { count: report.bindings.length })}</p></header>
<div class="with-contents">
${contents(view, report)}
<article class="prose">
${trusted(body(view, report))}
${numbers(view, report)}
${documents(view, report)}
</article>
</div>`,
  };
}

/** Where a report's document is described. */
export function documentAnchor(id: string): string {
  return `document-${id}`;
}

function body(view: View, report: BoundReport): string {
  return renderHtml(
    { ...report, tree: withAnchors(report.tree) },
    {
      hrefOf: ({ observation }) => observationLink(view, observation),
      hrefOfDocument: ({ document }) => `#${documentAnchor(document)}`,
      chart: (request) => reportChart(view, request).text,
    },
  ).replace(
    // the author's own tables alone: a chart's has its frame already
    /<table>.*?<\/table>/gs,
    (table) =>
      `<div class="scroll" role="region" tabindex="0" aria-label="${view.say("asTable")}">${table.replace("<table>", '<table class="wide">')}</div>`,
  );
}

function contents(view: View, report: BoundReport): Html | null {
  const parts = outlineOf(report);
  if (parts.length < 2) return null;
  return html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">${view.say("contents")}</h2>
<ol>
${parts.map(
  ({ title, anchor, sections }) => html`<li><a href="#${anchor}">${title}</a>${
    sections.length > 0 &&
    html`<ol>${sections.map((it) => html`<li><a href="#${it.anchor}">${it.title}</a></li>`)}</ol>`
  }</li>
`,
)}<li><a href="#numbers">${view.say("numbersOfReport")}</a></li>
</ol></nav>`;
}

function numbers(view: View, { bindings }: BoundReport): Html {
  return html`<section class="sources" aria-labelledby="numbers"><h2 id="numbers">${view.say("numbersOfReport")}</h2>
<p class="printed note">${view.say("numbersPrinted")}<span class="code">${absolute(view, view.language, addresses.figure("…"))}</span></p>
<details><summary>${view.say("numbersCaption")}</summary>
${tableOf({
  id: "numbers-table",
  caption: view.say("numbersCaption"),
  captionHidden: true,
  kind: "numbers",
  corner: view.say("asWritten"),
  columns: [{ head: view.say("indicator") }, { head: view.say("value"), numeric: true }],
  rows: bindings.map(({ number, text, observation }) => {
    const { definition } = known(view.site.figures, observation.indicator);
    const notes = notesText(view, definition, observation);
    return {
      head: html`<a href="#${bindingAnchor(number)}">${text}</a>`,
      cells: [
        {
          content: html`<a href="${view.page(addresses.figure(definition.id))}">${view.words(definition.title)}</a><br><small>${placeText(view, definition, observation)}${notes !== "" && [view.say("semicolon"), notes]}</small><span class="printed code">${definition.id}</span>`,
        },
        {
          content: html`<a href="${observationLink(view, observation)}">${valueText(view, definition, observation)}</a>`,
        },
      ],
    };
  }),
})}
</details>
</section>`;
}

function documents(view: View, { citations }: BoundReport): Html | null {
  const cited = view.site.edition.pack.documents.filter((it) =>
    citations.some(({ document }) => document === it.id),
  );
  if (cited.length === 0) return null;
  return html`<section class="sources" aria-labelledby="documents"><h2 id="documents">${view.say("documents")}</h2>
<ul>
${cited.map(
  (
    it,
  ) => html`<li id="${documentAnchor(it.id)}">${view.words(it.title)}${it.number !== undefined && view.say("inBrackets", { text: it.number })}${view.say("comma")}${view.words(it.issuer)}${view.say("comma")}${dateText(view, it.date)}
<span class="note">${view.say("citedFor", {
    texts: citations
      .filter(({ document }) => document === it.id)
      .map(({ text }) => text)
      .join(view.say("listComma")),
  })}</span></li>
`,
)}</ul>
</section>`;
}
