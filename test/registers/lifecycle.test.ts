import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compilePack } from "../../src/indicators/index.ts";
import { encodeEntry } from "../../src/ledger/index.ts";
import {
  type Action,
  checkEntry,
  judge,
  propose,
  type RecordView,
  writableIssues,
} from "../../src/registers/index.ts";
import { applied } from "../pack/actions.ts";
import { sequences } from "../pack/sequences.ts";
import wide from "../pack/wide/pack.ts";
import { seed } from "../seed.ts";

const declarations = compilePack(wide);

/** A register of the pack, made ready; all are there. */
function registerOf(name: string) {
  const register = declarations.registers.get(name);
  assert.ok(register !== undefined, name);
  return register;
}

test(`whatever is asked in whatever order, a record has a state of its lifecycle, a version for each entry and what it must have (seed ${seed})`, () => {
  fc.assert(
    fc.property(sequences(declarations, { minLength: 40, maxLength: 120 }), (actions) => {
      const views = new Map<string, RecordView>();
      for (const { key, entry, before, after } of applied(declarations, actions)) {
        const register = registerOf(entry.register);
        const { lifecycle, fields } = register.definition;
        assert.equal(before, views.get(key) ?? null);
        assert.equal(entry.version, before?.version ?? 0, "entries are numbered without gaps");
        assert.equal(after.version, entry.version + 1);
        assert.ok(Object.hasOwn(lifecycle.states, after.state), `${after.state} is a state`);
        const moved = after.state !== (before?.state ?? after.state);
        if (moved) assert.ok(register.transition(before?.state ?? "", after.state) !== undefined);
        for (const [name, { optional }] of Object.entries(fields))
          if (!optional) assert.notEqual(after.fields[name] ?? null, null, `${name} has a value`);
        const step = moved ? register.transition(before?.state ?? "", after.state) : undefined;
        for (const name of step?.requires ?? []) assert.notEqual(after.fields[name] ?? null, null);
        assert.ok(!before?.gone, "a withdrawn record takes no more entries");
        if (register.definition.openState) assert.deepEqual(checkEntry(register, before, entry, []), []);
        views.set(key, after);
      }
    }),
    { numRuns: 200, seed },
  );
});

/** Values and words of every kind, many of them none that a field could have. */
const wild = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "\ud800",
    "a\udfffb",
    "",
    " ",
    "\u0000",
    "-",
    "__proto__",
    "constructor",
    "2020-01-01",
    "0.00",
    "road",
  ),
  fc.constantFrom("999900100201", "-0", "1e3", "１２", "长".repeat(30_000)),
  fc.integer(),
  fc.double(),
  fc.constantFrom(null, true, false, [], {}, [["x"]], { toString: 1 }),
);
const word = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom("W0001", "started", "accepted", "toString", "\udc00", "", "经办", "长".repeat(30_000)),
);
const field = fc.oneof(
  fc.constantFrom("village", "kind", "planned", "paid", "start", "note", "length"),
  fc.string({ maxLength: 5 }),
  fc.constantFrom("__proto__", "constructor", "state"),
);

const anything: fc.Arbitrary<Action> = fc
  .record({
    kind: fc.constantFrom("open", "amend", "advance", "void"),
    register: fc.constantFrom("work", "tip", "care", "visit"),
    record: fc.oneof(fc.constantFrom("W0001", "T0001", "C0001", "V0001"), word),
    at: fc.oneof(fc.constantFrom("2020-01-01", "2021-12-31", "2020-02-30", "9999-12-31"), word),
    actor: word,
    reason: fc.option(word, { nil: undefined }),
    to: word,
    version: fc.option(fc.integer(), { nil: undefined }),
    fields: fc.dictionary(field, wild, { maxKeys: 6 }),
  })
  .map((it) => JSON.parse(JSON.stringify(it)) as Action);

/** Records of every register, each in one of its states, to which anything is then done. */
const starts: readonly (readonly Action[])[] = [
  [],
  [
    {
      kind: "open",
      register: "work",
      record: "W0001",
      at: "2020-01-01",
      actor: "经办/发改局",
      fields: { village: "999900100201", kind: "road", planned: "1.00", start: "2020-01-01" },
    },
    {
      kind: "open",
      register: "visit",
      record: "V0001",
      at: "2020-01-01",
      actor: "经办/民政局",
      fields: { village: "999900100201", day: "2020-01-01", topic: "health", persons: 2, contact: "甲" },
    },
    {
      kind: "open",
      register: "care",
      record: "C0001",
      at: "2020-01-01",
      actor: "经办/民政局",
      fields: { home: "999900100201", since: "2020-01-01", members: 3, urgent: true },
    },
  ],
];

test(`whatever anybody writes is refused with issues or can be written into the log, never crashed on (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.constantFrom(...starts), anything, (start, action) => {
      let before: RecordView | null = null;
      for (const { after } of applied(declarations, start))
        if (after.register === action.register && after.record === action.record) before = after;
      const register = registerOf(action.register);
      if (writableIssues(action, []).length > 0 || judge(register, before, action, []).length > 0) return;
      const { entry, secret } = propose(register, before, action, action.record, "2022-01-01T00:00:00.000Z");
      const commitments = Object.keys(secret).map((name) => [name, `${"A".repeat(43)}=`]);
      encodeEntry({ ...entry, ...(commitments.length > 0 && { sealed: Object.fromEntries(commitments) }) });
      for (const value of Object.values(secret)) assert.ok(!/[\ud800-\udfff]/u.test(JSON.stringify(value)));
    }),
    { numRuns: 5000, seed },
  );
});
