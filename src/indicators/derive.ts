import type { Issue, Path } from "../issue/index.ts";
import type { Entry } from "../ledger/index.ts";
import {
  checkEntry,
  type Disclosed,
  fold,
  historyOf,
  type RecordView,
  type Told,
  viewOf,
} from "../registers/index.ts";
import { CellSums } from "./cell.ts";
import type { Declarations } from "./declarations.ts";

/**
 * Derives records and cells from entries in the order of the log, from nothing. Entries of registers that are
 * not declared are left alone.
 */
export class Derivation {
  readonly sums = new CellSums();
  readonly #declarations: Declarations;
  readonly #records = new Map<string, { view: RecordView; told: Told[] }>();

  constructor(declarations: Declarations) {
    this.#declarations = declarations;
  }

  /** Takes the next entry, with what it sealed as far as the reader may know it; tells what is wrong with it. */
  add(entry: Entry, path: Path, disclosed?: Disclosed): Issue[] {
    const register = this.#declarations.registers.get(entry.register);
    const contribution = this.#declarations.contributions.get(entry.register);
    if (register === undefined || contribution === undefined) return [];
    const key = `${entry.register}\t${entry.record}`;
    const known = this.#records.get(key);
    const before = known?.view ?? null;
    const issues = checkEntry(register, before, entry, path);
    if (issues.length > 0) return issues;
    const after = fold(before, entry, disclosed);
    const told = known?.told ?? [];
    const rewrites =
      entry.kind === "void" || entry.kind === "erase" || (before !== null && entry.at < before.at);
    const past = rewrites && contribution.asksHistory ? historyOf(told) : null;
    // only what is counted by day asks for the past
    if (contribution.asksHistory) told.push({ entry, ...(disclosed && { disclosed }) });
    contribution.addChange(
      { before, after, at: entry.at, ...(past && { rewritten: { before: past, after: historyOf(told) } }) },
      this.sums,
    );
    this.#records.set(key, { view: after, told });
    return [];
  }

  /** Every record as it stands, in the order in which they were opened. */
  *views(): Generator<RecordView> {
    for (const { view } of this.#records.values()) yield view;
  }
}

/** Adds what one whole record contributes, told by all its entries in the order of versions. */
export function addWholeRecord(
  declarations: Declarations,
  told: readonly Told[],
  sums: CellSums,
): RecordView | null {
  const view = viewOf(told);
  const contribution = view === null ? undefined : declarations.contributions.get(view.register);
  if (view !== null && contribution !== undefined)
    contribution.addRecord(view, contribution.asksHistory ? historyOf(told) : [], sums);
  return view;
}
