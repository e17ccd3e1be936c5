import type { Action } from "huimou";

/** Fields as an action carries them. */
export type Fields = NonNullable<Extract<Action, { kind: "open" }>["fields"]>;

/** The actions of one record, written down with its register, key and actor already known. */
export interface Acts {
  open(at: string, fields: Fields): Action;
  advance(at: string, to: string, fields?: Fields, reason?: string): Action;
  amend(at: string, fields: Fields, reason: string): Action;
  withdraw(at: string, reason: string): Action;
}

/** Speaks for one record. `actor` is a unit and a post, never a person. */
export function actsOf(register: string, record: string, actor: string): Acts {
  const facts = { register, record, actor };
  return {
    open: (at, fields) => ({ kind: "open", ...facts, at, fields }),
    advance: (at, to, fields, reason) => ({
      kind: "advance",
      ...facts,
      at,
      to,
      ...(fields === undefined ? {} : { fields }),
      ...(reason === undefined ? {} : { reason }),
    }),
    amend: (at, fields, reason) => ({ kind: "amend", ...facts, at, fields, reason }),
    withdraw: (at, reason) => ({ kind: "void", ...facts, at, reason }),
  };
}
