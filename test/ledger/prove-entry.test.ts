import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { proveEntry, verifyInclusion, verifyLog } from "../../src/ledger/verify/index.ts";
import { seed } from "../seed.ts";
import { type MadeUpLog, madeUpLog } from "./log-of.ts";
import { refusalOf } from "./refusal.ts";

const logs = await Promise.all([1, 2, 255, 256, 257, 600].map(madeUpLog));

const sourceOf = (log: MadeUpLog, read: string[] = []) => ({
  verifierKey: log.verifierKey,
  fetch: async (path: string) => {
    read.push(path);
    return log.files.get(path) ?? null;
  },
});

test(`whatever the log and the position, the proof shows that very entry, without the log (seed ${seed})`, async () => {
  const places = fc
    .constantFrom(...logs)
    .chain((log) => fc.tuple(fc.constant(log), fc.nat(log.entries.length - 1)));
  await fc.assert(
    fc.asyncProperty(places, async ([log, position]) => {
      const { proof, bytes, entry } = await proveEntry(sourceOf(log), position);
      assert.deepEqual(bytes, log.entries[position]);
      const alone = await verifyInclusion(proof, log.verifierKey, bytes);
      assert.equal(alone.position, position);
      assert.equal(alone.checkpoint.size, log.entries.length);
      assert.deepEqual(alone.entry, entry);
    }),
    { seed, numRuns: 60 },
  );
});

test("a position that the log does not have is refused", async () => {
  for (const position of [-1, 600, 0.5, Number.NaN])
    assert.equal(
      await refusalOf(() => proveEntry(sourceOf(logs[5] as MadeUpLog), position)),
      `ledger.position-beyond ${position}`,
    );
});

test("of a file that was changed no proof is made", async () => {
  const log = logs[5] as MadeUpLog;
  const changed = (path: string) => {
    const bytes = (log.files.get(path) as Uint8Array).slice();
    bytes[40] = (bytes[40] as number) ^ 1;
    return sourceOf({ ...log, files: new Map(log.files).set(path, bytes) });
  };
  const tile = await refusalOf(() => proveEntry(changed("tile/0/001"), 300));
  assert.equal(tile, "ledger.tile-changed tile/0/001");
  const entry = await refusalOf(() => proveEntry(changed("tile/entries/001"), 256));
  assert.equal(entry, "ledger.inclusion-unproven proof");
});

test(`some positions alone are read: the entries that stand there, from the bundles that hold them (seed ${seed})`, async () => {
  const log = logs[5] as MadeUpLog;
  // from a record's first entry on, so that its versions can be followed
  const runs = fc
    .uniqueArray(fc.nat(199), { minLength: 2, maxLength: 10 })
    .map((all) => all.sort((a, b) => a - b))
    .map((all) =>
      all.flatMap((it, i) => (i % 2 === 1 ? [[3 * (all[i - 1] as number), 3 * it + 1] as const] : [])),
    );
  await fc.assert(
    fc.asyncProperty(runs, async (only) => {
      const wanted = only.flatMap(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, i) => first + i),
      );
      const [seen, read, told]: [number[], string[], string[]] = [[], [], []];
      const { issue, checked } = await verifyLog({
        ...sourceOf(log, read),
        only,
        entry: (_, position) => seen.push(position),
        progress: (done, of) => told.push(`${done}/${of}`),
      });
      assert.equal(issue, null);
      assert.deepEqual(seen, wanted);
      assert.equal(checked.entries, wanted.length);
      assert.equal(told.at(-1), `${wanted.length}/${wanted.length}`);
      const bundles = new Set(wanted.map((it) => Math.floor(it / 256)));
      assert.equal(read.filter((it) => it.startsWith("tile/entries/")).length, bundles.size);
    }),
    { seed, numRuns: 40 },
  );
});

test("an entry that is left out of what is asked for is missed by its record", async () => {
  const { issue } = await verifyLog({
    ...sourceOf(logs[5] as MadeUpLog),
    only: [
      [0, 2],
      [4, 5],
    ],
  });
  assert.equal(issue?.code, "ledger.entry-order");
});
