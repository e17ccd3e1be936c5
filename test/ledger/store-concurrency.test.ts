import assert from "node:assert/strict";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { sql } from "kysely";
import pg from "pg";
import { IssueError } from "../../src/issue/index.ts";
import {
  createPostgres,
  openPostgres,
  openSqlite,
  type StoreTransaction,
} from "../../src/ledger/store/index.ts";
import { postgresUrl } from "../environment.ts";
import { appendOne, assertWholeAppends, beginLedger, startWriting } from "./appending.ts";
import { inPostgres, inSqlite, onEachDatabase } from "./place.ts";

onEachDatabase(
  "writers in one process and over two stores take turns without gaps",
  async ({ create, open }) => {
    const stores = [await create(), await open()];
    await beginLedger(stores[0] as (typeof stores)[0]);
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      const store = stores[writer % 2] as (typeof stores)[0];
      for (let count = 0; count < 10; count++) await appendOne(store, `w${writer}`, count);
    });
    await Promise.all(writers);
    assert.equal(await assertWholeAppends(stores[1] as (typeof stores)[0]), 80);
  },
);

onEachDatabase("several processes take turns without gaps", async ({ create, location }) => {
  const store = await create();
  await beginLedger(store);
  const processes = ["a", "b", "c"].map((writer) => startWriting(location, writer, 30));
  const positions: number[] = [];
  for (const child of processes) {
    if (child.stdout !== null) {
      createInterface(child.stdout).on("line", (line) => positions.push(Number(line)));
    }
  }
  const codes = await Promise.all(processes.map((child) => once(child, "close")));
  assert.deepEqual(
    codes.map(([code]) => code),
    [0, 0, 0],
  );
  assert.equal(await assertWholeAppends(store), 90);
  assert.deepEqual(
    positions.sort((a, b) => a - b),
    Array.from({ length: 90 }, (_, position) => position),
  );
});

onEachDatabase("cells that many transactions add to at once lose nothing", async ({ create, open }) => {
  const stores = [await create(), await open()];
  const months = Array.from({ length: 50 }, (_, month) => month);
  const adding = Array.from({ length: 20 }, (_, number) =>
    stores[number % 2]?.transaction(async (tx) => {
      // in opposite orders, so that carelessly taken locks would wait for each other
      const order = number % 3 === 0 ? months : months.toReversed();
      await tx.addCells(order.map((month) => ["D", "i", "01", month, "{}", 1, BigInt(month)] as const));
    }),
  );
  await Promise.all(adding);
  const cells = await stores[0]?.db
    .selectFrom("cell")
    .select(["month", "n", "sum"])
    .orderBy("month")
    .execute();
  assert.deepEqual(
    cells,
    months.map((month) => ({ month, n: 20, sum: 20 * month })),
  );
});

test("postgres: districts do not wait for each other", () =>
  inPostgres(async ({ create, open }) => {
    const [first, second] = [await create(), await open()];
    await first.transaction((tx) =>
      tx.insert(
        "ledger",
        ["district", "origin", "size", "root", "checkpoint"],
        [
          ["D", "o", 0, "", ""],
          ["E", "o", 0, "", ""],
        ],
      ),
    );
    await first.transaction(async (tx) => {
      await tx.lockDistrict("D");
      await second.transaction((other) => other.lockDistrict("E"));
    });
  }));

test("sqlite: a writer that waits too long is told that another one is at work", () =>
  inSqlite(async ({ create, location }) => {
    const first = await create();
    const second = await openSqlite(location, { patience: 0 });
    await first.transaction(async () => {
      await assert.rejects(
        second.transaction(async () => {}),
        (error) => error instanceof IssueError && error.issues[0]?.code === "store.busy",
      );
    });
    await second.transaction(async () => {});
    await second.close();
  }));

test("sqlite: a commit is on the disk when it returns", () =>
  inSqlite(async ({ create }) => {
    const store = await create();
    await store.transaction(async ({ db }) => {
      assert.deepEqual((await sql`pragma journal_mode`.execute(db)).rows, [{ journal_mode: "wal" }]);
      assert.deepEqual((await sql`pragma synchronous`.execute(db)).rows, [{ synchronous: 2 }]);
    });
  }));

test("postgres: a commit is on the disk when it returns, though the server is told not to wait", async () => {
  const url = await postgresUrl();
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`alter database ${client.database} set synchronous_commit to off`);
  await client.end();
  await (await createPostgres(url)).close();
  const store = await openPostgres(url);
  const { rows } = await store.transaction(({ db }) => sql`show synchronous_commit`.execute(db));
  assert.deepEqual(rows, [{ synchronous_commit: "on" }]);
  await store.close();
});

test("postgres: a connection that breaks is told as such, nothing of its transaction is left, and the next one goes on", async () => {
  const url = await postgresUrl();
  const store = await createPostgres(url);
  const other = new pg.Client(url);
  await other.connect();
  const insert = (tx: StoreTransaction, district: string) =>
    tx.insert("ledger", ["district", "origin", "size", "root", "checkpoint"], [[district, "o", 0, "", ""]]);
  // its own connection is ended, as a server that is shut down does it
  const broken = store.transaction(async (tx) => {
    await insert(tx, "D");
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.db);
    await other.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
    await insert(tx, "E");
  });
  await assert.rejects(
    broken,
    (error) => error instanceof IssueError && error.issues[0]?.code === "store.connection-lost",
  );
  await store.transaction((tx) => insert(tx, "F"));
  assert.deepEqual(await store.db.selectFrom("ledger").select("district").execute(), [{ district: "F" }]);
  await other.end();
  await store.close();
});

test("sqlite: a disk that is full is told as such, nothing of the transaction is left, and the next one goes on", () =>
  inSqlite(async ({ create }) => {
    const store = await create();
    const insert = (tx: StoreTransaction, district: string, origin: string) =>
      tx.insert(
        "ledger",
        ["district", "origin", "size", "root", "checkpoint"],
        [[district, origin, 0, "", ""]],
      );
    const full = store.transaction(async (tx) => {
      // SQLite's own limit, which it tells as it tells a full disk
      await sql`pragma max_page_count = 60`.execute(tx.db);
      await insert(tx, "D", "o");
      await insert(tx, "E", "o".repeat(1_000_000));
    });
    await assert.rejects(
      full,
      (error) => error instanceof IssueError && error.issues[0]?.code === "store.disk-full",
    );
    await store.transaction((tx) => insert(tx, "F", "o"));
    assert.deepEqual(await store.db.selectFrom("ledger").select("district").execute(), [{ district: "F" }]);
  }));
