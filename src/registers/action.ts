import type { Value } from "./define.ts";

/** What every request to append tells. */
interface ActionFacts {
  readonly register: string;
  /** the record's key as its register's people write it */
  readonly record: string;
  /** effective date, `YYYY-MM-DD` */
  readonly at: string;
  /** role and unit that answer for it, never a person's name */
  readonly actor: string;
  readonly reason?: string;
  /** idempotency key: an append that was committed under it is acknowledged again, not recorded twice */
  readonly request?: string;
}

/** Opens a record in its register's initial state. */
export interface OpenAction extends ActionFacts {
  readonly kind: "open";
  readonly fields: Readonly<Record<string, Value>>;
}

/** Changes fields from a date on; a date before an earlier entry's corrects the past. Needs a reason. */
export interface AmendAction extends ActionFacts {
  readonly kind: "amend";
  /** the version that the writer saw; missing: whatever it is now */
  readonly version?: number;
  /** null takes an optional field's value back */
  readonly fields: Readonly<Record<string, Value>>;
  readonly reason: string;
}

/** Takes a step of the lifecycle, with what became known by it. */
export interface AdvanceAction extends ActionFacts {
  readonly kind: "advance";
  readonly version?: number;
  readonly to: string;
  readonly fields?: Readonly<Record<string, Value>>;
}

/** Withdraws a record as if it had never been: an error or a double. Needs a reason. */
export interface VoidAction extends ActionFacts {
  readonly kind: "void";
  readonly version?: number;
  readonly reason: string;
}

/** A request to append one entry. */
export type Action = OpenAction | AmendAction | AdvanceAction | VoidAction;
