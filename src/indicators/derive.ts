import type { Issue } from "../issue/index.ts";
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

/** An entry at its place in the log, with what it sealed as far as the reader may know it. */
export interface PlacedEntry {
  readonly position: number;
  readonly entry: Entry;
  readonly disclosed?: Disclosed;
}

/**
 * Derives cells and records from entries in the order of the log, from nothing. Keeps each record's view, and
 * reads a record's past again through `entriesAt` only where an entry rewrites it.
 */
export class Derivation {
  readonly sums = new CellSums();
  readonly #declarations: Declarations;
  readonly #entriesAt: (positions: readonly number[]) => Promise<PlacedEntry[]>;
  readonly #records = new Map<string, { view: RecordView; positions: number[] }>();

  constructor(
    declarations: Declarations,
    entriesAt: (positions: readonly number[]) => Promise<PlacedEntry[]>,
  ) {
    this.#declarations = declarations;
    this.#entriesAt = entriesAt;
  }

  /** Takes the next entry; tells what is wrong with it. Entries of no declared register are left alone. */
  async add({ position, entry, disclosed }: PlacedEntry): Promise<Issue[]> {
    const register = this.#declarations.registers.get(entry.register);
    const contribution = this.#declarations.contributions.get(entry.register);
    if (register === undefined || contribution === undefined) return [];
    const key = `${entry.register}\t${entry.record}`;
    const known = this.#records.get(key);
    const before = known?.view ?? null;
    const issues = checkEntry(register, before, entry, ["entry", position]);
    if (issues.length > 0) return issues;
    const after = fold(before, entry, disclosed);
    const rewrites =
      entry.kind === "void" || entry.kind === "erase" || (before !== null && entry.at < before.at);
    if (rewrites && contribution.hasStock) {
      const past: readonly Told[] = await this.#entriesAt(known?.positions ?? []);
      const now = [...past, { entry, ...(disclosed && { disclosed }) }];
      contribution.addChange(
        { before, after, at: entry.at, rewritten: { before: historyOf(past), after: historyOf(now) } },
        this.sums,
      );
    } else contribution.addChange({ before, after, at: entry.at }, this.sums);
    if (known === undefined) this.#records.set(key, { view: after, positions: [position] });
    else {
      known.view = after;
      known.positions.push(position);
    }
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
    contribution.addRecord(view, contribution.hasStock ? historyOf(told) : [], sums);
  return view;
}
