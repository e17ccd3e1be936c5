import assert from "node:assert/strict";
import { test } from "node:test";
import { publishedCalendar } from "../../src/calendar/index.ts";
import { type Issue, wordsOf } from "../../src/issue/index.ts";
import {
  type Action,
  compileRegister,
  compileWaits,
  defineRegister,
  judge,
  propose,
  type RecordView,
  type RegisterDefinition,
  type RegisterInput,
  type Value,
} from "../../src/registers/index.ts";
import { areas } from "../pack/pack.ts";
import { plan } from "../pack/wide/plan.ts";

const [posting] = plan.waits;
assert.ok(posting !== undefined);
const strict: RegisterDefinition = { ...plan, waits: [omitUnless(posting)] };
const codes = new Set(areas.map((it) => it.code));
const facts = { register: "plan", record: "P0001", actor: "经办/民政局", reason: "演示" } as const;
const planned = { village: "999900100201", begin: "2020-05-01", finish: "2020-09-01" };

function omitUnless({ unless: _, ...wait }: RegisterDefinition["waits"][number]) {
  return wait;
}
const open = (fields: Readonly<Record<string, Value>> = {}, at = "2020-04-01"): Action => ({
  ...facts,
  kind: "open",
  at,
  fields: { ...planned, ...fields },
});
const step = (to: string, at: string, fields: Readonly<Record<string, Value>> = {}): Action => ({
  ...facts,
  kind: "advance",
  to,
  at,
  fields,
});
const amend = (fields: Readonly<Record<string, Value>>, at: string): Action => ({
  ...facts,
  kind: "amend",
  at,
  fields,
});

/** The record after some actions, all taken but the last, and what is said against that one. */
function after(actions: readonly Action[], definition = plan): { view: RecordView; issues: Issue[] } {
  const register = compileRegister(definition, codes);
  let view: RecordView | null = null;
  let issues: Issue[] = [];
  for (const action of actions) {
    assert.deepEqual(issues, []);
    const proposal = propose(register, view, action, "P0001", "2022-01-01T00:00:00.000Z");
    issues = [
      ...judge(register, view, action, [1]),
      ...register.recordIssues(view, proposal.after, action, [1]),
    ];
    view = proposal.after;
  }
  assert.ok(view !== null);
  return { view, issues };
}
const kept = (actions: readonly Action[]) => {
  const { view, issues } = after(actions);
  assert.deepEqual(issues, []);
  return compileWaits(plan, publishedCalendar).get("posting")?.keptOf(view);
};
const posted = { posted: "2020-05-01" };

test("what was posted on the 1st for seven days goes on on the 9th at the earliest, and the issue says so", () => {
  const [early] = after([open(posted), step("running", "2020-05-08")], strict).issues;
  assert.deepEqual([early?.code, early?.path], ["registers.too-early", [1, "at"]]);
  assert.equal(
    wordsOf(early as Issue, "zh").what,
    "过早：“公示”从 2020-05-01 起算，2020-05-08 尚未期满（示例）",
  );
  assert.equal(wordsOf(early as Issue, "zh").cure, "最早 2020-05-09 办理");
  assert.match(wordsOf(early as Issue, "en").cure, /first day on which it may happen is 2020-05-09$/);
  assert.deepEqual(after([open(posted), step("running", "2020-05-09")], strict).issues, []);
});

test("where a wait may be shortened it takes a reason, and the wait was not kept", () => {
  const [early] = after([open(posted), step("running", "2020-05-08")]).issues;
  assert.equal(early?.code, "registers.too-early-unless");
  assert.match(wordsOf(early as Issue, "zh").cure, /2020-05-09 办理；依规缩短的，在 hurry 写明理由/);
  const hurried = [open(posted), step("running", "2020-05-08", { hurry: "汛期抢险" })];
  assert.equal(kept(hurried), false);
  assert.equal(kept([open(posted), step("running", "2020-05-09")]), true);
});

test("what has not happened, or was never posted, waits for nothing", () => {
  assert.equal(kept([open(posted)]), null);
  assert.equal(kept([open(), step("running", "2020-05-02")]), null);
  // before the first rule
  assert.equal(kept([open({ posted: "2019-02-28" }), step("running", "2020-04-01")]), null);
});

test("the way back and forward again must wait anew only where it is posted anew", () => {
  const again = [
    open(posted),
    step("running", "2020-05-09"),
    step("paused", "2020-06-01"),
    step("running", "2020-07-01"),
  ];
  assert.equal(kept(again), true);
  const postedAnew = [...again.slice(0, 3), amend({ posted: "2020-06-25" }, "2020-06-25")];
  assert.deepEqual(after(postedAnew).issues, [], "it has not gone on yet");
  assert.equal(after([...postedAnew, step("running", "2020-07-02")]).issues.length, 1);
  assert.deepEqual(after([...postedAnew, step("running", "2020-07-03")]).issues, []);
});

test("a correction of the day of posting is taken, and tells that the wait was not kept", () => {
  const corrected = [
    open(posted),
    step("running", "2020-05-09"),
    amend({ posted: "2020-05-04" }, "2020-05-04"),
  ];
  assert.equal(kept(corrected), false);
});

test("a wait for what a field dates is held against the field", () => {
  const until = { ...posting, id: "report", until: { field: "reported" } };
  const dated: RegisterDefinition = { ...plan, waits: [omitUnless(until)] };
  const [early] = after([open(posted), amend({ reported: "2020-05-08" }, "2020-06-01")], dated).issues;
  assert.deepEqual([early?.code, early?.path], ["registers.too-early", [1, "reported"]]);
  assert.equal(after([open({ ...posted, reported: "2020-05-08" })], dated).issues.length, 1);
  const told = [open(posted), amend({ reported: "2020-05-09" }, "2020-06-01")];
  assert.deepEqual(after(told, dated).issues, []);
  assert.deepEqual(after([...told, amend({ progress: 3 }, "2020-06-02")], dated).issues, []);
});

test("where working days are not announced, nothing is let through, and what happened before was too early", () => {
  const source = { zh: "示例", en: "example" };
  const rules = [{ value: 7, unit: "workday", effectiveFrom: "2019-03-01", source }] as const;
  const inWorkdays: RegisterDefinition = { ...plan, waits: [{ ...omitUnless(posting), rules }] };
  const { last } = publishedCalendar;
  const started = [open({ posted: last }), step("running", "2099-01-01")];
  assert.equal(after(started, inWorkdays).issues[0]?.code, "calendar.unpublished");
  const wait = compileWaits(inWorkdays, publishedCalendar).get("posting");
  const { view } = after([open({ posted: last }), step("running", last)], inWorkdays);
  assert.equal(wait?.keptOf(view), false);
});

const { deadlines: _, checks: __, amounts: ___, key, fields: ____, kind: _____, ...rest } = plan;
test("a register whose waits or light contradict themselves is refused", async () => {
  const { z, text, area, date, count } = await import("../../src/index.ts");
  const title = { zh: "示例", en: "example" };
  const input: RegisterInput = {
    ...rest,
    key: { title: key.title, schema: z.string() },
    fields: {
      village: { title, schema: area() },
      begin: { title, schema: date() },
      finish: { title, schema: date() },
      progress: { title, schema: count().optional() },
      posted: { title, schema: date().optional() },
      hurry: { title, schema: text().optional() },
      name: { title, schema: text() },
    },
  };
  assert.ok(input.light !== undefined);
  const { light } = input;
  const [behind] = light.behind;
  assert.ok(behind !== undefined && posting.rules[0] !== undefined);
  const refusals: readonly (readonly [Partial<RegisterInput>, RegExp])[] = [
    [{ waits: [{ ...posting, until: { states: ["begun"] } }] }, /wait posting names no state: begun/],
    [{ waits: [{ ...posting, until: { states: ["listed"] } }] }, /begins in listed/],
    [{ waits: [{ ...posting, from: { field: "told" } }] }, /names no field: told/],
    [{ waits: [{ ...posting, unless: "name" }] }, /name must be optional/],
    [{ waits: [posting, posting] }, /two waits have one id/],
    [{ waits: [{ ...posting, rules: [{ ...posting.rules[0], unit: "hour" }] }] }, /not in hours/],
    [{ waits: [{ ...posting, rules: [...posting.rules, ...posting.rules] }] }, /two rules are in force/],
    [{ light: { ...light, progress: "name" } }, /name is no number/],
    [{ light: { ...light, schedule: { from: "name", to: "finish" } } }, /name is no date/],
    [{ light: { ...light, running: ["listed"] } }, /listed cannot be waiting and running/],
    [{ light: { ...light, behind: [{ ...behind, yellow: "40" }] } }, /yellow ones not above red ones/],
    [{ light: { ...light, behind: [behind, behind] } }, /two rules are in force/],
    [{ fields: { ...input.fields, light: { title, schema: text() } } }, /light is what its light/],
  ];
  assert.equal(defineRegister(input).waits.length, 1);
  for (const [change, refusal] of refusals)
    assert.throws(() => defineRegister({ ...input, ...change }), refusal);
});
