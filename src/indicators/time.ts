import type { DatedRule, WorkCalendar } from "../calendar/index.ts";
import {
  type CompiledDeadline,
  compileDeadlines,
  compileLight,
  type Light,
  lightOn,
  overdueOf,
  type RecordView,
  type RegisterDefinition,
} from "../registers/index.ts";
import type { Condition, DeadlineCondition, MeasureDefinition } from "./define.ts";

/** What the passing of days makes of a record as it stands, for one measure. */
export interface Course {
  /** Whether the measure's conditions on time hold on a day. */
  holds(day: string): boolean;
  /** The record's light on a day; null where it has none. */
  light(day: string): Light | null;
  /** the days on which any of this may change, in order */
  readonly turns: readonly string[];
}

/** Whether a condition's truth changes with time, without an entry. */
export function turnsWithTime({ light }: RegisterDefinition, condition: Condition): boolean {
  if ("field" in condition) return light !== undefined && condition.field === "light";
  return "deadline" in condition && condition.met === "overdue";
}

/** What days make of a register's records for a measure; null where it does not matter to it what day it is. */
export function compileCourse(
  register: RegisterDefinition,
  { where, by }: Pick<MeasureDefinition, "where" | "by">,
  calendar: WorkCalendar,
): ((view: RecordView) => Course) | null {
  const asked = where.filter((it) => turnsWithTime(register, it));
  const showsLight = register.light !== undefined && by.includes("light");
  if (asked.length === 0 && !showsLight) return null;
  const deadlines = compileDeadlines(register, calendar);
  const overdue = asked
    .filter((it): it is DeadlineCondition => "deadline" in it)
    .map((it) => deadlines.get(it.deadline) as CompiledDeadline);
  const wanted = asked.flatMap((it) => ("in" in it ? [new Set<unknown>(it.in)] : []));
  const lightOf = showsLight || wanted.length > 0 ? compileLight(register, calendar) : null;
  return (view) => {
    const spans = overdue.map((it) => overdueOf(it, view));
    const turns = lightOf?.(view) ?? null;
    const light = (day: string) => turns && lightOn(turns, day);
    const days = [...spans.flatMap((it) => [it?.from, it?.until]), turns?.yellow, turns?.red];
    return {
      light,
      holds: (day) =>
        spans.every((it) => it !== null && it.from <= day && (it.until === undefined || day < it.until)) &&
        wanted.every((it) => it.has(light(day))),
      turns: [...new Set(days.filter((it) => it !== undefined))].sort(),
    };
  };
}

/**
 * Whether a measure of what time changes needs working days to be known up to the day that it is told of: a due date
 * that lies past the last known one cannot be told from one that has not been missed.
 */
export function needsWorkdays(register: RegisterDefinition, measure: MeasureDefinition): boolean {
  const { where, by } = measure;
  const asked = where.filter((it) => turnsWithTime(register, it));
  const overdue = register.deadlines.filter(({ id }) =>
    asked.some((it) => "deadline" in it && it.deadline === id),
  );
  const showsLight = by.includes("light") || asked.some((it) => "field" in it);
  const unstarted = showsLight && register.light ? Object.values(register.light.unstarted) : [];
  return [...overdue.flatMap((it) => it.rules), ...unstarted].some(countsWorkdays);
}

function countsWorkdays({ unit, endsOnRestDay }: DatedRule): boolean {
  switch (unit) {
    case "hour":
      return false;
    case "workday":
      return true;
    case "day":
    case "month":
      return endsOnRestDay !== true;
  }
}
