import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { monthOf, Period } from "../../src/quantity/index.ts";

test("a period is read and written in one way", () => {
  for (const [text, first, last, length] of [
    ["2020", 24240, 24251, 12],
    ["2020-03", 24242, 24242, 1],
    ["2018..2021", 24216, 24263, 48],
    ["2016-10..2021-10", 24201, 24261, 61],
  ] as const) {
    const period = Period.of(text);
    assert.deepEqual([period.firstMonth, period.lastMonth, period.length], [first, last, length]);
    assert.equal(period.toString(), text);
  }
  assert.equal(Period.of("2020-01..2020-12").toString(), "2020");
  assert.equal(Period.of("2018-01..2021-12").toString(), "2018..2021");
  assert.equal(Period.of("2020..2020").toString(), "2020");
  assert.equal(JSON.stringify(Period.of("2020-03")), '"2020-03"');
});

test("an ill-formed period is null, never a guess", () => {
  for (const text of [
    "",
    "20",
    "0999",
    "2020-13",
    "2020-00",
    "2020-3",
    "2020-03-01",
    "2021..2018",
    "2021-10..2021-09",
    "2018..2021-10",
    "2016-10..2021",
    "2018...2021",
    "2018..",
    "2018–2021",
    " 2020",
  ])
    assert.equal(Period.parse(text), null, text);
  assert.throws(() => Period.of("2020-13"), /not a period/);
  assert.throws(() => Period.ofMonths(24240, 24239), /ends before it begins/);
});

test("every span of months survives its canonical text", () => {
  const month = fc.integer({ min: 1000 * 12, max: 9999 * 12 + 11 });
  fc.assert(
    fc.property(month, month, (one, other) => {
      const period = Period.ofMonths(Math.min(one, other), Math.max(one, other));
      assert.ok(Period.of(period.toString()).equals(period));
      assert.equal(monthOf(period.firstDay()), period.firstMonth);
      assert.equal(monthOf(period.lastDay()), period.lastMonth);
    }),
  );
});

test("years and months of a period", () => {
  assert.deepEqual(Period.of("2016-10..2021-10").years(), [2017, 2018, 2019, 2020]);
  assert.deepEqual(Period.of("2018..2021").years(), [2018, 2019, 2020, 2021]);
  assert.deepEqual(Period.of("2020-03").years(), []);
  assert.deepEqual(Period.of("2019-12..2020-02").months(), [24239, 24240, 24241]);
  assert.ok(Period.ofYear(2020).equals(Period.of("2020")));
  assert.ok(Period.of("2020").yearsLater(-1).equals(Period.of("2019")));
  assert.equal(Period.of("2020-02").lastDay(), "2020-02-29");
  assert.equal(Period.of("2021-02").lastDay(), "2021-02-28");
});

test("what lies in a period", () => {
  const period = Period.of("2016-10..2021-10");
  assert.ok(period.contains(Period.of("2020")));
  assert.ok(period.contains(monthOf("2016-10-01")));
  assert.ok(!period.contains(monthOf("2016-09-30")));
  assert.ok(!period.contains(Period.of("2021")));
  assert.ok(period.overlaps(Period.of("2021")));
  assert.ok(!period.overlaps(Period.of("2022")));
});

test("the month of a date", () => {
  assert.equal(monthOf("2020-01-31"), 24240);
  assert.equal(monthOf("2020-12"), 24251);
  for (const text of ["2020", "2020-1-1", "2020-13-01", "", "2020-01-01T00:00:00Z"])
    assert.throws(() => monthOf(text), /not a date/);
});

test("a period in words", () => {
  for (const [text, zh, en] of [
    ["2020", "2020年", "2020"],
    ["2018..2021", "2018年—2021年", "2018–2021"],
    ["2020-03", "2020年3月", "March 2020"],
    ["2016-10..2021-10", "2016年10月—2021年10月", "October 2016 – October 2021"],
  ] as const) {
    assert.equal(Period.of(text).words("zh"), zh);
    assert.equal(Period.of(text).words("en"), en);
  }
});
