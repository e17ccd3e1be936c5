import assert from "node:assert/strict";
import { test } from "node:test";
import { defineIndicator, definePack, type MeasureInput } from "../../src/index.ts";
import { compilePack, explanationRegister } from "../../src/indicators/index.ts";
import type { Action } from "../../src/registers/index.ts";
import { xiahe } from "../pack/records.ts";
import wide from "../pack/wide/pack.ts";
import { facts as said, words } from "./facts.ts";
import { readerAfter } from "./in-memory.ts";

const facts = { ...said, unit: "户" } as const;
const measure = (id: string, own: Partial<MeasureInput> = {}) =>
  defineIndicator({
    ...facts,
    id,
    register: "care",
    measure: { count: true },
    nature: "flow",
    date: { field: "since" },
    finest: { area: "district", period: "month" },
    ...own,
  } as MeasureInput);

// each pack has the register of explanations besides
const registers = wide.registers.filter((it) => it.name !== explanationRegister.name);

/** From 2020-07 on all households, before those without urgent need. */
const declarations = compilePack(
  definePack({
    ...wide,
    registers,
    indicators: [
      measure("care.taken", { breaks: [{ at: "2020-07", before: "care.usual", why: words }] }),
      measure("care.usual", { where: [{ field: "urgent", in: [false] }] }),
      defineIndicator({ ...facts, unit: "%", id: "care.growth", formula: { growth: { of: "care.taken" } } }),
      defineIndicator({
        ...facts,
        unit: "%",
        id: "care.usual-growth",
        formula: { growth: { of: "care.usual" } },
      }),
    ],
    rules: [],
    reports: [],
  }),
);

/** Of every half-year five households, and one with urgent need. 演示数据 */
const households = ["2019-03-03", "2019-09-09", "2020-03-03", "2020-09-09"].flatMap((since, half) =>
  [false, false, false, false, false, true].map(
    (urgent, at): Action => ({
      kind: "open",
      register: "care",
      record: `C00${half + 1}${at}`,
      at: since,
      actor: "经办/民政局",
      fields: { home: xiahe, since, members: 2, urgent },
    }),
  ),
);

test("of a sealed register each period is told by one definition alone: two would tell who is in one of them", () => {
  const read = readerAfter(declarations, households);
  assert.equal(read("care.taken", { period: "2019" }), "10", "those without urgent need");
  assert.equal(read("care.taken", { period: "2020-01..2020-06" }), "5");
  assert.equal(read("care.taken", { period: "2020-07..2020-12" }), "6");
  // six less five would be the one with urgent need
  assert.equal(read("care.taken", { period: "2019", basis: "current" }), "series-break");
  assert.equal(read("care.taken", { period: "2019..2020", basis: "current" }), "series-break");
  assert.equal(read("care.usual", { period: "2019" }), "10");
  assert.equal(read("care.usual", { period: "2020-07..2020-12" }), "series-break");
  assert.equal(read("care.usual", { period: "2020" }), "series-break");
  // and so would growth, of which one side is told by both
  assert.equal(read("care.growth", { period: "2020-01..2020-06" }), "0");
  assert.equal(read("care.growth", { period: "2020-07..2020-12" }), "series-break");
  assert.equal(read("care.usual-growth", { period: "2020-07..2020-12" }), "series-break");
});

test("who declares that small figures are published has both definitions everywhere", () => {
  const smallCells = { publish: true, why: words } as const;
  const open = compilePack(
    definePack({
      ...declarations.pack,
      registers,
      indicators: declarations.pack.indicators.map((it) =>
        it.kind === "measure" ? { ...it, smallCells } : it,
      ),
    }),
  );
  const read = readerAfter(open, households);
  assert.equal(read("care.taken", { period: "2019", basis: "current" }), "12");
  assert.equal(read("care.usual", { period: "2020-07..2020-12" }), "5");
});
