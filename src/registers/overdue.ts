import { dayAfter, dayOf } from "../calendar/index.ts";
import { IssueError } from "../issue/index.ts";
import type { CompiledDeadline } from "./deadlines.ts";
import type { RecordView } from "./view.ts";

/** The days on which something is overdue: from the first on, and before `until` where it happened then. */
export interface Overdue {
  readonly from: string;
  readonly until?: string;
}

/**
 * When a record, as it stands, is overdue for a deadline: from the day after the due date until the day on which
 * what it asks for happens. Null where that is never so; also where the due date is not known yet, which lies past
 * every day whose working days are (`calendar.unpublished`). Refuses a due date before all of them
 * (`calendar.too-early`).
 */
export function overdueOf({ clockOf, dueOf }: CompiledDeadline, view: RecordView): Overdue | null {
  const clock = clockOf(view);
  const due = clock && dueOf(clock);
  if (due === null) return null;
  if ("issues" in due) {
    if (due.issues.every((it) => it.code === "calendar.unpublished")) return null;
    throw new IssueError(due.issues);
  }
  const from = dayAfter(dayOf(due.due));
  if (clock?.stopped === undefined) return { from };
  const until = dayOf(clock.stopped);
  return until <= from ? null : { from, until };
}
