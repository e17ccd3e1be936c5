import assert from "node:assert/strict";
import { chmod, cp, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { createDistrict, openDistrict, verifyLedger } from "../../src/district/index.ts";
import { IssueError } from "../../src/issue/index.ts";
import { inFolder } from "../ledger/place.ts";
import { refusalOf } from "../ledger/refusal.ts";
import { changed, writePack } from "../pack/write-pack.ts";
import {
  inSqliteDistrict,
  type MadeUpDistrict,
  onEachStore,
  seconds,
  smallPack,
} from "./made-up-district.ts";

const clock = seconds();
const open = {
  kind: "open",
  register: "work",
  record: "W0001",
  at: "2020-03-01",
  actor: "经办/发改局",
  fields: { village: "999900100201", kind: "road", planned: "10.00", start: "2020-03-01" },
} as const;

onEachStore("a ledger is created once; its first entries are the pack's declarations", async (it) => {
  assert.equal(await refusalOf(() => createDistrict(it.directory, smallPack)), "district.exists");
  const { size } = await it.district.ledger.head();
  const { pack } = it.district.declarations;
  const declared = [pack.registers, pack.indicators, pack.rules, pack.lists].flat().length;
  assert.equal(size, declared + 4, "and the district itself, its areas, its documents and the working days");
  assert.equal((await verifyLedger(await it.open())).issue, null);
});

test("a directory without a ledger, or with half of one, does not open", () =>
  inSqliteDistrict(async ({ district, directory }) => {
    await district.close();
    assert.equal(await refusalOf(() => openDistrict(join(directory, "nowhere"))), "district.missing");
    const without = async (name: string, refusal: RegExp) => {
      const copy = join(directory, "..", `without-${name}`);
      await cp(directory, copy, { recursive: true });
      await rm(join(copy, name), { recursive: true });
      assert.match(await refusalOf(() => openDistrict(copy)), refusal);
    };
    await without("huimou.json", /^district\.missing$/);
    await without("ledger.sqlite", /^store\.(missing|unopenable) /);
    await without("keys", /^ledger\.keys-missing /);
    await without("keys/signing.pem", /^ledger\.keys-missing /);
    await without("keys/data.key", /^ledger\.keys-missing /);
    await without("keys/records.sqlite", /^ledger\.keys-missing /);
  }));

test("settings that were damaged are named", () =>
  inSqliteDistrict(async ({ directory }) => {
    const file = join(directory, "huimou.json");
    const settings = await readFile(file, "utf8");
    for (const damaged of [
      "",
      "{}",
      settings.replace("sqlite", "oracle"),
      settings.replace("{", '{ "x": 1,'),
    ]) {
      await writeFile(file, damaged);
      assert.equal(await refusalOf(() => openDistrict(directory)), `district.settings-unreadable ${file}`);
    }
  }));

test("keys are readable by their owner alone, and refused where they are not", () =>
  inSqliteDistrict(async ({ directory }) => {
    const keys = join(directory, "keys");
    assert.equal((await stat(keys)).mode & 0o777, 0o700);
    for (const name of await readdir(keys))
      if (name !== "vkey") assert.equal((await stat(join(keys, name))).mode & 0o777, 0o600, name);
    await chmod(join(keys, "signing.pem"), 0o644);
    assert.match(await refusalOf(() => openDistrict(directory)), /^ledger\.keys-mode /);
  }));

test("a creation that was refused can be tried again in the same directory", () =>
  inFolder(async (folder) => {
    const directory = join(folder, "data");
    const nowhere = `postgres:///x?host=${encodeURIComponent(folder)}`;
    assert.match(
      await refusalOf(() => createDistrict(directory, smallPack, { databaseUrl: nowhere })),
      /^store\.unreachable /,
    );
    assert.match(
      await refusalOf(() => createDistrict(directory, join(folder, "pack"))),
      /^district\.pack-missing$/,
    );
    await (await createDistrict(directory, smallPack, { clock })).close();
    await (await openDistrict(directory)).close();
  }));

test("a pack that contradicts itself is refused before anything is made", () =>
  inFolder(async (folder) => {
    const faults = {
      "throw new Error('half written');": /half written/,
      "export const pack = small;": /default export/,
      "export default definePack({ ...small, registers: [] });": /not declared: work/,
    };
    for (const [i, [source, reason]] of Object.entries(faults).entries()) {
      const pack = await writePack(join(folder, `pack-${i}`), source);
      const directory = join(folder, `data-${i}`);
      const error = await createDistrict(directory, pack).catch((caught: unknown) => caught);
      assert.ok(error instanceof IssueError);
      assert.equal(error.issues[0]?.code, "district.pack-broken");
      assert.match(String(error.issues[0]?.params.reason), reason);
      assert.equal(await refusalOf(() => openDistrict(directory)), "district.missing");
    }
  }));

test("a ledger opens without its pack, which only a release needs, and not with another district's", () =>
  inFolder(async (folder) => {
    const pack = await writePack(join(folder, "pack"), "export default small;");
    const directory = join(folder, "data");
    await (await createDistrict(directory, pack, { clock })).close();
    await rm(pack, { recursive: true });
    const district = await openDistrict(directory, { clock });
    assert.deepEqual((await district.append([open])).issues, []);
    assert.equal(await refusalOf(() => district.refuseChangedPack()), "district.pack-missing");
    await district.close();
    // a module is read once in a process: the other district's pack lies elsewhere, and the settings name it
    const other = await writePack(
      join(folder, "other"),
      changed("small", `district: { ...small.district, code: "999901" }`),
    );
    const file = join(directory, "huimou.json");
    await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, "utf8")), pack: other }));
    assert.match(await refusalOf(() => openDistrict(directory)), /^district\.pack-other /);
  }));

test("a ledger in PostgreSQL does not open without its database's address", () =>
  inSqliteDistrict(async ({ directory }) => {
    const file = join(directory, "huimou.json");
    await writeFile(file, (await readFile(file, "utf8")).replace("sqlite", "postgres"));
    assert.equal(await refusalOf(() => openDistrict(directory)), "district.database-missing");
  }));

/** A copy of a district's closed database, and a way to put it back. */
async function copyOf({ directory }: MadeUpDistrict): Promise<{ restore(): Promise<void> }> {
  const kept = join(directory, "..", "kept");
  await mkdir(kept);
  await cp(join(directory, "ledger.sqlite"), join(kept, "ledger.sqlite"));
  return {
    restore: async () => {
      for (const suffix of ["", "-wal", "-shm"])
        await rm(join(directory, `ledger.sqlite${suffix}`), { force: true });
      await cp(join(kept, "ledger.sqlite"), join(directory, "ledger.sqlite"));
    },
  };
}

test("a restored copy from before the last signed checkpoint is refused with both roots", () =>
  inSqliteDistrict(async (it) => {
    await it.district.append([open]);
    const older = await it.district.ledger.head();
    await it.district.close();
    const copy = await copyOf(it);
    const later = await it.open();
    await later.append([{ ...open, record: "W0002" }]);
    const signed = await later.ledger.head();
    await later.ledger.checkpoint(signed.size);
    await later.close();
    await copy.restore();
    const error = await it.open().catch((caught: unknown) => caught);
    assert.ok(error instanceof IssueError);
    assert.equal(error.issues[0]?.code, "ledger.shortened");
    for (const root of [older.root, signed.root])
      assert.ok(error.message.includes(Buffer.from(root, "hex").toString("base64")), error.message);
  }));

test("a restored copy that was gone on with is refused as another history", () =>
  inSqliteDistrict(async (it) => {
    await it.district.append([open]);
    await it.district.close();
    const copy = await copyOf(it);
    const checkpoint = join(it.directory, "keys", "checkpoint");
    const first = await it.open();
    await first.append([{ ...open, record: "W0002" }]);
    await first.ledger.checkpoint((await first.ledger.head()).size);
    await first.close();
    const signed = await readFile(checkpoint);
    await copy.restore();
    await rm(checkpoint);
    // the keys know of nothing signed, so the older copy opens: another history begins, and grows longer
    const second = await it.open();
    await second.append([
      { ...open, record: "W0003" },
      { ...open, record: "W0004" },
    ]);
    await second.close();
    await writeFile(checkpoint, signed, { mode: 0o600 });
    assert.equal(await refusalOf(() => it.open()), "ledger.forked");
  }));
