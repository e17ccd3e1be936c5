import type { Language } from "../issue/index.ts";
import { addresses, files } from "./address.ts";
import { asOf, asOfText } from "./as-of.ts";
import { attribute, type Html, html } from "./html.ts";
import { lens, seal } from "./icon.ts";
import { folders, type Page, type Section, type View } from "./view.ts";

/** The whole document of a page: its frame is the same everywhere, and a script is in it only where the page names one. */
export function documentOf(view: View, page: Page): string {
  const title = page.address === addresses.home ? page.title : `${page.title} - ${siteTitle(view)}`;
  return html`<!doctype html>
<html lang="${LANGUAGE_TAGS[view.language]}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${page.description}">
<meta http-equiv="Content-Security-Policy" content="${policyOf(page)}">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${view.file(files.style)}">
<link rel="icon" type="image/svg+xml" href="${view.file(files.icon)}">
${(page.scripts ?? []).map(
  (it) => html`<script defer src="${view.file(files.script(it))}"></script>
`,
)}${
  page.passing
    ? html`<meta name="robots" content="noindex">
`
    : addressesOf(view, page)
}</head>
<body>
<a class="skip" href="#main">${view.say("skip")}</a>
${header(view, page)}
<main id="main" tabindex="-1">
${trail(view, page)}${page.main}
</main>
${footer(view, page)}
</body>
</html>
`.text;
}

/** Where the page stands, and in which other languages. */
function addressesOf(view: View, { address }: Page): Html {
  return html`<link rel="alternate" type="application/atom+xml" href="${view.file(files.feed[view.language])}" title="${siteTitle(view)}">
${whereIn(view, address)}`;
}

/** The full address of a page, and those of the same page in every language. */
export function whereIn(view: View, address: string): Html {
  return html`<link rel="canonical" href="${absolute(view, view.language, address)}">
${LANGUAGES.map(
  (it) => html`<link rel="alternate" hreflang="${LANGUAGE_TAGS[it]}" href="${absolute(view, it, address)}">
`,
)}`;
}

/** That what is shown is made up, where it is: no document of the site is without it. */
export function demonstrationNote(view: View): Html | null {
  const { demonstration } = view.site.edition.pack;
  if (demonstration === undefined) return null;
  return html`<p class="demonstration"><strong>${view.words(demonstration)}</strong></p>
`;
}

/** What the site is called: `云岭区成绩单`. */
export function siteTitle(view: View): string {
  return view.say("siteTitle", { district: view.words(view.site.edition.pack.district.name) });
}

/** The full address of a page, for those who see it away from the site. */
export function absolute(view: View, language: Language, address: string): string {
  return `https://${view.site.edition.pack.district.host}/${folders[language]}${address}`;
}

/** The languages of the site, Chinese first. */
export const LANGUAGES = ["zh", "en"] as const;

/** The languages as HTML and XML name them. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en" };
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { zh: "中文", en: "English" };

/** Nothing but the site's own style sheet and pictures may be loaded, and nothing may run. */
export const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'";

/** A page with scripts may run the site's own, and these may read the site's own files: nothing of anybody else's. */
function policyOf({ scripts }: Page): string {
  return scripts === undefined ? POLICY : `${POLICY}; script-src 'self'; connect-src 'self'`;
}

function header(view: View, page: Page): Html {
  const { reports } = view.site.edition;
  const other = LANGUAGES.find((it) => it !== view.language) ?? "zh";
  const report = reports.find((it) => it.language === view.language);
  const sections: readonly (readonly [Section, string])[] = [
    ...(report === undefined ? [] : [["report", addresses.report(report.id)] as const]),
    ["figures", addresses.figures],
    ["areas", addresses.areas],
    ["registers", addresses.registers],
    ["rules", addresses.rules],
    ["verify", addresses.verify],
  ];
  return html`<header class="masthead">
${demonstrationNote(view)}<div class="bar">
<a class="brand" href="${view.page(addresses.home)}"${attribute("aria-current", page.address === addresses.home && "page")}>${seal} <span>${siteTitle(view)}</span></a>
<div class="ways"><a class="larger" href="${view.page(addresses.large)}" target="_top">${view.say("large")}</a>
<a class="find" href="${view.page(addresses.search)}"${attribute("aria-current", page.address === addresses.search && "page")}>${lens}<span>${view.say("search")}</span></a>
<a class="language" href="${view.inLanguage(other)}" hreflang="${LANGUAGE_TAGS[other]}" lang="${LANGUAGE_TAGS[other]}">${LANGUAGE_NAMES[other]}</a></div>
<nav aria-label="${view.say("navigation")}"><ul>
${sections.map(
  ([section, address]) =>
    html`<li><a href="${view.page(address)}"${attribute("aria-current", current(page, section, address))}>${view.say(section)}</a></li>
`,
)}</ul></nav>
</div>
</header>`;
}

/** The page itself, or that it lies somewhere below. */
function current(page: Page, section: Section, address: string): string | false {
  if (page.section !== section) return false;
  return page.address === address ? "page" : "true";
}

function trail(view: View, page: Page): Html | null {
  if (page.trail === undefined) return null;
  return html`<nav class="trail" aria-label="${view.say("trail")}"><ol>
${page.trail.map(
  (it) => html`<li><a href="${view.page(it.address)}">${it.title}</a></li>
`,
)}</ol></nav>
`;
}

/**
 * The foot of each page. It names no release, but leads to the page that does: so a page stays as it is, to the byte, in
 * every release in which nothing changed that it tells (docs/decisions/0035).
 */
function footer(view: View, page: Page): Html {
  const until = asOf(view.site, page.registers ?? []);
  return html`<footer class="colophon">
<div class="bar">
<p>${until && `${view.say("asOf", { entry: asOfText(view, until) })} `}<a class="piece" href="${view.page(addresses.verify)}#checkpoint">${view.say("releaseOfPage")}</a> <a class="piece" href="${view.page(addresses.verify)}">${view.say("howToVerify")}</a> <a href="${view.page(addresses.gaps)}">${view.say("gaps")}</a></p>
<p class="downloads">${view.say("allFigures")}<a href="${view.file(files.observationsXlsx)}">Excel</a> <a href="${view.file(files.observationsCsv)}">CSV</a> <a href="${view.file(files.observationsJson)}">JSON</a> <a href="${view.page(addresses.data)}">${view.say("data")}</a></p>
${
  !page.passing &&
  html`<p class="address">${view.say("stableAddress")}<span class="code">${absolute(view, view.language, page.address)}</span></p>
`
}</div>
</footer>`;
}
