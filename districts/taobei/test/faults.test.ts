import assert from "node:assert/strict";
import { test } from "node:test";
import type { Action } from "huimou";
import { actions } from "../demo/index.ts";
import { faultsOf } from "./faults.ts";

const [open, advance] = Iterator.from(actions(1)).take(2).toArray() as [
  Extract<Action, { kind: "open" }>,
  Extract<Action, { kind: "advance" }>,
];

test("the judge by hand passes a record that keeps to its register", () => {
  assert.deepEqual([...faultsOf([open, advance])], []);
});

const spoilt: readonly (readonly [fault: string, actions: readonly Action[]])[] = [
  ["opened twice", [open, open]],
  ["key", [{ ...open, record: "1" }]],
  ["unknown area", [{ ...open, fields: { ...open.fields, area: "220802999999" } }]],
  ["no field colour", [{ ...open, fields: { ...open.fields, colour: "red" } }]],
  ["its record was not opened right before", [advance]],
  ["no step from planned", [open, { ...advance, to: "accepted" }]],
  ["goes back before", [open, { ...advance, at: "2016-10-08" }]],
  ["a day outside the period", [open, { ...advance, at: "2021-11-01" }]],
  ["changes nothing", [open, { ...advance, kind: "amend", fields: { paid: "0.00" }, reason: "更正" }]],
];

for (const [fault, list] of spoilt)
  test(`the judge by hand finds: ${fault}`, () => {
    const found = [...faultsOf(list)];
    assert.ok(
      found.some((it) => it.includes(`: ${fault}`)),
      found.join("\n"),
    );
  });
