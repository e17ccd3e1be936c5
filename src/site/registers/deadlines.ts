import type { DateOf, DeadlineDefinition, RegisterDefinition } from "../../registers/index.ts";
import { type Html, html } from "../html.ts";
import { dateText } from "../periods.ts";
import { tableOf } from "../table.ts";
import type { View } from "../view.ts";

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
      head: html`${view.words(deadline.title)}<br><small>${span(view, register, deadline)}</small>`,
      cells: [
        {
          content: html`${view.say(UNITS[rule.unit], { count: rule.value })}${extension(view, deadline)}<br><small>${
            rule.effectiveTo === undefined
              ? view.say("sinceDate", { date: dateText(view, rule.effectiveFrom) })
              : view.say("range", {
                  first: dateText(view, rule.effectiveFrom),
                  last: dateText(view, rule.effectiveTo),
                })
          }${view.say("comma")}${view.words(rule.source)}</small>`,
        },
      ],
    })),
  ),
})}
</section>`;
}

const UNITS = { hour: "inHours", day: "inDays", workday: "inWorkdays", month: "inMonths" } as const;

function extension(view: View, { extension: it }: DeadlineDefinition): string {
  if (it === undefined) return "";
  const [rule] = it.upTo;
  const most = rule === undefined ? "" : view.say(UNITS[rule.unit], { count: rule.value });
  return view.say("comma") + view.say("mayBeExtended", { most });
}

function span(view: View, register: RegisterDefinition, { from, until }: DeadlineDefinition): string {
  const end =
    "field" in until
      ? fieldTitle(view, register, until.field)
      : until.states
          .map((it) => view.say("entering", { state: stateTitle(view, register, it) }))
          .join(view.say("or"));
  return view.say("fromUntil", { from: dateOf(view, register, from), until: end });
}

function dateOf(view: View, register: RegisterDefinition, date: DateOf): string {
  if ("field" in date) return fieldTitle(view, register, date.field);
  return "first" in date
    ? view.say("enteringFirst", { state: stateTitle(view, register, date.first) })
    : view.say("entering", { state: stateTitle(view, register, date.entered) });
}

function fieldTitle(view: View, register: RegisterDefinition, field: string): string {
  return view.words(register.fields[field]?.title ?? { zh: field, en: field });
}

function stateTitle(view: View, register: RegisterDefinition, state: string): string {
  return view.words(register.lifecycle.states[state]?.title ?? { zh: state, en: state });
}
