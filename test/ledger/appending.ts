import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { Store } from "../../src/ledger/store/index.ts";

const district = "D";

/** Makes the district that {@link appendOne} appends to. */
export async function beginLedger(store: Store): Promise<void> {
  await store.transaction((tx) =>
    tx.insert("ledger", ["district", "origin", "size", "root", "checkpoint"], [[district, "o", 0, "", ""]]),
  );
}

/**
 * Takes the next position in one transaction that touches five tables: all of it must be there afterwards, or
 * nothing. Gives the position. Each writer has a name and counts what it appends.
 */
export async function appendOne(store: Store, writer: string, count: number): Promise<number> {
  return store.transaction(async (tx) => {
    await tx.lockDistrict(district);
    const { size } = await tx.db
      .selectFrom("ledger")
      .select("size")
      .where("district", "=", district)
      .executeTakeFirstOrThrow();
    const bytes = Buffer.from(`${writer} ${count}`);
    await tx.insert(
      "entry",
      ["district", "position", "register", "record", "version", "bytes"],
      [[district, size, "lead", writer, count, bytes]],
    );
    await tx.put(
      "record",
      ["district", "register", "record", "version", "gone", "state", "at", "body"],
      [[district, "lead", writer, count + 1, 0, "open", "2020-01-01", "{}"]],
    );
    await tx.insert(
      "request",
      ["district", "key", "register", "record", "version"],
      [[district, `${writer} ${count}`, "lead", writer, count]],
    );
    await tx.addCells([[district, "lead.received", "01", 24240, "{}", 1, 10n]]);
    await tx.db
      .updateTable("ledger")
      .set({ size: size + 1 })
      .where("district", "=", district)
      .execute();
    return size;
  });
}

/** Asserts that what is there came in whole transactions, without gaps; gives the ledger's size. */
export function assertWholeAppends(store: Store): Promise<number> {
  return store.transaction(async (tx) => {
    // a killed process's last commit may still be on its way through the server
    await tx.lockDistrict(district);
    return assertWhole(tx.db);
  });
}

async function assertWhole(db: Store["db"]): Promise<number> {
  const { size } = await db.selectFrom("ledger").select("size").executeTakeFirstOrThrow();
  const entries = await db.selectFrom("entry").selectAll().orderBy("position").execute();
  assert.deepEqual(
    entries.map((entry) => entry.position),
    Array.from({ length: size }, (_, position) => position),
  );
  for (const { bytes, record, version } of entries) {
    assert.equal(Buffer.from(bytes).toString(), `${record} ${version}`);
  }
  const requests = await db.selectFrom("request").select("key").execute();
  assert.deepEqual(
    requests.map((request) => request.key).sort(),
    entries.map((entry) => `${entry.record} ${entry.version}`).sort(),
  );
  const records = await db.selectFrom("record").select(["record", "version"]).execute();
  for (const { record, version } of records) {
    assert.equal(entries.filter((entry) => entry.record === record).length, version, `entries of ${record}`);
  }
  const cells = await db.selectFrom("cell").select(["n", "sum"]).execute();
  assert.deepEqual(cells, size === 0 ? [] : [{ n: size, sum: 10 * size }]);
  return size;
}

/** Starts a process that appends (`writing-process.ts`), its errors shown. */
export function startWriting(location: string, writer: string, transactions: number): ChildProcess {
  return spawn(
    process.execPath,
    [join(import.meta.dirname, "writing-process.ts"), location, writer, String(transactions)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
}
