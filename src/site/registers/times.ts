import type { DateOf, RegisterDefinition } from "../../registers/index.ts";
import { dateText } from "../periods.ts";
import type { View } from "../view.ts";

type Rule = RegisterDefinition["deadlines"][number]["rules"][number];

/** How long: `30 个工作日`, `1 month`. */
export function spanText(view: View, { unit, value }: Pick<Rule, "unit" | "value">): string {
  return view.say(UNITS[unit], { count: value });
}

/** Since when, or from when to when, a rule is in force, and its source. */
export function inForceText(
  view: View,
  { effectiveFrom, effectiveTo, source }: Pick<Rule, "effectiveFrom" | "effectiveTo" | "source">,
): string {
  const when =
    effectiveTo === undefined
      ? view.say("sinceDate", { date: dateText(view, effectiveFrom) })
      : view.say("range", { first: dateText(view, effectiveFrom), last: dateText(view, effectiveTo) });
  return when + view.say("comma") + view.words(source);
}

/** From what to what a time runs: `自“受理日期”起，至“办结”止`. */
export function fromUntilText(
  view: View,
  register: RegisterDefinition,
  { from, until }: Pick<RegisterDefinition["deadlines"][number], "from" | "until">,
): string {
  const end =
    "field" in until
      ? fieldTitle(view, register, until.field)
      : until.states
          .map((it) => view.say("entering", { state: stateTitle(view, register, it) }))
          .join(view.say("or"));
  return view.say("fromUntil", { from: dateOfText(view, register, from), until: end });
}

/** The title of a register's field. */
export function fieldTitle(view: View, register: RegisterDefinition, field: string): string {
  return view.words(register.fields[field]?.title ?? { zh: field, en: field });
}

const UNITS = { hour: "inHours", day: "inDays", workday: "inWorkdays", month: "inMonths" } as const;

function dateOfText(view: View, register: RegisterDefinition, date: DateOf): string {
  if ("field" in date) return fieldTitle(view, register, date.field);
  return "first" in date
    ? view.say("enteringFirst", { state: stateTitle(view, register, date.first) })
    : view.say("entering", { state: stateTitle(view, register, date.entered) });
}

function stateTitle(view: View, register: RegisterDefinition, state: string): string {
  return view.words(register.lifecycle.states[state]?.title ?? { zh: state, en: state });
}
