import assert from "node:assert/strict";
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createKeys, openKeys, parseVerifierKey, signNote, verifyNote } from "../../src/ledger/index.ts";
import { refusalOf } from "./refusal.ts";

const origin = "log.example/huimou/990001";

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const parent = await mkdtemp(join(tmpdir(), "huimou-keys-"));
  try {
    await work(join(parent, "keys"));
  } finally {
    await rm(parent, { recursive: true });
  }
}
const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
const name = (record: string) => ({ district: "990001", register: "lead", record });

test("only the owner can read the keys that were made", () =>
  inFolder(async (folder) => {
    await createKeys(folder, origin);
    assert.equal(await modeOf(folder), "700");
    const files = await readdir(folder);
    assert.deepEqual(files.sort(), ["data.key", "records.sqlite", "signing.pem", "vkey"]);
    for (const file of files) assert.equal(await modeOf(join(folder, file)), "600");
  }));

test("keys are never made over others", () =>
  inFolder(async (folder) => {
    await createKeys(folder, origin);
    const before = await readFile(join(folder, "signing.pem"), "utf8");
    assert.match(await refusalOf(() => createKeys(folder, origin)), /^ledger.keys-exist/);
    assert.equal(await readFile(join(folder, "signing.pem"), "utf8"), before);
  }));

test("opened keys sign for the verifier key that is published", () =>
  inFolder(async (folder) => {
    await createKeys(folder, origin);
    const keys = await openKeys(folder);
    const note = await signNote("text\n", keys.signer);
    await verifyNote(note, await parseVerifierKey(keys.verifierKey, []), []);
    assert.equal(keys.signer.key.name, origin);
    await keys.close();
  }));

test("keys that others may read are refused, with what to do", () =>
  inFolder(async (folder) => {
    await createKeys(folder, origin);
    for (const file of ["signing.pem", "data.key", "records.sqlite"]) {
      await chmod(join(folder, file), 0o640);
      assert.equal(await refusalOf(() => openKeys(folder)), `ledger.keys-mode ${join(folder, file)}`);
      await chmod(join(folder, file), 0o600);
    }
    await chmod(folder, 0o755);
    assert.equal(await refusalOf(() => openKeys(folder)), `ledger.keys-mode ${folder}`);
  }));

test("a missing or foreign key file is refused", () =>
  inFolder(async (folder) => {
    assert.equal(await refusalOf(() => openKeys(folder)), `ledger.keys-missing ${folder}`);
    await createKeys(folder, origin);
    await createKeys(`${folder}-2`, origin);
    await writeFile(join(folder, "signing.pem"), await readFile(join(`${folder}-2`, "signing.pem")));
    assert.equal(
      await refusalOf(() => openKeys(folder)),
      `ledger.keys-damaged ${join(folder, "signing.pem")}`,
    );
    await rm(join(folder, "signing.pem"));
    assert.equal(await refusalOf(() => openKeys(folder)), `ledger.keys-missing ${folder}`);
  }));

test("a record's opaque key is always the same, differs by record and register, and has 22 characters", () =>
  inFolder(async (folder) => {
    await createKeys(folder, origin);
    const [keys, again] = [await openKeys(folder), await openKeys(folder)];
    const opaque = keys.opaqueKey("lead", "2020-1");
    assert.match(opaque, /^[A-Za-z0-9_-]{22}$/);
    assert.equal(again.opaqueKey("lead", "2020-1"), opaque);
    const all = [opaque, keys.opaqueKey("lead", "2020-2"), keys.opaqueKey("leads", "2020-1")];
    assert.equal(new Set(all).size, 3);
    await createKeys(`${folder}-2`, origin);
    const other = await openKeys(`${folder}-2`);
    assert.notEqual(other.opaqueKey("lead", "2020-1"), opaque);
    for (const it of [keys, again, other]) await it.close();
  }));

test("record keys are made once and found by every process", () =>
  inFolder(async (folder) => {
    await createKeys(folder, origin);
    const [one, two] = [await openKeys(folder), await openKeys(folder)];
    const names = Array.from({ length: 500 }, (_, i) => name(`r${i}`));
    const made = await one.records.ensure([...names, name("r7")]);
    assert.equal(new Set(made.map((key) => Buffer.from(key).toString("hex"))).size, 500);
    assert.deepEqual(made[500], made[7]);
    const bytes = (keys: readonly (Uint8Array | null)[]) =>
      keys.map((key) => key && Buffer.from(key).toString("hex"));
    assert.deepEqual(bytes(await two.records.ensure(names)), bytes(made.slice(0, 500)));
    assert.deepEqual(bytes(await two.records.get([name("r3"), name("none")])), [bytes(made)[3], null]);
    for (const it of [one, two]) await it.close();
  }));

test("a destroyed key is gone from every file, is not made again, and takes no other with it", () =>
  inFolder(async (folder) => {
    await createKeys(folder, origin);
    const keys = await openKeys(folder);
    const names = Array.from({ length: 50 }, (_, i) => name(`r${i}`));
    await keys.records.ensure(names);
    const wrapped = (await wrappedKeys(folder)).get("r7") as Buffer;
    assert.ok(await holds(folder, wrapped), "before it is destroyed the file holds it");
    await keys.records.destroy(name("r7"));
    assert.equal(await holds(folder, wrapped), false);
    assert.deepEqual(await keys.records.get([name("r7")]), [null]);
    assert.equal(
      await refusalOf(() => keys.records.ensure([name("new"), name("r7")])),
      "ledger.record-erased lead r7",
    );
    assert.deepEqual(await keys.records.get([name("new")]), [null], "a refused batch makes no keys");
    assert.ok((await keys.records.get([name("r8")]))[0]);
    await keys.records.destroy(name("never-made"));
    assert.equal(
      await refusalOf(() => keys.records.ensure([name("never-made")])),
      "ledger.record-erased lead never-made",
    );
    await keys.close();
  }));

test("the last checkpoint is kept and replaced as a whole", () =>
  inFolder(async (folder) => {
    await createKeys(folder, origin);
    const keys = await openKeys(folder);
    assert.equal(await keys.lastCheckpoint(), null);
    await keys.keepCheckpoint("one\n");
    await keys.keepCheckpoint("two\n");
    assert.equal(await keys.lastCheckpoint(), "two\n");
    assert.equal(await modeOf(join(folder, "checkpoint")), "600");
    await keys.close();
  }));

async function wrappedKeys(folder: string): Promise<Map<string, Buffer>> {
  const { DatabaseSync } = await import("node:sqlite");
  const db = new DatabaseSync(join(folder, "records.sqlite"), { readOnly: true });
  const rows = db.prepare("SELECT record, wrapped FROM record_key").all() as {
    record: string;
    wrapped: Uint8Array;
  }[];
  db.close();
  return new Map(rows.map(({ record, wrapped }) => [record, Buffer.from(wrapped)]));
}

async function holds(folder: string, bytes: Buffer): Promise<boolean> {
  for (const file of await readdir(folder))
    if ((await readFile(join(folder, file))).includes(bytes)) return true;
  return false;
}
