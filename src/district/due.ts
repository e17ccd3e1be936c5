import type { DatedRule } from "../calendar/index.ts";
import type { Issue, Words } from "../issue/index.ts";
import {
  compileDeadlines,
  deadlinesOf,
  type RecordDeadline,
  type RegisterDefinition,
} from "../registers/index.ts";
import { currentRecords } from "./current-records.ts";
import type { District } from "./district.ts";

/** One thing that a record still has to do, by when, and by which rule. */
export interface DueItem {
  readonly register: string;
  /** the unit that answers for the register */
  readonly unit: Words;
  /** key as people write it: private where the register is sealed */
  readonly record: string;
  /** id and title of the deadline */
  readonly deadline: string;
  readonly title: Words;
  /** the day on which the clock started */
  readonly started: string;
  /** `unknown`: the due date lies where no working days are known, as the issues say */
  readonly state: "running" | "late" | "unknown";
  /** the last day in time; missing where it is unknown */
  readonly due?: string;
  /** the rule in force when the clock started; missing where the due date is unknown */
  readonly rule?: DatedRule;
  readonly issues?: readonly Issue[];
}

/** What to look for. */
export interface DueQuestion {
  /** the day as of which it is asked: what happened later has not happened yet */
  readonly on: string;
  /** leaves out what falls due on this day or later */
  readonly before?: string;
  readonly registers: readonly RegisterDefinition[];
}

/**
 * What records still have to do in time, the earliest due date first, then by register, record and deadline; what has
 * no known due date at the end. Reads every record of the registers that declare deadlines, page by page.
 */
export async function dueItems(
  district: District,
  { on, before, registers }: DueQuestion,
): Promise<DueItem[]> {
  const items: DueItem[] = [];
  for (const register of registers) {
    const deadlines = compileDeadlines(register);
    if (deadlines.size === 0) continue;
    for await (const records of currentRecords(district, register.name))
      for (const { key, view } of records)
        for (const it of deadlinesOf(deadlines, view, on)) {
          const item = itemOf(register, key, it);
          if (item !== null && (before === undefined || item.due === undefined || item.due < before))
            items.push(item);
        }
  }
  return items.sort(byDueDate);
}

/** Null for what is done, in time or late. */
function itemOf(register: RegisterDefinition, record: string, it: RecordDeadline): DueItem | null {
  const { id, title } = it.deadline;
  const { name, owner } = register;
  const facts = { register: name, unit: owner, record, deadline: id, title, started: it.started };
  switch (it.state) {
    case "running":
    case "late":
      return { ...facts, state: it.state, due: it.due, rule: it.rule };
    case "unknown":
      return it.met === undefined ? { ...facts, state: "unknown", issues: it.issues } : null;
    case "met":
    case "met-late":
      return null;
  }
}

function byDueDate(one: DueItem, other: DueItem): number {
  return (
    compare(one.due ?? UNKNOWN, other.due ?? UNKNOWN) ||
    compare(one.register, other.register) ||
    compare(one.record, other.record) ||
    compare(one.deadline, other.deadline)
  );
}

/** Later than every date. */
const UNKNOWN = "9999-12-31";

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
