import { type Html, html } from "../html.ts";
import type { View } from "../view.ts";

/** Where a reader's own browser checks the release. Hidden until the script is there that does it. */
export function checkHere(view: View): Html {
  return html`<section id="check" aria-labelledby="check-here" hidden><h2 id="check-here">${view.say("checkHere")}</h2>
<p>${view.say("checkHereText")}</p>
<p><button type="button" id="check-start">${view.say("checkStart")}</button></p>
<div id="check-result" role="status"></div>
</section>`;
}
