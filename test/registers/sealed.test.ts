import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { registerEntries } from "../../src/district/index.ts";
import type { Action } from "../../src/registers/index.ts";
import { inSqliteDistrict, logOf, onEachStore } from "../district/made-up-district.ts";
import { sequences } from "../pack/sequences.ts";
import { seed } from "../seed.ts";

const care: Action = {
  kind: "open",
  register: "care",
  record: "C0001",
  at: "2020-03-01",
  actor: "经办/民政局",
  reason: "本人申请",
  fields: {
    home: "999900100201",
    since: "2020-02-17",
    members: 4711,
    monthly: "8642.75",
    urgent: true,
    note: "张三丰，999900199001011234",
  },
};
const facts = { register: "care", record: "C0001", actor: "经办/民政局" } as const;
const steps: readonly Action[] = [
  care,
  { ...facts, kind: "advance", at: "2020-04-01", to: "paying", reason: "审核通过" },
  { ...facts, kind: "amend", at: "2020-05-01", reason: "收入变化", fields: { monthly: "975.31" } },
  { ...facts, kind: "void", at: "2020-06-01", reason: "重复建档" },
];

/** Everything that must stay between the office and the household. */
const secrets = [
  "C0001",
  "999900100201",
  "2020-02-17",
  "4711",
  "8642.75",
  "975.31",
  "张三丰",
  "999900199001011234",
  "paying",
  "本人申请",
  "审核通过",
  "收入变化",
  "重复建档",
];

onEachStore(
  "a sealed register's leaves tell of its values nothing: key, state, reasons and fields",
  async ({ district }) => {
    assert.deepEqual((await district.append(steps)).issues, []);
    const log = (await logOf(district)).map((it) => it.entry).filter((it) => it.register === "care");
    assert.deepEqual(
      log.map((it) => [it.kind, it.version, it.state, it.fields, it.reason]),
      [
        ["open", 0, undefined, undefined, undefined],
        ["advance", 1, undefined, undefined, undefined],
        ["amend", 2, undefined, undefined, undefined],
        ["void", 3, undefined, undefined, undefined],
      ],
    );
    const { size } = await district.ledger.head();
    const leaves = Buffer.concat(
      (await Array.fromAsync(district.ledger.entries(0, size))).flat().map((it) => it.bytes),
    ).toString();
    for (const secret of secrets) {
      assert.ok(!leaves.includes(secret), `no leaf holds ${secret}`);
      for (const encoding of ["hex", "base64", "base64url"] as const) {
        const guess = createHash("sha256").update(secret).digest(encoding);
        assert.ok(!leaves.includes(guess.slice(0, 20)), `no leaf holds a bare hash of ${secret}`);
      }
    }
  },
);

onEachStore(
  "no row of the database but a sum tells of sealed values either, the payloads being encrypted",
  async ({ district }) => {
    assert.deepEqual((await district.append(steps.slice(0, 3))).issues, []);
    for (const table of ["record", "payload", "request", "entry"] as const) {
      const rows = await district.store.db.selectFrom(table).selectAll().execute();
      const held = JSON.stringify(rows, (_, value) =>
        value?.type === "Buffer" || value instanceof Uint8Array
          ? Buffer.from(value).toString("latin1")
          : value,
      );
      for (const secret of secrets)
        assert.ok(
          !held.includes(secret) && !held.includes(Buffer.from(secret).toString("latin1")),
          `${table}: ${secret}`,
        );
    }
  },
);

test("equal values of two records have commitments that nobody can tell to be equal", () =>
  inSqliteDistrict(async ({ district }) => {
    assert.deepEqual((await district.append([care, { ...care, record: "C0002" } as Action])).issues, []);
    const [one, other] = (await logOf(district)).map((it) => it.entry).filter((it) => it.register === "care");
    assert.notEqual(one?.record, other?.record);
    const both = [...Object.values(one?.sealed ?? {}), ...Object.values(other?.sealed ?? {})];
    assert.equal(both.length, 20, "six fields, key, state, day and reason of each");
    assert.equal(new Set(both).size, both.length);
  }));

test("a sealed field of an open register is sealed alone", () =>
  inSqliteDistrict(async ({ district }) => {
    const fields = { village: "999900100202", day: "2020-01-02", topic: "health", persons: 2 };
    const visit = { ...facts, register: "visit", record: "V0001", at: "2020-01-02", kind: "open" } as const;
    assert.deepEqual(
      (await district.append([{ ...visit, fields: { ...fields, contact: "李四" } }])).issues,
      [],
    );
    const entry = (await logOf(district)).at(-1)?.entry;
    assert.deepEqual(entry?.fields, fields);
    assert.deepEqual(Object.keys(entry?.sealed ?? {}), ["contact"]);
  }));

test(`whatever is appended, what was sealed opens again to what was given (seed ${seed})`, () =>
  inSqliteDistrict(async ({ district }) => {
    await fc.assert(
      fc.asyncProperty(
        sequences(district.declarations, { minLength: 20, maxLength: 40 }),
        async (actions) => {
          const { outcomes } = await district.append(actions, { acceptGood: true });
          const taken = actions.filter(
            (it, i) => outcomes[i]?.issues === undefined && it.register === "care",
          );
          const entries = (await Array.fromAsync(registerEntries(district, "care"))).slice(
            -taken.length || Infinity,
          );
          assert.deepEqual(
            entries.map(({ key, told }) => [key, told.entry.kind, given(told.disclosed ?? {})]),
            taken.map((it) => [it.record, it.kind, given(it.kind === "void" ? {} : (it.fields ?? {}))]),
          );
        },
      ),
      // one ledger takes them all: what is open there from the run before is part of the draw
      { numRuns: 15, seed, endOnFailure: true },
    );
  }));

/** Sealed values without what every entry seals of itself. */
function given({ key, state, entered, reason, ...values }: Readonly<Record<string, unknown>>) {
  return values;
}
