import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Store, StoreTransaction } from "../../src/ledger/store/index.ts";
import { onEachDatabase } from "./place.ts";

const entryColumns = ["district", "position", "register", "record", "version", "bytes"] as const;
const cellColumns = ["district", "indicator", "area", "month", "breakdown", "n", "sum"] as const;
const largest = 2n ** 63n - 1n;

onEachDatabase("what a transaction wrote is there after reopening", async ({ create, open }) => {
  const store = await create();
  await store.transaction((tx) => tx.insert("entry", entryColumns, [entry(0), entry(1)]));
  await store.close();
  assert.deepEqual(await positionsIn(await open()), [0, 1]);
});

onEachDatabase("a rejected transaction leaves nothing", async ({ create }) => {
  const store = await create();
  await store.transaction((tx) => tx.insert("entry", entryColumns, [entry(0)]));
  const failing = store.transaction(async (tx) => {
    await tx.insert("entry", entryColumns, [entry(1), entry(2)]);
    await tx.put(
      "record",
      ["district", "register", "record", "version", "gone", "state", "at", "body"],
      [["D", "lead", "L-1", 1, 0, "open", "2020-01-02", "{}"]],
    );
    await tx.addCells([["D", "lead.received", "01", 24240, "{}", 1, 1n]]);
    await tx.db
      .insertInto("ledger")
      .values({ district: "D", origin: "o", size: 3, root: "", checkpoint: "" })
      .execute();
    throw new Error("changed my mind");
  });
  await assert.rejects(failing, /changed my mind/);
  assert.deepEqual(await positionsIn(store), [0]);
  assert.deepEqual(await store.db.selectFrom("record").selectAll().execute(), []);
  assert.deepEqual(await store.db.selectFrom("cell").selectAll().execute(), []);
  assert.deepEqual(await store.db.selectFrom("ledger").selectAll().execute(), []);
});

onEachDatabase(
  "a failed statement undoes its whole transaction, and the next one works",
  async ({ create }) => {
    const store = await create();
    const failing = store.transaction((tx) =>
      tx.insert("entry", entryColumns, [entry(0), entry(1), entry(0)]),
    );
    await assert.rejects(failing, /unique/i);
    await store.transaction((tx) => tx.insert("entry", entryColumns, [entry(7)]));
    assert.deepEqual(await positionsIn(store), [7]);
  },
);

onEachDatabase("a failure that the work swallows still leaves nothing half done", async ({ create }) => {
  const store = await create();
  const swallowing = store.transaction(async (tx) => {
    await tx.insert("entry", entryColumns, [entry(0)]);
    await tx.insert("entry", entryColumns, [entry(1), entry(0)]).catch(() => {});
  });
  await assert.rejects(swallowing);
  assert.deepEqual(await positionsIn(store), []);
});

onEachDatabase("reading beside a transaction sees only what is committed", async ({ create }) => {
  const store = await create();
  await store.transaction(async (tx) => {
    await tx.insert("entry", entryColumns, [entry(0)]);
    assert.deepEqual(await positionsIn(store), []);
    assert.equal((await tx.db.selectFrom("entry").selectAll().execute()).length, 1);
  });
  assert.deepEqual(await positionsIn(store), [0]);
});

onEachDatabase("nothing can be written outside a transaction", async ({ create }) => {
  const store = await create();
  await store.transaction((tx) => tx.insert("entry", entryColumns, [entry(0)]));
  await assert.rejects(store.db.deleteFrom("entry").execute(), /read-?only/);
  assert.deepEqual(await positionsIn(store), [0]);
});

onEachDatabase(
  "a transaction cannot be started inside another, nor used after its end",
  async ({ create }) => {
    const store = await create();
    let kept: StoreTransaction | undefined;
    await store.transaction(async (tx) => {
      kept = tx;
      await assert.rejects(
        store.transaction(async () => {}),
        /inside a transaction/,
      );
    });
    await assert.rejects(async () => kept?.insert("entry", entryColumns, [entry(0)]), /ended/);
    assert.deepEqual(await positionsIn(store), []);
  },
);

onEachDatabase("bytes, long texts and every letter come back as they went in", async ({ create }) => {
  const store = await create();
  const texts = ["", "回眸", "𠮷野家", "a\"b'c\\d{e},NULL", "\n\r\t", "null", "字".repeat(100_000)];
  const releases = texts.map((text, number) => ["D", number, 2 ** 40 + number, `${number}`, text]);
  const releaseColumns = ["district", "number", "position", "manifest", "body"] as const;
  const bytes = Uint8Array.from({ length: 256 }, (_, value) => value);
  const tiles = [0, 1, 100, 256].map((length, index) => ["D", -1, index, bytes.subarray(0, length)]);
  const tileColumns = ["district", "level", "index", "bytes"] as const;
  await store.transaction(async (tx) => {
    await tx.insert("release", releaseColumns, releases);
    await tx.insert("tile", tileColumns, tiles);
  });
  const readReleases = await store.db.selectFrom("release").selectAll().orderBy("number").execute();
  assert.deepEqual(
    readReleases.map((row) => releaseColumns.map((name) => row[name])),
    releases,
  );
  const readTiles = await store.db.selectFrom("tile").selectAll().orderBy("index").execute();
  assert.deepEqual(
    readTiles.map((row) => tileColumns.map((name) => row[name])),
    tiles,
  );
});

onEachDatabase("keys are as long as PostgreSQL can index, and no longer", async ({ create }) => {
  const store = await create();
  const insert = (record: string) =>
    store.transaction((tx) =>
      tx.insert("entry", entryColumns, [["D", 0, "lead", record, 0, new Uint8Array()]]),
    );
  await assert.rejects(insert("字".repeat(832)), /a key of 2501 bytes/);
  // letters that do not compress, as the limit is on what PostgreSQL stores
  await insert(randomBytes(1247).toString("hex"));
  assert.deepEqual(await positionsIn(store), [0]);
});

onEachDatabase("rows are plain objects with numbers and plain bytes in them", async ({ create }) => {
  const store = await create();
  await store.transaction((tx) => tx.insert("entry", entryColumns, [entry(0)]));
  assert.deepEqual(await store.db.selectFrom("entry").selectAll().execute(), [
    { district: "D", position: 0, register: "lead", record: "L-0", version: 0, bytes: new Uint8Array([0]) },
  ]);
  const counted = await store.db
    .selectFrom("entry")
    .select(({ fn }) => fn.countAll().as("n"))
    .execute();
  assert.deepEqual(counted, [{ n: 1 }]);
});

onEachDatabase("text is ordered by its bytes", async ({ create }) => {
  const store = await create();
  const names = ["a", "B", "b", "A", "ä", "中", "_", "-", "1", "10", "2"];
  const rows = names.map((name, index) => ["D", index, "lead", name, 0, new Uint8Array()]);
  await store.transaction((tx) => tx.insert("entry", entryColumns, rows));
  const read = await store.db.selectFrom("entry").select("record").orderBy("record").execute();
  assert.deepEqual(
    read.map((row) => row.record),
    names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
  );
});

onEachDatabase(
  "put replaces rows whose key is there, and the last of equal keys counts",
  async ({ create }) => {
    const store = await create();
    const columns = ["district", "level", "index", "bytes"] as const;
    const put = (...rows: [number, number][]) =>
      store.transaction((tx) =>
        tx.put(
          "tile",
          columns,
          rows.map(([index, byte]) => ["D", 0, index, new Uint8Array([byte])]),
        ),
      );
    await put([0, 1], [1, 1]);
    await put([1, 2], [2, 2], [1, 3]);
    const read = await store.db.selectFrom("tile").selectAll().orderBy("index").execute();
    assert.deepEqual(
      read.map((row) => [row.index, row.bytes[0]]),
      [
        [0, 1],
        [1, 3],
        [2, 2],
      ],
    );
  },
);

onEachDatabase("put without other columns than the key keeps what is there", async ({ create }) => {
  const store = await create();
  const columns = ["district", "origin", "size", "root", "checkpoint"] as const;
  await store.transaction((tx) => tx.insert("ledger", columns, [["D", "here", 5, "ab", ""]]));
  await store.transaction((tx) => tx.put("ledger", ["district", "size"], [])); // no rows, nothing asked
  await store.transaction((tx) => tx.put("ledger", columns, [["D", "there", 6, "cd", ""]]));
  assert.deepEqual(await store.db.selectFrom("ledger").select(["origin", "size"]).execute(), [
    { origin: "there", size: 6 },
  ]);
});

onEachDatabase("cells add up exactly, also far beyond what a double holds", async ({ create }) => {
  const store = await create();
  const add = (...rows: [breakdown: string, n: number, sum: bigint][]) =>
    store.transaction((tx) =>
      tx.addCells(rows.map(([breakdown, n, sum]) => ["D", "i", "01", 24240, breakdown, n, sum])),
    );
  await add(["a", 1, largest - 3n], ["b", 1, -largest], ["a", 1, 1n]);
  await add(["a", -3, 1n], ["a", 1, 1n], ["b", 2, -1n]);
  const read = await store.db
    .selectFrom("cell")
    .select(["breakdown", "n", sql<string>`cast("sum" as text)`.as("sum")])
    .orderBy("breakdown")
    .execute();
  assert.deepEqual(read, [
    { breakdown: "a", n: 0, sum: String(largest) },
    { breakdown: "b", n: 3, sum: String(-largest - 1n) },
  ]);
});

onEachDatabase("a sum that leaves 64 bits is refused, not rounded", async ({ create }) => {
  const store = await create();
  const add = (sum: bigint) =>
    store.transaction((tx) => tx.addCells([["D", "i", "01", 24240, "{}", 1, sum]]));
  await add(largest);
  await assert.rejects(add(1n));
  await assert.rejects(
    store.transaction((tx) => tx.insert("cell", cellColumns, [["D", "i", "02", 0, "", 0, largest + 1n]])),
  );
  const read = await store.db
    .selectFrom("cell")
    .select(["n", sql<string>`cast("sum" as text)`.as("sum")])
    .execute();
  assert.deepEqual(read, [{ n: 1, sum: String(largest) }]);
});

onEachDatabase("a whole number that a double does not hold is refused when read", async ({ create }) => {
  const store = await create();
  await store.transaction((tx) => tx.addCells([["D", "i", "01", 24240, "{}", 1, largest]]));
  await assert.rejects(store.db.selectFrom("cell").select("sum").execute(), /too large|exactly/);
});

onEachDatabase("a value of the wrong type is refused", async ({ create }) => {
  const store = await create();
  const wrong: (readonly unknown[])[] = [
    ["D", 1.5, "lead", "L", 0, new Uint8Array()],
    ["D", "one", "lead", "L", 0, new Uint8Array()],
    ["D", 1, null, "L", 0, new Uint8Array()],
    ["D", 1, "lead", undefined, 0, new Uint8Array()],
    ["D", 1, "lead", "L", 0, "text"],
    ["D", 1, "lead", "L", 0, null],
    ["D", 1, "lead", "L", 0],
    ["D", 1, "lead", 7, 0, new Uint8Array()],
    ["D", 2 ** 53, "lead", "L", 0, new Uint8Array()],
  ];
  for (const row of wrong) {
    await assert.rejects(
      store.transaction((tx) => tx.insert("entry", entryColumns, [row])),
      `took ${String(row)}`,
    );
  }
  assert.deepEqual(await positionsIn(store), []);
});

onEachDatabase("one record's version is entered once", async ({ create }) => {
  const store = await create();
  const again = ["D", 1, "lead", "L-0", 0, new Uint8Array()];
  await assert.rejects(
    store.transaction((tx) => tx.insert("entry", entryColumns, [entry(0), again])),
    /unique/i,
  );
});

onEachDatabase("pending rows get rising numbers that are never given again", async ({ create, open }) => {
  const store = await create();
  const append = (from: Store) =>
    from.transaction(async (tx) => {
      await tx.insert(
        "pending",
        ["district", "entries", "cells"],
        [
          ["D", new Uint8Array([1]), "[]"],
          ["E", new Uint8Array([2]), "[]"],
        ],
      );
      return (await tx.db.selectFrom("pending").select("id").orderBy("id").execute()).map((row) => row.id);
    });
  const first = await append(store);
  await store.transaction((tx) => tx.db.deleteFrom("pending").execute());
  await store.close();
  const second = await append(await open());
  assert.equal(new Set([...first, ...second]).size, 4);
  assert.ok(Math.min(...second) > Math.max(...first), `${second} after ${first}`);
});

onEachDatabase("many rows at once, and none", async ({ create }) => {
  const store = await create();
  const rows = Array.from({ length: 20_000 }, (_, position) => entry(position));
  await store.transaction(async (tx) => {
    await tx.insert("entry", entryColumns, []);
    await tx.put("entry", entryColumns, []);
    await tx.addCells([]);
    await tx.insert("entry", entryColumns, rows);
  });
  assert.equal((await positionsIn(store)).length, 20_000);
});

function entry(position: number): readonly unknown[] {
  return ["D", position, "lead", `L-${position}`, 0, new Uint8Array([position % 256])];
}

async function positionsIn(store: Store): Promise<number[]> {
  const rows = await store.db.selectFrom("entry").select("position").orderBy("position").execute();
  return rows.map((row) => row.position);
}
