import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Issue, wordsOf } from "../../src/issue/index.ts";
import {
  type Action,
  compileDeadlines,
  compileRegister,
  deadlinesOf,
  defineRegister,
  judge,
  propose,
  type RecordView,
  type RegisterInput,
  type Value,
} from "../../src/registers/index.ts";
import { seed } from "../seed.ts";
import { grant, grantInput } from "./grant.ts";

const areas = new Set(["999900100201"]);
const facts = { register: "grant", record: "G1", actor: "经办/民政局" } as const;
const household = { village: "999900100201", kind: "usual", persons: 3, wages: "600.00" };
const open = (fields: Record<string, Value> = household, at = "2020-03-02") =>
  ({ ...facts, kind: "open", at, fields }) as Action;
const granted = (fields: Record<string, Value>, at = "2020-04-01") =>
  ({ ...facts, kind: "advance", to: "granted", at, fields }) as Action;
const amend = (fields: Record<string, Value>, at: string, reason = "案情复杂") =>
  ({ ...facts, kind: "amend", reason, at, fields }) as Action;

/** What is said against the last of some actions, all taken that came before. */
function issuesOf(actions: readonly Action[], definition = grant): Issue[] {
  const register = compileRegister(definition, areas);
  let view: RecordView | null = null;
  for (const [index, action] of actions.entries()) {
    const path = [index + 1];
    const { after } = propose(register, view, action, "G1", "2020-01-01T00:00:00.000Z");
    const issues = [
      ...judge(register, view, action, path),
      ...register.recordIssues(view, after, action, path),
    ];
    if (issues.length > 0) {
      assert.equal(index, actions.length - 1, JSON.stringify(issues));
      return issues;
    }
    view = after;
  }
  return [];
}
const told = (issues: readonly Issue[]) =>
  issues.map(({ code, path }) => `${code.slice("registers.".length)} ${path.slice(1).join(".")}`.trim());

test("a benefit is the standard in force, less the income, for every member", () => {
  // 540.50 × 3 − 600.00 − 100.00
  const rented = { ...household, rent: "100.00" };
  assert.deepEqual(issuesOf([open(rented), granted({ benefit: "921.50" })]), []);
  assert.deepEqual(issuesOf([open(), granted({ benefit: "1021.50" })]), []);
  // by the standard of the year before: 500.00 × 3 − 600.00
  assert.deepEqual(issuesOf([open(household, "2019-03-04"), granted({ benefit: "900" }, "2019-04-01")]), []);
  const [issue] = issuesOf([open(), granted({ benefit: "900.00" })]);
  assert.equal(issue?.code, "registers.check-unequal");
  assert.match(
    wordsOf(issue as Issue, "zh").what,
    /补助 =（标准 − 人均收入）× 人数”：900 = 1021\.5 不成立（示例办法）/,
  );
  assert.match(wordsOf(issue as Issue, "en").what, /900 = 1021\.5 is not so \(an example rule\)/);
});

test("whatever the income, the benefit that the check lets through is the one worked out by hand", () => {
  const cents = fc.integer({ min: 0, max: 50_000 });
  const yuan = (value: number) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`;
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      cents,
      cents,
      fc.integer({ min: -2, max: 2 }),
      (n, w, r, off) => {
        const right = 54_050 * n - w - r;
        fc.pre(right + off >= 0);
        const fields = { ...household, persons: n, wages: yuan(w), rent: yuan(r) };
        const issues = issuesOf([open(fields), granted({ benefit: yuan(right + off) })]);
        assert.equal(issues.length, off === 0 ? 0 : 1);
      },
    ),
    { seed },
  );
});

test("nothing is let through for want of a standard", () => {
  const early = [open(household, "2018-12-03"), granted({ benefit: "1021.50" }, "2018-12-28")];
  assert.deepEqual(told(issuesOf(early)), ["amount-undeclared"]);
});

test("a check speaks of the records that it names, and says what is missing", () => {
  assert.deepEqual(told(issuesOf([open({ ...household, kind: "special" })])), ["check-requires document"]);
  assert.deepEqual(issuesOf([open({ ...household, kind: "special", document: "示例1号" })]), []);
  const special = { ...household, kind: "special", document: "示例1号" };
  assert.deepEqual(told(issuesOf([open(special), amend({ document: null }, "2020-03-03")])), [
    "check-requires document",
  ]);
});

test("conditions must hold, and two who visit are two", () => {
  assert.deepEqual(told(issuesOf([open({ ...household, persons: 0 })])), ["check-fails"]);
  const visited = { benefit: "1021.50", visitor: "D01", second: "D01" };
  assert.deepEqual(told(issuesOf([open(), granted(visited)])), ["check-fails second"]);
  assert.deepEqual(issuesOf([open(), granted({ ...visited, second: "D02" })]), []);
});

test("a sealed register tells no value when a check fails", () => {
  const sealed = defineRegister({ ...grantInput, visibility: "sealed" });
  const issues = issuesOf([open(), granted({ benefit: "900.00" })], sealed);
  assert.deepEqual(told(issues), ["check-fails"]);
  assert.doesNotMatch(JSON.stringify(issues), /900|1021|600/);
});

test("a due date is put off once, with a reason, in time, and no further than the rule allows", () => {
  // 30 working days after 2020-03-02 end on 2020-04-14, 15 more on 2020-05-07
  assert.deepEqual(issuesOf([open(), amend({ extended: "2020-05-07" }, "2020-04-14")]), []);
  const refused = (...actions: Action[]) => told(issuesOf([open(), ...actions]));
  assert.deepEqual(refused(amend({ extended: "2020-05-08" }, "2020-04-14")), ["extension-span extended"]);
  assert.deepEqual(refused(amend({ extended: "2020-04-14" }, "2020-04-14")), ["extension-span extended"]);
  assert.deepEqual(refused(amend({ extended: "2020-05-08" }, "2020-04-15")), ["extension-late extended"]);
  const once = amend({ extended: "2020-04-30" }, "2020-04-01");
  assert.deepEqual(refused(once, amend({ extended: "2020-05-08" }, "2020-04-02")), [
    "extended-already extended",
  ]);
  assert.deepEqual(refused(once, amend({ extended: null }, "2020-04-02")), ["extended-already extended"]);
  assert.deepEqual(refused(granted({ benefit: "1021.50", extended: "2020-05-08" })), [
    "reason-missing reason",
  ]);
  assert.deepEqual(told(issuesOf([open({ ...household, extended: "2020-05-08" })])), [
    "reason-missing reason",
  ]);
});

test("where no rule was in force yet, there is nothing to put off", () => {
  const early = [open(household, "2018-12-03"), amend({ extended: "2019-02-01" }, "2018-12-04")];
  assert.deepEqual(told(issuesOf(early)), ["extension-of-nothing extended"]);
});

const view = (fields: RecordView["fields"], entered: RecordView["entered"]): RecordView => ({
  register: "grant",
  record: "G1",
  version: 1,
  gone: false,
  state: "asked",
  at: "2020-03-02",
  fields,
  entered,
});
const statesOn = (it: RecordView, day: string) =>
  deadlinesOf(compileDeadlines(grant), it, day).map((one) =>
    [one.deadline.id, one.state, "due" in one ? one.due : ""].join(" "),
  );

test("until an extended date the clock runs, and what happens by then is in time", () => {
  const put = view({ extended: "2020-05-08" }, { asked: "2020-03-02" });
  assert.deepEqual(statesOn(put, "2020-05-08"), ["grant running 2020-05-08"]);
  assert.deepEqual(statesOn(put, "2020-05-09"), ["grant late 2020-05-08"]);
  const done = view({ extended: "2020-05-08" }, { asked: "2020-03-02", granted: "2020-05-07" });
  assert.deepEqual(statesOn(done, "2020-05-07"), ["grant met 2020-05-08"]);
});

test("hours count from the minute, through nights and rest days", () => {
  const found = (told: string) => view({ found: "2020-01-24T23:30", told }, {});
  assert.deepEqual(statesOn(found("2020-01-25T01:30"), "2020-01-26"), ["tell met 2020-01-25T01:30"]);
  assert.deepEqual(statesOn(found("2020-01-25T01:31"), "2020-01-26"), ["tell met-late 2020-01-25T01:30"]);
  assert.deepEqual(statesOn(view({ found: "2020-01-24T23:30" }, {}), "2020-01-25"), [
    "tell running 2020-01-25T01:30",
  ]);
  assert.deepEqual(statesOn(view({ found: "2020-01-24T23:30" }, {}), "2020-01-26"), [
    "tell late 2020-01-25T01:30",
  ]);
});

test("an instant is a minute of a real day", () => {
  for (const wrong of [
    "2020-02-30T10:00",
    "2020-02-03",
    "2020-02-03T24:00",
    "2020-02-03T10:00:00",
    "2020-02-03 10:00",
  ])
    assert.deepEqual(told(issuesOf([open({ ...household, found: wrong })])), ["field-type found"], wrong);
  assert.deepEqual(issuesOf([open({ ...household, found: "2020-02-29T23:59" })]), []);
});

const contradictions: readonly (readonly [what: string, input: Partial<RegisterInput>])[] = [
  ["an area field that is not there", { area: "town" }],
  ["a check of a field that is not there", { checks: [check({ set: ["age"] })] }],
  ["a check by a standard that is not there", { amounts: [] }],
  [
    "a check of a state that is not there",
    { checks: [check({ where: [{ field: "state", in: ["lost"] }] })] },
  ],
  ["two checks of one name", { checks: [check({ set: ["rent"] }), check({ set: ["rent"] })] }],
  [
    "an extension in a field that must be given",
    { deadlines: [put({ extension: { field: "wages", upTo: [] } })] },
  ],
  ["hours that are counted from a day", { deadlines: [put({ from: { field: "extended" } })] }],
  ["a deadline from a state that is not there", { deadlines: [put({ from: { first: "lost" } })] }],
];

for (const [what, wrong] of contradictions)
  test(`a declaration with ${what} is no register`, () => {
    assert.throws(() => defineRegister({ ...grantInput, ...wrong }), /^Error: register grant: /);
  });

type Check = NonNullable<RegisterInput["checks"]>[number];
function check(must: Check["must"]): Check {
  return { ...(grantInput.checks?.[0] as Check), must };
}

type Deadline = NonNullable<RegisterInput["deadlines"]>[number];
function put(more: Partial<Deadline>): Deadline {
  return { ...(grantInput.deadlines?.[1] as Deadline), ...more };
}
