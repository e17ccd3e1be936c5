import assert from "node:assert/strict";
import fc from "fast-check";
import {
  createKeys,
  createLedger,
  emptyEdge,
  grow,
  type Keys,
  leafHashes,
  nodeHashMany,
  openKeys,
  openLedger,
  rootOf,
  signCheckpoint,
  toHex,
  writeNote,
} from "../../src/ledger/index.ts";
import type { Store, StoreTransaction } from "../../src/ledger/store/index.ts";
import {
  district,
  entriesBetween,
  type MadeUpLedger,
  origin,
  queue,
  stateOf,
  withLedger,
} from "./made-up-ledger.ts";
import { onEachDatabase } from "./place.ts";
import { refusalOf } from "./refusal.ts";

/** What the database must hold after entries 0 to before `size`, whatever the appends they came in. */
async function expected(size: number) {
  const entries = entriesBetween(0, size);
  const grown = await grow(emptyEdge, await leafHashes(entries, nodeHashMany), nodeHashMany);
  const root = await rootOf(grown.edge, nodeHashMany);
  return {
    root,
    ledger: [{ size, root: toHex(root) }],
    entries: entries.map((bytes) => Buffer.from(bytes).toString("hex")),
    tiles: grown.tiles.map(({ level, index, hashes }) => ({
      level,
      index,
      bytes: Buffer.from(hashes).toString("hex"),
    })),
  };
}

async function assertWhole(store: Store, size: number): Promise<void> {
  const [now, wanted] = [await stateOf(store), await expected(size)];
  assert.deepEqual(now.ledger, wanted.ledger);
  assert.deepEqual(
    now.entries.map((it) => it.position),
    Array.from({ length: size }, (_, i) => i),
  );
  assert.deepEqual(
    now.entries.map((it) => it.bytes),
    wanted.entries,
  );
  assert.deepEqual(now.tiles, wanted.tiles);
  assert.deepEqual(
    now.cells,
    size === 0 ? [] : [{ indicator: "project.opened", n: size, sum: String(10 * size) }],
  );
  assert.equal(now.pending, 0);
}

onEachDatabase("however appends were batched and integrated, the log is the same", (place) =>
  withLedger(place, async ({ store, ledger }) => {
    const steps = fc.array(
      fc.record({ entries: fc.integer({ min: 1, max: 400 }), integrate: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    let size = 0;
    // one ledger grows through all runs: each begins where the last one ended
    await fc.assert(
      fc.asyncProperty(steps, async (appends) => {
        for (const { entries, integrate } of appends) {
          await queue(store, entriesBetween(size, size + entries));
          size += entries;
          if (integrate) await ledger.integrate();
        }
        assert.equal((await ledger.integrate()).size, size);
        await assertWhole(store, size);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  }),
);

onEachDatabase("entries are read from any position to any other, in order and across pages", (place) =>
  withLedger(place, async ({ store, ledger }) => {
    const all = entriesBetween(0, 4200);
    await queue(store, all);
    await ledger.integrate();
    for (const [from, to] of [
      [0, 0],
      [0, 1],
      [7, 4100],
      [2048, 4096],
      [4199, 4200],
    ] as const) {
      const read: [number, string][] = [];
      for await (const page of ledger.entries(from, to))
        read.push(...page.map((it): [number, string] => [it.position, toHex(it.bytes)]));
      assert.deepEqual(
        read,
        all.slice(from, to).map((bytes, i) => [from + i, toHex(bytes)]),
      );
    }
  }),
);

onEachDatabase("integrating an empty queue changes nothing", (place) =>
  withLedger(place, async ({ store, ledger }) => {
    const empty = await expected(0);
    assert.deepEqual(await ledger.integrate(), { size: 0, root: toHex(empty.root) });
    await queue(store, entriesBetween(0, 3));
    const head = await ledger.integrate();
    assert.deepEqual(await ledger.integrate(), head);
    await assertWhole(store, 3);
  }),
);

onEachDatabase(
  "several writers and integrators at once leave no gap, lose nothing and keep each one's order",
  (place) =>
    withLedger(place, async ({ reopen, store }) => {
      const [writers, appends] = [4, 12];
      const all = entriesBetween(0, writers * appends * 3);
      const of = (writer: number, append: number) =>
        all.slice((writer * appends + append) * 3, (writer * appends + append) * 3 + 3);
      await Promise.all(
        Array.from({ length: writers }, async (_, writer) => {
          const own = await place.open();
          const ledger = await reopen(own);
          for (let append = 0; append < appends; append++) {
            await queue(own, of(writer, append));
            if (append % 3 === writer % 3) await ledger.integrate();
          }
        }),
      );
      const ledger = await reopen();
      const { size } = await ledger.integrate();
      assert.equal(size, all.length);
      const { entries, ledger: heads } = await stateOf(store);
      const placed = entries.map((it) => it.bytes);
      const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
      assert.deepEqual([...placed].sort(), all.map(hex).sort());
      for (let writer = 0; writer < writers; writer++) {
        const own = Array.from({ length: appends }, (_, append) => of(writer, append).map(hex)).flat();
        assert.deepEqual(
          placed.filter((bytes) => own.includes(bytes)),
          own,
        );
      }
      const leaves = await leafHashes(
        placed.map((bytes) => new Uint8Array(Buffer.from(bytes, "hex"))),
        nodeHashMany,
      );
      const root = await rootOf((await grow(emptyEdge, leaves, nodeHashMany)).edge, nodeHashMany);
      assert.equal(heads[0]?.root, toHex(root));
    }),
);

class PowerCut extends Error {}

/** A store whose transactions fail at the n-th write of the first one, before its commit, or after it. */
function failing(store: Store, at: number | "before commit" | "after commit"): Store {
  return {
    ...store,
    kind: store.kind,
    db: store.db,
    close: () => store.close(),
    async transaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
      const result = await store.transaction(async (tx) => {
        let writes = 0;
        const counted =
          <A extends unknown[]>(write: (...args: A) => Promise<void>) =>
          async (...args: A) => {
            if (writes++ === at) throw new PowerCut();
            await write(...args);
          };
        const outcome = await work({
          db: tx.db,
          lockDistrict: (name) => tx.lockDistrict(name),
          insert: counted(tx.insert.bind(tx)) as StoreTransaction["insert"],
          put: counted(tx.put.bind(tx)) as StoreTransaction["put"],
          addCells: counted(tx.addCells.bind(tx)),
        });
        if (at === "before commit") throw new PowerCut();
        return outcome;
      });
      if (at === "after commit") throw new PowerCut();
      return result;
    },
  };
}

onEachDatabase(
  "a crash in any step of integrating leaves an older whole log or the new one, and who opens it next goes on",
  (place) =>
    withLedger(place, async ({ store, keys, reopen }) => {
      let size = 0;
      for (const at of [0, 1, 2, "before commit", "after commit"] as const) {
        await queue(store, entriesBetween(size, size + 150));
        await queue(store, entriesBetween(size + 150, size + 300));
        const before = await stateOf(store);
        await assert.rejects(openLedger({ store: failing(store, at), district, keys }), PowerCut, `at ${at}`);
        if (at === "after commit") await assertWhole(store, size + 300);
        else assert.deepEqual(await stateOf(store), before, `a crash at ${at} leaves everything as it was`);
        size += 300;
        const again = await reopen();
        assert.equal((await again.head()).size, size);
        assert.equal(await again.hasQueued(), false);
        await assertWhole(store, size);
      }
    }),
);

onEachDatabase("a crash in any step of signing leaves a ledger that opens and signs on", (place) =>
  withLedger(place, async ({ store, keys, ledger, reopen }) => {
    let size = 0;
    const lost = { ...keys, keepCheckpoint: async () => Promise.reject(new PowerCut()) };
    const kept = {
      ...keys,
      keepCheckpoint: async (note: string) => {
        await keys.keepCheckpoint(note);
        throw new PowerCut();
      },
    };
    const crashes: [what: string, store: Store, keys: Keys][] = [
      ["before it is kept", store, lost],
      ["after it is kept with the keys", store, kept],
      ["before the commit", failing(store, "before commit"), keys],
      ["after the commit", failing(store, "after commit"), keys],
    ];
    for (const [what, itsStore, itsKeys] of crashes) {
      await queue(store, entriesBetween(size, size + 10));
      size += 10;
      await ledger.integrate();
      const crashing = await openLedger({ store: itsStore, district, keys: itsKeys });
      await assert.rejects(crashing.checkpoint(size), PowerCut, what);
      const again = await reopen();
      const note = await again.checkpoint(size);
      assert.equal(await keys.lastCheckpoint(), note, what);
      assert.equal(note, await again.checkpoint(size), "signing the same tree again gives the same note");
    }
  }),
);

onEachDatabase("a ledger is created once, and opened only where it is", (place) =>
  withLedger(place, async ({ store, keys, reopen }) => {
    assert.equal(await refusalOf(() => createLedger({ store, district, origin, keys })), "ledger.exists");
    assert.equal(await refusalOf(() => openLedger({ store, district: "990002", keys })), "ledger.missing");
    assert.equal((await reopen()).origin, origin);
  }),
);

onEachDatabase("a ledger does not open with the keys of another", (place) =>
  withLedger(place, async ({ store, keysFolder }) => {
    await createKeys(`${keysFolder}-2`, "log.example/huimou/990002");
    const foreign = await openKeys(`${keysFolder}-2`);
    assert.equal(
      await refusalOf(() => openLedger({ store, district, keys: foreign })),
      "ledger.keys-foreign",
    );
    await foreign.close();
  }),
);

/** Signs a tree that the database does not hold, as a later or another ledger of the same keys would have. */
async function signed({ keys }: MadeUpLedger, entries: readonly Uint8Array[]): Promise<string> {
  const { edge } = await grow(emptyEdge, await leafHashes(entries, nodeHashMany), nodeHashMany);
  const root = await rootOf(edge, nodeHashMany);
  return writeNote(await signCheckpoint({ origin, size: edge.size, root }, keys.signer));
}

onEachDatabase("a restored older database is refused with both roots, on opening and on signing", (place) =>
  withLedger(place, async (it) => {
    await queue(it.store, entriesBetween(0, 300));
    await it.ledger.integrate();
    await it.keys.keepCheckpoint(await signed(it, entriesBetween(0, 310)));
    assert.equal(await refusalOf(() => it.reopen()), "ledger.shortened");
    assert.equal(await refusalOf(() => it.ledger.checkpoint(300)), "ledger.shortened");
    const error: unknown = await it.reopen().catch((caught: unknown) => caught);
    for (const size of [300, 310]) {
      const root = Buffer.from((await expected(size)).root).toString("base64");
      assert.ok(error instanceof Error && error.message.includes(root), `it names the root at ${size}`);
    }
    await queue(it.store, entriesBetween(300, 310));
    await it.ledger.integrate();
    assert.equal(await refusalOf(() => it.reopen()), "accepted", "what was missing came back as it was");
  }),
);

onEachDatabase("another history than the signed one is refused, on opening and on signing", (place) =>
  withLedger(place, async (it) => {
    await queue(it.store, entriesBetween(0, 300));
    await it.ledger.integrate();
    for (const size of [250, 300]) {
      const entries = entriesBetween(0, size);
      await it.keys.keepCheckpoint(await signed(it, entries.with(7, entries[8] as Uint8Array)));
      assert.equal(await refusalOf(() => it.reopen()), "ledger.forked");
      assert.equal(await refusalOf(() => it.ledger.checkpoint(300)), "ledger.forked");
      assert.equal(await refusalOf(() => it.ledger.checkpoint(200)), "ledger.forked");
    }
  }),
);

onEachDatabase(
  "the database remembers what was signed where the keys folder was restored from an older copy",
  (place) =>
    withLedger(place, async (it) => {
      await queue(it.store, entriesBetween(0, 20));
      await it.ledger.integrate();
      const older = await it.ledger.checkpoint(10);
      await it.ledger.checkpoint(20);
      await it.keys.keepCheckpoint(older);
      const forged = await signed(it, entriesBetween(0, 30));
      await it.store.transaction(async (tx) => {
        await tx.db
          .updateTable("ledger")
          .set({ checkpoint: forged })
          .where("district", "=", district)
          .execute();
      });
      assert.equal(await refusalOf(() => it.reopen()), "ledger.shortened");
    }),
);

onEachDatabase(
  "an older tree is signed again where it leads up to the newest, which stays the newest",
  (place) =>
    withLedger(place, async ({ store, keys, ledger }) => {
      await queue(store, entriesBetween(0, 40));
      await ledger.integrate();
      const first = await ledger.checkpoint(25);
      const newest = await ledger.checkpoint(40);
      assert.equal(await ledger.checkpoint(25), first);
      assert.equal(await keys.lastCheckpoint(), newest);
    }),
);

onEachDatabase("tiles that were changed or lost stop opening and signing", (place) =>
  withLedger(place, async ({ store, ledger, reopen }) => {
    await queue(store, entriesBetween(0, 300));
    await ledger.integrate();
    await ledger.checkpoint(300);
    await queue(store, entriesBetween(300, 320));
    await ledger.integrate();
    const change = (bytes: (before: Uint8Array) => Uint8Array) =>
      store.transaction(async (tx) => {
        const row = await tx.db
          .selectFrom("tile")
          .select("bytes")
          .where("district", "=", district)
          .where("level", "=", 0)
          .where("index", "=", 1)
          .executeTakeFirstOrThrow();
        await tx.put("tile", ["district", "level", "index", "bytes"], [[district, 0, 1, bytes(row.bytes)]]);
      });
    const flip = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, i) => (i === 5 ? byte ^ 1 : byte));
    await change(flip);
    assert.equal(await refusalOf(() => reopen()), "ledger.root-altered");
    assert.equal(await refusalOf(() => ledger.checkpoint(320)), "ledger.forked");
    await change((bytes) => flip(bytes).subarray(0, 40 * 32));
    assert.equal(await refusalOf(() => reopen()), "ledger.tile-lost tile 0 1");
  }),
);
