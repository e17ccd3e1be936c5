import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { observationsAsOf } from "../../src/district/index.ts";
import { type BreakDefinition, definePack } from "../../src/index.ts";
import {
  CellTable,
  compilePack,
  Derivation,
  type Observation,
  observe,
  type RuleDefinition,
  readQuery,
  reconcile,
  type WrittenQuery,
} from "../../src/indicators/index.ts";
import { Period } from "../../src/quantity/index.ts";
import type { Action, Value } from "../../src/registers/index.ts";
import { onEachStore } from "../district/made-up-district.ts";
import { applied } from "../pack/actions.ts";
import { records, shanghe, shiqiao, xiahe } from "../pack/records.ts";
import { sequences } from "../pack/sequences.ts";
import wide from "../pack/wide/pack.ts";
import { seed } from "../seed.ts";

const actor = "经办/发改局";

/** Works beside those of the made-up district: planned, started and accepted on these days. */
const works = [
  ["W0011", shiqiao, "road", "2019-02-01", "2019-02-10", "2019-06-30"],
  ["W0012", shiqiao, "clinic", "2019-03-01", "2019-03-10", "2019-08-31"],
  ["W0013", shanghe, "clinic", "2020-08-01", "2020-08-15", "2020-09-30"],
] as const;
const more = works.flatMap(([record, village, kind, planned, started, accepted]): Action[] => {
  const own = { register: "work", record, actor } as const;
  const fields: Record<string, Value> = { village, kind, planned: "10.00", start: started };
  return [
    { ...own, kind: "open", at: planned, fields },
    { ...own, kind: "advance", at: started, to: "started" },
    { ...own, kind: "advance", at: accepted, to: "accepted", fields: { paid: "9.00" } },
  ];
});
const visits = ["2019-05-05", "2019-06-06", "2020-02-02", "2021-03-03"].map(
  (day, at): Action => ({
    kind: "open",
    register: "visit",
    record: `V000${at + 1}`,
    at: day,
    actor,
    fields: { village: xiahe, day, topic: "health", persons: 2 },
  }),
);
const households = ["2020-03-03", "2020-08-08", "2021-04-04", "2021-05-05"].map(
  (since, at): Action => ({
    kind: "open",
    register: "care",
    record: `C000${at + 1}`,
    at: since,
    actor,
    fields: { home: xiahe, since, members: 2, urgent: at === 1 },
  }),
);

type Asked = Omit<WrittenQuery, "indicator">;
/** The value or why there is none; the former definition that gave it; the basis that it names. */
type Counted = readonly [indicator: string, asked: Asked, told: string];
const current = { basis: "current" } as const;

const counted: readonly Counted[] = [
  // accepted in 2019: roads 1, clinics 2; in 2020: roads 1, clinics 1
  ["work.done", { period: "2019" }, "1 by work.roads-done"],
  ["work.done", { period: "2019", ...current }, "3 @current"],
  ["work.done", { period: "2019-06" }, "1 by work.roads-done"],
  ["work.done", { period: "2019-08" }, "0 by work.roads-done"],
  ["work.done", { period: "2019-08", ...current }, "1 @current"],
  ["work.done", { period: "2020" }, "2"],
  ["work.done", { period: "2020", ...current }, "2"], // no definition changed since
  ["work.done", { period: "2020-01" }, "0"],
  ["work.done", { period: "2020..2021" }, "2"],
  ["work.done", { period: "2019..2020" }, "series-break"],
  ["work.done", { period: "2019-12..2020-01" }, "series-break"],
  ["work.done", { period: "2019..2020", ...current }, "5 @current"],
  ["work.done", { period: "2019", where: { kind: "clinic" } }, "0 by work.roads-done"],
  ["work.done", { period: "2019", where: { kind: "clinic" }, ...current }, "2 @current"],
  ["work.done", { period: "2019", area: shiqiao }, "1 by work.roads-done"],
  // growth across the break is by the present definition: 2 after 3, not 2 after 1
  ["work.done-growth", { period: "2020" }, "-33.333333333333"],
  ["work.done-growth", { period: "2020", ...current }, "-33.333333333333 @current"],
  ["work.done-growth", { period: "2021" }, "-100"],
  ["work.done-growth", { period: "2019" }, "no-base"],
  ["work.done-growth", { period: "2020", where: { kind: "clinic" } }, "-50"],
  ["work.done-growth-alike", { period: "2020" }, "-33.333333333333"],
  // each year by its own definition, or both by one
  ["work.done-share", { period: "2019" }, "25"], // 1 of 4
  ["work.done-share", { period: "2019", ...current }, "75 @current"],
  ["work.done-share", { period: "2020" }, "66.666666666667"], // 2 of 3
  ["work.done-share", { period: "2019..2020" }, "series-break"],
  ["work.done-share", { period: "2019..2020", ...current }, "71.428571428571 @current"], // 5 of 7
  // what stands at an end is told by the definition of that end
  ["work.open", { period: "2020-06" }, "1 by work.under-way"], // W0003
  ["work.open", { period: "2020-06", ...current }, "2 @current"], // and W0004, still planned
  ["work.open", { period: "2020" }, "2"],
  ["work.open", { period: "2019..2021" }, "3"],
  ["work.open-months", { period: "2020-01..2020-06" }, "7"], // 2, then 1 at each of five ends
  ["work.open-months", { period: "2020" }, "series-break"],
  ["work.open-months", { period: "2020", ...current }, "21 @current"],
  ["work.open-months", { period: "2020-07..2020-12" }, "13"],
  // roads alone until 2019: neither of the two listed villages had one; then any work
  ["work.reach", { period: "2019" }, "0"],
  ["work.reach", { period: "2019", ...current }, "50 @current"],
  ["work.reach", { period: "2020" }, "100"],
  ["work.reach", { period: "2019..2020" }, "100"],
  // another register counts what the former one did not: there is no way back
  ["help.households", { period: "2019" }, "2 by help.visited"],
  ["help.households", { period: "2019", ...current }, "series-break @current"],
  ["help.households", { period: "2020" }, "series-break"],
  ["help.households", { period: "2020-01..2020-06" }, "1 by help.visited"],
  ["help.households", { period: "2020-07..2020-12" }, "1"],
  ["help.households", { period: "2020", ...current }, "series-break @current"],
  ["help.households", { period: "2021" }, "2"],
  ["help.households", { period: "2021", where: { urgent: "false" } }, "2"],
  ["help.households", { period: "2019", where: { urgent: "false" } }, "series-break"], // visits do not tell
  ["help.growth", { period: "2020" }, "series-break"],
  ["help.growth", { period: "2021" }, "series-break"],
  ["help.growth", { period: "2020-01..2020-06" }, "-50"], // 1 visit after 2
];

onEachStore(
  "each period is read by its own definition, or all by the present one",
  async ({ district: it }) => {
    assert.deepEqual((await it.append([...records, ...more, ...visits, ...households])).issues, []);
    const { size } = await it.ledger.head();
    for (const [indicator, asked, told] of counted) {
      const { query, issues } = readQuery(it.declarations, { indicator, ...asked }, []);
      assert.deepEqual(issues, []);
      assert.ok(query !== null);
      const shown = [await it.observations(query), await observationsAsOf(it, size, query)].map(([one]) =>
        said(one),
      );
      assert.deepEqual(shown, [told, told], `${indicator} ${JSON.stringify(asked)}`);
    }
  },
);

onEachStore("growth across a break names the basis of each side", async ({ district: it }) => {
  await it.append([...records, ...more]);
  const partsOf = async (indicator: string) => {
    const { query } = readQuery(it.declarations, { indicator, period: "2020" }, []);
    assert.ok(query !== null);
    const [growth] = await it.observations(query);
    return growth?.parts?.map((part) => `${part.period} ${said(part)}`);
  };
  assert.deepEqual(await partsOf("work.done-growth"), ["2020 2", "2019 3 @current"]);
  assert.deepEqual(await partsOf("work.done-growth-alike"), ["2020 2", "2019 3 @current"]);
});

test("after a second break, growth across the first still compares by the definition of the later year", () => {
  const twice = wide.indicators.map((it) =>
    it.id !== "work.done"
      ? it
      : {
          ...it,
          breaks: [
            { at: "2021-01", before: "work.accepted", why: it.title },
            { at: "2020-01", before: "work.roads-done", why: it.title },
          ],
        },
  );
  const declarations = compilePack({ ...wide, indicators: twice });
  const derivation = new Derivation(declarations);
  for (const { entry, secret } of applied(declarations, [...records, ...more]))
    assert.deepEqual(derivation.add(entry, [], secret), []);
  const cells = new CellTable(derivation.sums.cells());
  const one = (indicator: string, period: string) => {
    const { query } = readQuery(declarations, { indicator, period }, []);
    assert.ok(query !== null);
    return observe(declarations, cells, query);
  };
  assert.deepEqual(
    ["2019", "2020", "2021"].map((year) => said(one("work.done", year))),
    ["1 by work.roads-done", "2 by work.accepted", "0"],
  );
  const growth = one("work.done-growth", "2020");
  assert.deepEqual(growth.parts?.map(said), ["2 by work.accepted", "3 by work.accepted @2020-12"]);
  assert.equal(said(one("work.done", "2019..2021")), "series-break");
});

const declarations = compilePack(wide);
const area = declarations.areas.district;

test(`before a break a series is its former definition's, after it what it would be without one (seed ${seed})`, () => {
  const unbroken = compilePack({
    ...wide,
    indicators: wide.indicators.map((it) => {
      const { breaks: _, ...whole } = it;
      return whole as typeof it;
    }),
  });
  fc.assert(
    fc.property(
      sequences(declarations, { minLength: 20, maxLength: 60 }),
      fc.integer({ min: 0, max: 35 }),
      fc.integer({ min: 0, max: 35 }),
      (actions, one, other) => {
        const derivation = new Derivation(declarations);
        for (const { entry, secret } of applied(declarations, actions)) derivation.add(entry, [], secret);
        const cells = new CellTable(derivation.sums.cells());
        const start = Period.of("2019").firstMonth;
        const period = Period.ofMonths(start + Math.min(one, other), start + Math.max(one, other));
        const read = (indicator: string, of = declarations) =>
          observe(of, cells, { indicator, area, period, where: {} });
        const { value } = read("work.done");
        const broken = Period.of("2020-01").firstMonth;
        if (period.lastMonth < broken) assert.equal(value, read("work.roads-done").value);
        else if (period.firstMonth >= broken) assert.equal(value, read("work.done", unbroken).value);
        else assert.equal(value, null);
        const present = observe(declarations, cells, {
          indicator: "work.done",
          area,
          period,
          where: {},
          basis: Number.POSITIVE_INFINITY,
        });
        assert.equal(present.value, read("work.done", unbroken).value);
      },
    ),
    { seed, numRuns: 100 },
  );
});

test("only one basis can be asked for", () => {
  const { issues } = readQuery(declarations, { indicator: "work.done", basis: "former" }, []);
  assert.deepEqual(
    issues.map((it) => it.code),
    ["indicators.basis-unknown"],
  );
});

test("a pack stops on breaks that name nothing, or what cannot have come before", () => {
  const declared = (id: string, breaks: readonly BreakDefinition[]) =>
    definePack({
      ...wide,
      registers: wide.registers.filter((it) => it.name !== "explanation"),
      indicators: wide.indicators.map((it) => (it.id === id ? { ...it, breaks } : it)),
    });
  const since = (before: string, at = "2020-01") => ({ at, before, why: { zh: "改", en: "changed" } });
  const refused: readonly (readonly [string, readonly BreakDefinition[], RegExp])[] = [
    ["work.planned", [since("work.none")], /no former definition work\.none/],
    ["work.planned", [since("work.accepted", "2020")], /the break's 2020 is no month/],
    ["work.planned", [since("work.accepted"), since("work.done")], /two breaks in one month/],
    ["work.planned", [since("work.done")], /work\.done has breaks itself/],
    ["work.planned", [since("tip.received")], /tip\.received has another unit/],
    ["work.planned", [since("work.under-way")], /one is a stock and one is not/],
    ["work.planned", [since("work.mean")], /rests on itself: work\.planned, work\.mean, work\.planned/],
    ["work.planned", [since("work.planned")], /work\.planned has breaks itself/],
    ["work.under-way", [since("work.waiting-formula")], /no former definition/],
  ];
  for (const [id, breaks, words] of refused) assert.throws(() => declared(id, breaks), words);
  assert.doesNotThrow(() =>
    declared("work.planned", [since("work.accepted"), since("work.roads-done", "2019-07")]),
  );
});

function said(it: Observation | undefined): string {
  const former = it?.former === undefined ? "" : ` by ${it.former}`;
  const basis = it?.basis === undefined ? "" : ` @${it.basis}`;
  return `${it?.value ?? it?.missing}${former}${basis}`;
}

test("a rule whose period holds a break is told as not comparable there, and compared where there is none", () => {
  const rule: RuleDefinition = {
    kind: "rule",
    id: "work.done-accepted",
    title: { zh: "完工不多于验收", en: "no more done than accepted" },
    left: { plus: ["work.done"] },
    relation: "<=",
    right: { plus: ["work.accepted"] },
    periods: "cumulative",
    areas: "district",
    source: { zh: "示例", en: "example" },
  };
  const declarations = compilePack({ ...wide, rules: [rule] });
  const derivation = new Derivation(declarations);
  for (const { entry, secret } of applied(declarations, [...records, ...more]))
    assert.deepEqual(derivation.add(entry, [], secret), []);
  const results = reconcile(declarations, new CellTable(derivation.sums.cells()), []);
  assert.deepEqual(
    results.map(({ period, left, verdict }) => [period, left, verdict]),
    [
      ["2019", "1", "holds"],
      ["2019..2020", null, "incomparable"],
      ["2019..2021", null, "incomparable"],
    ],
  );
  // W0011 to W0013 above, and W0001 and W0002 of the made-up district
  assert.equal(results[1]?.rightParts[0]?.value, "5");
});
