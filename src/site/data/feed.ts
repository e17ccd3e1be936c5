import type { Language } from "../../issue/index.ts";
import { addresses, files } from "../address.ts";
import { html } from "../html.ts";
import { absolute, LANGUAGE_TAGS, siteTitle } from "../layout.ts";
import { dateText } from "../periods.ts";
import type { Site } from "../site.ts";
import { viewOf } from "../view.ts";

/** The releases, newest first, as a feed (RFC 4287) that a reader subscribes to. */
export function feed(site: Site, language: Language): string {
  const { edition } = site;
  const view = viewOf(site, language, addresses.home);
  const home = absolute(view, language, addresses.home);
  const revised = edition.revisions.filter((it) => it.release === edition.number).length;
  return html`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${LANGUAGE_TAGS[language]}">
<id>${home}</id>
<title>${siteTitle(view)}</title>
<link rel="alternate" type="text/html" href="${home}"/>
<link rel="self" type="application/atom+xml" href="https://${edition.pack.district.host}/${files.feed[language]}"/>
<updated>${edition.recorded}</updated>
<author><name>${view.words(edition.pack.district.name)}</name></author>
${
  edition.pack.demonstration &&
  html`<subtitle>${view.words(edition.pack.demonstration)}</subtitle>
`
}${[edition, ...edition.predecessors].map(
  ({ number, position, root, recorded }) => html`<entry>
<id>${home}#release-${number}</id>
<title>${view.say("releaseNumber", { number })}${view.say("comma")}${dateText(view, recorded)}</title>
<link rel="alternate" type="text/html" href="${home}"/>
<updated>${recorded}</updated>
<summary>${view.say("releaseCovers", { entries: position, root })}${
    number === edition.number && revised > 0 && ` ${view.say("releasedWith", { count: revised })}`
  }</summary>
</entry>
`,
)}</feed>
`.text;
}
