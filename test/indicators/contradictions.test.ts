import assert from "node:assert/strict";
import { test } from "node:test";
import { defineIndicator, definePack, type MeasureInput } from "../../src/index.ts";
import wide from "../pack/wide/pack.ts";
import { facts } from "./facts.ts";

const sound: MeasureInput = {
  id: "work.sound",
  ...facts,
  unit: "个",
  register: "work",
  measure: { count: true },
  nature: "flow",
  date: { field: "start" },
};
const { date: _, ...undated } = sound;
const stock = { ...undated, nature: "stock" } as const;

const plans = { ...stock, register: "plan" } as const;
const begun = { nature: "flow", date: { field: "begin" } } as const;

/** What a pack with one more indicator is refused for; null where it is taken. */
function refusal(input: MeasureInput): string | null {
  try {
    const registers = wide.registers.filter((it) => it.name !== "explanation");
    definePack({ ...wide, registers, indicators: [...wide.indicators, defineIndicator(input)] });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const cases: readonly (readonly [name: string, input: MeasureInput, refusal: RegExp | null])[] = [
  ["a sound flow", sound, null],
  ["a sound stock", stock, null],
  ["a flow without a date", undated, /a flow needs the date/],
  ["a stock with a date", { ...stock, date: { field: "start" } }, /a stock has no date/],
  ["a stock that counts each entering", { ...stock, date: { each: "accepted" } }, /a stock has no date/],
  ["each entering of no state", { ...sound, date: { each: "paused" } }, /no state paused/],
  ["a date of no state", { ...sound, date: { entered: "paused" } }, /no state paused/],
  ["a date that is none", { ...sound, date: { field: "kind" } }, /kind is no date/],
  ["a sum of what is no number", { ...sound, measure: { sum: "kind" } }, /no number kind/],
  [
    "days without their first date",
    { ...sound, measure: { days: { from: { field: "begin" }, to: { entered: "accepted" } } } },
    /no field begin/,
  ],
  [
    "days to what is no date",
    { ...sound, measure: { days: { from: { field: "start" }, to: { field: "note" } } } },
    /note is no date/,
  ],
  ["a deadline that is not declared", { ...sound, where: [{ deadline: "x", met: "late" }] }, /no deadline x/],
  ["a stock of what is overdue", { ...plans, where: [{ deadline: "finish", met: "overdue" }] }, null],
  ["a stock by light", { ...plans, where: [{ field: "light", in: ["red"] }], by: ["light"] }, null],
  [
    "a flow of what is overdue",
    { ...plans, ...begun, where: [{ deadline: "finish", met: "overdue" }] },
    /only a stock can tell/,
  ],
  [
    "a flow of lights",
    { ...plans, ...begun, where: [{ field: "light", in: ["red"] }] },
    /only a stock can tell/,
  ],
  ["a flow by light", { ...plans, ...begun, by: ["light"] }, /only a stock can tell/],
  ["a colour that no light has", { ...plans, where: [{ field: "light", in: ["blue"] }] }, /no light blue/],
  ["any light at all", { ...plans, where: [{ field: "light", set: true }] }, /asked for by its colours/],
  ["lights that are not named", { ...plans, by: ["light"] }, /which lights it counts/],
  ["a light that is not declared", { ...stock, where: [{ field: "light", in: ["red"] }] }, /no field light/],
  ["a wait that is not declared", { ...sound, where: [{ wait: "x", kept: true }] }, /no wait x/],
];

for (const [name, input, wanted] of cases)
  test(`a pack with ${name} is ${wanted === null ? "taken" : "refused"}`, () => {
    const found = refusal(input);
    if (wanted === null) assert.equal(found, null);
    else assert.match(String(found), wanted);
  });
