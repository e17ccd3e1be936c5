import assert from "node:assert/strict";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { type District, verifyLedger } from "../../src/district/index.ts";
import {
  inPostgresDistrict,
  inSqliteDistrict,
  logOf,
  type MadeUpDistrict,
  smallPack,
} from "../district/made-up-district.ts";
import { shanghe } from "../pack/records.ts";
import { seed } from "../seed.ts";
import { ended, huimou, running } from "./huimou.ts";

/** How often `append` is killed: each start costs the same, and what can break is the same on both stores. */
const kills = { sqlite: 50, postgres: 10 };

/** New records that each round sends, one line each; the last ones of the round before it sends again. */
const each = 10;
const again = 4;

test(`sqlite: ${promise(kills.sqlite)}`, () =>
  inSqliteDistrict((it) => killing(it, kills.sqlite), { pack: smallPack }));
test(`postgres: ${promise(kills.postgres)}`, () =>
  inPostgresDistrict((it) => killing(it, kills.postgres), { pack: smallPack }));

function promise(times: number): string {
  return `what append acknowledged is there after kill -9, ${times} times, and nothing is there twice (seed ${seed})`;
}

async function killing(it: MadeUpDistrict, times: number): Promise<void> {
  const draw = drawn(seed);
  // one to its end, which also leaves the program compiled for those that are killed
  const first = await appending(it, recordOf(0));
  assert.equal(first.out, `work ${recordOf(0)} v1\n`, first.err);
  const acknowledged = new Set([recordOf(0)]);
  for (let round = 0; round < times; round++) {
    const from = Math.max(0, round * each - again);
    const records = Array.from({ length: (round + 1) * each - from }, (_, i) => recordOf(from + i));
    for (const record of await killedWhileAppending(it, records, 1 + (draw() % (each - 1))))
      acknowledged.add(record);
    const district = await it.open();
    assert.equal((await verifyLedger(district)).issue, null, `round ${round}`);
    const there = await openedRecords(district);
    assert.equal(new Set(there).size, there.length, `round ${round}: nothing is there twice`);
    const lost = [...acknowledged].filter((record) => !there.includes(record));
    assert.deepEqual(lost, [], `round ${round}: nothing acknowledged is lost`);
    await district.close();
  }
  assert.ok(acknowledged.size > times, "it was killed in the middle of its work");
  const all = Array.from({ length: times * each }, (_, i) => recordOf(i));
  const { code, out, err } = await appending(it, ...all);
  assert.equal(code, 0, err);
  assert.equal(out.trimEnd().split("\n").length, all.length, "what was there is acknowledged again");
  const district = await it.open();
  assert.deepEqual((await openedRecords(district)).sort(), all);
  assert.equal((await verifyLedger(district)).issue, null);
}

/** Lets `append` read lines to their end. */
function appending({ directory, databaseUrl }: MadeUpDistrict, ...records: readonly string[]) {
  const input = records.map(lineOf).join("");
  return huimou(["append", "work", "--data", directory], { databaseUrl, input });
}

/** Lets `append` read lines, kills it once it has acknowledged some, and gives what it acknowledged by then. */
async function killedWhileAppending(
  { directory, databaseUrl }: MadeUpDistrict,
  records: readonly string[],
  enough: number,
): Promise<string[]> {
  return running(["append", "work", "--data", directory], { databaseUrl }, async (child) => {
    const end = ended(child);
    const acknowledged: string[] = [];
    createInterface({ input: child.stdout }).on("line", (line) => {
      acknowledged.push(line.split(" ")[1] ?? "");
      if (acknowledged.length === enough) child.kill("SIGKILL");
    });
    // as whoever writes line by line: some of them arrive together
    for (const record of records) {
      child.stdin.write(lineOf(record));
      await new Promise(setImmediate);
    }
    const { signal, err } = await end;
    assert.equal(signal, "SIGKILL", err);
    return acknowledged;
  });
}

async function openedRecords(district: District): Promise<string[]> {
  const log = await logOf(district);
  return log.flatMap(({ entry }) => (entry.register === "work" ? [entry.record] : []));
}

function recordOf(number: number): string {
  return `W${String(number).padStart(5, "0")}`;
}

function lineOf(record: string): string {
  const fields = { village: shanghe, kind: "road", planned: "1.00", start: "2020-03-01" };
  const action = { kind: "open", record, at: "2020-03-01", actor: "经办/发改局", request: record, fields };
  return `${JSON.stringify(action)}\n`;
}

/** Numbers that look random and are the same for one seed. */
function drawn(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
