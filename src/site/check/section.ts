import { type Html, html } from "../html.ts";
import type { View } from "../view.ts";
import type { TextKey } from "../words.ts";

/** Where a reader's own browser checks the release. Hidden until the script is there that does it. */
export function checkHere(view: View): Html {
  return html`<section id="check" class="check" aria-labelledby="check-here" hidden><h2 id="check-here">${view.say("checkHere")}</h2>
<p>${view.say("checkHereText")}</p>
<p><button type="button" id="check-start">${view.say("checkStart")}</button></p>
<p class="note">${view.say("checkTrust")}</p>
${options(view)}
${answer("check")}
<h3 id="figure">${view.say("figureHere")}</h3>
<p>${view.say("figureText")}</p>
<p class="asked">${field(view, "figure-id", "figureChoose", figures(view))}
<button type="button" id="figure-start">${view.say("figureStart")}</button></p>
${answer("figure")}
<h3 id="prove">${view.say("proveHere")}</h3>
<p>${view.say("proveText")}</p>
<p class="asked">${field(view, "prove-position", "provePosition", html`<input id="prove-position" type="text" inputmode="numeric" autocomplete="off">`)}
<button type="button" id="prove-start">${view.say("proveStart")}</button></p>
${answer("prove")}
</section>`;
}

function options(view: View): Html {
  return html`<details id="check-options"><summary>${view.say("checkOptions")}</summary>
<div class="choices">
<p class="choice"><input id="check-files" type="checkbox" checked> <label for="check-files">${view.say("checkFilesToo")}</label></p>
<p class="choice"><input id="check-figures" type="checkbox" checked> <label for="check-figures">${view.say("checkFiguresToo")}</label></p>
<p>${field(view, "check-kept", "checkKept", html`<textarea id="check-kept" rows="5" spellcheck="false" aria-describedby="check-kept-note"></textarea>`)}
<span class="note" id="check-kept-note">${view.say("checkKeptNote")}</span></p>
<p>${field(view, "check-kept-file", "checkKeptFile", html`<input id="check-kept-file" type="file">`)}</p>
<p>${field(view, "check-key", "checkKey", html`<input id="check-key" type="text" spellcheck="false" autocomplete="off" aria-describedby="check-key-note">`)}
<span class="note" id="check-key-note">${view.say("checkKeyNote")}</span></p>
<p>${field(view, "check-folder", "checkFolder", html`<input id="check-folder" type="file" webkitdirectory aria-describedby="check-folder-note">`)}
<span class="note" id="check-folder-note">${view.say("checkFolderNote")}</span></p>
</div>
</details>`;
}

function figures(view: View): Html {
  return html`<select id="figure-id">${Array.from(
    view.site.figures.values(),
    ({ definition: { id, title } }) => html`<option value="${id}">${view.words(title)}</option>
`,
  )}</select>`;
}

function field(view: View, id: string, label: TextKey, input: Html): Html {
  return html`<label for="${id}">${view.say(label)}</label>
${input}`;
}

/** How far it is, which a screen reader need not hear at each step, and what came out, which it must. */
function answer(id: string): Html {
  return html`<div id="${id}-progress" class="progress"></div>
<div id="${id}-result" class="result" role="status"></div>`;
}
