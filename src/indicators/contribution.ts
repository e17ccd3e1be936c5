import type { WorkCalendar } from "../calendar/index.ts";
import type { RecordView, RegisterDefinition, Step } from "../registers/index.ts";
import type { AreaTree } from "./area-tree.ts";
import type { CellSums } from "./cell.ts";
import type { MeasureDefinition } from "./define.ts";
import { compileShares, type DatedShare, type Share, type Shares } from "./share.ts";

/** What an append did to one record. */
export interface Change {
  readonly before: RecordView | null;
  readonly after: RecordView;
  /** the day from which the change holds */
  readonly at: string;
  /** where the entry is dated back or withdraws the record: its history before and after */
  readonly rewritten?: { readonly before: readonly Step[]; readonly after: readonly Step[] };
}

/** What a register's measures make of its records. */
export interface Contribution {
  /** whether a measure depends on how a record stood in the past */
  readonly asksHistory: boolean;
  /** Adds what a whole record contributes. */
  addRecord(view: RecordView, history: readonly Step[], sums: CellSums): void;
  /**
   * Adds what a change does: the old contribution is taken back, the new one put in. Counts and sums are
   * linear, so the changes since the first entry add up to what {@link addRecord} gives over all records.
   */
  addChange(change: Change, sums: CellSums): void;
}

/**
 * Compiles a register's measures. A flow counts a record in the month of its own date; one that counts every
 * entering of a state, in the month of each day on which the record entered it, as it stood at that day's end. A
 * stock adds what changed in the month from which it holds, so that the sum over all months up to one is what
 * stands at its end; where it changes with time, also what will change on later days if nothing is entered, which the
 * next entry takes back (docs/decisions/0024-stocks-that-time-changes.md). As SQL, over one row a record, a flow is
 * `select area, month(date), breakdown, count(*), sum(field) … where … group by 1, 2, 3`.
 *
 * A measure that speaks of a deadline refuses (`calendar.…`) a record for which only the working days of a year
 * without a published calendar could tell: counted either way, the cells would change with the next calendar.
 */
export function compileContribution(
  register: RegisterDefinition,
  measures: readonly MeasureDefinition[],
  areas: AreaTree,
  calendar: WorkCalendar,
): Contribution {
  const compiled = compileShares(register, measures, areas, calendar);
  const flows = compiled.filter((it) => it.of === "record");
  const stepped = compiled.filter((it) => it.of === "day");
  const turning = compiled.filter((it) => it.of === "time");
  const addSteps = (steps: readonly Step[], sign: 1 | -1, sums: CellSums) => {
    for (const { before, after, at } of steps) {
      for (const it of stepped) {
        const [from, to] = [it.on(before, at), it.on(after, at)];
        if (sign === 1) move(it, from, to, sums);
        else move(it, to, from, sums);
      }
      for (const it of turning) {
        addTail(it, it.from(before, at), sign === 1 ? -1 : 1, sums);
        addTail(it, it.from(after, at), sign, sums);
      }
    }
  };
  return {
    asksHistory: stepped.length + turning.length > 0,
    addRecord: (view, history, sums) => {
      for (const it of flows) move(it, null, it.on(view), sums);
      addSteps(history, 1, sums);
    },
    addChange: (change, sums) => {
      for (const it of flows) move(it, it.on(change.before), it.on(change.after), sums);
      addSteps(change.rewritten?.before ?? [], -1, sums);
      addSteps(change.rewritten?.after ?? [change], 1, sums);
    },
  };
}

/** Adds what a record's shares are worth from their first day on, `sign` times: each ends where the next begins. */
function addTail(
  shares: Pick<Shares, "add">,
  tail: readonly DatedShare[],
  sign: 1 | -1,
  sums: CellSums,
): void {
  let last: Share | null = null;
  for (const { month, share } of tail) {
    const ended: Share | null = last && { ...last, month };
    if (sign === 1) move(shares, ended, share, sums);
    else move(shares, share, ended, sums);
    last = share;
  }
}

/** Takes one share back and puts another in; most changes of a record leave most measures as they were. */
function move(shares: Pick<Shares, "add">, from: Share | null, to: Share | null, sums: CellSums): void {
  const same =
    from !== null &&
    to !== null &&
    from.month === to.month &&
    from.n === to.n &&
    from.sum === to.sum &&
    from.area === to.area &&
    from.breakdown === to.breakdown;
  if (same) return;
  if (from !== null) shares.add(from, -1, sums);
  if (to !== null) shares.add(to, 1, sums);
}
