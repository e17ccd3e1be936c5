import {
  type DatedRule,
  type Deadline,
  dayOf,
  deadlineOf,
  publishedCalendar,
  type WorkCalendar,
} from "../calendar/index.ts";
import { type Issue, IssueError } from "../issue/index.ts";
import { compileConditions } from "./condition.ts";
import type { DeadlineDefinition, RegisterDefinition } from "./define.ts";
import { dateIn, type RecordView } from "./view.ts";

/** A declared deadline, made ready to be read off records. */
export interface CompiledDeadline {
  readonly definition: DeadlineDefinition;
  /** When a record's clock started and stopped; null where it never started, or the deadline does not bind it. */
  clockOf(view: RecordView): Clock | null;
  /**
   * The due date by the rule in force on the day the clock started, or the later one to which it was put off; null
   * where no rule was; issues where the working days are not known.
   */
  dueOf(clock: Clock): Due | null;
  /**
   * Whether what had to happen happened by the due date, or later; null while it has not, and where nothing
   * bound it. What day it is does not matter. Refuses (`calendar.…`) where only unknown working days could tell.
   */
  metOf(view: RecordView): "in-time" | "late" | null;
}

/**
 * The days, `YYYY-MM-DD`, on which a record's clock started and, if it has, stopped, and to which its due date was
 * put off; instants of a deadline in hours.
 */
export interface Clock {
  readonly started: string;
  readonly stopped?: string;
  readonly extended?: string;
}

/** A due date with its rule, or why it is not known. */
export type Due = Deadline | { readonly issues: readonly Issue[] };
/** How a record stands to one deadline on a day. */
export type RecordDeadline = {
  readonly deadline: DeadlineDefinition;
  readonly started: string;
  /** the day to which the due date was put off */
  readonly extended?: string;
} & (
  | { readonly state: "running"; readonly due: string; readonly rule: DatedRule }
  | { readonly state: "met"; readonly due: string; readonly rule: DatedRule; readonly met: string }
  /** not met; `due` was the last day in time */
  | { readonly state: "late"; readonly due: string; readonly rule: DatedRule }
  | { readonly state: "met-late"; readonly due: string; readonly rule: DatedRule; readonly met: string }
  /** the due date lies where no working days are known; never guessed */
  | { readonly state: "unknown"; readonly issues: readonly Issue[]; readonly met?: string }
);

/** Compiles a register's deadlines, by id. */
export function compileDeadlines(
  register: RegisterDefinition,
  calendar: WorkCalendar = publishedCalendar,
): ReadonlyMap<string, CompiledDeadline> {
  return new Map(register.deadlines.map((it) => [it.id, compileDeadline(register, it, calendar)]));
}

/**
 * Every deadline that binds a record, in the order of their declaration, as of a day: what happened after that day
 * has not happened yet. None for a record that was withdrawn.
 */
export function deadlinesOf(
  deadlines: ReadonlyMap<string, CompiledDeadline>,
  view: RecordView,
  day: string,
): RecordDeadline[] {
  return [...deadlines.values()].flatMap((it) => stateOf(it, view, day) ?? []);
}

function stateOf(
  { definition: deadline, clockOf, dueOf }: CompiledDeadline,
  view: RecordView,
  day: string,
): RecordDeadline | null {
  const clock = clockOf(view);
  if (clock === null) return null;
  const { started, stopped, extended } = clock;
  const found = dueOf(clock);
  if (found === null) return null;
  const met = stopped !== undefined && dayOf(stopped) <= day ? stopped : undefined;
  const facts = { deadline, started, ...(extended !== undefined && { extended }) };
  if ("issues" in found)
    return { ...facts, state: "unknown", issues: found.issues, ...(met !== undefined && { met }) };
  if (met === undefined) return { ...facts, ...found, state: day <= found.due ? "running" : "late" };
  return { ...facts, ...found, state: isInTime(met, found.due) ? "met" : "met-late", met };
}

function compileDeadline(
  { name }: RegisterDefinition,
  definition: DeadlineDefinition,
  calendar: WorkCalendar,
): CompiledDeadline {
  const binds = compileConditions(definition.where ?? []);
  const { from, extension } = definition;
  const stopOf = stopReader(definition);
  /** a register has some thousands of days and any number of records */
  const known = new Map<string, Due | null>();
  const clockOf = (view: RecordView): Clock | null => {
    if (view.gone || !binds(view)) return null;
    const started = dateIn(view, from);
    if (started === undefined) return null;
    const stopped = stopOf(view, started);
    const extended = extension && dateIn(view, extension);
    return {
      started,
      ...(stopped !== undefined && { stopped }),
      ...(extended !== undefined && { extended }),
    };
  };
  const dueOf = ({ started, extended }: Clock) => {
    let due = known.get(started);
    if (due === undefined) {
      due = dueFrom(definition, started, calendar, [name, definition.id]);
      known.set(started, due);
    }
    return due !== null && "due" in due && extended !== undefined ? { ...due, due: extended } : due;
  };
  return {
    definition,
    clockOf,
    dueOf,
    metOf: (view) => {
      const clock = clockOf(view);
      if (clock?.stopped === undefined) return null;
      const due = dueOf(clock);
      if (due === null) return null;
      if ("due" in due) return isInTime(clock.stopped, due.due) ? "in-time" : "late";
      // a due date past the calendar's data comes after everything that lies within them
      const past = due.issues.every((it) => it.code === "calendar.unpublished");
      if (past && dayOf(clock.stopped) <= calendar.last) return "in-time";
      throw new IssueError(due.issues);
    },
  };
}

function dueFrom(
  { rules }: DeadlineDefinition,
  started: string,
  calendar: WorkCalendar,
  path: Issue["path"],
): Due | null {
  const due = deadlineOf(rules, started, calendar);
  if (!("issues" in due)) return due;
  // before its first rule a deadline did not exist
  if (due.issues.every((it) => it.code === "calendar.no-rule")) return null;
  return { issues: due.issues.map((it) => ({ ...it, path })) };
}

/** A due date is a day or, in hours, an instant; what happened on that day is in time whatever the hour. */
function isInTime(stopped: string, due: string): boolean {
  return stopped.slice(0, due.length) <= due;
}

/**
 * The first day on which something stopped the clock. A clock that starts when a state is entered is stopped by
 * what happens from that day on, because the state may be entered again; one that starts by a date in a field may
 * be stopped before it (a work that begins before it was planned to).
 */
function stopReader({
  from,
  until,
}: DeadlineDefinition): (view: RecordView, started: string) => string | undefined {
  const counts = (day: string | undefined, started: string): day is string =>
    day !== undefined && ("field" in from || day >= started);
  if ("field" in until)
    return (view, started) => {
      const day = dateIn(view, until);
      return counts(day, started) ? day : undefined;
    };
  return ({ entered, firstEntered }, started) => {
    let first: string | undefined;
    for (const state of until.states)
      for (const day of [firstEntered?.[state], entered[state]])
        if (counts(day, started) && (first === undefined || day < first)) first = day;
    return first;
  };
}
