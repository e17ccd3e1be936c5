import { addresses, files } from "../address.ts";
import { asOf, asOfText } from "../as-of.ts";
import { yearChart } from "../figure/by-year.ts";
import { attribute, type Html, html } from "../html.ts";
import { absolute, demonstrationNote, LANGUAGE_TAGS, POLICY, siteTitle } from "../layout.ts";
import { notesText } from "../notes.ts";
import { largeValue, placeText } from "../show.ts";
import { type FigureOfSite, registersUnder } from "../site.ts";
import type { View } from "../view.ts";

/**
 * A figure to be shown within somebody else's page: its value, its years, where they come from, and the ways to their
 * proof and to the checkpoint. It runs nothing, and its links open apart from the page around it. A whole document,
 * because the frame of the other pages is not for it.
 */
export function embedDocument(view: View, figure: FigureOfSite): string {
  const { definition, observations } = figure;
  const until = asOf(view.site, registersUnder(view.site, definition));
  const title = view.words(definition.title);
  const page = addresses.figure(definition.id);
  const latest = observations.latest();
  const notes = latest === undefined ? "" : notesText(view, definition, latest);
  return html`<!doctype html>
<html lang="${LANGUAGE_TAGS[view.language]}">
<head>
<meta charset="utf-8">
<title>${title} - ${siteTitle(view)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="stylesheet" href="${view.file(files.embedStyle)}">
<link rel="canonical" href="${absolute(view, view.language, page)}">
</head>
<body class="embed">
<main>
${demonstrationNote(view)}<h1>${link(view.page(page), title)}</h1>
${
  latest !== undefined &&
  html`<p class="headline">${largeValue(view, definition, latest)} <span class="when">${placeText(view, definition, latest)}</span></p>
${notes !== "" && html`<p class="note">${notes}</p>`}`
}
${yearChart(view, figure)}
</main>
<footer>
<p>${view.say("embedSource", { site: siteTitle(view) })} ${link(view.page(page), view.say("embedMore"))} ${link(`${view.page(addresses.verify)}?figure=${encodeURIComponent(definition.id)}`, view.say("embedVerify"))}</p>
${
  until &&
  html`<p>${view.say("asOf", { entry: asOfText(view, until) })} ${link(`${view.page(addresses.verify)}#checkpoint`, view.say("releaseOfPage"))}</p>
`
}</footer>
</body>
</html>
`.text;
}

/** What somebody copies into a page of their own, on the figure's page. */
export function embedCode(view: View, { definition }: FigureOfSite): Html {
  const { id } = definition;
  const address = absolute(view, view.language, addresses.embed(id));
  const title = `${view.words(definition.title)} - ${siteTitle(view)}`;
  const code = html`<iframe src="${address}" title="${title}" width="100%" height="700" loading="lazy"${attribute("style", "border:0")}></iframe>`;
  return html`<details class="embedding"><summary>${view.say("embed")}</summary>
<p class="note" id="embed-note">${view.say("embedText")} <a href="${view.page(addresses.embed(id))}">${view.say("embedLook")}</a></p>
<textarea readonly rows="6" aria-label="${view.say("embed")}" aria-describedby="embed-note">${code.text}</textarea>
</details>
`;
}

/** Within a frame a link would show the whole site in it. */
function link(way: string, text: string): Html {
  return html`<a href="${way}" target="_blank" rel="noopener">${text}</a>`;
}
