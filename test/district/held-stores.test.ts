import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { verifyLedger } from "../../src/district/index.ts";
import { inSqliteDistrict, logOf, type MadeUpDistrict, onEachStore } from "./made-up-district.ts";

/*
 * What whoever holds a store beside the log can do, as SECURITY.md tells it; what they do to the log's own tables is
 * in tampering.test.ts.
 */

const care = (record: string) =>
  ({
    kind: "open",
    register: "care",
    record,
    at: "2020-03-01",
    actor: "经办/民政局",
    fields: { home: "999900100201", since: "2020-02-17", members: 3, urgent: true },
  }) as const;

/** Runs SQL in the record-key store, as somebody who has the file. */
function inKeyStore({ directory }: MadeUpDistrict, sql: string): void {
  const db = new DatabaseSync(join(directory, "keys", "records.sqlite"));
  db.exec(sql);
  db.close();
}

const attacks = {
  "a key removed": ["DELETE FROM record_key WHERE record = :record", /^verify\.payload-lost record care /],
  "a key destroyed that no entry erased": [
    "UPDATE record_key SET wrapped = NULL WHERE record = :record",
    /^verify\.payload-lost record care /,
  ],
  "another record's key": [
    "UPDATE record_key SET wrapped = (SELECT wrapped FROM record_key WHERE record <> :record) WHERE record = :record",
    /^ledger\.keys-damaged \S+records\.sqlite care /,
  ],
  "a byte of a key": [
    "UPDATE record_key SET wrapped = zeroblob(length(wrapped)) WHERE record = :record",
    /^ledger\.keys-damaged \S+records\.sqlite care /,
  ],
} as const;

for (const [what, [sql, found]] of Object.entries(attacks))
  test(`found by verify in the record-key store: ${what}`, () =>
    inSqliteDistrict(async (it) => {
      assert.deepEqual((await it.district.append([care("C0001"), care("C0002")])).issues, []);
      assert.equal((await verifyLedger(it.district)).issue, null);
      inKeyStore(it, sql.replaceAll(":record", `'${it.district.seals.recordKey("care", "C0001")}'`));
      const { issue } = await verifyLedger(await it.open());
      assert.match([issue?.code, ...(issue?.path ?? [])].join(" "), found);
    }));

onEachStore("the database alone opens no sealed value: without the keys folder nothing opens", async (it) => {
  await it.district.append([care("C0001")]);
  const payloads = await it.district.store.db.selectFrom("payload").selectAll().execute();
  const sealed = payloads.map(({ bytes, district: _, ...place }) => ({ ...place, payload: bytes }));
  inKeyStore(it, "DELETE FROM record_key");
  const again = await it.open();
  assert.deepEqual(await again.seals.open(sealed), [null]);
});

onEachStore(
  "an idempotency key that was put into the database beforehand keeps an entry out, and nothing shows it",
  async ({ district }) => {
    const planted = {
      district: district.code,
      key: "form-17",
      register: "work",
      record: "W0001",
      version: 1,
    };
    await district.store.transaction((tx) => tx.db.insertInto("request").values(planted).execute());
    const fields = { village: "999900100201", kind: "road", planned: "10.00", start: "2020-03-01" } as const;
    const { at, actor } = care("C0001");
    const { outcomes } = await district.append([
      { kind: "open", register: "work", record: "W0001", at, actor, request: "form-17", fields },
    ]);
    assert.deepEqual(outcomes, [{ record: "W0001", version: 1 }]);
    assert.ok((await logOf(district)).every(({ entry }) => entry.record !== "W0001"));
    assert.equal((await verifyLedger(district)).issue, null);
  },
);

onEachStore(
  "a restored older key store opens nothing that was sealed since, and verify says so",
  async (it) => {
    await it.district.append([care("C0001")]);
    const kept = it.district.seals.recordKey("care", "C0001");
    await it.district.append([care("C0002")]);
    inKeyStore(it, `DELETE FROM record_key WHERE record <> '${kept}'`);
    const { issue } = await verifyLedger(await it.open());
    assert.equal(issue?.code, "verify.payload-lost");
  },
);
