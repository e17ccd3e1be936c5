import type { DatedRule } from "../calendar/index.ts";
import type { Words } from "../issue/index.ts";
import type { DeadlineDefinition, Field, StateDefinition, TransitionDefinition } from "./define.ts";
import { choice, text } from "./field-type.ts";

/** Between which units work passes, and from where to where in a lifecycle. */
export interface HandOverInput {
  /** the units that may be offered the work, by code */
  readonly units: Readonly<Record<string, Words>>;
  /** the grounds on which it may be returned, by code */
  readonly grounds: Readonly<Record<string, Words>>;
  /** the states in which it is offered */
  readonly from: readonly string[];
  /** the state that acceptance enters */
  readonly to: string;
  /** by when an offer is accepted or returned */
  readonly answer: readonly DatedRule[];
}

/** What a register declares so that its records are handed over; each part is put among the register's own. */
export interface HandOver {
  readonly fields: Readonly<Record<"offered-to" | "return-grounds" | "return-clause", Field>>;
  readonly states: Readonly<Record<"offered" | "returned", StateDefinition>>;
  readonly transitions: readonly TransitionDefinition[];
  readonly deadlines: readonly DeadlineDefinition[];
}

/**
 * How work passes from unit to unit (交办): it is offered, and the unit that it is offered to accepts it, or returns it
 * on a ground of the list and with the clause that says so; then it is offered again. A clock that is not to begin anew
 * with every offer runs from `{ first: "offered" }`; how often work was returned is a flow over `{ each: "returned" }`.
 *
 * @example
 * const passing = handOver({ units, grounds, from: ["received"], to: "verifying", answer });
 * // fields: { …, ...passing.fields }, states: { …, ...passing.states }, transitions: [ …, ...passing.transitions ]
 */
export function handOver({ units, grounds, from, to, answer }: HandOverInput): HandOver {
  return {
    fields: {
      "offered-to": { title: { zh: "交办单位", en: "Offered to" }, schema: choice(units).optional() },
      "return-grounds": {
        title: { zh: "退回理由", en: "Grounds of the return" },
        schema: choice(grounds).optional(),
      },
      "return-clause": {
        title: { zh: "退回依据", en: "Clause that the return cites" },
        schema: text(120).optional(),
      },
    },
    states: {
      offered: { title: { zh: "已交办待签收", en: "Offered" } },
      returned: { title: { zh: "已退回", en: "Returned" } },
    },
    transitions: [
      ...from.map((state) => ({ from: state, to: "offered", requires: ["offered-to"] })),
      { from: "offered", to },
      { from: "offered", to: "returned", requires: ["return-grounds", "return-clause"] },
      { from: "returned", to: "offered", requires: ["offered-to"] },
    ],
    deadlines: [
      {
        id: "answer",
        title: { zh: "签收或退回", en: "Accept or return" },
        from: { entered: "offered" },
        until: { states: [to, "returned"] },
        rules: answer,
      },
    ],
  };
}
