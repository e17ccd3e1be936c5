import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { erase } from "../../src/district/index.ts";
import { openSealed } from "../../src/ledger/index.ts";
import type { Action } from "../../src/registers/index.ts";
import { inSqliteDistrict, onEachStore } from "./made-up-district.ts";

const actor = "经办/民政局";

/** Many households, so that what is erased lies between others, on pages that were split and moved. 演示数据 */
const households: Action[] = Array.from({ length: 400 }, (_, i) => {
  const record = `C${String(i).padStart(4, "0")}`;
  const note = `家庭情况${record}${"，".repeat(i % 90)}`;
  return {
    kind: "open",
    register: "care",
    record,
    at: "2020-03-01",
    actor,
    fields: { home: "999900100201", since: "2020-02-17", members: 3, urgent: false, note },
  };
});
const erased = households.filter((_, i) => i % 37 === 5).map((it) => it.record);

test("after an erasure neither value, salt nor ciphertext is anywhere in the database's files or the keys folder", () =>
  inSqliteDistrict(async ({ district, directory }) => {
    assert.deepEqual((await district.append(households)).issues, []);
    await district.append(
      erased.map((record) => ({
        kind: "amend",
        register: "care",
        record,
        at: "2020-04-01",
        actor,
        reason: "核实",
        fields: { note: `改${record}` },
      })),
    );
    const { code: place, seals, store, keys } = district;
    const leaves = erased.map((record) => seals.recordKey("care", record));
    const rows = await store.db
      .selectFrom("payload")
      .select(["record", "version", "bytes"])
      .where("record", "in", leaves)
      .execute();
    assert.equal(rows.length, 2 * erased.length);
    const gone: Buffer[] = [];
    for (const { record, version, bytes } of rows) {
      const [key] = await keys.records.get([{ district: place, register: "care", record }]);
      assert.ok(key);
      const sealed = openSealed({ district: place, register: "care", record, version }, key, bytes, []);
      for (const { salt, value } of Object.values(sealed)) {
        gone.push(Buffer.from(salt), Buffer.from(Buffer.from(salt).toString("base64")));
        if (String(value).startsWith("家庭情况")) gone.push(Buffer.from(String(value)));
      }
      gone.push(Buffer.from(bytes).subarray(0, 24), Buffer.from(bytes).subarray(-24), Buffer.from(key));
    }
    const kept = new DatabaseSync(join(directory, "keys", "records.sqlite"), { readOnly: true });
    const wrapped = kept
      .prepare(`select wrapped from record_key where record in (${leaves.map(() => "?").join()})`)
      .all(...leaves) as { wrapped: Uint8Array }[];
    kept.close();
    gone.push(...wrapped.map((it) => Buffer.from(it.wrapped)));
    const found = async () => {
      const files: string[] = [];
      for (const it of await readdir(directory, { recursive: true, withFileTypes: true })) {
        if (!it.isFile()) continue;
        const content = await readFile(join(it.parentPath, it.name));
        if (gone.some((bytes) => content.includes(bytes))) files.push(it.name);
      }
      return files.sort();
    };
    assert.ok((await found()).includes("records.sqlite"), "what is looked for was there");
    for (const record of erased)
      await erase(district, { register: "care", record, reason: "期限届满", actor: "档案/民政局" });
    assert.deepEqual(await found(), []);
  }));

onEachStore(
  "after an erasure the rows with its values are gone, and of its key only that it was",
  async (it) => {
    const { district } = it;
    await district.append(households.slice(0, 3));
    await erase(district, { register: "care", record: "C0001", reason: "期限届满", actor: "档案/民政局" });
    const record = district.seals.recordKey("care", "C0001");
    const rows = await district.store.db.selectFrom("payload").select("record").execute();
    assert.equal(rows.length, 2);
    assert.ok(rows.every((row) => row.record !== record));
    assert.deepEqual(
      await district.keys.records.get([{ district: district.code, register: "care", record }]),
      [null],
    );
  },
);
