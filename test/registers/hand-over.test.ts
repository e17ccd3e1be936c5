import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Action,
  area,
  compileDeadlines,
  compileRegister,
  date,
  deadlinesOf,
  defineRegister,
  handOver,
  judge,
  propose,
  type RecordView,
  text,
} from "../../src/registers/index.ts";

const words = (zh: string, en: string) => ({ zh, en });
const source = words("示例办法", "an example rule");
const rule = (value: number) => ({ value, unit: "workday", effectiveFrom: "2019-01-01", source }) as const;

const passing = handOver({
  units: { water: words("水务局", "Water"), roads: words("交通局", "Roads") },
  grounds: { duty: words("非本单位职责", "Not this unit's duty") },
  from: ["received"],
  to: "working",
  answer: [rule(2)],
});
const request = defineRegister({
  name: "request",
  title: words("诉求", "Requests"),
  description: words("示例台账", "an example"),
  owner: words("热线办", "Hotline"),
  visibility: "open",
  key: { title: words("编号", "Number"), schema: text() },
  fields: {
    village: { title: words("村", "Village"), schema: area() },
    received: { title: words("受理日期", "Received"), schema: date() },
    ...passing.fields,
  },
  area: "village",
  lifecycle: {
    initial: "received",
    states: {
      received: { title: words("已受理", "Received") },
      ...passing.states,
      working: { title: words("办理中", "In work") },
      closed: { title: words("已办结", "Closed") },
    },
    transitions: [...passing.transitions, { from: "working", to: "closed" }],
  },
  deadlines: [
    ...passing.deadlines,
    {
      id: "close",
      title: words("办结", "Close"),
      from: { first: "offered" },
      until: { states: ["closed"] },
      rules: [rule(10)],
    },
  ],
  source,
});

const facts = { register: "request", record: "R1", actor: "派单员/热线办" } as const;
const open: Action = {
  ...facts,
  kind: "open",
  at: "2020-03-02",
  fields: { village: "999900100201", received: "2020-03-02" },
};
const step = (to: string, at: string, fields = {}): Action => ({ ...facts, kind: "advance", to, at, fields });

/** The record after some actions, and what is said against the first that is refused. */
function after(...actions: readonly Action[]) {
  const register = compileRegister(request, new Set(["999900100201"]));
  let view: RecordView | null = null;
  for (const action of actions) {
    const refused = judge(register, view, action, []).map(({ code, path }) => [code, ...path].join(" "));
    if (refused.length > 0) return { view, refused };
    view = propose(register, view, action, "R1", "2020-01-01T00:00:00.000Z").after;
  }
  return { view, refused: [] };
}

test("work is offered to a unit, returned on cited grounds, offered again and accepted", () => {
  const { view, refused } = after(
    open,
    step("offered", "2020-03-03", { "offered-to": "water" }),
    step("returned", "2020-03-05", { "return-grounds": "duty", "return-clause": "三定规定第四条" }),
    step("offered", "2020-03-06", { "offered-to": "roads" }),
    step("working", "2020-03-09"),
  );
  assert.deepEqual(refused, []);
  assert.equal(view?.fields["offered-to"], "roads");
  assert.deepEqual(view?.entered.offered, "2020-03-06");
  assert.deepEqual(view?.firstEntered?.offered, "2020-03-03");
});

test("nobody takes up what was not offered, offers it to nobody, or returns it without grounds", () => {
  assert.deepEqual(after(open, step("working", "2020-03-03")).refused, ["registers.transition-unknown"]);
  assert.deepEqual(after(open, step("offered", "2020-03-03")).refused, [
    "registers.transition-requires offered-to",
  ]);
  const offered = step("offered", "2020-03-03", { "offered-to": "water" });
  assert.deepEqual(after(open, offered, step("returned", "2020-03-05")).refused, [
    "registers.transition-requires return-grounds",
    "registers.transition-requires return-clause",
  ]);
});

test("the clock of the matter runs from the first offer, that of the answer from each", () => {
  const { view } = after(
    open,
    step("offered", "2020-03-03", { "offered-to": "water" }),
    step("returned", "2020-03-05", { "return-grounds": "duty", "return-clause": "三定规定第四条" }),
    step("offered", "2020-03-06", { "offered-to": "roads" }),
  );
  const due = deadlinesOf(compileDeadlines(request), view as RecordView, "2020-03-06").map((it) =>
    [it.deadline.id, it.started, it.state, "due" in it ? it.due : ""].join(" "),
  );
  assert.deepEqual(due, ["answer 2020-03-06 running 2020-03-10", "close 2020-03-03 running 2020-03-17"]);
});
