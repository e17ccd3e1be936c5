import {
  type DatedRule,
  type Deadline,
  dayAfter,
  dayOf,
  deadlineOf,
  type WorkCalendar,
} from "../calendar/index.ts";
import { type Issue, IssueError, issue, type Path, type Words } from "../issue/index.ts";
import type { Action } from "./action.ts";
import { compileConditions, type RecordCondition } from "./condition.ts";
import type { DateOf, RegisterDefinition } from "./define.ts";
import { fieldsOf } from "./judge.ts";
import { dateIn, type RecordView } from "./view.ts";

/**
 * A time that must have passed before something may happen: seven days of posting (公示), thirty of public comment.
 * The day from which it is counted is not counted, and every other must be over: what was posted on the 1st for seven
 * days may go on on the 9th. By the rule in force on the day from which it is counted.
 */
export interface WaitDefinition {
  readonly id: string;
  readonly title: Words;
  /** the records that it binds, where not every one: all must hold */
  readonly where?: readonly RecordCondition[];
  readonly from: DateOf;
  /** what must wait: that the record enters one of these states, or what this field dates */
  readonly until: { readonly states: readonly string[] } | { readonly field: string };
  /** in days, working days or months */
  readonly rules: readonly DatedRule[];
  /** a field that says why the time was shorter; where it has a value, nothing is refused */
  readonly unless?: string;
}

/** A declared wait, made ready to be read off records. */
export interface CompiledWait {
  readonly definition: WaitDefinition;
  /** From when a record waits and, where it has happened, the day of what had to wait; null where nothing binds it. */
  clockOf(view: RecordView): { readonly started: string; readonly happened?: string } | null;
  /** The last day of a wait that began on a day; null where no rule was in force; issues where it is not known. */
  lastOf(started: string): Deadline | { readonly issues: readonly Issue[] } | null;
  /**
   * Whether what had to wait did; null while it has not happened, and where nothing bound it. What day it is does not
   * matter. Refuses (`calendar.…`) where only unknown working days could tell.
   */
  keptOf(view: RecordView): boolean | null;
}

/** Compiles a register's waits, by id. */
export function compileWaits(
  register: RegisterDefinition,
  calendar: WorkCalendar,
): ReadonlyMap<string, CompiledWait> {
  return new Map(register.waits.map((it) => [it.id, compileWait(register, it, calendar)]));
}

/** Everything that comes too early in what an action makes of a record; an amendment of what is past does not. */
export function compileWaitIssues(
  register: RegisterDefinition,
  calendar: WorkCalendar,
): (before: RecordView | null, after: RecordView, action: Action, path: Path) => Issue[] {
  const waits = [...compileWaits(register, calendar).values()];
  return (before, after, action, path) =>
    waits.flatMap(({ definition, clockOf, lastOf }) => {
      const { title, until, unless } = definition;
      const clock = clockOf(after);
      if (clock?.happened === undefined || !happensBy(action, before, definition)) return [];
      if (unless !== undefined && after.fields[unless] !== undefined) return [];
      const last = lastOf(clock.started);
      if (last === null) return [];
      const place = [...path, "field" in until ? until.field : "at"];
      if ("issues" in last) return last.issues.map((it) => ({ ...it, path: place }));
      const at = dayOf(clock.happened);
      if (at > last.due) return [];
      const facts = {
        title,
        started: clock.started,
        first: dayAfter(last.due),
        at,
        source: last.rule.source,
      };
      return [
        unless === undefined
          ? issue("registers.too-early", place, facts)
          : issue("registers.too-early-unless", place, { ...facts, unless }),
      ];
    });
}

/** Whether an action is the one by which what must wait happens, or is said to have happened on another day. */
function happensBy(action: Action, before: RecordView | null, { until }: WaitDefinition): boolean {
  if ("states" in until) return action.kind === "advance" && until.states.includes(action.to);
  const value = fieldsOf(action)[until.field];
  return value !== undefined && value !== before?.fields[until.field];
}

function compileWait(
  { name }: RegisterDefinition,
  definition: WaitDefinition,
  calendar: WorkCalendar,
): CompiledWait {
  const { id, from, until, where, rules } = definition;
  const binds = compileConditions(where ?? []);
  const known = new Map<string, ReturnType<CompiledWait["lastOf"]>>();
  const clockOf: CompiledWait["clockOf"] = (view) => {
    if (view.gone || !binds(view)) return null;
    const started = dateIn(view, from);
    if (started === undefined) return null;
    const happened = happenedOn(view, until);
    // a state that is entered again begins another wait: what happened before it had its own
    const isOfThis = happened !== undefined && ("field" in from || happened >= started);
    return { started, ...(isOfThis && { happened }) };
  };
  const lastOf: CompiledWait["lastOf"] = (started) => {
    let last = known.get(started);
    if (last === undefined) {
      last = lastFrom(rules, started, calendar, [name, id]);
      known.set(started, last);
    }
    return last;
  };
  return {
    definition,
    clockOf,
    lastOf,
    keptOf: (view) => {
      const clock = clockOf(view);
      if (clock?.happened === undefined) return null;
      const last = lastOf(clock.started);
      if (last === null) return null;
      if (!("issues" in last)) return dayOf(clock.happened) > last.due;
      // a wait that ends past the calendar's data was not over on any day within them
      const past = last.issues.every((it) => it.code === "calendar.unpublished");
      if (past && dayOf(clock.happened) <= calendar.last) return false;
      throw new IssueError(last.issues);
    },
  };
}

/** The last time that it happened: each passing of a record has to wait. */
function happenedOn(view: RecordView, until: WaitDefinition["until"]): string | undefined {
  if ("field" in until) return dateIn(view, until);
  let last: string | undefined;
  for (const state of until.states) {
    const day = view.entered[state];
    if (day !== undefined && (last === undefined || day > last)) last = day;
  }
  return last;
}

function lastFrom(
  rules: readonly DatedRule[],
  started: string,
  calendar: WorkCalendar,
  path: Path,
): ReturnType<CompiledWait["lastOf"]> {
  const last = deadlineOf(rules, started, calendar);
  if (!("issues" in last)) return last;
  // before its first rule nobody had to wait
  if (last.issues.every((it) => it.code === "calendar.no-rule")) return null;
  return { issues: last.issues.map((it) => ({ ...it, path })) };
}
