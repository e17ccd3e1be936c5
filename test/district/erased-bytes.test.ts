import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import pg from "pg";
import { erase } from "../../src/district/index.ts";
import { openSealed } from "../../src/ledger/index.ts";
import type { Action } from "../../src/registers/index.ts";
import { inPostgresDistrict, inSqliteDistrict, onEachStore } from "./made-up-district.ts";

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

test("after an erasure PostgreSQL's table of sealed values lies in a new file, without the ciphertext", () =>
  inPostgresDistrict(async ({ district, databaseUrl }) => {
    assert.deepEqual((await district.append(households)).issues, []);
    const leaves = erased.map((record) => district.seals.recordKey("care", record));
    const rows = await district.store.db
      .selectFrom("payload")
      .select("bytes")
      .where("record", "in", leaves)
      .execute();
    assert.equal(rows.length, erased.length);
    const url = new URL(databaseUrl ?? "");
    const schema = url.searchParams.get("schema");
    url.searchParams.delete("schema");
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      const table = `"${schema}".payload`;
      const fileOf = async () => {
        const { rows } = await client.query("select pg_relation_filepath($1) as file", [table]);
        return String(rows[0]?.file);
      };
      const { rows: may } = await client.query(
        "select has_function_privilege('pg_read_binary_file(text)', 'execute') as reads",
      );
      /** what the file holds, where this user may read it; what is in memory is written first */
      const contentOf = async (file: string): Promise<Buffer> => {
        await client.query("checkpoint");
        const { rows } = await client.query("select pg_read_binary_file($1) as content", [file]);
        return rows[0]?.content;
      };
      const holds = (content: Buffer) =>
        rows.some(({ bytes }) => content.includes(Buffer.from(bytes).subarray(0, 24)));
      const before = await fileOf();
      if (may[0]?.reads) assert.ok(holds(await contentOf(before)), "what is looked for was there");
      for (const record of erased)
        await erase(district, { register: "care", record, reason: "期限届满", actor: "档案/民政局" });
      const after = await fileOf();
      assert.notEqual(after, before);
      if (may[0]?.reads) {
        // a statement that runs elsewhere in the database (a server's own analyze) may still see what was deleted
        let content = await contentOf(await fileOf());
        for (let again = 0; again < 50 && holds(content); again++) {
          await district.store.purge();
          content = await contentOf(await fileOf());
        }
        assert.ok(!holds(content));
        const { rows: old } = await client.query("select (pg_stat_file($1, true)).size", [before]);
        assert.ok(Number(old[0]?.size ?? 0) === 0, "the old file is gone");
      }
    } finally {
      await client.end();
    }
    const { n } = await district.store.db
      .selectFrom("payload")
      .select(({ fn }) => fn.countAll<string>().as("n"))
      .executeTakeFirstOrThrow();
    assert.equal(Number(n), households.length - erased.length, "all others stand");
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
