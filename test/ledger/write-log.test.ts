import assert from "node:assert/strict";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { nodeHashMany, writeLog } from "../../src/ledger/index.ts";
import { verifyLog } from "../../src/ledger/verify/index.ts";
import { madeUpLog } from "./log-of.ts";
import { entriesBetween, queue, withLedger } from "./made-up-ledger.ts";
import { inFolder, inSqlite } from "./place.ts";

const fetchFrom = (folder: string) => async (path: string) => {
  try {
    return new Uint8Array(await readFile(join(folder, path)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
};

async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name).slice(folder.length + 1))
    .sort();
}

async function verdictOn(folder: string): Promise<string> {
  const verifierKey = (await readFile(join(folder, "vkey"), "utf8")).trim();
  const { issue } = await verifyLog({ fetch: fetchFrom(folder), verifierKey, hashMany: nodeHashMany });
  return issue?.code ?? "fine";
}

test("a written log is verified from its files, at every size it grew through", () =>
  inSqlite((place) =>
    withLedger(place, async ({ store, ledger, keysFolder }) => {
      let previous: string | undefined;
      let before = 0;
      for (const size of [1, 100, 256, 300, 511, 513, 900]) {
        await queue(store, entriesBetween(before, size));
        await ledger.integrate();
        const folder = `${keysFolder}-log-${size}`;
        await ledger.writeLog(folder, size, previous === undefined ? {} : { previous, earlier: [before] });
        assert.equal(await verdictOn(folder), "fine", `size ${size}`);
        [previous, before] = [folder, size];
      }
    }),
  ));

test("files that never change are linked from the copy before", () =>
  inSqlite((place) =>
    withLedger(place, async ({ store, ledger, keysFolder }) => {
      await queue(store, entriesBetween(0, 600));
      await ledger.integrate();
      const [one, two] = [`${keysFolder}-1`, `${keysFolder}-2`];
      await ledger.writeLog(one, 300);
      await ledger.writeLog(two, 600, { previous: one, earlier: [300] });
      for (const path of ["tile/0/000", "tile/entries/000", "tile/1/000.p/1"])
        assert.equal((await stat(join(one, path))).ino, (await stat(join(two, path))).ino, path);
    }),
  ));

test("partial files of earlier checkpoints stand there while they are needed, whatever was in the folder before", () =>
  inSqlite((place) =>
    withLedger(place, async ({ store, ledger, keysFolder }) => {
      await queue(store, entriesBetween(0, 600));
      await ledger.integrate();
      const at = (name: string) => `${keysFolder}-${name}`;
      await ledger.writeLog(at("300"), 300);
      await ledger.writeLog(at("400"), 400, { previous: at("300"), earlier: [300] });
      await ledger.writeLog(at("fresh"), 400, { earlier: [300] });
      assert.deepEqual(await filesIn(at("400")), [
        "checkpoint",
        "tile/0/000",
        "tile/0/001.p/144",
        "tile/0/001.p/44",
        "tile/1/000.p/1",
        "tile/entries/000",
        "tile/entries/001.p/144",
        "tile/entries/001.p/44",
        "vkey",
      ]);
      for (const path of await filesIn(at("400")))
        assert.deepEqual(
          await readFile(join(at("fresh"), path)),
          await readFile(join(at("400"), path)),
          path,
        );
      assert.equal((await filesIn(at("fresh"))).length, 9);
      await ledger.writeLog(at("600"), 600, { previous: at("400"), earlier: [300, 400] });
      assert.deepEqual(await filesIn(at("600")), [
        "checkpoint",
        "tile/0/000",
        "tile/0/001",
        "tile/0/002.p/88",
        "tile/1/000.p/1",
        "tile/1/000.p/2",
        "tile/entries/000",
        "tile/entries/001",
        "tile/entries/002.p/88",
        "vkey",
      ]);
    }),
  ));

test("whichever read fails, a log that was not finished has no checkpoint", async () => {
  const { files, entries, checkpoint, verifierKey } = await madeUpLog(300);
  const reads = 5;
  for (let failing = 0; failing < reads; failing++)
    await inFolder(async (parent) => {
      const folder = join(parent, "log");
      let done = 0;
      const unless = <T>(value: T): T => {
        if (done++ === failing) throw new Error("the power went");
        return value;
      };
      const source = {
        tiles: async ({ level, index }: { level: number; index: number }) =>
          unless([...files].find(([path]) => path.startsWith(`tile/${level}/00${index}`))?.[1] as Uint8Array),
        entries: async (from: number, to: number) => unless(entries.slice(from, to)),
        checkpoint,
        verifierKey,
      };
      await assert.rejects(writeLog(folder, 300, source), /the power went/);
      assert.ok(!(await filesIn(parent)).some((path) => path.endsWith("checkpoint")), `read ${failing}`);
    });
});
