import assert from "node:assert/strict";
import { currentRecords, type District, type DueItem, dueItems, erase } from "../../src/district/index.ts";
import type { Action, Value } from "../../src/registers/index.ts";
import { compileDeadlines, deadlinesOf } from "../../src/registers/index.ts";
import { onEachStore } from "./made-up-district.ts";

const actor = "经办/民政局";
const apply = (record: string, since: string, more: Record<string, Value> = {}): Action => ({
  kind: "open",
  register: "care",
  record,
  at: since,
  actor,
  fields: { home: "999900100201", since, members: 2, urgent: false, ...more },
});
const end = (record: string, at: string): Action => ({
  kind: "advance",
  register: "care",
  record,
  at,
  actor,
  to: "ended",
});
const visit = (record: string, at: string): Action => ({
  kind: "open",
  register: "visit",
  record,
  at,
  actor,
  fields: { village: "999900100202", day: at, topic: "health", persons: 3 },
});

/** What is asked of all registers, or of those that are named. */
function ask(district: District, on: string, more: { before?: string; registers?: readonly string[] } = {}) {
  const { before, registers: names } = more;
  const all = [...district.declarations.registers.values()].map((it) => it.definition);
  const registers = all.filter((it) => names === undefined || names.includes(it.name));
  return dueItems(district, { on, registers, ...(before !== undefined && { before }) });
}

const line = (it: DueItem) => [it.state, it.due, it.register, it.record, it.deadline].join(" ");

onEachStore(
  "what is late stands before what falls due, each with the rule of its day",
  async ({ district }) => {
    const actions = [
      apply("C0001", "2020-06-30"),
      apply("C0002", "2020-07-01"),
      apply("C0003", "2020-01-02", { urgent: true }),
      end("C0003", "2020-01-20"),
      apply("C0004", "2020-07-02"),
      end("C0004", "2020-07-20"),
      visit("V0001", "2020-08-01"),
    ];
    assert.deepEqual((await district.append(actions)).issues, []);
    const items = await ask(district, "2020-08-02");
    assert.deepEqual(items.map(line), [
      "late 2020-02-03 care C0003 tell",
      "late 2020-08-01 visit V0001 visit",
      "running 2020-08-03 care C0002 decide",
      "running 2020-08-11 care C0001 decide",
    ]);
    const sources = items.map((it) => [it.rule?.source.en, it.unit.zh]);
    assert.deepEqual(sources[2], ["example: the new rule", "云岭区民政局"]);
    assert.deepEqual(sources[3], ["example: the old rule", "云岭区民政局"]);
    assert.deepEqual(
      (await ask(district, "2020-08-02", { before: "2020-08-03", registers: ["care"] })).map(line),
      ["late 2020-02-03 care C0003 tell"],
    );
    assert.deepEqual(
      (await ask(district, "2020-07-10", { registers: ["care"] })).map(line),
      [
        "late 2020-02-03 care C0003 tell",
        "running 2020-08-03 care C0002 decide",
        "running 2020-08-03 care C0004 decide",
        "running 2020-08-11 care C0001 decide",
      ],
      "what ended later had not ended yet",
    );
  },
);

onEachStore("a due date past the published holidays is told as unknown, at the end", async ({ district }) => {
  await district.append([
    apply("C0001", "2099-01-05"),
    visit("V0001", "2099-01-05"),
    apply("C0002", "2020-07-01"),
  ]);
  const items = await ask(district, "2020-08-02");
  assert.deepEqual(items.map(line), [
    "running 2020-08-03 care C0002 decide",
    "running 2099-01-05 visit V0001 visit",
    "unknown  care C0001 decide",
  ]);
  assert.deepEqual(
    items.at(-1)?.issues?.map((it) => [it.code, ...it.path]),
    [["calendar.unpublished", "care", "decide"]],
  );
});

onEachStore("records that were withdrawn or erased have nothing to do any more", async ({ district }) => {
  await district.append([
    apply("C0001", "2020-06-30"),
    apply("C0002", "2020-06-30"),
    visit("V0001", "2020-08-01"),
    { kind: "void", register: "visit", record: "V0001", at: "2020-08-02", actor, reason: "重复" },
  ]);
  await erase(district, { register: "care", record: "C0001", reason: "到期销毁", actor });
  assert.deepEqual(
    (await ask(district, "2021-01-01")).map((it) => it.record),
    ["C0002"],
  );
});

onEachStore("more records than are read at once are all told, once each", async ({ district }) => {
  const keys = Array.from({ length: 2300 }, (_, i) => `V${String(i).padStart(4, "0")}`);
  await district.append(keys.map((key) => visit(key, "2020-08-01")));
  assert.deepEqual(
    (await ask(district, "2020-08-02")).map((it) => it.record),
    keys,
  );
});

onEachStore("a sealed register's record is read whole, with its own key", async ({ district }) => {
  await district.append([apply("C0001", "2020-06-30", { note: "备注" }), end("C0001", "2020-07-30")]);
  const [records] = await Array.fromAsync(currentRecords(district, "care"));
  const [record] = records ?? [];
  assert.equal(record?.key, "C0001");
  assert.notEqual(record.view.record, "C0001");
  assert.deepEqual(record.view.entered, { applied: "2020-06-30", ended: "2020-07-30" });
  assert.equal(record.view.fields.note, "备注");
  const care = district.declarations.registers.get("care")?.definition;
  assert.ok(care !== undefined);
  assert.deepEqual(
    deadlinesOf(compileDeadlines(care), record.view, "2021-01-01").map((it) => it.state),
    ["met"],
  );
});
