import assert from "node:assert/strict";
import { verifyLedger } from "../../src/district/index.ts";
import { readQuery } from "../../src/indicators/index.ts";
import type { Action, Outcome } from "../../src/registers/index.ts";
import { logOf, onEachStore, smallPack } from "./made-up-district.ts";

const facts = { register: "work", at: "2020-03-01", actor: "经办/发改局" } as const;
const fields = { village: "999900100201", kind: "road", planned: "10.00", start: "2020-03-01" };
const open = (record: string, more: Partial<Action> = {}) =>
  ({ ...facts, kind: "open", record, fields, ...more }) as Action;
const start = (record: string, more: Partial<Action> = {}) =>
  ({ ...facts, kind: "advance", record, to: "started", ...more }) as Action;

/** What became of an action: its record's version, or what was wrong and where. */
function told(outcome: Outcome): string {
  if (outcome.issues === undefined) return `${outcome.record} v${outcome.version}`;
  return outcome.issues.map(({ code, path }) => [code, ...path].join(" ")).join();
}

const inSmall = (name: string, work: Parameters<typeof onEachStore>[1]) =>
  onEachStore(name, work, { pack: smallPack });

inSmall("actions are judged in their order, each after those before it", async ({ district }) => {
  const { outcomes, appended } = await district.append(
    [open("W0001"), start("W0001", { version: 1 }), start("W0001", { version: 1 }), start("W0002")],
    { acceptGood: true },
  );
  assert.equal(appended, 2);
  assert.deepEqual(outcomes.map(told), [
    "W0001 v1",
    "W0001 v2",
    "registers.version-stale 3",
    "registers.record-unknown 4",
  ]);
});

inSmall("unless told otherwise, one refused action keeps all of them out", async ({ district }) => {
  const before = await district.ledger.head();
  const { outcomes, issues, appended } = await district.append([open("W0001"), start("W0009")]);
  assert.equal(appended, 0);
  assert.equal(issues.length, 1);
  assert.equal(outcomes.length, 2);
  assert.deepEqual(await district.ledger.head(), before);
  assert.deepEqual((await district.append([open("W0001")])).issues, [], "it was not opened");
});

inSmall("an append that is sent again is acknowledged as it was and recorded once", async (it) => {
  const { district } = it;
  const both = [open("W0001", { request: "a" }), start("W0001", { request: "b" })];
  const first = await district.append(both);
  assert.equal(first.appended, 2);
  for (const again of [district, await it.open()]) {
    const repeated = await again.append(both);
    assert.deepEqual(repeated.outcomes, first.outcomes);
    assert.equal(repeated.appended, 0);
  }
  const twice = await district.append([open("W0002", { request: "c" }), open("W0002", { request: "c" })]);
  assert.equal(twice.appended, 1);
  assert.equal((await logOf(district)).filter((one) => one.entry.register === "work").length, 3);
});

inSmall("what was refused is not remembered under its idempotency key", async ({ district }) => {
  const refused = await district.append([start("W0001", { request: "a" })]);
  assert.equal(refused.issues[0]?.code, "registers.record-unknown");
  const { issues } = await district.append([open("W0001"), start("W0001", { request: "a" })]);
  assert.deepEqual(issues, []);
});

inSmall(
  "text that no database can keep is refused where it stands, in keys too, and nothing else is",
  async ({ district }) => {
    const { outcomes } = await district.append(
      [
        open("W0001\0"),
        open("\ud800"),
        open("W0001", { request: "\0" }),
        open("\udfff", { register: "tip" }),
        open("W0002"),
      ],
      { acceptGood: true },
    );
    assert.deepEqual(outcomes.map(told), [
      "registers.text-broken 1 record",
      "registers.text-broken 2 record",
      "registers.text-broken 3 request",
      "registers.text-broken 4 record",
      "W0002 v1",
    ]);
  },
);

inSmall("what was queued and not yet placed is judged, and its past is known", async ({ district }) => {
  await district.enqueue([open("W0001"), start("W0001", { at: "2020-05-01" })]);
  assert.equal((await logOf(district)).length, (await district.ledger.head()).size);
  // dated back: what went before must be read from the log, where it is not yet
  const amendment = { ...facts, kind: "amend", record: "W0001", at: "2020-04-01", reason: "更正" } as const;
  const { issues } = await district.append([{ ...amendment, fields: { kind: "clinic" } }]);
  assert.deepEqual(issues, []);
  assert.equal((await verifyLedger(district)).issue, null);
});

inSmall("an append of nothing does nothing", async ({ district }) => {
  const before = await district.ledger.head();
  assert.deepEqual(await district.append([]), { outcomes: [], issues: [], appended: 0 });
  assert.deepEqual(await district.ledger.head(), before);
});

inSmall("sums of the greatest amounts that can be written are exact", async ({ district }) => {
  const greatest = `${"9".repeat(12)}.99`;
  const planned = (sum: string) => ({ fields: { ...fields, planned: sum } }) as Partial<Action>;
  for (let from = 1; from <= 100; from += 50)
    await district.append(
      Array.from({ length: 50 }, (_, i) => open(`W${String(from + i).padStart(4, "0")}`, planned(greatest))),
    );
  assert.equal((await verifyLedger(district)).issue, null);
  const { query } = readQuery(district.declarations, { indicator: "work.investment" }, []);
  assert.ok(query !== null);
  assert.equal((await district.observations(query))[0]?.value, "99999999999999");
  const [refused] = (await district.append([open("W0101", planned(`9${greatest}`))])).issues;
  assert.equal(refused?.code, "registers.field-type");
});
