import { type Issue, IssueError, type Path, refuse } from "../issue/index.ts";
import type { PendingCell } from "../ledger/index.ts";
import { type Leaf, type Ledger, putPending } from "../ledger/index.ts";
import type { Store, StoreTransaction } from "../ledger/store/index.ts";
import {
  type Action,
  historyOf,
  judgeAll,
  NotIntegrated,
  type Outcome,
  RecordBook,
  type Seals,
  type Taken,
  writeTaken,
} from "../registers/index.ts";
import { type Cell, CellSums } from "./cell.ts";
import type { JudgingDeclarations } from "./declarations.ts";

/** What an append works with. */
export interface AppendContext {
  readonly store: Store;
  readonly declarations: JudgingDeclarations;
  readonly seals: Seals;
  readonly clock: () => Date;
  readonly ledger: Ledger;
  /** refuses where other declarations are in force by now: asked last in a transaction, when none can come in any more */
  readonly refuseUnlessInForce: (tx: StoreTransaction) => Promise<void>;
}

export interface AppendOptions {
  /** append what is admissible, although other actions are not; else nothing is appended */
  readonly acceptGood?: boolean;
  /** where an action stands in its file; its number unless told */
  readonly pathOf?: (index: number) => Path;
}

/** What became of an append: one outcome an action; `appended` counts the entries made. */
export interface Appended {
  readonly outcomes: readonly Outcome[];
  readonly issues: readonly Issue[];
  readonly appended: number;
}

/** How often an append starts again where other writers were first. */
const attempts = 8;

/**
 * Runs a transaction, again from its beginning where other writers were first; after eight times it is refused
 * (`registers.overtaken`). What it does outside the database must bear repetition.
 */
export async function againstOthers<T>(store: Store, work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await store.transaction(work);
    } catch (error) {
      if (!isOvertaken(error)) throw error;
      if (attempt === attempts) refuse("registers.overtaken", []);
    }
}

/**
 * Appends actions: entries, records, secrets and what they add to the cells, all in one transaction. When it
 * resolves, they are on the disk and acknowledged; their place in the log comes with the next integration.
 * They are judged together: later actions see what earlier ones did.
 */
export async function append(
  context: AppendContext,
  actions: readonly Action[],
  options: AppendOptions = {},
): Promise<Appended> {
  return againstOthers(context.store, async (tx) => {
    const { outcomes, issues, leaves, sums } = await appendWithin(tx, context, actions, options, () =>
      context.ledger.integrateWithin(tx),
    );
    const entries = leaves.map((it) => it.bytes);
    await putPending(tx, context.ledger.district, {
      entries,
      cells: Array.from(sums.cells(), pendingCell),
    });
    await context.refuseUnlessInForce(tx);
    return { outcomes, issues, appended: leaves.length };
  });
}

/** What a part of a transaction appended: its leaves are not in the log and its sums not in the cells yet. */
export interface AppendedWithin extends Omit<Appended, "appended"> {
  readonly leaves: readonly Leaf[];
  readonly sums: CellSums;
}

/**
 * Judges and writes actions as a part of a transaction. `catchUp` gives everything that was appended before its
 * place in the log: a record's past is read from there. Adds to `sums` where they are given.
 */
export async function appendWithin(
  tx: StoreTransaction,
  { store, declarations, seals, clock }: Omit<AppendContext, "ledger" | "refuseUnlessInForce">,
  actions: readonly Action[],
  options: AppendOptions,
  catchUp: () => Promise<unknown>,
  sums: CellSums = new CellSums(),
): Promise<AppendedWithin> {
  const { registers, contributions } = declarations;
  const district = declarations.pack.district.code;
  const uncounted = new Map<Action, readonly Issue[]>();
  const judged = async () => {
    const rowLocks = store.kind === "postgres";
    const book = await RecordBook.load(tx, district, registers, seals, actions, rowLocks);
    return judgeAll(
      registers,
      book,
      actions,
      clock().toISOString(),
      options.pathOf ?? ((index) => [index + 1]),
      (register) => contributions.get(register)?.asksHistory === true,
      uncounted,
    );
  };
  for (;;) {
    const { taken, outcomes } = await judged().catch(async (error) => {
      if (!(error instanceof NotIntegrated)) throw error;
      await catchUp();
      return judged();
    });
    const own = new CellSums();
    const known = uncounted.size;
    for (const it of taken) {
      const found = countIssues(own, declarations, it);
      if (found.length > 0) uncounted.set(it.action, found);
    }
    // what no figure can count is refused like what breaks a rule, and what followed on it is judged without it
    if (uncounted.size > known) continue;
    const issues = outcomes.flatMap((it) => it.issues ?? []);
    if (issues.length > 0 && options.acceptGood !== true) return { outcomes, issues, leaves: [], sums };
    const leaves = await writeTaken(tx, district, registers, seals, taken);
    sums.addAll(own);
    return { outcomes, issues, leaves, sums };
  }
}

/** Adds what an entry does to the cells; or says why nobody can count it: its days lie where working days are unknown. */
function countIssues(
  sums: CellSums,
  { contributions }: JudgingDeclarations,
  { entry, secret, before, after, past }: Taken,
): readonly Issue[] {
  const rewritten = past && {
    before: historyOf(past),
    after: historyOf([...past, { entry, disclosed: secret }]),
  };
  const change = { before, after, at: entry.at, ...(rewritten && { rewritten }) };
  try {
    contributions.get(entry.register)?.addChange(change, sums);
    return [];
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    // within the record: the deadline, wait or light that asks for them
    return error.issues.map((it) => ({ ...it, path: it.path.slice(1) }));
  }
}

function pendingCell({ indicator, area, month, breakdown, n, sum }: Cell): PendingCell {
  return [indicator, area, month, breakdown, n, sum];
}

/** PostgreSQL's unique violation, deadlock and serialization failure: another writer was first. */
export function isOvertaken(error: unknown): boolean {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return code === "23505" || code === "40P01" || code === "40001";
}
