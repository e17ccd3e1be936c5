import { type AppendContext, appendWithin } from "../indicators/index.ts";
import type { Issue, Path } from "../issue/index.ts";
import type { StoreTransaction } from "../ledger/store/index.ts";
import type { Action } from "../registers/index.ts";

/** Actions from one place of a file, and what was already found wrong there. */
export interface ImportBatch {
  readonly actions: readonly Action[];
  readonly pathOf: (index: number) => Path;
  readonly issues: readonly Issue[];
}

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

/** Batches that are queued before they get their place in the log: bounds the queue, and so memory. */
const queued = 8;

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
  const tally = { appended: 0, repeated: 0, refused: 0, issues: [] as Issue[] };
  const { store } = context;
  if (options.acceptGood === true && options.dryRun !== true) {
    for await (const batch of batches)
      await store.transaction((tx) => take(tx, context, batch, tally, options));
    await store.transaction((tx) => context.integrate(tx).then(() => undefined));
    return tally;
  }
  try {
    await store.transaction(async (tx) => {
      let waiting = 0;
      for await (const batch of batches) {
        await take(tx, context, batch, tally, options);
        waiting += 1;
        if (waiting % queued === 0) await context.integrate(tx);
      }
      await context.integrate(tx);
      if (options.dryRun === true || tally.refused > 0) throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    if (options.dryRun !== true) tally.appended = 0;
  }
  return tally;
}

/** Ends a transaction that must leave nothing. */
class Undone extends Error {}

type Tally = { -readonly [K in keyof Imported]: Imported[K] extends number ? number : Issue[] };

async function take(
  tx: StoreTransaction,
  context: AppendContext,
  batch: ImportBatch,
  tally: Tally,
  options: ImportOptions,
): Promise<void> {
  // what is admissible is written even where the rest is not: later batches are judged after it
  const { outcomes, issues, appended } = await appendWithin(tx, context, batch.actions, {
    acceptGood: true,
    pathOf: batch.pathOf,
  });
  const refused = outcomes.filter((it) => it.issues !== undefined).length;
  tally.appended += appended;
  tally.repeated += outcomes.length - refused - appended;
  tally.refused += refused + batch.issues.length;
  for (const it of [...batch.issues, ...issues]) if (tally.issues.length < mostIssues) tally.issues.push(it);
  options.onProgress?.(tally.appended + tally.repeated + tally.refused);
}
