import type { RegisterDefinition } from "../../registers/index.ts";
import { largestOf, meter } from "../chart/meter.ts";
import type { RegisterSummary } from "../edition.ts";
import { type Html, html } from "../html.ts";
import { countText } from "../show.ts";
import { tableOf } from "../table.ts";
import type { View } from "../view.ts";
import { inOrder, lifecycleDrawing } from "./lifecycle.ts";

/** A register's lifecycle: drawn, the records in each state, and every step that a record may take. */
export function lifecycle(
  view: View,
  register: RegisterDefinition,
  summary: RegisterSummary | undefined,
): Html {
  const { states, transitions } = register.lifecycle;
  const title = (state: string) => view.words(states[state]?.title ?? { zh: state, en: state });
  return html`<section aria-labelledby="lifecycle"><h2 id="lifecycle">${view.say("lifecycle")}</h2>
<div class="beside">
${lifecycleDrawing(view, register)}
<div>
${counts(view, register, summary)}
${
  transitions.length > 0 &&
  html`<h3>${view.say("steps")}</h3>
<ul>
${transitions.map(
  ({ from, to, requires, reason }) => html`<li>${title(from)} → ${title(to)}${
    requires !== undefined &&
    html` <span class="note">${view.say("stepRequires", { fields: requires.map((it) => view.words(register.fields[it]?.title ?? { zh: it, en: it })).join(view.say("listComma")) })}</span>`
  }${reason && html` <span class="note">${view.say("stepReason")}</span>`}</li>
`,
)}</ul>`
}
</div>
</div>
</section>`;
}

function counts(view: View, register: RegisterDefinition, summary: RegisterSummary | undefined): Html {
  if (summary === undefined || !register.openState)
    return html`<p class="note">${view.say("statesSealed")}</p>`;
  const largest = largestOf(Object.values(summary.states).map(String));
  return tableOf({
    id: "states",
    caption: view.say("recordsByState"),
    corner: view.say("state"),
    columns: [{ head: view.say("records"), numeric: true }],
    rows: inOrder(register.lifecycle).map((state) => {
      const count = summary.states[state] ?? 0;
      return {
        head: html`${view.words(register.lifecycle.states[state]?.title ?? { zh: state, en: state })}${meter(String(count), largest)}`,
        cells: [{ content: countText(count) }],
      };
    }),
  });
}
