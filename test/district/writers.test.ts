import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { sql } from "kysely";
import { type District, verifyLedger } from "../../src/district/index.ts";
import { IssueError } from "../../src/issue/index.ts";
import type { Action, Outcome } from "../../src/registers/index.ts";
import {
  inPostgresDistrict,
  logOf,
  type MadeUpDistrict,
  onEachStore,
  smallPack,
} from "./made-up-district.ts";

const facts = { register: "work", at: "2020-03-01", actor: "经办/发改局" } as const;
const fields = { village: "999900100201", kind: "road", planned: "1.00", start: "2020-03-01" };
const open = (record: string): Action => ({ ...facts, kind: "open", record, fields });

const inSmall = (name: string, work: Parameters<typeof onEachStore>[1]) =>
  onEachStore(name, work, { pack: smallPack });

inSmall(
  "processes that write at once lose nothing, double nothing and never overwrite each other",
  async (it) => {
    const { district } = it;
    await district.append([open("W0001")]);
    const writers = ["1", "2", "3"];
    const acknowledged = (await Promise.all(writers.map((name) => writer(it, name, 12)))).flat();
    const log = (await logOf(district)).filter(({ entry }) => entry.register === "work");
    assert.deepEqual(
      log.map((one) => one.position),
      Array.from(log, (_, i) => i + (log[0]?.position ?? 0)),
      "positions have no gap",
    );
    const placed = log.map(({ entry }) => `${entry.record} v${entry.version + 1}`);
    assert.equal(new Set(placed).size, placed.length, "nothing is there twice");
    assert.deepEqual(
      placed.filter((one) => one !== "W0001 v1").sort(),
      acknowledged
        .flatMap((one) => (one.record === undefined ? [] : [`${one.record} v${one.version}`]))
        .sort(),
      "what was acknowledged is there, and nothing else",
    );
    const notes = log.flatMap(({ entry }) => (entry.kind === "amend" ? [entry.fields?.note] : []));
    const told = acknowledged
      .filter((one) => one.note !== undefined)
      .sort((a, b) => Number(a.version) - Number(b.version));
    assert.deepEqual(
      notes,
      told.map((one) => one.note),
    );
    const refused = new Set(acknowledged.flatMap((one) => one.refused ?? []));
    assert.deepEqual([...refused], ["registers.version-stale"], "only who came too late was refused");
    assert.equal((await verifyLedger(district)).issue, null);
  },
);

interface Said {
  readonly record?: string;
  readonly version?: number;
  readonly note?: string;
  readonly refused?: string;
}

async function writer(
  { directory, databaseUrl }: MadeUpDistrict,
  name: string,
  count: number,
): Promise<Said[]> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, "writer.ts"), directory, name, String(count)],
    { env: { ...process.env, DATABASE_URL: databaseUrl }, stdio: ["ignore", "pipe", "inherit"] },
  );
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  assert.equal(code, 0);
  return said
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Said);
}

inSmall(
  "of writers that open one record at once, one is acknowledged and the others are told that it is there",
  async (it) => {
    const others = await Promise.all([it.open(), it.open(), it.open()]);
    for (let number = 1; number <= 8; number++) {
      const record = `W${String(number).padStart(4, "0")}`;
      const results = await Promise.all([it.district, ...others].map((one) => one.append([open(record)])));
      const outcomes = results.flatMap((result) => result.outcomes);
      assert.deepEqual(outcomes.map(told).sort(), [
        `${record} v1`,
        ...Array(3).fill("registers.record-exists"),
      ]);
    }
    assert.equal((await verifyLedger(it.district)).issue, null);
  },
);

inSmall("an append that is sent twice at once is recorded once and acknowledged twice", async (it) => {
  const other = await it.open();
  for (let number = 1; number <= 8; number++) {
    const record = `W${String(number).padStart(4, "0")}`;
    const action: Action = { ...open(record), request: record };
    const results = await Promise.all([it.district, other].map((one) => one.append([action])));
    assert.deepEqual(
      results.flatMap((result) => result.outcomes.map(told)),
      [`${record} v1`, `${record} v1`],
    );
    assert.equal(
      results.reduce((sum, result) => sum + result.appended, 0),
      1,
    );
  }
});

inSmall("writers that take several records in opposite orders all get through", async (it) => {
  const records = ["W0001", "W0002", "W0003", "W0004"];
  await it.district.append(records.map(open));
  const other = await it.open();
  const amend = (record: string, note: string): Action => ({
    ...facts,
    kind: "amend",
    record,
    // dated back, so that the past is read from the log and what is queued must be placed meanwhile
    at: "2020-03-01",
    reason: "更正",
    fields: { note },
  });
  for (let round = 0; round < 6; round++) {
    const there = records.map((record) => amend(record, `去 ${round}`));
    const back = records.toReversed().map((record) => amend(record, `回 ${round}`));
    const results = await Promise.all([it.district.append(there), other.append(back)]);
    assert.deepEqual(
      results.flatMap((result) => result.issues),
      [],
    );
  }
  assert.equal((await verifyLedger(it.district)).issue, null);
});

inSmall("an import and appends at once lose nothing", async (it) => {
  const other = await it.open();
  const keys = Array.from({ length: 60 }, (_, i) => `W${String(i + 1).padStart(4, "0")}`);
  const shared = keys.slice(40);
  await it.district.append(shared.map(open));
  const batches = async function* () {
    for (const record of keys.slice(0, 40))
      yield {
        actions: [
          open(record),
          {
            ...facts,
            kind: "amend",
            record: shared[keys.indexOf(record) % 20] as string,
            reason: "导入",
            fields: { note: record },
          } as const,
        ],
        pathOf: (index: number) => [record, index],
        issues: [],
        refused: 0,
      };
  };
  const amending = async () => {
    for (const record of shared.toReversed()) {
      const { issues } = await other.append([
        { ...facts, kind: "amend", record, reason: "更正", fields: { kind: "clinic" } },
      ]);
      assert.deepEqual(issues, []);
    }
  };
  const [imported] = await Promise.all([it.district.import(batches(), { acceptGood: true }), amending()]);
  assert.equal(imported.appended, 80);
  assert.equal((await verifyLedger(it.district)).issue, null);
});

test("postgres: of an import and an append that wait for each other, one goes on and the other is told to come back", () =>
  inPostgresDistrict(
    async (it) => {
      const other = await it.open();
      await it.district.append([open("W0001"), open("W0002")]);
      const late = { ...facts, kind: "amend", record: "W0001", at: "2020-09-01", reason: "更正" } as const;
      const back = { ...late, at: "2020-06-01" } as const;
      let appending: Promise<unknown> = Promise.resolve();
      const batches = async function* () {
        const batch = (actions: readonly Action[]) => ({
          actions,
          pathOf: (index: number) => [index],
          issues: [],
          refused: 0,
        });
        yield batch([{ ...late, record: "W0002", fields: { note: "甲" } }]);
        // dated back: to read the past, the import places what it holds, and from then on has the district
        yield batch([{ ...back, record: "W0002", fields: { note: "乙" } }]);
        // the other one has a record and waits for the district, to read the past of what is queued
        await other.enqueue([{ ...late, fields: { note: "丙" } }]);
        appending = other.append([{ ...back, fields: { note: "丁" } }]);
        await untilSomebodyWaits(it.district);
        // and the import asks for that record
        yield batch([{ ...late, fields: { note: "戊" } }]);
      };
      const outcome = await it.district.import(batches()).then(
        (imported) => `${imported.appended} appended`,
        (error: unknown) => (error instanceof IssueError ? String(error.issues[0]?.code) : String(error)),
      );
      assert.match(outcome, /^(3 appended|registers\.overtaken)$/);
      assert.deepEqual((await (appending as ReturnType<District["append"]>)).issues, []);
      assert.equal((await verifyLedger(it.district)).issue, null);
    },
    { pack: smallPack },
  ));

/** Comes back once a transaction of this database waits for a lock. */
async function untilSomebodyWaits({ store }: District): Promise<void> {
  const waiting = sql<{ n: number }>`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await waiting.execute(store.db)).rows[0]?.n === 0);
}

inSmall("who verifies while others write raises no false alarm", async (it) => {
  const other = await it.open();
  const writing = async () => {
    for (let number = 1; number <= 40; number++)
      await other.append([open(`W${String(number).padStart(4, "0")}`)]);
  };
  const verifying = async () => {
    const { issue } = await verifyLedger(it.district);
    assert.ok(issue === null || issue.code === "verify.kept-busy", issue?.code);
  };
  await Promise.all([writing(), verifying()]);
  assert.equal((await verifyLedger(it.district)).issue, null);
});

function told(outcome: Outcome): string {
  if (outcome.issues === undefined) return `${outcome.record} v${outcome.version}`;
  return outcome.issues.map((issue) => issue.code).join();
}
