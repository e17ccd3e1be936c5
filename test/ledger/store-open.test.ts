import assert from "node:assert/strict";
import { readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { type IssueCode, IssueError } from "../../src/issue/index.ts";
import {
  createPostgres,
  createSqlite,
  createStore,
  openPostgres,
  openSqlite,
  openStore,
} from "../../src/ledger/store/index.ts";
import { refuseServer } from "../../src/ledger/store/postgres.ts";
import { postgresUrl } from "../environment.ts";
import { inFolder, onEachDatabase } from "./place.ts";

onEachDatabase("opening what was never created is refused", async ({ open }) => {
  await refusal(open(), "store.missing");
});

onEachDatabase("creating twice is refused, and what is there stays", async ({ create, open }) => {
  const store = await create();
  await store.transaction((tx) =>
    tx.insert("ledger", ["district", "origin", "size", "root", "checkpoint"], [["D", "o", 0, "", ""]]),
  );
  await store.close();
  await refusal(create(), "store.exists");
  assert.equal((await (await open()).db.selectFrom("ledger").selectAll().execute()).length, 1);
});

onEachDatabase("a district's sequencer can only be locked where the district is", async ({ create }) => {
  const store = await create();
  await refusal(
    store.transaction((tx) => tx.lockDistrict("D")),
    "store.district-unknown",
  );
});

test("opening a missing file makes none", () =>
  inFolder(async (folder) => {
    await refusal(openSqlite(join(folder, "ledger.db")), "store.missing", join(folder, "ledger.db"));
    assert.deepEqual(await readdir(folder), []);
  }));

test("a new file is its owner's alone", () =>
  inFolder(async (folder) => {
    const store = await createSqlite(join(folder, "ledger.db"));
    await store.transaction((tx) => tx.addCells([]));
    for (const name of await readdir(folder)) {
      assert.equal((await stat(join(folder, name))).mode & 0o777, 0o600, name);
    }
    await store.close();
  }));

test("a file name with the signs of an address in it is a file name", () =>
  inFolder(async (folder) => {
    const file = join(folder, "a?mode=memory#b%20c 台账.db");
    await (await createSqlite(file)).close();
    await (await openSqlite(file)).close();
    assert.deepEqual(await readdir(folder), ["a?mode=memory#b%20c 台账.db"]);
  }));

test("a file left empty by a crash can still be created, but not opened", () =>
  inFolder(async (folder) => {
    const file = join(folder, "ledger.db");
    await writeFile(file, "");
    await refusal(openSqlite(file), "store.missing", file);
    await (await createSqlite(file)).close();
    await (await openSqlite(file)).close();
  }));

test("a file that is no database is refused", () =>
  inFolder(async (folder) => {
    const file = join(folder, "ledger.db");
    await writeFile(file, "register,record\nlead,L-1\n".repeat(100));
    await refusal(openSqlite(file), "store.not-a-database", file);
    await refusal(createSqlite(file), "store.not-a-database", file);
  }));

test("a folder where nothing can be made is refused", () =>
  inFolder(async (folder) => {
    await refusal(createSqlite(join(folder, "no", "ledger.db")), "store.unopenable");
    await refusal(openSqlite(folder), "store.unopenable", folder);
  }));

onEachDatabase("tables of another version are refused", async ({ create, open, run }) => {
  await (await create()).close();
  await run("update format set version = 2");
  await refusal(open(), "store.version");
  await run("delete from format");
  await refusal(open(), "store.version");
});

onEachDatabase("somebody else's tables are neither opened nor added to", async ({ create, open, run }) => {
  await (await create()).close();
  await run("drop table format");
  await refusal(open(), "store.foreign");
  await refusal(create(), "store.foreign");
});

test("a server that is not there, or does not let us in, is refused without telling the password", async () => {
  const nobodyThere = "postgres://clerk:secret@127.0.0.1:1/ledger";
  await refusal(openPostgres(nobodyThere), "store.unreachable");
  await refusal(createPostgres(nobodyThere), "store.unreachable");
  await assert.rejects(openPostgres(nobodyThere), (error: Error) => !error.message.includes("secret"));
  const noSuchDatabase = new URL(await postgresUrl());
  noSuchDatabase.pathname = "/nowhere";
  await refusal(openPostgres(noSuchDatabase.href), "store.unreachable");
});

test("a server that is too old, or would lose what it acknowledged, is refused", async () => {
  refuseServer("here", 15, { fsync: "on", full_page_writes: "on" });
  const judge = async (...server: Parameters<typeof refuseServer>) => refuseServer(...server);
  await refusal(judge("here", 14, { fsync: "on" }), "store.server-too-old", "here");
  await refusal(judge("here", 15, { fsync: "off" }), "store.not-durable", "here");
  await refusal(judge("here", 15, { fsync: "on", full_page_writes: "off" }), "store.not-durable", "here");
});

test("a location is an address of PostgreSQL or the path of a file", () =>
  inFolder(async (folder) => {
    const places = [`${await postgresUrl()}&schema=somewhere`, join(folder, "ledger.db")];
    for (const [index, place] of places.entries()) {
      await refusal(openStore(place), "store.missing");
      await (await createStore(place)).close();
      const store = await openStore(place);
      assert.equal(store.kind, ["postgres", "sqlite"][index]);
      await store.close();
    }
  }));

test("a ledger in memory reads, writes and rolls back, and is gone when closed", async () => {
  const store = await createSqlite(":memory:");
  await store.transaction((tx) => tx.addCells([["D", "i", "01", 24240, "{}", 1, 2n]]));
  await assert.rejects(
    store.transaction(async (tx) => {
      await tx.addCells([["D", "i", "01", 24240, "{}", 1, 2n]]);
      await assert.rejects(store.db.selectFrom("cell").selectAll().execute(), /inside a transaction/);
      throw new Error("no");
    }),
    /no/,
  );
  await assert.rejects(store.db.deleteFrom("cell").execute(), /readonly/);
  assert.deepEqual(await store.db.selectFrom("cell").select(["n", "sum"]).execute(), [{ n: 1, sum: 2 }]);
  await store.close();
  await refusal(openSqlite(":memory:"), "store.missing", ":memory:");
});

async function refusal(act: Promise<unknown>, code: IssueCode, location?: string): Promise<void> {
  await assert.rejects(act, (error: unknown) => {
    assert.ok(error instanceof IssueError, String(error));
    assert.equal(error.issues[0]?.code, code);
    if (location !== undefined) assert.deepEqual(error.issues[0]?.path, [location]);
    return true;
  });
}
