import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Cell, CellSums, compilePack } from "../../src/indicators/index.ts";
import { historyOf, type Told, viewOf } from "../../src/registers/index.ts";
import { anyAction, applied } from "../pack/actions.ts";
import { pack } from "../pack/pack.ts";

const declarations = compilePack(pack);

test("what changes add up to is what the whole records contribute, whatever is asked of them in whatever order", () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 40 }), (actions) => {
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
    }),
    { numRuns: 500 },
  );
});

function sorted(sums: CellSums): Cell[] {
  const keyOf = (it: Cell) => `${it.indicator} ${it.area} ${it.month} ${it.breakdown}`;
  return [...sums.cells()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
