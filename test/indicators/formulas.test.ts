import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { observationsAsOf } from "../../src/district/index.ts";
import { defineIndicator, definePack } from "../../src/index.ts";
import {
  CellTable,
  compilePack,
  type Declarations,
  Derivation,
  listInForce,
  type Observation,
  observe,
  readQuery,
  type WrittenQuery,
} from "../../src/indicators/index.ts";
import { Decimal, Period } from "../../src/quantity/index.ts";
import { onEachStore } from "../district/made-up-district.ts";
import { applied } from "../pack/actions.ts";
import { nanshan, records, shanghe, shiqiao, xiahe } from "../pack/records.ts";
import { sequences } from "../pack/sequences.ts";
import wide from "../pack/wide/pack.ts";
import { seed } from "../seed.ts";

/** An indicator, where and when; and its value, or why it has none. */
type Counted = readonly [indicator: string, asked: Omit<WrittenQuery, "indicator">, value: string];

const facts = { register: "care", record: "C0001", actor: "经办/民政局", reason: "演示" } as const;
/** Paid 300 a month from June 2020 on, 350 from August on, until October; three persons, in urgent need. */
const payments = [
  {
    ...facts,
    kind: "open",
    at: "2020-05-01",
    fields: { home: xiahe, since: "2020-05-01", members: 3, urgent: true },
  },
  { ...facts, kind: "advance", at: "2020-06-10", to: "paying", fields: { monthly: "300.00" } },
  { ...facts, kind: "amend", at: "2020-08-01", fields: { monthly: "350.00" } },
  { ...facts, kind: "advance", at: "2020-10-31", to: "ended" },
] as const;

const counted: readonly Counted[] = [
  // under way at the ends of April to June 1, of July to November 2, of December 1
  ["work.months", { period: "2019" }, "14"],
  ["work.months", { period: "2019-07..2019-08" }, "4"],
  ["work.months", { period: "2019-12" }, "1"],
  ["work.months", { period: "2018..2019" }, "14"], // the ledger begins with 2019
  ["work.months", { period: "2017..2018" }, "0"],
  ["work.months", { period: "2021-12..2022-06" }, "2"], // and ends with 2021
  ["work.months", { period: "2019", area: xiahe }, "5"], // W0002, July to November
  ["work.months", { period: "2019", where: { kind: "road" } }, "9"], // W0001, April to December
  ["care.paid", { period: "2020" }, "1300"], // 300 + 300 + 350 + 350: ended on the last day of October
  ["care.paid", { period: "2020-08" }, "350"],
  ["care.paid", { period: "2021" }, "0"],
  ["care.person-months", { period: "2020" }, "12"], // though the stock is not published by month
  ["care.person-months", { period: "2020-08" }, "too-fine"],
  ["care.person-months", { period: "2020", area: xiahe }, "too-fine"],
  ["work.mean", { period: "2019" }, "1.333333333333"], // 2, 1 and 1
  ["work.mean", { period: "2020" }, "1.333333333333"], // 2, 1 and 1
  ["work.mean", { area: nanshan, period: "2020" }, "0.666666666667"], // 1, 1 and 0
  ["work.investment-growth", { period: "2021" }, "-92.867332382311"], // 5 after 70.10
  ["work.investment-growth-alike", { period: "2021" }, "-87.531172069825"], // 5 after 40.10: roads alone
  ["work.investment-growth-alike", { period: "2020" }, "-41.583333333333"], // 70.10 after 120: both kinds
  ["work.investment-growth-alike", { period: "2021", where: { kind: "road" } }, "-87.531172069825"],
  ["work.investment-growth-alike", { period: "2021", where: { kind: "clinic" } }, "no-base"],
  ["work.investment-growth-alike", { period: "2019" }, "no-base"],
  ["work.investment-growth-alike", {}, "never-sum"],
  // two villages listed until June 2021, three from then on
  ["work.clinic-coverage", { period: "2019-06" }, "0"],
  ["work.clinic-coverage", { period: "2019" }, "50"], // Xiahe of two
  ["work.clinic-coverage", { period: "2021-05" }, "50"],
  ["work.clinic-coverage", { period: "2021-06" }, "33.333333333333"], // Xiahe of three
  ["work.clinic-coverage", { period: "2018" }, "0"], // before the first list: measured against that
  ["work.clinic-coverage", { period: "2020", area: shiqiao }, "no-base"],
  ["work.clinic-coverage", { period: "2021", area: shiqiao }, "0"],
  ["work.clinic-coverage", { period: "2020", area: shanghe }, "0"],
];

onEachStore("formulas give what is counted by hand", async ({ district: it }) => {
  assert.deepEqual((await it.append([...records, ...payments])).issues, []);
  const { size } = await it.ledger.head();
  for (const [indicator, asked, value] of counted) {
    const { query, issues } = readQuery(it.declarations, { indicator, ...asked }, []);
    assert.deepEqual(issues, []);
    assert.ok(query !== null);
    const told = `${indicator} ${JSON.stringify(asked)}`;
    assert.equal(shown(await it.observations(query)), value, told);
    assert.equal(shown(await observationsAsOf(it, size, query)), value, `${told}, derived anew`);
  }
});

onEachStore(
  "an observation says what it was measured against and compared over",
  async ({ district: it }) => {
    await it.append(records);
    const one = async (indicator: string, period: string) => {
      const { query } = readQuery(it.declarations, { indicator, period }, []);
      assert.ok(query !== null);
      return (await it.observations(query))[0];
    };
    assert.deepEqual((await one("work.clinic-coverage", "2020"))?.denominator, {
      list: "villages",
      date: "2019-06-30",
    });
    const covered = await one("work.clinic-coverage", "2021");
    assert.deepEqual(covered?.denominator, { list: "villages", date: "2021-06-30" });
    assert.deepEqual(covered?.fraction, { over: "1", under: "3" });
    const growth = await one("work.investment-growth-alike", "2021");
    assert.deepEqual(
      growth?.parts?.map(({ period, value, alike }) => ({ period, value, alike })),
      [
        { period: "2021", value: "5", alike: { dimension: "kind", compared: 1, leftOut: 0 } },
        { period: "2020", value: "40.1", alike: { dimension: "kind", compared: 1, leftOut: 1 } },
      ],
    );
  },
);

const declarations = compilePack(wide);
const years = [2019, 2020, 2021].map((it) => Period.ofYear(it));

/** Cells after any sequence of actions on the wide pack, as the log gives them. */
const ledgers = sequences(declarations, { minLength: 30, maxLength: 90 }).map((actions) => {
  const derivation = new Derivation(declarations);
  for (const { entry, secret } of applied(declarations, actions))
    assert.deepEqual(derivation.add(entry, [], secret), []);
  return new CellTable(derivation.sums.cells());
});

const at = (cells: CellTable, indicator: string, period: Period, of: Declarations = declarations) =>
  observe(of, cells, { indicator, area: of.areas.district, period, where: {} });

test(`over two adjacent periods, a stock added up over months is the sum of both (seed ${seed})`, () => {
  fc.assert(
    fc.property(ledgers, fc.integer({ min: 0, max: 34 }), (cells, split) => {
      const [first, last] = [Period.of("2019").firstMonth, Period.of("2021").lastMonth];
      for (const indicator of ["work.months", "care.paid"]) {
        const [whole, ...parts] = [
          [first, last],
          [first, first + split],
          [first + split + 1, last],
        ].map(([from, to]) => at(cells, indicator, Period.ofMonths(from as number, to as number)).value);
        assert.equal(added(parts), whole);
      }
    }),
    { seed, numRuns: 60 },
  );
});

test(`a stock added up over months is the sum of its values at their ends (seed ${seed})`, () => {
  fc.assert(
    fc.property(ledgers, (cells) => {
      for (const year of years) {
        const months = year.months().map((month) => at(cells, "work.under-way", Period.ofMonth(month)).value);
        assert.equal(at(cells, "work.months", year).value, added(months));
      }
    }),
    { seed, numRuns: 60 },
  );
});

test(`a mean lies between its least and its greatest part (seed ${seed})`, () => {
  fc.assert(
    fc.property(ledgers, (cells) => {
      for (const year of years) {
        const { value, parts } = at(cells, "work.mean", year);
        const values = (parts ?? []).map((it) => Decimal.of(it.value ?? ""));
        const mean = Decimal.of(value ?? "");
        assert.ok(values.some((it) => it.compare(mean) <= 0) && values.some((it) => it.compare(mean) >= 0));
      }
    }),
    { seed, numRuns: 60 },
  );
});

test(`over units that are all in both years, growth is what it is without (seed ${seed})`, () => {
  let compared = 0;
  fc.assert(
    fc.property(ledgers, (cells) => {
      for (const year of years) {
        const [plain, alike] = ["work.investment-growth", "work.investment-growth-alike"].map((it) =>
          at(cells, it, year),
        ) as [Observation, Observation];
        if (alike.parts?.some((it) => it.alike?.leftOut !== 0)) continue;
        if (plain.value !== null) compared += 1;
        assert.deepEqual(
          [alike.value, alike.missing, alike.fraction],
          [plain.value, plain.missing, plain.fraction],
        );
      }
    }),
    { seed, numRuns: 200 },
  );
  assert.ok(compared > 20, `${compared} growths compared`);
});

test("a list's version is the latest not after a period's end, else the earliest, in whatever order they are listed", () => {
  const dated = (date: string) => ({ ...(wide.lists[0] as (typeof wide.lists)[number]), id: "a", date });
  const lists = ["2020-06-30", "2018-01-01", "2021-12-31"].map(dated);
  const inForce = (period: string) => listInForce(lists, "a", Period.of(period)).date;
  assert.equal(inForce("2017"), "2018-01-01");
  assert.equal(inForce("2020-05"), "2018-01-01");
  assert.equal(inForce("2020-06"), "2020-06-30");
  assert.equal(inForce("2017..2021"), "2021-12-31");
  assert.equal(inForce("2021-11"), "2020-06-30");
});

const declared = (formula: Parameters<typeof defineIndicator>[0] & object, lists = wide.lists) =>
  definePack({
    ...wide,
    registers: wide.registers.filter((it) => it.name !== "explanation"),
    lists,
    indicators: [...wide.indicators, defineIndicator(formula)],
  });
const formulaOf = (formula: object) =>
  ({ ...wide.indicators.find((it) => it.id === "work.mean"), id: "work.wrong", formula }) as Parameters<
    typeof defineIndicator
  >[0];

test("a pack stops on formulas that could read nothing, and on lists that nothing tells apart", () => {
  const refused: readonly (readonly [object, RegExp])[] = [
    [{ mean: { of: [] } }, /work\.wrong: a mean of nothing/],
    [{ overMonths: { of: "work.planned" } }, /only what stands at a month's end/],
    [{ overMonths: { of: "work.mean" } }, /overMonths needs a measure/],
    [{ growth: { of: "work.mean", alike: "kind" } }, /growth over alike units needs a measure/],
    [{ growth: { of: "work.planned", alike: "length" } }, /no dimension length to compare by/],
    [
      { growth: { of: { indicator: "work.planned", where: { kind: "road" } }, alike: "kind" } },
      /no dimension kind/,
    ],
    [{ coverage: { of: "work.mean", list: "villages" } }, /a coverage needs a measure/],
    [{ coverage: { of: "work.planned", list: "towns" } }, /no list towns/],
  ];
  for (const [formula, words] of refused) assert.throws(() => declared(formulaOf(formula)), words);
  const good = formulaOf({ mean: { of: ["work.planned"] } });
  assert.throws(
    () => declared(good, [...wide.lists, ...wide.lists]),
    /two versions of list villages have the date/,
  );
  const [list] = wide.lists;
  assert.ok(list !== undefined);
  assert.throws(() => declared(good, [{ ...list, codes: ["999900100999"] }]), /no area 999900100999/);
  assert.throws(() => declared(good, [{ ...list, date: "2021" }]), /2021 is no day/);
  assert.equal(declared(good).lists.length, 2);
});

function shown(observations: readonly Observation[]): string | undefined {
  const [{ value, missing } = {}, ...more] = observations;
  assert.equal(more.length, 0);
  return value ?? missing;
}

function added(values: readonly (string | null)[]): string {
  return values.reduce((sum, it) => sum.plus(Decimal.of(it ?? "")), Decimal.ZERO).toString();
}
