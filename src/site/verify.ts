import { TILE_WIDTH, tilePath, tilesBetween } from "../ledger/index.ts";
import { addresses, files } from "./address.ts";
import { checkHere } from "./check/section.ts";
import { bundleOf } from "./entries.ts";
import { type Html, html, joined, type Part } from "./html.ts";
import { absolute } from "./layout.ts";
import { dateText } from "./periods.ts";
import { countText } from "./show.ts";
import { signedCheckpoint } from "./signed-checkpoint.ts";
import { tableOf } from "./table.ts";
import type { Page, View } from "./view.ts";
import type { TextKey } from "./words.ts";

/** How anybody can check this release, with our program and without it, and what such a check proves. */
export function verifyPage(view: View): Page {
  return {
    address: addresses.verify,
    title: view.say("verify"),
    description: view.say("verifyLead"),
    section: "verify",
    scripts: ["verify"],
    main: html`<header><h1>${view.say("verifyTitle")}</h1>
<p class="lead">${view.say("verifyLead")}</p></header>
${checkHere(view)}
${checkpoint(view)}
${withProgram(view)}
${withOneFile(view)}
${withoutProgram(view)}
${proves(view)}
${predecessors(view)}`,
  };
}

/**
 * What a reader types to check the signature and a file with tools that every system has. Ed25519 public keys
 * become a file for OpenSSL by the twelve bytes that RFC 8410 puts before them.
 */
export function plainCommands(site: string): { readonly signature: string; readonly file: string } {
  return {
    signature: `curl -fsSO ${site}log/checkpoint
curl -fsSO ${site}log/vkey
sed '/^$/,$d' checkpoint > text
sed -n 's/^— [^ ]* //p' checkpoint | head -n 1 | base64 -d | tail -c 64 > signature
(printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'
 cut -d+ -f3- vkey | base64 -d | tail -c 32) > key.der
openssl pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin -in text -sigfile signature`,
    file: `curl -fsS ${site}manifest.json | grep -o '"[^"]*observations.csv"[^}]*'
curl -fsS ${site}data/observations.csv | sha256sum`,
  };
}

function checkpoint(view: View): Html {
  const { edition } = view.site;
  const row = (name: TextKey, value: Part) => html`<div><dt>${view.say(name)}</dt><dd>${value}</dd></div>
`;
  return html`<section aria-labelledby="checkpoint"><h2 id="checkpoint">${view.say("checkpointOfRelease")}</h2>
<dl class="facts-list">
${row("release", view.say("releaseNumber", { number: edition.number }))}${row("recorded", dateText(view, edition.recorded))}${row("origin", html`<span class="code">${edition.origin}</span>`)}${row("entries", countText(edition.position))}${row("root", html`<span class="code">${edition.root}</span>`)}${row("verifierKey", html`<span class="code">${edition.verifierKey}</span>`)}${row(
  "logFiles",
  joined(
    [files.checkpoint, files.verifierKey, files.manifest].map((it) => fileLink(view, it)),
    " ",
  ),
)}${row("entryBundles", span(view, Math.ceil((edition.position + 1) / TILE_WIDTH), bundleOf))}${row("treeTiles", tiles(view))}</dl>
<p class="note">${signedCheckpoint(view)}</p>
<p class="note">${view.say("keyElsewhere")}</p>
</section>`;
}

function fileLink(view: View, path: string): Html {
  return html`<a class="code" href="${view.file(path)}">/${path}</a>`;
}

/** The first and the last of so many files of the log. */
function span(view: View, count: number, pathOf: (view: View, position: number) => string): Html {
  const [first, last] = [0, (count - 1) * TILE_WIDTH].map((it) =>
    fileLink(view, files.log + pathOf(view, it)),
  );
  return count === 1
    ? html`${first}`
    : html`${view.say("filesOf", { count })}${view.say("colon")}${first} … ${last}`;
}

/** The first tile of each level: with it begins the way to all others. */
function tiles(view: View): Part {
  const first = [...tilesBetween(0, view.site.edition.position + 1)].filter(({ index }) => index === 0);
  return joined(
    first.map((tile) => fileLink(view, files.log + tilePath(tile))),
    " ",
  );
}

function withProgram(view: View): Html {
  const site = absolute(view, "zh", addresses.home);
  return html`<section aria-labelledby="program"><h2 id="program">${view.say("withProgram")}</h2>
<p>${view.say("withProgramText")}</p>
<pre><code>npx huimou verify ${site}</code></pre>
<p>${view.say("withKeptCheckpoint")}</p>
<pre><code>npx huimou verify ${site} --since checkpoint</code></pre>
</section>`;
}

function withOneFile(view: View): Html {
  const site = absolute(view, "zh", addresses.home);
  return html`<section aria-labelledby="one-file"><h2 id="one-file">${view.say("singleFile")}</h2>
<p>${view.say("singleFileText")}</p>
<p>${fileLink(view, files.verifyProgram)}</p>
<pre><code>node verify.mjs ${site}</code></pre>
</section>`;
}

function withoutProgram(view: View): Html {
  const commands = plainCommands(absolute(view, "zh", addresses.home));
  return html`<section aria-labelledby="plain"><h2 id="plain">${view.say("withoutProgram")}</h2>
<p>${view.say("withoutProgramText")}</p>
<h3>${view.say("checkSignature")}</h3>
<pre tabindex="0"><code>${commands.signature}</code></pre>
<h3>${view.say("checkFile")}</h3>
<pre tabindex="0"><code>${commands.file}</code></pre>
</section>`;
}

function proves(view: View): Html {
  const list = (keys: readonly TextKey[]) =>
    html`<ul>${keys.map((key) => html`<li>${view.say(key)}</li>`)}</ul>`;
  return html`<section class="pair" aria-labelledby="proves"><h2 id="proves">${view.say("whatItProves")}</h2>
<div class="beside">
<div><h3>${view.say("proven")}</h3>${list(["proven1", "proven2", "proven3", "proven4"])}</div>
<div><h3>${view.say("notProven")}</h3>${list(["notProven1", "notProven2", "notProven3"])}</div>
</div></section>`;
}

function predecessors(view: View): Html | null {
  const { predecessors: earlier } = view.site.edition;
  if (earlier.length === 0) return null;
  return html`<section aria-labelledby="earlier"><h2 id="earlier">${view.say("earlierReleases")}</h2>
<p>${view.say("earlierText")}</p>
${tableOf({
  id: "earlier-table",
  caption: view.say("earlierCheckpoints"),
  captionHidden: true,
  corner: view.say("release"),
  wide: true,
  columns: [
    { head: view.say("recorded") },
    { head: view.say("entries"), numeric: true },
    { head: view.say("root") },
  ],
  rows: earlier.map((it) => ({
    head: view.say("releaseNumber", { number: it.number }),
    cells: [
      { content: dateText(view, it.recorded) },
      { content: countText(it.position) },
      { content: html`<span class="code">${it.root}</span>` },
    ],
  })),
})}</section>`;
}
