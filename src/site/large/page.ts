import { addresses, files } from "../address.ts";
import { html } from "../html.ts";
import { demonstrationNote, LANGUAGE_TAGS, POLICY, siteTitle, whereIn } from "../layout.ts";
import type { View } from "../view.ts";

/**
 * The edition in large type (适老版): the site itself in a frame that shows it half as large again, so that running text
 * is never below 18 points. Every page stays large from link to link, without a script, without a second copy of any
 * page.
 */
export function largeDocument(view: View): string {
  const title = view.say("largeTitle");
  return html`<!doctype html>
<html lang="${LANGUAGE_TAGS[view.language]}">
<head>
<meta charset="utf-8">
<title>${title} - ${siteTitle(view)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${view.say("largeDescription")}">
<meta http-equiv="Content-Security-Policy" content="${POLICY}; frame-src 'self'">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${view.file(files.largeStyle)}">
<link rel="icon" type="image/svg+xml" href="${view.file(files.icon)}">
${whereIn(view, addresses.large)}</head>
<body class="large">
<header>${demonstrationNote(view)}<h1>${title}</h1> <a href="${view.page(addresses.home)}">${view.say("largeLeave")}</a></header>
<main><iframe src="${view.page(addresses.home)}index.html" title="${siteTitle(view)}"></iframe></main>
</body>
</html>
`.text;
}
