import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { publishedCalendar } from "../../src/calendar/index.ts";
import { CellSums, CellTable, compilePack, observe, readQuery } from "../../src/indicators/index.ts";
import { Period } from "../../src/quantity/index.ts";
import {
  type Action,
  compileDeadlines,
  compileLight,
  deadlinesOf,
  historyOf,
  lightOn,
  type RecordView,
  type RegisterDefinition,
  type Told,
  type Value,
} from "../../src/registers/index.ts";
import { applied } from "../pack/actions.ts";
import { shanghe, xiahe } from "../pack/records.ts";
import { sequences } from "../pack/sequences.ts";
import wide, { care } from "../pack/wide/pack.ts";
import { plan } from "../pack/wide/plan.ts";
import { seed } from "../seed.ts";
import { readerAfter } from "./in-memory.ts";

const declarations = compilePack(wide);
const facts = { register: "plan", record: "P0001", actor: "经办/民政局", reason: "演示" } as const;
const opened = (fields: Readonly<Record<string, Value>>, at = "2020-01-02"): Action => ({
  ...facts,
  kind: "open",
  at,
  fields: { village: shanghe, begin: "2020-03-02", finish: "2020-06-10", ...fields },
});
const step = (at: string, to: string, fields: Readonly<Record<string, Value>> = {}): Action => ({
  ...facts,
  kind: "advance",
  at,
  to,
  fields,
});
const amended = (at: string, fields: Readonly<Record<string, Value>>): Action => ({
  ...facts,
  kind: "amend",
  at,
  fields,
});

/** The values of an indicator at some months' ends. */
function atEnds(actions: readonly Action[], indicator: string, where: Readonly<Record<string, string>> = {}) {
  const read = readerAfter(declarations, actions);
  return (months: string) =>
    months
      .split(" ")
      .map((period) => read(indicator, { period, where }))
      .join(" ");
}

test("what is due is overdue at every month's end after it, though nobody writes; and until it is done", () => {
  const waiting = [opened({}), step("2020-03-02", "running")];
  const overdue = atEnds(waiting, "plan.overdue");
  assert.equal(overdue("2020-05 2020-06 2020-07 2021-12 2024-02"), "0 1 1 1 1");
  const done = atEnds([...waiting, step("2020-08-31", "done")], "plan.overdue");
  assert.equal(done("2020-05 2020-06 2020-07 2020-08 2021-12"), "0 1 1 0 0");
  const inTime = atEnds([...waiting, step("2020-06-10", "done")], "plan.overdue");
  assert.equal(inTime("2020-05 2020-06 2020-07"), "0 0 0");
});

test("what falls due on a month's last day is overdue in the next", () => {
  const overdue = atEnds([opened({ finish: "2020-06-30" })], "plan.overdue");
  assert.equal(overdue("2020-06 2020-07"), "0 1");
});

test("what is overdue is counted as it stands: by state, where it lies, and put off", () => {
  const moved = [
    opened({}),
    step("2020-07-05", "running"),
    amended("2020-09-01", { village: xiahe }),
    step("2020-10-01", "paused"),
  ];
  assert.equal(atEnds(moved, "plan.overdue", { state: "listed" })("2020-06 2020-07 2020-09"), "1 0 0");
  assert.equal(atEnds(moved, "plan.overdue", { state: "running" })("2020-06 2020-07 2020-09"), "0 1 1");
  assert.equal(atEnds(moved, "plan.overdue", { state: "paused" })("2020-09 2020-10 2021-03"), "0 1 1");
  const read = readerAfter(declarations, moved);
  assert.equal(read("plan.overdue", { area: shanghe, period: "2020-08" }), "1");
  assert.equal(read("plan.overdue", { area: shanghe, period: "2020-09" }), "0");
  assert.equal(read("plan.overdue", { area: xiahe, period: "2021-09" }), "1");
  const later = atEnds([opened({}), amended("2020-06-08", { later: "2020-09-15" })], "plan.overdue");
  assert.equal(later("2020-06 2020-08 2020-09"), "0 0 1");
});

test("an amendment that is dated back moves the months before it, and a withdrawal empties them", () => {
  const back = [opened({}), step("2020-07-01", "running"), amended("2020-01-02", { finish: "2020-04-15" })];
  assert.equal(atEnds(back, "plan.overdue")("2020-03 2020-04 2020-07"), "0 1 1");
  const gone = [...back, { ...facts, kind: "void", at: "2020-12-01" } as const];
  assert.equal(atEnds(gone, "plan.overdue")("2020-04 2020-07 2022-01"), "0 0 0");
});

test("a sealed household whose time to decide is over is overdue until it is decided", () => {
  const household: Action = {
    ...facts,
    register: "care",
    record: "C0001",
    kind: "open",
    at: "2020-03-02",
    fields: { home: shanghe, since: "2020-03-02", members: 3, urgent: true },
  };
  // 30 working days: 14 April 2020, with a holiday on 6 April
  const paid: Action = {
    ...household,
    kind: "advance",
    at: "2021-01-04",
    to: "paying",
    fields: { monthly: "300.00" },
  };
  const read = readerAfter(declarations, [household, paid]);
  const year = { where: { urgent: "true" } };
  assert.equal(read("care.overdue", { period: "2020", ...year }), "3");
  assert.equal(read("care.overdue", { period: "2021", ...year }), "0");
});

test("lights turn by themselves, and what is reported turns them back", () => {
  // 100 days, one per cent a day: 10 days by 12 March, 30 points by 1 April
  const started = [opened({ posted: "2020-01-02" }), step("2020-03-02", "running")];
  const of = (actions: readonly Action[]) => {
    const read = readerAfter(declarations, actions);
    return (period: string) =>
      ["green", "yellow", "red"].map((it) => read("plan.lights", { period, where: { light: it } })).join("");
  };
  const silent = of(started);
  assert.equal(silent("2020-02"), "100", "not begun, and not to begin yet");
  assert.equal(silent("2020-03"), "010");
  assert.equal(silent("2020-04"), "001");
  assert.equal(silent("2023-04"), "001");
  const reported = of([...started, amended("2020-04-20", { progress: 45 })]);
  assert.equal(reported("2020-03"), "010");
  assert.equal(reported("2020-04"), "010", "59 days gone, 14 points behind");
  assert.equal(reported("2020-05"), "001");
  const done = of([...started, amended("2020-04-20", { progress: 55 }), step("2020-05-20", "paused")]);
  assert.equal(done("2020-04"), "100");
  assert.equal(done("2020-05"), "000", "what is paused has no light");
  const unstarted = of([opened({})]);
  // 2 April and 2 June 2020 were working days
  assert.equal(unstarted("2020-03"), "100");
  assert.equal(unstarted("2020-04"), "010");
  assert.equal(unstarted("2020-06"), "001");
});

test("how long posting was is known of each time that it went on", () => {
  const shortened = [
    opened({ posted: "2020-03-02" }),
    step("2020-03-05", "running", { hurry: "汛期抢险" }),
    step("2020-04-01", "paused"),
    step("2020-05-06", "running"),
  ];
  const read = readerAfter(declarations, shortened);
  assert.equal(read("plan.posting-shortened", { period: "2020-03" }), "1");
  assert.equal(read("plan.posting-shortened", { period: "2020-05" }), "0");
  assert.equal(read("plan.posting-kept", { period: "2020-04" }), "0");
  assert.equal(read("plan.posting-kept", { period: "2020-05" }), "1");
});

test("what falls due on working days that nobody has announced is not told, and what lies before them is", () => {
  const { last } = publishedCalendar;
  const year = Number(last.slice(0, 4));
  const read = readerAfter(declarations, [opened({})]);
  assert.equal(read("plan.unreported", { period: `${year + 1}` }), "no-calendar");
  assert.equal(read("plan.unreported", { period: `${year}-06` }), "0");
  // its time ends on the day named, on a rest day or not
  assert.equal(read("plan.overdue", { period: `${year + 1}` }), "1");
  assert.equal(read("plan.lights", { period: `${year + 1}` }), "no-calendar");
});

const ends = Period.of("2018-12..2023-06").months();

/** What measures of time say of one record on one day, told by its history alone. */
function saidOn(view: RecordView, day: string): string[] {
  const said: string[] = [];
  const late = (register: RegisterDefinition, id: string) =>
    deadlinesOf(compileDeadlines(register), view, day).some(
      (it) => it.deadline.id === id && it.state === "late",
    );
  if (view.register === "care" && late(care, "decide")) said.push(`care.overdue ${view.fields.members}`);
  if (view.register !== "plan" || view.gone) return said;
  const turns = compileLight(plan, publishedCalendar)?.(view);
  const light = turns ? lightOn(turns, day) : null;
  if (late(plan, "finish")) said.push(`plan.overdue ${view.state}`);
  if (late(plan, "report")) said.push("plan.unreported");
  if (light !== null) said.push(`plan.lights ${light} ${view.state}`);
  if (light === "red" && late(plan, "finish")) said.push(`plan.lost ${view.fields.progress ?? 0}`);
  return said;
}

test(`at every month's end a stock is what each record was on that day, whatever happened before and after (seed ${seed})`, () => {
  fc.assert(
    fc.property(sequences(declarations, { minLength: 40, maxLength: 120 }), (actions) => {
      const told = new Map<string, Told[]>();
      const sums = new CellSums();
      for (const { key, entry, secret, before, after } of applied(declarations, actions)) {
        const past = told.get(key) ?? [];
        const now = [...past, { entry, disclosed: secret }];
        told.set(key, now);
        const rewrites = entry.kind === "void" || (before !== null && entry.at < before.at);
        const rewritten = { before: historyOf(past), after: historyOf(now) };
        const change = { before, after, at: entry.at, ...(rewrites && { rewritten }) };
        declarations.contributions.get(entry.register)?.addChange(change, sums);
      }
      const cells = new CellTable(sums.cells());
      const value = (indicator: string, period: string, where = {}) => {
        const { query } = readQuery(declarations, { indicator, period, where }, []);
        assert.ok(query !== null);
        return observe(declarations, cells, query).value;
      };
      for (const month of ends) {
        const period = Period.ofMonth(month);
        const day = period.lastDay();
        const said = [...told.values()].flatMap((entries) => {
          const view = historyOf(entries).findLast((it) => it.at <= day)?.after;
          return view === undefined ? [] : saidOn(view, day);
        });
        const count = (head: string) => String(said.filter((it) => it.startsWith(head)).length);
        const sum = (head: string) =>
          String(said.reduce((all, it) => all + (it.startsWith(head) ? Number(it.split(" ")[1]) : 0), 0));
        const text = period.toString();
        assert.equal(value("plan.overdue", text), count("plan.overdue"), text);
        for (const state of Object.keys(plan.lifecycle.states))
          assert.equal(value("plan.overdue", text, { state }), count(`plan.overdue ${state}`), text);
        assert.equal(value("plan.unreported", text), count("plan.unreported"), text);
        for (const light of ["green", "yellow", "red"])
          assert.equal(value("plan.lights", text, { light }), count(`plan.lights ${light}`), text);
        assert.equal(value("plan.lost", text), sum("plan.lost"), text);
        if (text.endsWith("-12")) {
          const year = text.slice(0, 4);
          if (year >= "2019" && year <= "2021")
            assert.equal(value("care.overdue", year), sum("care.overdue"));
        }
      }
    }),
    { seed, numRuns: 60 },
  );
});
