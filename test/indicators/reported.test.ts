import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CellTable,
  compilePack,
  defineIndicator,
  type MeasureDefinition,
  observe,
  readQuery,
} from "../../src/indicators/index.ts";
import { pack } from "../pack/pack.ts";

const counted = pack.indicators.find((it) => it.id === "tip.received") as MeasureDefinition;
const declarations = compilePack({
  ...pack,
  indicators: [
    ...pack.indicators,
    defineIndicator({ ...counted, id: "tip.reported", reported: true }),
    defineIndicator({
      ...counted,
      id: "tip.reported-share",
      formula: { share: { part: "tip.reported", whole: "tip.received" } },
    }),
  ],
});
const nothing = new CellTable([]);

function read(indicator: string) {
  const { query } = readQuery(declarations, { indicator, period: "2020" }, []);
  assert.ok(query !== null);
  const { value, missing } = observe(declarations, nothing, query);
  return { value, missing };
}

test("where nobody reported, a reported value is missing, while a counted one is 0", () => {
  assert.deepEqual(read("tip.received"), { value: "0", missing: undefined });
  assert.deepEqual(read("tip.reported"), { value: null, missing: "no-record" });
});

test("a formula over a report that is missing is missing for the same reason", () => {
  assert.deepEqual(read("tip.reported-share"), { value: null, missing: "no-record" });
});
