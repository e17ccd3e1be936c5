import { type Issue, issue, type Path } from "../issue/index.ts";
import type { Action } from "./action.ts";
import type { CompiledRegister } from "./compile.ts";
import { discreet } from "./discreet.ts";
import type { Told } from "./history.ts";
import { judge } from "./judge.ts";
import { type Proposal, propose } from "./propose.ts";
import type { RecordBook } from "./record-book.ts";
import type { RecordView } from "./view.ts";
import { writableIssues } from "./writable.ts";

/** What became of one action. */
export type Outcome =
  | { readonly record: string; readonly version: number; readonly issues?: never }
  | { readonly issues: readonly Issue[] };

/** One action that was taken, and the record before and after it. */
export interface Taken extends Proposal {
  readonly action: Action;
  readonly before: RecordView | null;
  /** everything known of the record before the action; only where the past is rewritten */
  readonly past?: readonly Told[];
}

/**
 * Judges actions in their order against the records as they stand and as the actions before have left
 * them. Touches nothing: what is taken is written by the caller, in the transaction that `book` reads in.
 * `pathOf` says where an action stands in its file; `needsPast`, whether a register has figures that tell of past days, for which
 * an entry that rewrites the past must be told with all that went before; `uncounted`, what is wrong with actions that
 * were found before to be countable by no figure.
 */
export async function judgeAll(
  registers: ReadonlyMap<string, CompiledRegister>,
  book: RecordBook,
  actions: readonly Action[],
  recorded: string,
  pathOf: (index: number) => Path,
  needsPast: (register: string) => boolean,
  uncounted: ReadonlyMap<Action, readonly Issue[]> = new Map(),
): Promise<{ taken: Taken[]; outcomes: Outcome[] }> {
  const taken: Taken[] = [];
  const outcomes: Outcome[] = [];
  for (const [index, action] of actions.entries()) {
    const register = registers.get(action.register);
    if (register === undefined) {
      const known = [...registers.keys()].join(", ");
      outcomes.push({
        issues: [issue("registers.register-unknown", pathOf(index), { register: action.register, known })],
      });
      continue;
    }
    const refuse = (issues: readonly Issue[]) =>
      outcomes.push({ issues: discreet(register.definition, issues) });
    const unwritable = writableIssues(action, pathOf(index));
    if (unwritable.length > 0) {
      refuse(unwritable);
      continue;
    }
    const repeated = book.repeated(action);
    if (repeated !== undefined) {
      const { version, ofThisRecord } = repeated;
      const { record } = action;
      if (ofThisRecord) outcomes.push({ record, version });
      else refuse([issue("registers.request-taken", [...pathOf(index), "request"], { record })]);
      continue;
    }
    const before = book.viewOf(action);
    const known = uncounted.get(action)?.map((it) => ({ ...it, path: [...pathOf(index), ...it.path] }));
    const issues = known ?? judge(register, before, action, pathOf(index));
    if (issues.length > 0) {
      refuse(issues);
      continue;
    }
    const proposal = propose(register, before, action, book.leafKeyOf(action), recorded);
    const after = proposal.after.gone
      ? []
      : register.recordIssues(before, proposal.after, action, pathOf(index));
    if (after.length > 0) {
      refuse(after);
      continue;
    }
    const rewrites =
      needsPast(action.register) && (action.kind === "void" || (before !== null && action.at < before.at));
    taken.push({ ...proposal, action, before, ...(rewrites && { past: await book.pastOf(action) }) });
    book.take(action, proposal);
    outcomes.push({ record: action.record, version: proposal.after.version });
  }
  return { taken, outcomes };
}
