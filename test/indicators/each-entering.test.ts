import assert from "node:assert/strict";
import { test } from "node:test";
import { compilePack } from "../../src/indicators/index.ts";
import type { Action, Value } from "../../src/registers/index.ts";
import { shanghe, xiahe } from "../pack/records.ts";
import wide from "../pack/wide/pack.ts";
import { readerAfter } from "./in-memory.ts";

const declarations = compilePack(wide);
const after = (...actions: Action[]) => readerAfter(declarations, actions);
const facts = { register: "work", record: "W0001", actor: "经办/发改局", reason: "演示" } as const;
const opened: Action = {
  ...facts,
  kind: "open",
  at: "2020-01-06",
  fields: { village: shanghe, kind: "road", planned: "10.00", paid: "1.00", start: "2020-01-06" },
};
const step = (at: string, to: string, fields: Readonly<Record<string, Value>> = {}): Action => ({
  ...facts,
  kind: "advance",
  at,
  to,
  fields,
});
const amended = (at: string, fields: Readonly<Record<string, Value>>): Action => ({
  ...facts,
  kind: "amend",
  at,
  fields,
});
const twice = [
  opened,
  step("2020-02-03", "started"),
  step("2020-03-31", "accepted"),
  step("2020-04-01", "started"),
  step("2020-06-01", "accepted"),
];

test("each entering of a state counts in its own month, not the last alone", () => {
  const read = after(...twice);
  assert.equal(read("work.acceptances", { period: "2020" }), "2");
  assert.equal(read("work.acceptances", { period: "2020-03" }), "1");
  assert.equal(read("work.acceptances", { period: "2020-06" }), "1");
  assert.equal(read("work.accepted", { period: "2020" }), "1", "the record itself is accepted once");
});

test("each counts as the record stood at the end of that day", () => {
  const read = after(...twice, amended("2020-05-04", { kind: "clinic", village: xiahe, paid: "3.50" }));
  assert.equal(read("work.acceptances", { period: "2020-03", where: { kind: "road" } }), "1");
  assert.equal(read("work.acceptances", { period: "2020-06", where: { kind: "clinic" } }), "1");
  assert.equal(read("work.acceptances", { area: shanghe }), "1");
  assert.equal(read("work.acceptances", { area: xiahe }), "1");
  // 1.00 at the start of February, 1.00 at that of April
  assert.equal(read("work.paid-by-start", { period: "2020" }), "2");
});

test("what is entered more than once on a day counts as often as it was", () => {
  const day = "2020-03-31";
  const read = after(
    opened,
    step(day, "started"),
    step(day, "accepted"),
    step(day, "started"),
    step(day, "accepted", { paid: "2.50" }),
  );
  assert.equal(read("work.acceptances", { period: "2020-03" }), "2");
  assert.equal(read("work.paid-by-start", { period: "2020-03", where: { state: "accepted" } }), "5");
  const later = after(opened, step(day, "started"), step(day, "accepted"), step("2020-04-01", "started"));
  assert.equal(later("work.acceptances"), "1");
});

test("an amendment that is dated back changes the enterings from its day on; a withdrawal takes all of them back", () => {
  const back = after(...twice, amended("2020-03-31", { kind: "clinic" }));
  assert.equal(back("work.acceptances", { where: { kind: "clinic" } }), "2");
  assert.equal(back("work.acceptances", { where: { kind: "road" } }), "0");
  const gone = after(...twice, { ...facts, kind: "void", at: "2020-07-01" });
  assert.equal(gone("work.acceptances"), "0");
});

test("days go from one date to the other, the first not counted; who has not both adds none", () => {
  const read = after(...twice);
  // 1 April to 1 June
  assert.equal(read("work.days", { period: "2020" }), "61");
  assert.equal(read("work.days", { period: "2020-03" }), "0");
  const same = after(opened, step("2020-02-28", "started"), step("2020-02-28", "accepted"));
  assert.equal(same("work.days"), "0");
  const leap = after(opened, step("2020-02-28", "started"), step("2020-03-01", "accepted"));
  assert.equal(leap("work.days"), "2");
  const none = after(opened, step("2020-02-28", "started"));
  assert.equal(none("work.days"), "0");
});
