import type { DeadlineDefinition, RegisterDefinition } from "../../registers/index.ts";
import { type Html, html } from "../html.ts";
import { tableOf } from "../table.ts";
import type { View } from "../view.ts";
import { fromUntilText, inForceText, spanText } from "./times.ts";

/** A register's time limits: from when to when, how long, in force since when, and by which rule. */
export function deadlines(view: View, register: RegisterDefinition): Html | null {
  if (register.deadlines.length === 0) return null;
  return html`<section aria-labelledby="deadlines"><h2 id="deadlines">${view.say("deadlines")}</h2>
${tableOf({
  id: "deadlines-table",
  caption: view.say("deadlinesOf", { register: view.words(register.title) }),
  captionHidden: true,
  corner: view.say("deadline"),
  columns: [{ head: view.say("limit") }],
  rows: register.deadlines.flatMap((deadline) =>
    deadline.rules.map((rule) => ({
      head: html`${view.words(deadline.title)}<br><small>${fromUntilText(view, register, deadline)}</small>`,
      cells: [
        {
          content: html`${spanText(view, rule)}${extension(view, deadline)}<br><small>${inForceText(view, rule)}</small>`,
        },
      ],
    })),
  ),
})}
</section>`;
}

function extension(view: View, { extension: it }: DeadlineDefinition): string {
  if (it === undefined) return "";
  const [rule] = it.upTo;
  const most = rule === undefined ? "" : spanText(view, rule);
  return view.say("comma") + view.say("mayBeExtended", { most });
}
