import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "../../src/ledger/index.ts";
import { historyOf, type Told, viewOf } from "../../src/registers/index.ts";

const facts = {
  v: 1,
  register: "work",
  record: "W0001",
  recorded: "2022-01-01T00:00:00.000Z",
  actor: "经办/发改局",
} as const;

/** Opened in March, started in May, found in July to have been another sum from April on. */
const told: readonly Told[] = [
  { ...facts, kind: "open", version: 0, at: "2020-03-01", state: "planned", fields: { planned: "10.00" } },
  { ...facts, kind: "advance", version: 1, at: "2020-05-01", state: "started", fields: { paid: "2.00" } },
  {
    ...facts,
    kind: "amend",
    version: 2,
    at: "2020-04-01",
    state: "started",
    reason: "更正",
    fields: { planned: "12.00" },
  },
].map((entry) => ({ entry: entry as Entry }));

/** The day from which each step holds, with state and what was planned. */
function days(of: readonly Told[]) {
  return historyOf(of).map(({ at, after }) => [at, after.state, after.fields.planned, after.fields.paid]);
}

test("an amendment that is dated back holds from its own day and leaves the record in the state of that day", () => {
  assert.deepEqual(days(told), [
    ["2020-03-01", "planned", "10.00", undefined],
    ["2020-04-01", "planned", "12.00", undefined],
    ["2020-05-01", "started", "12.00", "2.00"],
  ]);
});

test("each step begins where the one before it ended", () => {
  const steps = historyOf(told);
  assert.equal(steps[0]?.before, null);
  for (const [i, step] of steps.slice(1).entries()) assert.equal(step.before, steps[i]?.after);
});

test("the last step is the record as it stands, however its entries were dated", () => {
  const last = historyOf(told).at(-1)?.after;
  assert.deepEqual(last, viewOf(told));
});

test("entries of one day make one step", () => {
  const sameDay = told.map(({ entry }) => ({ entry: { ...entry, at: "2020-03-01" } }));
  assert.deepEqual(days(sameDay), [["2020-03-01", "started", "12.00", "2.00"]]);
});

test("a record that was withdrawn has never been", () => {
  const last: Entry = {
    ...facts,
    kind: "void",
    version: 3,
    at: "2020-08-01",
    state: "started",
    reason: "重复",
  };
  assert.deepEqual(historyOf([...told, { entry: last }]), []);
});
