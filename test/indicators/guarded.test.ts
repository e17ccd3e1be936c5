import assert from "node:assert/strict";
import { test } from "node:test";
import { defineIndicator, type MeasureDefinition, type MeasureInput } from "../../src/indicators/define.ts";
import { isCountable, isGuarded } from "../../src/indicators/suppression/guarded.ts";
import type { DeadlineDefinition } from "../../src/registers/define.ts";
import type { RegisterDefinition } from "../../src/registers/index.ts";
import { plan } from "../pack/wide/plan.ts";
import { facts } from "./facts.ts";

/** A deadline that asks for states alone. */
const { extension: _, ...due } = plan.deadlines[0] as DeadlineDefinition;
const visit: DeadlineDefinition = {
  ...due,
  id: "visit",
  from: { entered: "listed" },
  until: { states: ["running"] },
};

function measureOf(own: Pick<MeasureInput, "nature"> & Partial<MeasureInput>): MeasureDefinition {
  const measure = defineIndicator({
    id: "plan.one",
    ...facts,
    unit: "项",
    register: "plan",
    measure: { count: true },
    ...own,
  } as MeasureInput);
  assert.ok(measure.kind === "measure");
  return measure;
}

/** The fields of the made-up register that make a measure one of sealed values, when each of them alone is sealed. */
function guardingFields(own: Pick<MeasureInput, "nature"> & Partial<MeasureInput>): string[] {
  const measure = measureOf(own);
  const sealing = (name: string): RegisterDefinition => ({
    ...plan,
    fields: { ...plan.fields, [name]: { ...(plan.fields[name] as object), sealed: true } } as never,
  });
  return Object.keys(plan.fields).filter((it) => isGuarded(sealing(it), measure));
}

test("a measure is guarded by every sealed field that decides what it counts: its own conditions' and dates'", () => {
  const stock = { nature: "stock" } as const;
  assert.deepEqual(guardingFields(stock), ["village"], "the area of a record alone");
  assert.deepEqual(guardingFields({ ...stock, by: ["posted"] }), ["village", "posted"]);
  assert.deepEqual(guardingFields({ nature: "flow", date: { field: "begin" } }), ["village", "begin"]);
  assert.deepEqual(guardingFields({ ...stock, measure: { sum: "progress" } }), ["village", "progress"]);
  const days = { days: { from: { field: "begin" }, to: { field: "posted" } } } as const;
  assert.deepEqual(guardingFields({ ...stock, measure: days }), ["village", "begin", "posted"]);
  assert.deepEqual(guardingFields({ ...stock, where: [{ field: "hurry", set: true }] }), [
    "village",
    "hurry",
  ]);
});

test("a measure is guarded by the sealed fields of the deadline, wait or light that it speaks of", () => {
  const stock = { nature: "stock" } as const;
  assert.deepEqual(guardingFields({ ...stock, where: [{ deadline: "finish", met: "overdue" }] }), [
    "village",
    "finish",
    "later",
  ]);
  assert.deepEqual(guardingFields({ ...stock, where: [{ wait: "posting", kept: true }] }), [
    "village",
    "posted",
  ]);
  const ofLight = ["village", "begin", "finish", "progress"];
  assert.deepEqual(guardingFields({ ...stock, by: ["light"] }), ofLight);
  assert.deepEqual(guardingFields({ ...stock, where: [{ field: "light", in: ["red"] }] }), ofLight);
});

test("the log itself tells a count by states of a sealed register only where its states are open", () => {
  const counted = (openState: boolean, own: Pick<MeasureInput, "nature"> & Partial<MeasureInput>) =>
    isCountable(
      { ...plan, deadlines: [...plan.deadlines, visit], visibility: "sealed", openState },
      measureOf(own),
      {
        isDistrict: true,
        dimensions: [],
      },
    );
  const all = { nature: "stock" } as const;
  assert.deepEqual([counted(true, all), counted(false, all)], [true, true], "an entry for each record");
  for (const where of [
    [{ field: "state", in: ["done"] }],
    [{ deadline: "visit", met: "overdue" }],
  ] satisfies MeasureInput["where"][]) {
    assert.equal(counted(true, { ...all, where }), true);
    assert.equal(counted(false, { ...all, where }), false);
  }
  const byField = [{ deadline: "finish", met: "overdue" }] as const;
  assert.equal(
    counted(true, { ...all, where: byField }),
    false,
    "the day it is due stands in a sealed field",
  );
});
