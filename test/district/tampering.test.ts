import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { type District, verifyLedger } from "../../src/district/index.ts";
import { type Issue, IssueError } from "../../src/issue/index.ts";
import { encodeEntry } from "../../src/ledger/index.ts";
import type { Schema, StoreTransaction } from "../../src/ledger/store/index.ts";
import type { Action } from "../../src/registers/index.ts";
import { logOf, type MadeUpDistrict, onEachStore } from "./made-up-district.ts";

const facts = { at: "2020-03-01", actor: "经办/发改局" } as const;
const road = { village: "999900100201", kind: "road", planned: "10.00", start: "2020-03-01" };
const home = { home: "999900100201", since: "2020-02-17", members: 3, urgent: true };

/** Enough that the log has a full tile; the records that are tampered with come last. */
const actions: readonly Action[] = [
  ...Array.from(
    { length: 300 },
    (_, i): Action => ({
      ...facts,
      kind: "open",
      register: "work",
      record: `W${String(i + 1).padStart(4, "0")}`,
      fields: road,
    }),
  ),
  { ...facts, kind: "advance", register: "work", record: "W0001", to: "started" },
  { ...facts, kind: "open", register: "care", record: "C0001", fields: home },
  { ...facts, kind: "open", register: "care", record: "C0002", fields: home },
];

/** What an attacker who can write to the database does. */
type Attack = (tx: StoreTransaction, district: District) => Promise<unknown>;

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  return Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ 1 : byte));
}

/** Flips one bit of the byte in the middle of some rows' bytes. */
async function flip(
  tx: StoreTransaction,
  table: "entry" | "payload" | "tile",
  where: Readonly<Record<string, unknown>>,
) {
  const wheres = Object.entries(where).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  const condition = sql.join(wheres, sql` and `);
  const { rows } = await sql<{
    bytes: Uint8Array;
  }>`select bytes from ${sql.table(table)} where ${condition}`.execute(tx.db);
  const [row] = rows;
  assert.ok(row !== undefined && rows.length === 1);
  const bytes = Buffer.from(flipped(row.bytes, Math.floor(row.bytes.length / 2)));
  await sql`update ${sql.table(table)} set bytes = ${bytes} where ${condition}`.execute(tx.db);
}

/** Puts other text for some in a column of the rows of one record, or of all rows. */
const replace =
  <T extends keyof Schema & string>(
    table: T,
    column: keyof Schema[T] & string,
    from: string,
    to: string,
  ): Attack =>
  async (tx) => {
    const { numAffectedRows } = await sql`
      update ${sql.table(table)} set ${sql.ref(column)} = replace(${sql.ref(column)}, ${from}, ${to})
      where ${sql.ref(column)} like ${`%${from}%`}`.execute(tx.db);
    assert.ok((numAffectedRows ?? 0n) > 0n, `${table}.${column} holds ${from}`);
  };

const run =
  (statement: string): Attack =>
  async (tx) => {
    const { numAffectedRows } = await sql.raw(statement).execute(tx.db);
    assert.ok((numAffectedRows ?? 0n) > 0n, statement);
  };

const attacks: Readonly<Record<string, readonly [attack: Attack, found: RegExp]>> = {
  "a byte of an entry": [
    (tx) => flip(tx, "entry", { position: 200 }),
    /^(verify\.entry-altered|ledger\.entry-\S+) entry 200/,
  ],
  "an entry put in another's words": [
    async (tx, district) => {
      const { entry } = (await logOf(district))[200] as { entry: Parameters<typeof encodeEntry>[0] };
      const bytes = Buffer.from(encodeEntry({ ...entry, actor: "经办/财政局" }));
      await tx.db.updateTable("entry").set({ bytes }).where("position", "=", 200).execute();
    },
    /^verify\.entry-altered entry 200$/,
  ],
  "two entries swapped": [
    async (tx, district) => {
      const [one, other] = (await district.store.db
        .selectFrom("entry")
        .select("bytes")
        .where("position", "in", [200, 201])
        .orderBy("position")
        .execute()) as [{ bytes: Uint8Array }, { bytes: Uint8Array }];
      await tx.db.updateTable("entry").set({ bytes: other.bytes }).where("position", "=", 200).execute();
      await tx.db.updateTable("entry").set({ bytes: one.bytes }).where("position", "=", 201).execute();
    },
    /^verify\.entry-altered entry 200$/,
  ],
  "an entry removed": [run("delete from entry where position = 200"), /^verify\.entry-missing entry 200$/],
  "the last entry removed": [
    run("delete from entry where position = (select max(position) from entry)"),
    /^verify\.entry-missing entry \d+$/,
  ],
  "an entry filed under another record": [
    run("update entry set record = 'W9999' where register = 'work' and record = 'W0002'"),
    /^verify\.entry-misfiled entry \d+ record$/,
  ],
  "an entry filed under another register": [
    run("update entry set register = 'income' where register = 'work' and record = 'W0002'"),
    /^verify\.entry-misfiled entry \d+ register$/,
  ],
  "an entry filed under another version": [
    run("update entry set version = 7 where register = 'work' and record = 'W0001' and version = 1"),
    /^verify\.entry-misfiled entry \d+ version$/,
  ],
  "a byte of sealed values": [
    (tx) => flip(tx, "payload", { register: "care", record: sealedRecord }),
    /^ledger\.payload-damaged record care \S+ 0$/,
  ],
  "sealed values removed": [
    run("delete from payload where register = 'care'"),
    /^verify\.payload-lost record care /,
  ],
  "sealed values of another record": [
    async (tx, district) => {
      const [one, other] = await district.store.db
        .selectFrom("payload")
        .selectAll()
        .orderBy("record")
        .execute();
      assert.ok(one !== undefined && other !== undefined);
      await tx.db
        .updateTable("payload")
        .set({ bytes: other.bytes })
        .where("record", "=", one.record)
        .execute();
    },
    /^ledger\.payload-damaged record care /,
  ],
  "a record's state": [
    run("update record set state = 'accepted' where record = 'W0001'"),
    /^verify\.record-altered record work W0001 state$/,
  ],
  "a record's version": [
    run("update record set version = 3 where record = 'W0001'"),
    /^verify\.record-altered record work W0001 version$/,
  ],
  "a record's sum": [
    async (tx) => {
      await sql`update record set body = replace(body, '10.00', '90.00') where record = 'W0002'`.execute(
        tx.db,
      );
    },
    /^verify\.record-altered record work W0002 planned$/,
  ],
  "a record's withdrawal": [
    run("update record set gone = 1 where record = 'W0003'"),
    /^verify\.record-altered record work W0003 gone$/,
  ],
  "a record removed": [
    run("delete from record where record = 'W0003'"),
    /^verify\.record-missing record work W0003$/,
  ],
  "a record that no entry made": [
    run(
      "insert into record select district, register, 'W9999', version, gone, state, at, body from record where record = 'W0003'",
    ),
    /^verify\.record-foreign record work W9999$/,
  ],
  "a cell's count": [
    run("update cell set n = n + 1 where indicator = 'work.planned' and area = '999900100000'"),
    /^verify\.cell-altered cell work\.planned 999900100000 2020-03 /,
  ],
  "a cell's sum": [
    run("update cell set sum = sum - 1 where indicator = 'work.investment' and area = '999900000000'"),
    /^verify\.cell-altered cell work\.investment 999900000000 2020-03 /,
  ],
  "a cell removed": [
    run("delete from cell where indicator = 'care.applied'"),
    /^verify\.cell-altered cell care\.applied /,
  ],
  "a cell that no entry made": [
    run(
      "insert into cell select district, 'tip.received', area, month, breakdown, n, sum from cell where indicator = 'care.applied'",
    ),
    /^verify\.cell-altered cell tip\.received /,
  ],
  "a byte of a full tile": [
    (tx) => flip(tx, "tile", { level: 0, index: 0 }),
    /^verify\.entry-altered entry 128$/,
  ],
  "a byte of a partial tile": [(tx) => flip(tx, "tile", { level: 0, index: 1 }), /^ledger\.root-altered$/],
  "a byte of a tile of hashes of tiles": [
    (tx) => flip(tx, "tile", { level: 1, index: 0 }),
    /^ledger\.root-altered$/,
  ],
  "a tile removed": [
    run("delete from tile where level = 0 and index = 0".replace("index", '"index"')),
    /^verify\.entry-altered entry 0$/,
  ],
  "the root": [
    run("update ledger set root = (case when root like '0%' then '1' else '0' end) || substr(root, 2)"),
    /^ledger\.root-altered$/,
  ],
  "where a register's entries stand": [
    run("update run set last = last - 1 where register = 'work' and last > first"),
    /^verify\.run-altered run \d+$/,
  ],
  "the tree's size": [run("update ledger set size = size - 1"), /^ledger\.(root-altered|shortened)$/],
  "the checkpoint's size": [
    replace("ledger", "checkpoint", "\n3", "\n2"),
    /^ledger\.signature-wrong database checkpoint/,
  ],
  "a declaration": [
    replace("definition", "body", '"work.accepted"', '"work.planned"'),
    /^district\.definition-altered /,
  ],
  "a declaration removed": [
    run("delete from definition where name = 'work.accepted'"),
    /^district\.definition-altered /,
  ],
};

let sealedRecord = "";

for (const [what, [attack, found]] of Object.entries(attacks))
  onEachStore(`found by verify: ${what}`, async (it) => {
    await madeUp(it);
    await it.district.store.transaction((tx) => attack(tx, it.district));
    assert.match(await verdict(it), found);
  });

onEachStore("found by verify: the checkpoint that is kept with the keys", async (it) => {
  await madeUp(it);
  const file = join(it.directory, "keys", "checkpoint");
  const note = await readFile(file, "utf8");
  await writeFile(file, note.replace(/\n\d+\n/, "\n17\n"));
  assert.match(await verdict(it), /^ledger\.signature-wrong keys checkpoint/);
});

onEachStore("nothing is found where nothing was changed", async (it) => {
  await madeUp(it);
  assert.equal(await verdict(it), "whole");
});

async function madeUp({ district }: MadeUpDistrict): Promise<void> {
  assert.deepEqual((await district.append(actions)).issues, []);
  sealedRecord = district.seals.recordKey("care", "C0001");
  await district.ledger.checkpoint((await district.ledger.head()).size);
}

/** What somebody is told who opens the ledger and verifies it. */
async function verdict({ open }: MadeUpDistrict): Promise<string> {
  try {
    const { issue } = await verifyLedger(await open());
    return issue === null ? "whole" : shown(issue);
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return shown(error.issues[0] as Issue);
  }
}

function shown({ code, path }: Issue): string {
  return [code, ...path].join(" ");
}
