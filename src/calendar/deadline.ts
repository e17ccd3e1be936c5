import { type Issue, IssueError, issue } from "../issue/index.ts";
import { type DatedRule, rulesInForce } from "./dated-rule.ts";
import { dateOf, dayNumber, dayOf, hoursLater } from "./day.ts";
import { publishedCalendar } from "./published-calendar.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** A due date and the rule that it follows from. */
export interface Deadline {
  /** the last day in time, `YYYY-MM-DD`; of a rule in hours the last minute, `YYYY-MM-DDTHH:MM` */
  readonly due: string;
  readonly rule: DatedRule;
}

/**
 * By when something that was accepted on a day must have happened, by the rule in force on that day.
 *
 * The day itself is not counted. A span of months ends on the day of the same number, or on the month's last
 * day where it has none. A span of days or months that ends on a rest day is carried to the next working day,
 * unless the rule says otherwise (民法典 art. 200 to 204; a rule can rest on other law). Hours count from the minute.
 *
 * Issues instead: `calendar.no-rule`, `calendar.no-date`, and `calendar.unpublished` or `calendar.too-early` where
 * the working days are not known. Throws where two rules are in force at once: the declaration is wrong.
 */
export function deadlineOf(
  rules: readonly DatedRule[],
  accepted: string,
  calendar: WorkCalendar = publishedCalendar,
): Deadline | { readonly issues: readonly Issue[] } {
  const day = dayOf(accepted);
  const [rule, second] = rulesInForce(rules, day);
  if (rule === undefined) return { issues: [issue("calendar.no-rule", [], { date: day })] };
  if (second !== undefined)
    throw new Error(`two rules are in force on ${day}: ${rule.source.zh}, ${second.source.zh}`);
  try {
    return { due: dueDate(rule, accepted, calendar), rule };
  } catch (error) {
    if (error instanceof IssueError) return { issues: error.issues };
    throw error;
  }
}

function dueDate(rule: DatedRule, accepted: string, calendar: WorkCalendar): string {
  const day = dayOf(accepted);
  switch (rule.unit) {
    case "hour":
      return hoursLater(accepted, rule.value);
    case "workday":
      return calendar.addWorkdays(day, rule.value);
    case "day":
      return carried(dateOf(dayNumber(day) + rule.value), rule, calendar);
    case "month":
      return carried(monthsLater(day, rule.value), rule, calendar);
  }
}

function carried(date: string, rule: DatedRule, calendar: WorkCalendar): string {
  return rule.endsOnRestDay === true ? date : calendar.workdayFrom(date);
}

function monthsLater(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = dateOf(dayNumber(date)).split("-").map(Number);
  // day 0 of a month is the last of the month before
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
