import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Lattice } from "../../src/indicators/suppression/lattice.ts";
import { type Goal, SecondTables } from "../../src/indicators/suppression/second-table.ts";
import { family } from "../../src/indicators/suppression/suppression.ts";
import { Ties } from "../../src/indicators/suppression/tie.ts";
import { Period } from "../../src/quantity/index.ts";
import { seed } from "../seed.ts";
import { type Case, casesIn, cellsOf, declarationsOf, type Shape, shapes } from "./made-up-cases.ts";

const tables = shapes.chain((shape) => fc.tuple(fc.constant(shape), casesIn(shape)));

test(`for every small figure, and every small rest of a rule, a second table is found by search alone (seed ${seed})`, () => {
  let found = 0;
  fc.assert(
    fc.property(tables, ([shape, cases]) => {
      for (const [secondTables, goals] of familiesIn(shape, cases))
        for (const goal of goals) {
          const changes = secondTables.find(goal);
          assert.ok(typeof changes !== "string", `${nameOf(goal)}: ${changes}`);
          assert.ok(secondTables.fits(changes, goal), nameOf(goal));
          found += 1;
        }
    }),
    { seed, numRuns: 60 },
  );
  assert.ok(found > 0);
});

test("a table is none in which the small figure is the same, a sum does not hold, or somebody is gone", () => {
  const shape: Shape = {
    villages: [0, 0],
    period: "2019",
    finest: { area: "township", period: "year" },
    rules: [],
  };
  const one = (place: string): Case => ({
    place,
    opened: Period.of("2019-01").firstMonth,
    closed: null,
    returns: [],
    kind: "poor",
    outcome: null,
    members: 1,
  });
  const cases = ["999900001000", "999900002000", "999900002000"].map(one);
  const [secondTables, goals] = familiesIn(shape, cases)[0] as Family;
  const [goal, other] = goals;
  assert.ok(goal !== undefined && "lattice" in goal && other !== undefined && "lattice" in other);
  const changes = secondTables.find(goal);
  assert.ok(typeof changes !== "string" && secondTables.fits(changes, goal));
  const places = [...(changes.get(goal.lattice) ?? [])];
  for (const left of places) {
    const fewer = new Map(places.filter((it) => it !== left));
    assert.ok(!secondTables.fits(new Map([[goal.lattice, fewer]]), goal), `${left}`);
  }
  const turned = new Map(places.map(([place, by]) => [place, -by]));
  assert.ok(!secondTables.fits(new Map([[goal.lattice, turned]]), goal));
  assert.ok(!secondTables.fits(new Map(), goal));
});

type Family = readonly [SecondTables, readonly Goal[]];

/** The small figures of each family of measures, and what its rules leave over. */
function familiesIn(shape: Shape, cases: readonly Case[]): Family[] {
  const declarations = declarationsOf(shape);
  const cells = cellsOf(declarations, cases);
  const families = new Set(declarations.pack.indicators.map((it) => family(declarations, it.id)));
  return [...families]
    .filter((it) => it.length > 0)
    .map((measures): Family => {
      const lattices = new Map(measures.map((it) => [it.id, new Lattice(declarations, it, cells)]));
      const ties = new Ties(declarations, lattices, cells);
      const places = [...lattices.values()].flatMap((lattice) =>
        [...lattice.records].flatMap((held, place): Goal[] =>
          held === 1 || held === 2 ? [{ lattice, place }] : [],
        ),
      );
      return [new SecondTables(ties), [...places, ...ties.leavingFew.map((rest): Goal => ({ rest }))]];
    });
}

function nameOf(goal: Goal): string {
  return "rest" in goal ? "a rest" : `${goal.lattice.measure.id} place ${goal.place}`;
}
