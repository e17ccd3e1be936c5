import assert from "node:assert/strict";
import { test } from "node:test";
import { type DatedRule, deadlineOf } from "../../src/calendar/index.ts";

const source = { zh: "示例规定", en: "an example rule" };
const rule = (value: number, unit: DatedRule["unit"], more: Partial<DatedRule> = {}): DatedRule => ({
  value,
  unit,
  effectiveFrom: "2010-01-01",
  source,
  ...more,
});
const due = (rules: readonly DatedRule[], accepted: string): string => {
  const deadline = deadlineOf(rules, accepted);
  return "due" in deadline ? deadline.due : deadline.issues.map((it) => it.code).join();
};

test("working days leave out the day of acceptance, weekends and holidays", () => {
  assert.equal(due([rule(30, "workday")], "2021-09-01"), "2021-10-19");
  assert.equal(due([rule(1, "workday")], "2020-01-23"), "2020-02-03");
  assert.equal(due([rule(5, "workday")], "2026-02-13"), "2026-02-27");
});

test("days run through holidays and end on a working day", () => {
  assert.equal(due([rule(15, "day")], "2021-03-01"), "2021-03-16");
  assert.equal(due([rule(30, "day")], "2021-09-01"), "2021-10-08");
  assert.equal(due([rule(7, "day")], "2021-05-08"), "2021-05-17");
  assert.equal(due([rule(7, "day", { endsOnRestDay: true })], "2021-05-08"), "2021-05-15");
});

test("months end on the day of the same number, or on the month's last", () => {
  assert.equal(due([rule(2, "month")], "2021-03-15"), "2021-05-17");
  assert.equal(due([rule(2, "month", { endsOnRestDay: true })], "2021-03-15"), "2021-05-15");
  assert.equal(due([rule(1, "month")], "2019-01-31"), "2019-02-28");
  assert.equal(due([rule(1, "month", { endsOnRestDay: true })], "2020-01-31"), "2020-02-29");
  assert.equal(due([rule(14, "month")], "2019-12-31"), "2021-03-01");
  assert.equal(due([rule(14, "month", { endsOnRestDay: true })], "2019-12-31"), "2021-02-28");
});

test("the rule of the day of acceptance counts, with its first and its last day", () => {
  const rules = [
    rule(60, "day", { effectiveFrom: "2005-05-01", effectiveTo: "2022-04-30" }),
    rule(30, "day", { effectiveFrom: "2022-05-01" }),
  ];
  assert.equal(due(rules, "2022-04-30"), "2022-06-29");
  assert.equal(due(rules, "2022-05-01"), "2022-05-31");
  const deadline = deadlineOf(rules, "2022-05-01");
  assert.ok("rule" in deadline && deadline.rule === rules[1]);
});

test("no rule, no date and no data are told; two rules are the declaration's fault", () => {
  assert.equal(due([rule(15, "day")], "2009-12-31"), "calendar.no-rule");
  assert.equal(due([rule(15, "day")], "2021-02-30"), "calendar.no-date");
  assert.equal(due([rule(15, "workday")], "2099-01-04"), "calendar.unpublished");
  assert.equal(due([rule(15, "day")], "2099-01-04"), "calendar.unpublished");
  assert.equal(due([rule(15, "day", { endsOnRestDay: true })], "2099-01-04"), "2099-01-19");
  assert.throws(() => deadlineOf([rule(15, "day"), rule(10, "day")], "2021-01-04"), /two rules/);
});
