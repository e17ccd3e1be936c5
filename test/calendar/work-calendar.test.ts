import assert from "node:assert/strict";
import { test } from "node:test";
import chineseDays from "chinese-days";
import fc from "fast-check";
import {
  addWorkdays,
  isWorkday,
  publishedCalendar,
  workCalendar,
  workdayFrom,
  workdaysBetween,
} from "../../src/calendar/index.ts";
import { IssueError } from "../../src/issue/index.ts";

const DAY = 86_400_000;
const days = (first: string, last: string): string[] => {
  const dates: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY)
    dates.push(new Date(at).toISOString().slice(0, 10));
  return dates;
};
const code = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    assert.ok(error instanceof IssueError);
    return error.issues[0]?.code;
  }
};

test("the calendar covers the years of its data, and says so", () => {
  assert.equal(publishedCalendar.first, "2004-01-01");
  assert.ok(publishedCalendar.last >= "2026-12-28");
});

test("a year has the working days that its notice left", () => {
  const counted = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map(
    (year) => days(`${year}-01-01`, `${year}-12-31`).filter(isWorkday).length,
  );
  assert.deepEqual(counted, [250, 249, 250, 250, 249, 250, 249, 249, 251, 248, 248]);
});

test("days that weekdays alone would get wrong", () => {
  for (const date of ["2026-02-14", "2026-10-10", "2020-02-03", "2018-12-29"])
    assert.ok(isWorkday(date), date);
  for (const date of ["2018-01-01", "2020-01-31", "2020-02-01", "2020-02-02", "2018-12-31", "2026-02-16"])
    assert.ok(!isWorkday(date), date);
  assert.ok(isWorkday("2023-01-03"));
});

test("every day agrees with the package's own function", () => {
  for (const date of days("2016-01-01", "2021-12-31"))
    assert.equal(isWorkday(date), chineseDays.getDayDetail(date).work, date);
});

test("working days are counted without the first day", () => {
  assert.equal(addWorkdays("2020-01-23", 1), "2020-02-03");
  assert.equal(addWorkdays("2021-09-30", 1), "2021-10-08");
  assert.equal(addWorkdays("2021-10-08", -1), "2021-09-30");
  assert.equal(addWorkdays("2021-10-05", 1), "2021-10-08");
  assert.equal(addWorkdays("2021-10-05", -1), "2021-09-30");
  assert.equal(addWorkdays("2021-10-05", 0), "2021-10-05");
  assert.equal(workdaysBetween("2021-09-30", "2021-10-08"), 1);
  assert.equal(workdaysBetween("2021-10-01", "2021-10-07"), 0);
  assert.equal(workdaysBetween("2021-10-08", "2021-09-30"), -1);
  assert.equal(workdayFrom("2021-10-01"), "2021-10-08");
  assert.equal(workdayFrom("2021-10-08"), "2021-10-08");
});

test("adding and counting working days agree with a walk from day to day", () => {
  const all = days("2016-01-01", "2022-12-31");
  const place = fc.integer({ min: 400, max: all.length - 400 });
  fc.assert(
    fc.property(place, fc.integer({ min: -150, max: 150 }), (at, count) => {
      const from = all[at] ?? "";
      let left = Math.abs(count);
      let walked = at;
      while (left > 0) {
        walked += Math.sign(count);
        if (isWorkday(all[walked] ?? "")) left -= 1;
      }
      const to = all[walked] ?? "";
      assert.equal(addWorkdays(from, count), to);
      if (count > 0) assert.equal(workdaysBetween(from, to), count);
      assert.equal(workdaysBetween(to, from), -workdaysBetween(from, to) || 0);
    }),
  );
});

test("a date outside the data is refused, never taken for a plain weekday", () => {
  const { last } = publishedCalendar;
  const after = `${Number(last.slice(0, 4)) + 1}-10-01`;
  assert.equal(
    code(() => isWorkday(after)),
    "calendar.unpublished",
  );
  assert.equal(
    code(() => addWorkdays(last, 1)),
    "calendar.unpublished",
  );
  assert.equal(
    code(() => addWorkdays("2026-06-01", 10_000)),
    "calendar.unpublished",
  );
  assert.equal(
    code(() => workdaysBetween("2020-01-01", after)),
    "calendar.unpublished",
  );
  assert.equal(
    code(() => isWorkday("2003-12-31")),
    "calendar.too-early",
  );
  assert.equal(
    code(() => addWorkdays("2004-01-02", -1)),
    "calendar.too-early",
  );
  for (const date of ["2021-02-29", "2021-13-01", "2021-1-1", "", "yesterday"])
    assert.equal(
      code(() => isWorkday(date)),
      "calendar.no-date",
      date,
    );
});

test("the last days of a year wait for the next notice where New Year's Day is a Tuesday", () => {
  const known = (year: number) => workCalendar({ holidays: { [`${year}-01-01`]: true }, workdays: {} }).last;
  assert.equal(known(2018), "2018-12-28");
  assert.equal(known(2019), "2019-12-31");
  assert.throws(
    () => workCalendar({ holidays: { "2018-01-01": true, "2020-01-01": true }, workdays: {} }),
    /do not follow each other/,
  );
});

test("without the years after one, a calendar is as it was before they were announced", () => {
  const earlier = publishedCalendar.upTo(2020);
  assert.equal(earlier?.first, publishedCalendar.first);
  assert.equal(earlier.last, "2020-12-31");
  assert.equal(
    earlier.workdaysBetween("2020-01-01", "2020-12-31"),
    workdaysBetween("2020-01-01", "2020-12-31"),
  );
  assert.equal(
    code(() => earlier.isWorkday("2021-01-04")),
    "calendar.unpublished",
  );
  assert.notEqual(earlier.unusual, publishedCalendar.unusual);
  assert.equal(publishedCalendar.upTo(2100)?.unusual, publishedCalendar.unusual);
  assert.equal(publishedCalendar.upTo(2003), null);
});

test("a calendar tells its unusual days, one to a line, and nothing else", () => {
  // 1 January 2005 was a Saturday: a day of rest anyway
  const notices = { holidays: { "2005-01-01": "x", "2005-02-09": "y" }, workdays: { "2005-02-05": "z" } };
  const lines = "2005-02-05 work\n2005-02-09 rest\n";
  assert.equal(workCalendar(notices).unusual, lines);
  const renamed = { ...notices, holidays: { "2005-02-09": 1, "2005-01-01": 2 } };
  assert.equal(workCalendar(renamed).unusual, workCalendar(notices).unusual);
});
