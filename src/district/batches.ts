import {
  type AppendContext,
  type AppendedWithin,
  againstOthers,
  appendWithin,
  CellSums,
  isOvertaken,
} from "../indicators/index.ts";
import { type Issue, type Path, refuse } from "../issue/index.ts";
import type { Leaf } from "../ledger/index.ts";
import type { CellAddition, StoreTransaction } from "../ledger/store/index.ts";
import type { Action } from "../registers/index.ts";

/** Actions from one place of a file, and what was already found wrong there. */
export interface ImportBatch {
  readonly actions: readonly Action[];
  readonly pathOf: (index: number) => Path;
  readonly issues: readonly Issue[];
  /** rows that those issues are of */
  readonly refused: number;
}

/** A row of a file: the action that it asks for, or everything that is wrong with its cells. */
export type ImportRow =
  | { readonly row: number; readonly action: Action; readonly issues?: never }
  | { readonly row: number; readonly issues: readonly Issue[]; readonly action?: never };

export interface ImportOptions {
  /** judge everything, append nothing */
  readonly dryRun?: boolean;
  /** append what is admissible, each batch in a transaction of its own */
  readonly acceptGood?: boolean;
  readonly onProgress?: (done: number) => void;
}

/** What became of an import. */
export interface Imported {
  /** entries made; with `dryRun`, those that would be */
  readonly appended: number;
  /** actions that an earlier import had appended already */
  readonly repeated: number;
  /** actions refused, for one reason or several */
  readonly refused: number;
  readonly issues: readonly Issue[];
}

/** Rows that are judged together. */
const batchSize = 1000;

/** Rows as batches; what is wrong with a row's cells goes with the batch that it would have stood in. */
export async function* batchesOf(
  rows: Iterable<ImportRow> | AsyncIterable<ImportRow>,
  file: string,
): AsyncGenerator<ImportBatch> {
  let actions: Action[] = [];
  let places: number[] = [];
  let issues: Issue[] = [];
  let refused = 0;
  const batch = (): ImportBatch => {
    const at = places;
    return { actions, pathOf: (index) => [file, at[index] ?? 0], issues, refused };
  };
  for await (const { row, action, issues: found } of rows) {
    if (action === undefined) {
      issues.push(...found);
      refused += 1;
    } else {
      actions.push(action);
      places.push(row);
    }
    if (actions.length + refused < batchSize) continue;
    yield batch();
    actions = [];
    places = [];
    issues = [];
    refused = 0;
  }
  if (actions.length + refused > 0) yield batch();
}

/** Actions as rows, numbered from 1. */
export function* rowsOf(actions: Iterable<Action>): Generator<ImportRow> {
  let row = 0;
  for (const action of actions) yield { row: ++row, action };
}

/** Entries that are held before they get their place in the log: bounds memory. */
const mostHeld = 4_096;

/** Issues told at most: a file of the wrong kind has one in every row. */
const mostIssues = 1000;

/**
 * Appends batch after batch. Unless `acceptGood`, it is one transaction: when anything is refused, everything is
 * judged all the same, all issues are told, and nothing is appended.
 */
export async function appendBatches(
  context: AppendContext,
  batches: AsyncIterable<ImportBatch>,
  options: ImportOptions,
): Promise<Imported> {
  const tally: Tally = { appended: 0, repeated: 0, refused: 0, issues: [] };
  const { store } = context;
  const told = (batch: ImportBatch, found: AppendedWithin) => {
    note(tally, batch, found);
    options.onProgress?.(tally.appended + tally.repeated + tally.refused);
  };
  if (options.acceptGood === true && options.dryRun !== true) {
    for await (const batch of batches) {
      const found = await againstOthers(store, async (tx) => {
        const portion = new Import(tx, context);
        const taken = await portion.take(batch);
        await portion.place();
        return taken;
      });
      told(batch, found);
    }
    return tally;
  }
  try {
    await store.transaction(async (tx) => {
      const whole = new Import(tx, context);
      for await (const batch of batches) told(batch, await whole.take(batch));
      await whole.place();
      if (options.dryRun === true || tally.refused > 0) throw new Undone();
    });
  } catch (error) {
    // its batches are read once: it cannot begin anew by itself
    if (isOvertaken(error)) refuse("registers.overtaken", []);
    if (!(error instanceof Undone)) throw error;
    if (options.dryRun !== true) tally.appended = 0;
  }
  return tally;
}

/** Ends a transaction that must leave nothing. */
class Undone extends Error {}

type Tally = { -readonly [K in keyof Imported]: Imported[K] extends number ? number : Issue[] };

/** Many batches in one transaction: entries are placed and cells added in portions, each cell once a portion. */
class Import {
  readonly #tx: StoreTransaction;
  readonly #context: AppendContext;
  #leaves: Leaf[] = [];
  #sums = new CellSums();

  constructor(tx: StoreTransaction, context: AppendContext) {
    this.#tx = tx;
    this.#context = context;
  }

  /** What is admissible is written even where the rest is not: later batches are judged after it. */
  async take({ actions, pathOf }: ImportBatch): Promise<AppendedWithin> {
    const options = { acceptGood: true, pathOf };
    const found = await appendWithin(
      this.#tx,
      this.#context,
      actions,
      options,
      () => this.place(),
      this.#sums,
    );
    this.#leaves.push(...found.leaves);
    if (this.#leaves.length >= mostHeld) await this.place();
    return found;
  }

  async place(): Promise<void> {
    const { ledger, refuseUnlessInForce } = this.#context;
    const cells = Array.from(
      this.#sums.cells(),
      ({ indicator, area, month, breakdown, n, sum }): CellAddition => [
        ledger.district,
        indicator,
        area,
        month,
        breakdown,
        n,
        sum,
      ],
    );
    await ledger.place(this.#tx, this.#leaves, cells);
    await refuseUnlessInForce(this.#tx);
    this.#leaves = [];
    this.#sums.clear();
  }
}

function note(tally: Tally, batch: ImportBatch, { outcomes, issues, leaves }: AppendedWithin): void {
  const refused = outcomes.filter((it) => it.issues !== undefined).length;
  tally.appended += leaves.length;
  tally.repeated += outcomes.length - refused - leaves.length;
  tally.refused += refused + batch.refused;
  for (const it of [...batch.issues, ...issues].sort(byRow))
    if (tally.issues.length < mostIssues) tally.issues.push(it);
}

/** What is wrong with cells and what registers refuse, in the order of the file. */
function byRow({ path: [, one] }: Issue, { path: [, other] }: Issue): number {
  return Number(one ?? 0) - Number(other ?? 0);
}
