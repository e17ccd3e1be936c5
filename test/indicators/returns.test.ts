import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { observationsAsOf } from "../../src/district/index.ts";
import {
  area,
  defineIndicator,
  definePack,
  defineRegister,
  type MeasureInput,
  text,
} from "../../src/index.ts";
import {
  CellTable,
  compilePack,
  Derivation,
  observe,
  readQuery,
  type WrittenQuery,
} from "../../src/indicators/index.ts";
import { Decimal, Period } from "../../src/quantity/index.ts";
import { type Action, propose } from "../../src/registers/index.ts";
import { onEachStore } from "../district/made-up-district.ts";
import { district, dongjie, nanshan, xiahe } from "../pack/records.ts";
import wide, { jobs } from "../pack/wide/pack.ts";
import { seed } from "../seed.ts";

/** What townships returned: persons since January, by the end of a month, and how settled it is by now. */
const returned = [
  [nanshan, "2019-03-31", 30, "final"],
  [nanshan, "2019-06-30", 70, "final"],
  [nanshan, "2019-09-30", 90, "final"],
  [nanshan, "2019-12-31", 120, "final"],
  [dongjie, "2019-03-31", 10, "final"],
  [dongjie, "2019-06-30", 15, "final"],
  // nothing from Dongjie by September
  [dongjie, "2019-12-31", 40, "revised"],
  [nanshan, "2020-03-31", 25, "final"],
  [nanshan, "2020-06-30", 60, "submitted"],
  [dongjie, "2020-03-31", 12, "draft"],
] as const;

const actor = "经办/就业局";
const returns = returned.flatMap(([place, end, value, state], at): Action[] => {
  const own = { register: "jobs", record: `J${String(at + 1).padStart(4, "0")}`, at: end, actor };
  const step = (to: string): Action => ({ ...own, kind: "advance", to, reason: "更正" });
  const steps = { submitted: [], draft: ["draft"], final: ["final"], revised: ["final", "revised"] }[state];
  return [{ ...own, kind: "open", fields: { place, end, value } }, ...steps.map(step)];
});

/** A period and an area; the value with its status and whether it meets its standard, or why there is none. */
type Told = readonly [indicator: string, asked: Omit<WrittenQuery, "indicator">, told: string];

const told: readonly Told[] = [
  ["jobs.new", { period: "2019" }, "160 revised meets"], // 120 + 40
  ["jobs.new", { period: "2019-01..2019-06" }, "85 final below"], // 70 + 15
  ["jobs.new", { period: "2019-01..2019-03" }, "40 final"], // before there was a standard
  ["jobs.new", { period: "2019-04..2019-06" }, "45 final below"], // 70 − 30 + 15 − 10
  ["jobs.new", { period: "2019-07..2019-09" }, "20 final below"], // Nanshan alone: Dongjie said nothing
  ["jobs.new", { period: "2019-10..2019-12" }, "no-record"], // what Dongjie had by September nobody said
  ["jobs.new", { period: "2019-10..2019-12", area: nanshan }, "30 final below"],
  ["jobs.new", { period: "2019-07..2019-12" }, "75 revised below"], // 120 − 70 + 40 − 15
  ["jobs.new", { period: "2019-02..2019-12" }, "no-record"], // what January had nobody said
  ["jobs.new", { period: "2019-05" }, "no-record"],
  ["jobs.new", { period: "2019", area: nanshan }, "120 final meets"],
  ["jobs.new", { period: "2019", area: xiahe }, "no-record"],
  ["jobs.new", { period: "2020" }, "72 provisional below"], // 60 + 12
  ["jobs.new", { period: "2020", area: dongjie }, "12 below"], // a draft is no standing of a value
  ["jobs.new", { period: "2019..2020" }, "232 provisional meets"],
  ["jobs.new", { period: "2019-07..2020-12" }, "147 provisional meets"], // 75 + 72
  ["jobs.new", { period: "2019..2021" }, "232 provisional meets"],
  ["jobs.new", { period: "2021" }, "no-record"],
  ["jobs.stated", { period: "2019" }, "375 revised"],
  ["jobs.stated", { period: "2019", area: nanshan }, "310 final"],
  ["jobs.stated", { period: "2020", where: { state: "final" } }, "25 final"],
  ["jobs.growth", { period: "2020" }, "-55 provisional below"],
  ["jobs.growth", { period: "2020-01..2020-03" }, "-7.5 final meets"], // 37 after 40, by the old target
  ["jobs.growth", { period: "2020", area: nanshan }, "-50 provisional below"], // 60 after 120
  ["jobs.growth", { period: "2020-01..2020-06", area: nanshan }, "-14.285714285714 provisional meets"],
  ["jobs.growth", { period: "2019" }, "no-record"],
];

onEachStore("returns give what is counted by hand, settled as far as they are", async ({ district: it }) => {
  assert.deepEqual((await it.append(returns)).issues, []);
  const { size } = await it.ledger.head();
  for (const [indicator, asked, expected] of told) {
    const { query, issues } = readQuery(it.declarations, { indicator, ...asked }, []);
    assert.deepEqual(issues, []);
    assert.ok(query !== null);
    const shown = [await it.observations(query), await observationsAsOf(it, size, query)].map(([one]) =>
      [
        one?.value ?? one?.missing,
        one?.status,
        one?.meets === undefined ? undefined : one.meets ? "meets" : "below",
      ]
        .filter((part) => part !== undefined)
        .join(" "),
    );
    assert.deepEqual(shown, [expected, expected], `${indicator} ${JSON.stringify(asked)}`);
  }
});

onEachStore("a value is as settled as its record, from the day that says so", async ({ district: it }) => {
  const statusOf = async (indicator: string) => {
    const { query } = readQuery(it.declarations, { indicator, period: "2019" }, []);
    assert.ok(query !== null);
    return (await it.observations(query))[0]?.status;
  };
  const own = { register: "jobs", record: "J0001", at: "2019-12-31", actor } as const;
  const said: unknown[] = [];
  for (const action of [
    { ...own, kind: "open", fields: { place: district, end: "2019-12-31", value: 5 } },
    { ...own, kind: "advance", to: "final" },
    { ...own, kind: "advance", to: "revised", reason: "更正" },
    { ...own, kind: "void", reason: "重复" },
  ] as const) {
    assert.deepEqual((await it.append([action])).issues, []);
    said.push([await statusOf("jobs.new"), await statusOf("jobs.stated")]);
  }
  assert.deepEqual(said, [
    ["provisional", "provisional"],
    ["final", "final"],
    ["revised", "revised"],
    [undefined, undefined],
  ]);
});

const declarations = compilePack(wide);

/** Cells of monthly returns of three places over two years. */
const monthly = fc
  .array(fc.array(fc.nat({ max: 999_999 }), { minLength: 24, maxLength: 24 }), { minLength: 3, maxLength: 3 })
  .map((places) => {
    const derivation = new Derivation(declarations);
    const register = declarations.registers.get("jobs");
    assert.ok(register !== undefined);
    for (const [at, values] of places.entries())
      for (const [month, value] of values.entries()) {
        const end = Period.ofMonth(Period.of("2019").firstMonth + month).lastDay();
        const record = `J${String(at * 24 + month).padStart(4, "0")}`;
        const fields = { place: [nanshan, dongjie, xiahe][at] as string, end, value };
        const action = { kind: "open", register: "jobs", record, at: end, actor, fields } as const;
        const { entry } = propose(register, null, action, record, "2022-01-01T00:00:00.000Z");
        assert.deepEqual(derivation.add(entry, []), []);
      }
    return new CellTable(derivation.sums.cells());
  });

const monthsOf = (cells: CellTable, area: string, from: number, to: number) => {
  const start = Period.of("2019").firstMonth;
  const period = Period.ofMonths(start + from, start + to);
  const { value } = observe(declarations, cells, { indicator: "jobs.new", area, period, where: {} });
  return Decimal.of(value ?? "");
};

test(`of what runs from January, the months add up to the year, and any two halves of a time to the whole (seed ${seed})`, () => {
  fc.assert(
    fc.property(monthly, fc.nat({ max: 22 }), (cells, split) => {
      for (const place of [district, nanshan, dongjie]) {
        for (const year of [0, 12]) {
          const months = Array.from({ length: 12 }, (_, at) => monthsOf(cells, place, year + at, year + at));
          const sum = months.reduce((total, it) => total.plus(it), Decimal.ZERO);
          assert.equal(sum.toString(), monthsOf(cells, place, year, year + 11).toString());
        }
        const halves = monthsOf(cells, place, 0, split).plus(monthsOf(cells, place, split + 1, 23));
        assert.equal(halves.toString(), monthsOf(cells, place, 0, 23).toString());
      }
    }),
    { seed, numRuns: 40 },
  );
});

test("a standard is held against the exact value, not the one that is shown", () => {
  const standards = [
    { relation: ">=", value: "33.333333333333", effectiveFrom: "2019-01-01", source: jobs.source },
  ] as const;
  const own = wide.indicators.find((it) => it.id === "work.clinic-coverage");
  assert.ok(own?.kind === "formula");
  const pack = { ...wide, indicators: [...wide.indicators, { ...own, id: "work.third", standards }] };
  const thirds = compilePack(pack);
  const derivation = new Derivation(thirds);
  const register = thirds.registers.get("work");
  assert.ok(register !== undefined);
  const facts = { register: "work", record: "W0001", at: "2021-06-01", actor } as const;
  const fields = { village: xiahe, kind: "clinic", planned: "1", paid: "1", start: "2021-06-01" };
  let view = null;
  for (const action of [
    { ...facts, kind: "open", fields },
    { ...facts, kind: "advance", to: "started" },
    { ...facts, kind: "advance", to: "accepted" },
  ] as const) {
    const { entry, after } = propose(register, view, action, "W0001", "2022-01-01T00:00:00.000Z");
    assert.deepEqual(derivation.add(entry, []), []);
    view = after;
  }
  const { query } = readQuery(thirds, { indicator: "work.third", period: "2021" }, []);
  assert.ok(query !== null);
  const { value, meets } = observe(thirds, new CellTable(derivation.sums.cells()), query);
  // one third is more than its first twelve digits
  assert.deepEqual([value, meets], ["33.333333333333", true]);
  const exceeding = { ...own, id: "work.third", standards: [{ ...standards[0], value: "33.3333333333334" }] };
  const stricter = compilePack({ ...wide, indicators: [...wide.indicators, exceeding] });
  assert.equal(observe(stricter, new CellTable(derivation.sums.cells()), query).meets, false);
});

test("a register stops on a standing of a state that it does not have", () => {
  const { kind: _, fields: __, key, ...input } = jobs;
  const fields = { place: { title: key.title, schema: area() } };
  const declared = (standing: typeof jobs.standing) =>
    defineRegister({ ...input, key: { ...key, schema: text() }, fields, ...(standing && { standing }) });
  assert.throws(() => declared({ settled: "final" }), /register jobs: standing names no state: settled/);
  assert.deepEqual(declared({ draft: "provisional" }).standing, { draft: "provisional" });
});

test("a pack stops on a series that cannot run from January, and on standards that contradict each other", () => {
  const own = wide.indicators.find((it) => it.id === "jobs.new");
  assert.ok(own?.kind === "measure");
  const { kind: _, ...input } = own;
  const declared = (change: Partial<MeasureInput>) =>
    definePack({
      ...wide,
      registers: wide.registers.filter((it) => it.name !== "explanation"),
      indicators: [...wide.indicators, defineIndicator({ ...input, id: "jobs.wrong", ...change })],
    });
  const since = (effectiveFrom: string, effectiveTo?: string, value = "1") =>
    ({
      relation: ">=",
      value,
      effectiveFrom,
      ...(effectiveTo && { effectiveTo }),
      source: jobs.source,
    }) as const;
  const { reported: _reported, ...counted } = input;
  assert.throws(
    () =>
      definePack({
        ...wide,
        registers: wide.registers.filter((it) => it.name !== "explanation"),
        indicators: [defineIndicator(counted)],
        rules: [],
      }),
    /jobs\.new: only a reported flow that is summed/,
  );
  const refused: readonly (readonly [Partial<MeasureInput>, RegExp])[] = [
    [
      { register: "care", measure: { sum: "members" }, date: { field: "since" }, by: [] },
      /reported in an open register/,
    ],
    [{ measure: { count: true } }, /only a reported flow that is summed/],
    [{ standards: [since("2020-01-01"), since("2021-01-01")] }, /two standards are in force on 2021-01-01/],
    [{ standards: [since("2020-01-01", "2021-01-01"), since("2021-01-01")] }, /two standards/],
    [{ standards: [since("2021-01-01"), since("2020-01-01", "2021-06-30")] }, /two standards/],
    [{ standards: [since("2020-01-01", undefined, "1,5")] }, /the standard 1,5 is no decimal/],
    [{ standards: [since("2020")] }, /the standard's 2020 is no day/],
  ];
  for (const [change, words] of refused) assert.throws(() => declared(change), words);
  assert.doesNotThrow(() =>
    declared({ standards: [since("2021-01-01"), since("2020-01-01", "2020-12-31")] }),
  );
});
