import assert from "node:assert/strict";
import { observationsAsOf } from "../../src/district/index.ts";
import { type Observation, readQuery, type WrittenQuery } from "../../src/indicators/index.ts";
import { onEachStore, smallPack } from "../district/made-up-district.ts";
import { district, dongjie, nanshan, records, shanghe, xiahe } from "../pack/records.ts";

/** An indicator, where and when; and its value, or why it has none. */
type Counted = readonly [indicator: string, asked: Omit<WrittenQuery, "indicator">, value: string];

const flows: readonly Counted[] = [
  ["work.planned", {}, "5"], // all but W0005, which was withdrawn
  ["work.planned", { period: "2019" }, "2"], // W0001 W0002
  ["work.planned", { period: "2020" }, "2"], // W0003 W0004
  ["work.planned", { period: "2021" }, "1"], // W0006
  ["work.planned", { period: "2019..2020" }, "4"],
  ["work.planned", { period: "2020-12" }, "1"], // W0004, on its last day
  ["work.planned", { period: "2020-11" }, "0"],
  ["work.planned", { period: "2019-06..2020-01" }, "2"], // W0002 W0003
  ["work.planned", { where: { kind: "road" } }, "3"], // W0001 W0004 W0006
  ["work.planned", { where: { kind: "clinic" } }, "2"], // W0002 W0003
  ["work.planned", { area: nanshan }, "4"], // W0001 W0002 W0003 W0006
  ["work.planned", { area: dongjie }, "1"], // W0004
  ["work.planned", { area: shanghe }, "1"], // W0001
  ["work.planned", { area: nanshan, period: "2019", where: { kind: "clinic" } }, "1"], // W0002
  ["work.accepted", {}, "2"], // W0001 W0002; W0004 was reopened
  ["work.accepted", { period: "2019" }, "1"], // W0002, on the last day of the year
  ["work.accepted", { period: "2020" }, "1"], // W0001
  ["work.accepted", { period: "2021" }, "0"],
  ["work.paid", { period: "2019" }, "115.5"], // 95.50 + 20.00, by their planned start
  ["work.paid", { period: "2020" }, "40.1"],
  ["work.paid", { period: "2021" }, "0"],
  ["work.investment", {}, "195.1"], // 100 + 20 + 30 + 40.10 + 5
  ["work.investment", { area: nanshan }, "155"],
  ["tip.received", {}, "4"],
  ["tip.received", { period: "2019" }, "2"],
  ["tip.received", { where: { source: "hotline" } }, "2"],
  ["tip.closed", { period: "2020" }, "1"], // T0002; T0003 was reopened
];

const stocks: readonly Counted[] = [
  ["work.under-way", { period: "2019-03" }, "0"],
  ["work.under-way", { period: "2019-04" }, "1"], // W0001
  ["work.under-way", { period: "2019-07" }, "2"], // and W0002
  ["work.under-way", { period: "2019-11" }, "2"],
  ["work.under-way", { period: "2019" }, "1"], // W0002 was accepted on the last day
  ["work.under-way", { period: "2020-01" }, "2"], // W0001 W0003
  ["work.under-way", { period: "2020-02" }, "1"], // W0003
  ["work.under-way", { period: "2020" }, "2"], // W0003 W0004
  ["work.under-way", { period: "2019..2020" }, "2"], // what stands at the end, however long it is looked at
  ["work.under-way", { period: "2021-01" }, "2"], // W0005 was withdrawn: it has never been
  ["work.under-way", { period: "2021-06" }, "1"], // W0003
  ["work.under-way", { period: "2021-09" }, "2"], // W0004 again
  ["work.under-way", { where: { kind: "clinic" } }, "1"], // W0003
  ["work.under-way", { area: dongjie }, "1"], // W0004
  ["tip.open", { period: "2019" }, "1"], // T0002
  ["tip.open", { period: "2020" }, "1"], // T0003
  ["tip.open", { period: "2021" }, "2"], // T0003 T0004
];

const formulas: readonly Counted[] = [
  ["tip.closing-rate", {}, "50"], // 2 of 4
  ["tip.closing-rate", { period: "2019" }, "50"],
  ["tip.closing-rate", { period: "2020" }, "100"],
  ["tip.closing-rate", { period: "2021" }, "0"],
  ["work.clinic-coverage", { period: "2019-11" }, "0"],
  ["work.clinic-coverage", { period: "2019" }, "33.333333333333"], // Xiahe, of three listed villages
  ["work.clinic-coverage", { period: "2021" }, "33.333333333333"], // counted since the first entry
  ["work.clinic-coverage", { area: xiahe }, "100"],
  ["work.clinic-coverage", { area: shanghe }, "0"],
  ["income.growth", { period: "2020" }, "10"],
  ["income.growth", { period: "2021" }, "10"],
];

const missing: readonly Counted[] = [
  ["work.clinic-coverage", { area: dongjie }, "no-base"], // it has no listed village
  ["income.value", { period: "2019..2021" }, "never-sum"],
  ["income.value", { area: shanghe, period: "2020" }, "no-record"],
  ["income.value", { period: "2020-11" }, "no-record"],
  ["income.growth", { period: "2019" }, "no-record"], // the year before is not told of
  ["income.growth", { area: nanshan, period: "2021" }, "no-record"],
  ["income.growth", {}, "never-sum"],
  ["tip.received", { area: nanshan }, "too-fine"],
  ["tip.received", { period: "2019-03" }, "too-fine"],
  ["tip.received", { period: "2019-01..2020-06" }, "too-fine"],
  ["tip.closing-rate", { area: shanghe }, "too-fine"],
];

const neverAdded: readonly Counted[] = [
  ["income.value", { period: "2020" }, "11000"], // not 20000: the town's own return is not added
  ["income.value", { area: nanshan, period: "2020" }, "9000"],
  ["income.value", { period: "2020-12" }, "11000"],
];

const inSmall = (name: string, counted: readonly Counted[]) =>
  onEachStore(
    name,
    async ({ district: it }) => {
      assert.deepEqual((await it.append(records)).issues, []);
      const { size } = await it.ledger.head();
      const asked = counted.map(([indicator, rest]) => {
        const { query, issues } = readQuery(it.declarations, { indicator, ...rest }, []);
        assert.deepEqual(issues, []);
        assert.ok(query !== null);
        return query;
      });
      for (const [i, query] of asked.entries()) {
        const [indicator, where, value] = counted[i] as Counted;
        const told = `${indicator} ${JSON.stringify(where)}`;
        assert.equal(shown(await it.observations(query)), value, told);
        assert.equal(shown(await observationsAsOf(it, size, query)), value, `${told}, derived anew`);
      }
    },
    { pack: smallPack },
  );

inSmall("counts and sums of what happened in a period, by area and kind", flows);
inSmall("what stands at a period's end", stocks);
inSmall("shares, coverage and growth", formulas);
inSmall("why there is no value", missing);
inSmall("what may not be added up is told for its own area alone", neverAdded);

function shown(observations: readonly Observation[]): string | undefined {
  const [{ value, missing } = {}, ...more] = observations;
  assert.equal(more.length, 0);
  return value ?? missing;
}

onEachStore(
  "a series has a row for each year, area and kind, in the order of time, list and declaration",
  async ({ district: it }) => {
    await it.append(records);
    const rows = async (indicator: string, by: string[]) => {
      const { query } = readQuery(it.declarations, { indicator }, []);
      assert.ok(query !== null);
      return (await it.observations(query, by)).map(({ period, area, breakdown, value }) =>
        [period, area, ...Object.values(breakdown), value].join(" "),
      );
    };
    assert.deepEqual(await rows("work.planned", ["year", "kind"]), [
      `2019 ${district} road 1`,
      `2019 ${district} clinic 1`,
      `2020 ${district} road 1`,
      `2020 ${district} clinic 1`,
      `2021 ${district} road 1`,
      `2021 ${district} clinic 0`,
    ]);
    assert.deepEqual(await rows("work.investment", ["township"]), [
      `2019..2021 ${dongjie} 40.1`,
      `2019..2021 ${nanshan} 155`,
    ]);
    assert.deepEqual(await rows("tip.open", ["year"]), [
      `2019 ${district} 1`,
      `2020 ${district} 1`,
      `2021 ${district} 2`,
    ]);
  },
  { pack: smallPack },
);

onEachStore(
  "each rule is held at each of its places, with both sides and what they are made of",
  async ({ district: it }) => {
    await it.append(records);
    const results = await it.reconcile();
    const told = results.map(({ rule, area, period, breakdown, left, relation, right, verdict }) =>
      [rule, area, period, ...Object.values(breakdown), left, relation, right, verdict].join(" "),
    );
    assert.deepEqual(told.slice(0, 3), [
      `tip.partition ${district} 2019 2 = 2 holds`,
      `tip.partition ${district} 2019..2020 3 = 3 holds`,
      `tip.partition ${district} 2019..2021 4 = 4 holds`,
    ]);
    assert.ok(told.includes(`work.paid-within-plan ${nanshan} 2019 clinic 20 <= 20 holds`));
    assert.ok(told.includes(`work.paid-within-plan ${nanshan} 2019 115.5 <= 120 holds`));
    // two townships, three years, in total and by each of two kinds
    assert.equal(told.length, 3 + 2 * 3 * 3);
    assert.deepEqual(
      results[0]?.rightParts.map((it) => [it.indicator, it.value]),
      [
        ["tip.closed", "1"],
        ["tip.open", "1"],
      ],
    );
  },
  { pack: smallPack },
);
