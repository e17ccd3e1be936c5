import type { Entry } from "../ledger/index.ts";
import { type Disclosed, fold, type RecordView } from "./view.ts";

/** An entry with what it sealed, as far as the reader may know it. */
export interface Told {
  readonly entry: Entry;
  readonly disclosed?: Disclosed;
}

/** How a record stood before and after a day. */
export interface Step {
  readonly before: RecordView | null;
  readonly after: RecordView;
  readonly at: string;
}

/** The record as all its entries made it, in the order of their versions. */
export function viewOf(told: readonly Told[]): RecordView | null {
  return told.reduce<RecordView | null>((view, { entry, disclosed }) => fold(view, entry, disclosed), null);
}

/**
 * What held from which day on, by effective date: an entry that is dated back changes the record from its
 * own date on, and a record that was withdrawn has no history at all. `told` is in the order of versions.
 */
export function historyOf(told: readonly Told[]): Step[] {
  if (told.some(({ entry }) => entry.kind === "void" || entry.kind === "erase")) return [];
  const days = [...new Set(told.map(({ entry }) => entry.at))].sort();
  let before: RecordView | null = null;
  return days.map((at) => {
    const after = viewOf(told.filter(({ entry }) => entry.at <= at)) as RecordView;
    const step = { before, after, at };
    before = after;
    return step;
  });
}
