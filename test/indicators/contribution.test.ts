import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { defineIndicator } from "../../src/index.ts";
import { type Cell, CellSums, compilePack } from "../../src/indicators/index.ts";
import { historyOf, type Told, viewOf } from "../../src/registers/index.ts";
import { anyAction, applied } from "../pack/actions.ts";
import { pack } from "../pack/pack.ts";
import { sequences } from "../pack/sequences.ts";
import { facts } from "./facts.ts";

const flow = {
  ...facts,
  unit: "条",
  register: "tip",
  nature: "flow",
} as const;

/** Beside those of the pack, enterings of sealed records: its cells count records that enter for the first time. */
const enterings = ["checking", "closed"].flatMap((state) => [
  defineIndicator({ ...flow, id: `tip.${state}-each`, measure: { count: true }, date: { each: state } }),
  defineIndicator({
    ...flow,
    id: `tip.${state}-persons`,
    measure: { sum: "persons" },
    date: { each: state },
  }),
]);
const declarations = compilePack({ ...pack, indicators: [...pack.indicators, ...enterings] });

const lives = sequences(declarations, { minLength: 40, maxLength: 160 });

test("what changes add up to is what the whole records contribute, whatever is asked of them in whatever order", () => {
  // cells in which records entered that had done so before: without any, nothing of this was tried
  let laterAlone = 0;
  fc.assert(
    fc.property(fc.oneof(fc.array(anyAction, { maxLength: 40 }), lives), (actions) => {
      const changes = new CellSums();
      const told = new Map<string, Told[]>();
      for (const { key, entry, secret, before, after } of applied(declarations, actions)) {
        const past = told.get(key) ?? [];
        const now = [...past, { entry, disclosed: secret }];
        told.set(key, now);
        const rewrites = entry.kind === "void" || (before !== null && entry.at < before.at);
        declarations.contributions.get(entry.register)?.addChange(
          {
            before,
            after,
            at: entry.at,
            ...(rewrites && { rewritten: { before: historyOf(past), after: historyOf(now) } }),
          },
          changes,
        );
      }
      const whole = new CellSums();
      for (const entries of told.values()) {
        const view = viewOf(entries);
        if (view !== null)
          declarations.contributions.get(view.register)?.addRecord(view, historyOf(entries), whole);
      }
      assert.deepEqual(sorted(changes), sorted(whole));
      laterAlone += sorted(whole).filter((it) => it.indicator.endsWith("-each") && it.n === 0).length;
    }),
    { numRuns: 500 },
  );
  assert.ok(laterAlone > 0);
});

function sorted(sums: CellSums): Cell[] {
  const keyOf = (it: Cell) => `${it.indicator} ${it.area} ${it.month} ${it.breakdown}`;
  return [...sums.cells()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
