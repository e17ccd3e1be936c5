import assert from "node:assert/strict";
import { test } from "node:test";
import { compilePack, Derivation } from "../../src/indicators/index.ts";
import { catalogue, type Issue, wordsOf } from "../../src/issue/index.ts";
import type { Entry } from "../../src/ledger/index.ts";
import type { Action, Value } from "../../src/registers/index.ts";
import { inSqliteDistrict, smallPack } from "../district/made-up-district.ts";
import { pack } from "../pack/pack.ts";

const road = { village: "999900100201", kind: "road", planned: "10.00", start: "2020-03-01" };
const facts = { register: "work", record: "W0001", at: "2020-03-01", actor: "经办/发改局" };
const open = (fields: Record<string, Value> = road, more: Partial<Action> = {}) =>
  ({ ...facts, kind: "open", fields, ...more }) as Action;
const amend = (fields: Record<string, Value>, more: Partial<Action> = {}) =>
  ({ ...facts, kind: "amend", reason: "更正", at: "2020-05-01", fields, ...more }) as Action;
const advance = (to: string, more: Partial<Action> = {}) =>
  ({ ...facts, kind: "advance", to, at: "2020-04-01", ...more }) as Action;
const withdraw = (more: Partial<Action> = {}) =>
  ({ ...facts, kind: "void", reason: "重复", at: "2020-06-01", ...more }) as Action;

const { village: _, ...nowhere } = road;

/** What is asked of a record, after what; the last is refused. */
const refusals: readonly (readonly [
  what: string,
  actions: readonly Action[],
  refused: string,
  at: readonly (string | number)[],
])[] = [
  ["a register that the pack does not have", [open(road, { register: "works" })], "register-unknown", []],
  ["a key of another form", [open(road, { record: "W-1" })], "key-malformed", ["record"]],
  ["a field that must be given is not", [open(nowhere)], "field-missing", ["village"]],
  [
    "a field that the register does not have",
    [open({ ...road, colour: "red" })],
    "field-unknown",
    ["colour"],
  ],
  ["money as a number", [open({ ...road, planned: 10 })], "field-type", ["planned"]],
  ["money with three decimals", [open({ ...road, planned: "10.005" })], "field-type", ["planned"]],
  ["a count that is not whole", [open({ ...road, length: 1.5 })], "field-type", ["length"]],
  ["a count below 0", [open({ ...road, length: -1 })], "field-type", ["length"]],
  ["a choice that is none of the list", [open({ ...road, kind: "bridge" })], "field-type", ["kind"]],
  ["a date that no calendar has", [open({ ...road, start: "2021-02-29" })], "field-type", ["start"]],
  ["text as a number", [open({ ...road, note: 7 })], "field-type", ["note"]],
  ["text that is too long", [open({ ...road, note: "路".repeat(101) })], "field-type", ["note"]],
  ["a required value taken back", [open(), amend({ village: null })], "field-type", ["village"]],
  ["nobody who answers for it", [open(road, { actor: " " })], "actor-missing", ["actor"]],
  ["half a character in a text", [open({ ...road, note: "路\ud83d" })], "text-broken", ["note"]],
  ["half a character in a reason", [open(road, { reason: "\udc00" })], "text-broken", ["reason"]],
  ["a NUL in an idempotency key", [open(road, { request: "a\0" })], "text-broken", ["request"]],
  ["a reason that no entry can hold", [open(road, { reason: "长".repeat(20_001) })], "too-long", []],
  [
    "an idempotency key of another record",
    [open(road, { request: "a" }), open(road, { record: "W0002", request: "a" })],
    "request-taken",
    ["request"],
  ],
  ["an area of another district", [open({ ...road, village: "110101001001" })], "area-unknown", ["village"]],
  ["an effective date that no calendar has", [open(road, { at: "2021-02-30" })], "date-malformed", ["at"]],
  ["an effective date with a time", [open(road, { at: "2021-02-03T00:00" })], "date-malformed", ["at"]],
  ["a record that is there", [open(), open()], "record-exists", []],
  ["a record that was withdrawn, opened again", [open(), withdraw(), open()], "record-exists", []],
  ["a change of a record that is not there", [amend({ note: "甲" })], "record-unknown", []],
  ["a change of a withdrawn record", [open(), withdraw(), amend({ note: "甲" })], "record-gone", []],
  ["a withdrawal of a withdrawn record", [open(), withdraw(), withdraw()], "record-gone", []],
  ["a version that was overtaken", [open(), amend({ note: "甲" }, { version: 0 })], "version-stale", []],
  ["a version that is not there yet", [open(), advance("started", { version: 2 })], "version-stale", []],
  ["a step that the lifecycle lacks", [open(), advance("accepted")], "transition-unknown", []],
  ["a step to a state that is none", [open(), advance("burnt")], "transition-unknown", []],
  ["a step to what every object has", [open(), advance("constructor")], "transition-unknown", []],
  [
    "a step without what it requires",
    [open(), advance("started"), advance("accepted")],
    "transition-requires",
    ["paid"],
  ],
  [
    "a step that takes back what it requires",
    [open({ ...road, paid: "9.00" }), advance("started"), advance("accepted", { fields: { paid: null } })],
    "transition-requires",
    ["paid"],
  ],
  [
    "an amendment without a reason",
    [open(), amend({ note: "甲" }, { reason: " " })],
    "reason-missing",
    ["reason"],
  ],
  ["a withdrawal without a reason", [open(), withdraw({ reason: "" })], "reason-missing", ["reason"]],
  [
    "a reopening without a reason",
    [
      open(),
      advance("started"),
      advance("accepted", { fields: { paid: "9.00" } }),
      advance("started", { at: "2020-07-01" }),
    ],
    "reason-missing",
    ["reason"],
  ],
  [
    "a step dated before the last one",
    [open(), advance("started", { at: "2020-02-29" })],
    "date-before-state",
    ["at"],
  ],
  [
    "an amendment dated before the opening",
    [open(), amend({ note: "甲" }, { at: "2020-02-29" })],
    "date-before-opening",
    ["at"],
  ],
  [
    "a withdrawal dated before the opening",
    [open(), withdraw({ at: "2020-02-29" })],
    "date-before-opening",
    ["at"],
  ],
  ["an amendment to the same values", [open(), amend({ planned: "10.00" })], "nothing-changes", []],
  ["an amendment that takes back what is not there", [open(), amend({ note: null })], "nothing-changes", []],
];

for (const [what, actions, refused, at] of refusals)
  test(`refused: ${what}`, () =>
    inSqliteDistrict(
      async ({ district }) => {
        for (const action of actions.slice(0, -1))
          assert.deepEqual((await district.append([action])).issues, []);
        const before = await district.ledger.head();
        const { issues, appended } = await district.append(actions.slice(-1));
        assert.deepEqual(
          issues.map(({ code, path }) => [code, path]),
          [[`registers.${refused}`, [1, ...at]]],
        );
        for (const issue of issues) assertWords(issue);
        assert.equal(appended, 0);
        assert.deepEqual(await district.ledger.head(), before, "nothing was appended");
      },
      { pack: smallPack },
    ));

const entry: Entry = {
  v: 1,
  register: "work",
  record: "W0001",
  kind: "open",
  version: 0,
  at: "2020-03-01",
  recorded: "2022-01-01T00:00:00.000Z",
  actor: "经办/发改局",
  state: "planned",
  fields: road,
};

/** What a log may not say, though it was signed. */
const faults: readonly (readonly [what: string, entries: readonly Entry[], found: string])[] = [
  [
    "an entry left out",
    [entry, { ...entry, kind: "advance", version: 2, state: "started" }],
    "entry-version",
  ],
  [
    "a step that the lifecycle lacks",
    [entry, { ...entry, kind: "advance", version: 1, state: "accepted" }],
    "entry-step",
  ],
  ["an opening in a later state", [{ ...entry, state: "started" }], "entry-step"],
  [
    "an amendment that changes the state",
    [entry, { ...entry, kind: "amend", version: 1, reason: "更正", state: "started" }],
    "entry-step",
  ],
  [
    "an entry after the record was withdrawn",
    [
      entry,
      { ...entry, kind: "void", version: 1, reason: "重复" },
      { ...entry, kind: "amend", version: 2, reason: "更正" },
    ],
    "entry-after-end",
  ],
];

for (const [what, entries, found] of faults)
  test(`found in a log: ${what}`, () => {
    const derivation = new Derivation(compilePack(pack));
    const issues = entries.map((it, position) => derivation.add(it, ["entry", position]));
    assert.deepEqual(
      issues.map((some) => some.map(({ code, path }) => [code, path])),
      [...entries.slice(1).map(() => []), [[`registers.${found}`, ["entry", entries.length - 1]]]],
    );
    for (const issue of issues.flat()) assertWords(issue);
  });

test("every way to be refused by a register is shown here", () => {
  // raised only where writers race each other: test/district/writers.test.ts
  const racing = ["overtaken"];
  // what checks, extensions and waits say: test/registers/checks.test.ts, waits.test.ts
  const within = [
    "amount-undeclared",
    "check-fails",
    "check-requires",
    "check-unequal",
    "extended-already",
    "extension-late",
    "extension-of-nothing",
    "extension-span",
    "too-early",
    "too-early-unless",
  ];
  assert.deepEqual(
    [...new Set([...refusals, ...faults].map((it) => it[2])), ...racing, ...within].sort(),
    Object.keys(catalogue)
      .filter((code) => code.startsWith("registers."))
      .map((code) => code.slice("registers.".length))
      .sort(),
  );
});

/** Both languages say what is wrong and what mends it, with every value in its place. */
function assertWords(issue: Issue): void {
  for (const language of ["zh", "en"] as const)
    for (const words of Object.values(wordsOf(issue, language))) {
      assert.doesNotMatch(words, /\{\w+\}|undefined/, `${issue.code} in ${language}`);
      assert.notEqual(words, "");
    }
}
