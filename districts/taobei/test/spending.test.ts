import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { Action } from "huimou";
import { inSqliteDistrict } from "../../../test/district/made-up-district.ts";
import { valueAt } from "../../../test/district/values.ts";

const pack = { pack: join(import.meta.dirname, "..") };

/** A made-up unit's account with the amounts that a county published for 2019. */
function* account(year: string, unit: string, actual: Record<string, string>): Generator<Action> {
  const facts = { register: "spending", record: `SG-${year}-${unit}`, actor: "会计/财政局" } as const;
  yield {
    ...facts,
    kind: "open",
    at: `${year}-02-10`,
    fields: {
      unit,
      area: "220802000000",
      closing: `${year}-12-31`,
      "budget-total": "44.52",
      "budget-abroad": "0",
      "budget-vehicles": "4.52",
      "budget-vehicles-bought": "0",
      "budget-vehicles-run": "4.52",
      "budget-hospitality": "40.00",
    },
  };
  yield { ...facts, kind: "advance", to: "settled", at: `${year}-12-31`, fields: actual };
}

const published = {
  "actual-total": "22.62",
  "actual-abroad": "0",
  "actual-vehicles": "2.52",
  "actual-vehicles-bought": "0",
  "actual-vehicles-run": "2.52",
  "actual-hospitality": "20.10",
};

test("of 22.62 spent, 20.10 and 2.52 are 88.86 and 11.14 per cent, and 50.8 per cent of the budget", () =>
  inSqliteDistrict(async ({ district }) => {
    assert.deepEqual((await district.append([...account("2019", "housing", published)])).issues, []);
    const shown = async (id: string) => Number(await valueAt(district, id, "2019")).toFixed(2);
    assert.equal(await shown("spending.hospitality-share"), "88.86");
    assert.equal(await shown("spending.vehicles-share"), "11.14");
    assert.equal(await shown("spending.budget-used"), "50.81");
  }, pack));

test("change on the year before counts only the units that have an account in both years", () =>
  inSqliteDistrict(async ({ district }) => {
    const halved = { ...published, "actual-total": "12.57", "actual-hospitality": "10.05" };
    const actions = [
      ...account("2018", "housing", published),
      ...account("2019", "housing", halved),
      ...account("2019", "water", published),
    ];
    assert.deepEqual((await district.append(actions)).issues, []);
    assert.equal(Number(await valueAt(district, "spending.growth", "2019")).toFixed(1), "-44.4");
  }, pack));

const refusals: readonly (readonly [what: string, changed: Record<string, string>, check: string])[] = [
  ["a total that is not its parts", { "actual-total": "22.63" }, "合计 = 出国（境） + 用车 + 接待"],
  ["vehicles that are not bought and run", { "actual-vehicles-run": "2.50" }, "用车 = 购置 + 运行"],
  [
    "more than the budget without a reason",
    { "actual-total": "60.12", "actual-hospitality": "57.60" },
    "决算不超过预算；超过的须说明原因",
  ],
];
for (const [what, changed, check] of refusals)
  test(`refused: ${what}`, () =>
    inSqliteDistrict(async ({ district }) => {
      const actions = [...account("2019", "housing", { ...published, ...changed })];
      const { issues } = await district.append(actions);
      assert.equal(issues.length, 1, JSON.stringify(issues));
      assert.match(JSON.stringify(issues[0]?.params), new RegExp(check.replace(/[+（）]/g, ".")));
    }, pack));

test("more than the budget is taken with its reason", () =>
  inSqliteDistrict(async ({ district }) => {
    const explained = {
      ...published,
      "actual-total": "60.12",
      "actual-hospitality": "57.60",
      explanation: "承办省级现场会（示例）",
    };
    assert.deepEqual((await district.append([...account("2019", "housing", explained)])).issues, []);
  }, pack));
