import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { publishedCalendar } from "../../src/calendar/index.ts";
import { compilePack } from "../../src/indicators/index.ts";
import { IssueError } from "../../src/issue/index.ts";
import type { Entry } from "../../src/ledger/index.ts";
import {
  compileDeadlines,
  type DeadlineDefinition,
  deadlinesOf,
  fold,
  type RecordDeadline,
  type RecordView,
  type RegisterDefinition,
} from "../../src/registers/index.ts";
import { applied, day } from "../pack/actions.ts";
import { sequences } from "../pack/sequences.ts";
import wide, { care } from "../pack/wide/pack.ts";
import { seed } from "../seed.ts";

const words = (text: string) => ({ zh: text, en: text });

/** 10 working days until 2020-06-30, 7 days from then on. */
const rules: DeadlineDefinition["rules"] = [
  {
    value: 10,
    unit: "workday",
    effectiveFrom: "2019-01-01",
    effectiveTo: "2020-06-30",
    source: words("old rule"),
  },
  { value: 7, unit: "day", effectiveFrom: "2020-07-01", source: words("new rule") },
];
const decide: DeadlineDefinition = {
  id: "decide",
  title: words("decide"),
  from: { field: "since" },
  until: { states: ["paying", "ended"] },
  rules,
};
const note: DeadlineDefinition = {
  ...decide,
  id: "note",
  from: { entered: "ended" },
  until: { field: "noted" },
};

const withDeadlines = (...deadlines: DeadlineDefinition[]): RegisterDefinition => ({ ...care, deadlines });

/** A record that was opened and took steps on the days given. */
function recordOf(
  fields: Entry["fields"],
  ...steps: readonly (readonly [state: string, at: string])[]
): RecordView {
  const facts = { v: 1, register: "care", record: "C0001", recorded: "", actor: "经办/民政局" } as const;
  const entries = [["applied", String(fields?.since)] as const, ...steps].map(
    ([state, at], version) =>
      ({ ...facts, kind: version === 0 ? "open" : "advance", version, at, state, fields }) as Entry,
  );
  return entries.reduce<RecordView | null>((view, it) => fold(view, it), null) as RecordView;
}

/** Every deadline as `state due met`. */
function told(view: RecordView, on: string, ...deadlines: DeadlineDefinition[]): string[] {
  return deadlinesOf(compileDeadlines(withDeadlines(...deadlines)), view, on).map((it) =>
    it.state === "unknown"
      ? `unknown ${it.issues.map(({ code }) => code)} ${it.met ?? ""}`.trim()
      : [it.state, it.due, "met" in it ? it.met : ""].join(" ").trim(),
  );
}

test("a deadline runs through its due day, is late from the next, and is met on the first day of a state that stops it", () => {
  const open = recordOf({ since: "2020-05-06" });
  assert.deepEqual(told(open, "2020-05-19", decide), ["running 2020-05-19"]);
  assert.deepEqual(told(open, "2020-05-20", decide), ["late 2020-05-19"]);
  const paid = recordOf({ since: "2020-05-06" }, ["paying", "2020-05-19"]);
  assert.deepEqual(told(paid, "2021-01-01", decide), ["met 2020-05-19 2020-05-19"]);
  assert.deepEqual(told(paid, "2020-05-18", decide), ["running 2020-05-19"], "not paid yet on that day");
  const late = recordOf({ since: "2020-05-06" }, ["paying", "2020-05-20"]);
  assert.deepEqual(told(late, "2021-01-01", decide), ["met-late 2020-05-19 2020-05-20"]);
});

test("the rule that was in force when the clock started counts; before the first rule nothing binds", () => {
  assert.deepEqual(told(recordOf({ since: "2020-06-30" }), "2020-07-01", decide), ["running 2020-07-14"]);
  assert.deepEqual(told(recordOf({ since: "2020-07-01" }), "2020-07-01", decide), ["running 2020-07-08"]);
  assert.deepEqual(told(recordOf({ since: "2018-12-31" }), "2021-01-01", decide), []);
});

test("a state that is entered again does not undo what was in time", () => {
  const again = recordOf(
    { since: "2020-05-06" },
    ["paying", "2020-05-08"],
    ["ended", "2020-08-03"],
    ["paying", "2020-09-01"],
  );
  assert.equal(again.entered.paying, "2020-09-01");
  assert.deepEqual(told(again, "2021-01-01", decide), ["met 2020-05-19 2020-05-08"]);
});

test("a clock that a state starts begins anew each time, and what happened before does not stop it", () => {
  const once = recordOf({ since: "2020-05-06", noted: "2020-08-05" }, ["ended", "2020-08-03"]);
  assert.deepEqual(told(once, "2021-01-01", note), ["met 2020-08-10 2020-08-05"]);
  const twice = recordOf(
    { since: "2020-05-06", noted: "2020-08-05" },
    ["ended", "2020-08-03"],
    ["paying", "2020-09-01"],
    ["ended", "2020-11-02"],
  );
  assert.deepEqual(told(twice, "2021-01-01", note), ["late 2020-11-09"]);
  assert.deepEqual(told(recordOf({ since: "2020-05-06" }), "2021-01-01", note), [], "not ended, no clock");
});

test("a clock that a planned day starts may be stopped before it", () => {
  const early = recordOf({ since: "2020-05-06", noted: "2020-04-30" });
  const planned = { ...decide, until: { field: "noted" } };
  assert.deepEqual(told(early, "2020-05-01", planned), ["met 2020-05-19 2020-04-30"]);
});

test("a deadline with conditions binds those records alone, and none that was withdrawn", () => {
  const urgent = { ...decide, where: [{ field: "urgent", in: [true] }] };
  assert.deepEqual(told(recordOf({ since: "2020-05-06", urgent: true }), "2020-05-07", urgent).length, 1);
  assert.deepEqual(told(recordOf({ since: "2020-05-06", urgent: false }), "2020-05-07", urgent), []);
  const gone = { ...recordOf({ since: "2020-05-06", urgent: true }), gone: true };
  assert.deepEqual(told(gone, "2020-05-07", urgent), []);
});

test("a due date past the published holidays is told as an issue, and what came before it is in time all the same", () => {
  const { last } = publishedCalendar;
  const [deadline] = [...compileDeadlines(withDeadlines(decide)).values()];
  const waiting = recordOf({ since: last });
  assert.deepEqual(told(waiting, last, decide), ["unknown calendar.unpublished"]);
  assert.equal(deadline?.metOf(waiting), null);
  assert.equal(deadline?.metOf(recordOf({ since: last }, ["paying", last])), "in-time");
  const beyond = recordOf({ since: last }, ["paying", "2099-12-31"]);
  assert.throws(
    () => deadline?.metOf(beyond),
    (error) =>
      error instanceof IssueError &&
      error.issues[0]?.code === "calendar.unpublished" &&
      error.issues[0].path.join() === "care,decide",
  );
});

test(`whatever happens to a record, its deadlines agree with the calendar, and what is met stays met (seed ${seed})`, () => {
  const declarations = compilePack(wide);
  const deadlines = new Map(
    wide.registers.map((it) => [it.name, compileDeadlines(it)] as const).filter(([, of]) => of.size > 0),
  );
  assert.ok(deadlines.size >= 2);
  fc.assert(
    fc.property(sequences(declarations, { minLength: 40, maxLength: 80 }), day, (actions, on) => {
      for (const { entry, after } of applied(declarations, actions)) {
        const own = deadlines.get(entry.register);
        if (own === undefined) continue;
        const states = deadlinesOf(own, after, on);
        if (after.gone) assert.deepEqual(states, []);
        for (const it of states) {
          assert.notEqual(it.state, "unknown");
          if (it.state === "unknown") continue;
          assert.ok(it.rule.effectiveFrom <= it.started && it.started <= (it.rule.effectiveTo ?? it.started));
          const met: string | undefined = "met" in it ? it.met : undefined;
          assert.equal(it.state === "running" || it.state === "met", (met ?? on) <= it.due);
          assert.ok(met === undefined || met <= on);
          const later: RecordDeadline | undefined = deadlinesOf(own, after, "2022-12-31").find(
            (other) => other.deadline === it.deadline,
          );
          if (met !== undefined) assert.deepEqual(later, it);
          const judged: string | null | undefined = own.get(it.deadline.id)?.metOf(after);
          const expected = { met: "in-time", "met-late": "late", late: null, running: null, unknown: null };
          assert.equal(judged, expected[later?.state ?? "unknown"]);
        }
      }
    }),
    { numRuns: 100, seed },
  );
});
