import type { Action } from "huimou";
import { actions } from "../demo/actions.ts";

/** A record as a plain fold of its actions leaves it. */
export interface Folded {
  readonly register: string;
  readonly record: string;
  readonly state: string;
  readonly gone: boolean;
  /** the day of the last action */
  readonly at: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Folds the demonstration by hand, without the ledger: the second opinion on what it says. */
export function* foldedAt(scale: number, register: string, initial: string): Generator<Folded> {
  const records = new Map<string, Folded>();
  for (const action of actions(scale))
    if (action.register === register)
      records.set(action.record, fold(records.get(action.record), action, initial));
  yield* records.values();
}

function fold(before: Folded | undefined, action: Action, initial: string): Folded {
  const { register, record, at } = action;
  const fields = { ...before?.fields, ...("fields" in action ? action.fields : {}) };
  const state = action.kind === "advance" ? action.to : (before?.state ?? initial);
  return { register, record, state, at, gone: action.kind === "void", fields };
}
