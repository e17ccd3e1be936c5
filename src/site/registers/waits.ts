import type { RegisterDefinition } from "../../registers/index.ts";
import { type Html, html } from "../html.ts";
import { tableOf } from "../table.ts";
import type { View } from "../view.ts";
import { fieldTitle, fromUntilText, inForceText, spanText } from "./times.ts";

/** What must wait in a register, and how long at least, by which rule. */
export function waits(view: View, register: RegisterDefinition): Html | null {
  if (register.waits.length === 0) return null;
  return html`<section aria-labelledby="waits"><h2 id="waits">${view.say("waits")}</h2>
${tableOf({
  id: "waits-table",
  caption: view.say("waitsOf", { register: view.words(register.title) }),
  captionHidden: true,
  corner: view.say("wait"),
  columns: [{ head: view.say("waitAtLeast") }],
  rows: register.waits.flatMap((it) =>
    it.rules.map((rule) => ({
      head: html`${view.words(it.title)}<br><small>${fromUntilText(view, register, it)}</small>`,
      cells: [
        {
          content: html`${spanText(view, rule)}${
            it.unless !== undefined &&
            view.say("comma") + view.say("waitUnless", { field: fieldTitle(view, register, it.unless) })
          }<br><small>${inForceText(view, rule)}</small>`,
        },
      ],
    })),
  ),
})}
</section>`;
}
