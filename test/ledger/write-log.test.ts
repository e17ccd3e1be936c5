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
      let previous: string | null = null;
      let before = 0;
      for (const size of [1, 100, 256, 300, 511, 513, 900]) {
        await queue(store, entriesBetween(before, size));
        await ledger.integrate();
        const folder = `${keysFolder}-log-${size}`;
        await ledger.writeLog(folder, size, previous);
        assert.equal(await verdictOn(folder), "fine", `size ${size}`);
        [previous, before] = [folder, size];
      }
    }),
  ));

test("files that never change are linked from the copy before, partial ones only while they are needed", () =>
  inSqlite((place) =>
    withLedger(place, async ({ store, ledger, keysFolder }) => {
      await queue(store, entriesBetween(0, 600));
      await ledger.integrate();
      const [one, two, three] = [`${keysFolder}-1`, `${keysFolder}-2`, `${keysFolder}-3`];
      await ledger.writeLog(one, 300, null);
      await ledger.writeLog(two, 400, one);
      await ledger.writeLog(three, 600, two);
      const sameFile = async (path: string, a: string, b: string) =>
        (await stat(join(a, path))).ino === (await stat(join(b, path))).ino;
      assert.ok(await sameFile("tile/0/000", one, three));
      assert.ok(await sameFile("tile/entries/000", one, three));
      assert.deepEqual(await filesIn(two), [
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
      assert.deepEqual(await filesIn(three), [
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
      await assert.rejects(writeLog(folder, 300, source, null), /the power went/);
      assert.ok(!(await filesIn(parent)).some((path) => path.endsWith("checkpoint")), `read ${failing}`);
    });
});
