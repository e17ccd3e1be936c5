import { dayOf, deadlineOf, type WorkCalendar } from "../calendar/index.ts";
import { type Issue, issue, type Path } from "../issue/index.ts";
import type { Action } from "./action.ts";
import { compileDeadlines } from "./deadlines.ts";
import type { RegisterDefinition } from "./define.ts";
import { fieldsOf } from "./judge.ts";
import type { RecordView } from "./view.ts";

/**
 * Everything that speaks against putting a due date off: it is done once, with a reason, while the date is not past
 * yet, and by no more than the rule in force on that date allows.
 */
export function compileExtensions(
  register: RegisterDefinition,
  calendar: WorkCalendar,
): (before: RecordView | null, after: RecordView, action: Action, path: Path) => Issue[] {
  const extended = [...compileDeadlines(register, calendar).values()].flatMap((deadline) => {
    const { extension, title } = deadline.definition;
    return extension === undefined ? [] : [{ deadline, extension, title }];
  });
  return (before, after, action, path) =>
    extended.flatMap(({ deadline, extension, title }) => {
      const { field, upTo } = extension;
      const value = fieldsOf(action)[field];
      const known = before?.fields[field];
      if (value === undefined || value === (known ?? null)) return [];
      const place = [...path, field];
      if (known !== undefined)
        return [issue("registers.extended-already", place, { title, date: `${known}` })];
      if (action.reason === undefined || action.reason.trim() === "")
        return [issue("registers.reason-missing", [...path, "reason"], { kind: "extension" })];
      const clock = deadline.clockOf(after);
      const due = clock && deadline.dueOf({ started: clock.started });
      if (due === null) return [issue("registers.extension-of-nothing", place, { title })];
      if ("issues" in due) return [...due.issues];
      if (action.at > dayOf(due.due))
        return [issue("registers.extension-late", place, { title, due: due.due, at: action.at })];
      const most = deadlineOf(upTo, due.due, calendar);
      if ("issues" in most) return [...most.issues];
      return `${value}` > due.due && `${value}` <= most.due
        ? []
        : [issue("registers.extension-span", place, { title, due: due.due, most: most.due })];
    });
}
