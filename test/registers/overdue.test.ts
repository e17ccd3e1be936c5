import assert from "node:assert/strict";
import { test } from "node:test";
import { publishedCalendar } from "../../src/calendar/index.ts";
import { IssueError } from "../../src/issue/index.ts";
import {
  compileDeadlines,
  type DeadlineDefinition,
  type Fields,
  overdueOf,
  type RecordView,
} from "../../src/registers/index.ts";
import { plan } from "../pack/wide/plan.ts";

const words = { zh: "示例", en: "example" };
const inDays = (value: number, unit: "hour" | "day" | "workday"): DeadlineDefinition => ({
  id: "report",
  title: words,
  from: { field: "begin" },
  until: { field: "reported" },
  rules: [{ value, unit, effectiveFrom: "2000-01-01", endsOnRestDay: true, source: words }],
  extension: { field: "later", upTo: [] },
});

function overdue(deadline: DeadlineDefinition, fields: Fields) {
  const entered = { listed: "2020-05-01" };
  const view: RecordView = {
    ...{ register: "plan", record: "P1", version: 1, gone: false, state: "listed", at: "2020-05-01" },
    fields,
    entered,
  };
  const [compiled] = compileDeadlines({ ...plan, deadlines: [deadline] }, publishedCalendar).values();
  assert.ok(compiled !== undefined);
  return overdueOf(compiled, view);
}

test("a matter is overdue from the day after its due date until the day on which it is done", () => {
  const ten = inDays(10, "day");
  assert.deepEqual(overdue(ten, { begin: "2020-05-06" }), { from: "2020-05-17" });
  const late = { begin: "2020-05-06", reported: "2020-06-01" };
  assert.deepEqual(overdue(ten, late), { from: "2020-05-17", until: "2020-06-01" });
  for (const reported of ["2020-05-01", "2020-05-16", "2020-05-17"])
    assert.equal(
      overdue(ten, { begin: "2020-05-06", reported }),
      null,
      "no day ended on which it was overdue",
    );
  assert.deepEqual(overdue(ten, { begin: "2020-05-06", later: "2020-06-30" }), { from: "2020-07-01" });
  assert.equal(overdue(ten, {}), null, "no clock runs");
});

test("of a time in hours the day counts on which it ends", () => {
  const day = inDays(24, "hour");
  assert.deepEqual(overdue(day, { begin: "2020-05-06T15:30" }), { from: "2020-05-08" });
  const done = { begin: "2020-05-06T15:30", reported: "2020-05-07T23:00" };
  assert.equal(overdue(day, done), null, "late, and done before the day was over");
});

test("past the announced working days nothing is overdue yet; before them it is refused", () => {
  const ten = inDays(10, "workday");
  assert.equal(overdue(ten, { begin: publishedCalendar.last }), null);
  assert.throws(
    () => overdue(ten, { begin: "2003-05-06" }),
    (error) =>
      error instanceof IssueError &&
      error.issues[0]?.code === "calendar.too-early" &&
      error.issues[0].path.join() === "plan,report",
  );
});
