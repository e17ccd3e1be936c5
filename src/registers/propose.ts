import type { Entry, Json } from "../ledger/index.ts";
import type { Action } from "./action.ts";
import type { CompiledRegister } from "./compile.ts";
import type { Value } from "./define.ts";
import { fieldsOf } from "./judge.ts";
import { type Disclosed, fold, type RecordView } from "./view.ts";

/** An entry that an action asks for, before its secrets are sealed. */
export interface Proposal {
  /** without `sealed`: the commitments come with the seals */
  readonly entry: Entry;
  /** values to seal, by field; `key`, `state`, `entered` and `reason` among them where the register keeps them so */
  readonly secret: Disclosed;
  readonly after: RecordView;
}

/**
 * What an action that was judged admissible appends. `record` is the key as it stands in the leaf.
 * In a sealed register every field and the reason are secret, and the state too unless it is declared open.
 */
export function propose(
  register: CompiledRegister,
  before: RecordView | null,
  action: Action,
  record: string,
  recorded: string,
): Proposal {
  const { definition, sealedFields } = register;
  const open: Record<string, Json> = {};
  const secret: Record<string, Value> = {};
  const given = fieldsOf(action);
  for (const name of Object.keys(given).sort())
    (sealedFields.has(name) ? secret : open)[name] = given[name] as Value;
  const state = stateAfter(register, before, action);
  // where none is asked for, an empty reason is none
  const reason = action.reason?.trim() === "" ? undefined : action.reason;
  if (!definition.openState && (action.kind === "open" || action.kind === "advance")) {
    secret.state = state;
    secret.entered = action.at;
  }
  if (definition.visibility === "sealed") {
    if (action.kind === "open") secret.key = action.record;
    if (reason !== undefined) secret.reason = reason;
  }
  // members in canonical order: what is written most need not be sorted again
  const entry: Entry = {
    actor: action.actor,
    at: action.at,
    ...(Object.keys(open).length > 0 && { fields: open }),
    kind: action.kind,
    ...(definition.visibility === "open" && reason !== undefined && { reason }),
    record,
    recorded,
    register: definition.name,
    ...(definition.openState && { state }),
    v: 1,
    version: before?.version ?? 0,
  };
  return { entry, secret, after: fold(before, entry, secret) };
}

function stateAfter(register: CompiledRegister, before: RecordView | null, action: Action): string {
  if (action.kind === "advance") return action.to;
  return before?.state ?? register.definition.lifecycle.initial;
}
