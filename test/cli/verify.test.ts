import assert from "node:assert/strict";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { release } from "../../src/release/index.ts";
import { dongjie, records } from "../pack/records.ts";
import { reportingPack } from "../release/made-up-release.ts";
import { ledgerForFile } from "./for-file.ts";
import { huimou } from "./huimou.ts";

/** A ledger with two releases, as the program publishes them, and the first one's checkpoint as a reader kept it. */
const it = ledgerForFile(reportingPack, records, async (district, folder) => {
  const out = join(folder, "data", "public");
  await release(district, { out, program: "0.1.0" });
  await cp(join(out, "log", "checkpoint"), join(folder, "kept"));
  await district.append([
    {
      kind: "open",
      register: "income",
      record: "R0005",
      at: "2021-12-31",
      actor: "经办/统计局",
      fields: { place: dongjie, date: "2021-12-31", value: "9500" },
    },
  ]);
  await release(district, { out, program: "0.1.0" });
});

/** Flips the last bit of one byte, in the middle unless told. */
function flipped(bytes: Uint8Array, at: number = Math.floor(bytes.length / 2)): Uint8Array {
  return Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ 1 : byte));
}

/** Flips a bit in the bytes that a statement finds in a ledger's database, as somebody who can write to it could. */
const inDatabase = (table: "payload" | "entry" | "tile", where: string) => async (data: string) => {
  const database = new DatabaseSync(join(data, "ledger.sqlite"));
  const row = database.prepare(`select bytes from ${table} where ${where}`).get() as { bytes: Uint8Array };
  const { changes } = database
    .prepare(`update ${table} set bytes = ? where ${where}`)
    .run(flipped(row.bytes));
  database.close();
  assert.equal(changes, 1);
};

const statement = (sql: string) => async (data: string) => {
  const database = new DatabaseSync(join(data, "ledger.sqlite"));
  const { changes } = database.prepare(sql).run();
  database.close();
  assert.equal(changes, 1);
};

/** Flips the bit of a published file's byte behind some text; in the middle without one. `N` is the log's size. */
const inFile = (path: string, behind?: string) => async (data: string) => {
  const [, size = ""] = (await readFile(join(data, "public", "log", "checkpoint"), "utf8")).split("\n");
  const file = join(data, "public", path.replace("N", size));
  const bytes = await readFile(file);
  const at = behind === undefined ? undefined : bytes.indexOf(behind) + Buffer.byteLength(behind);
  await writeFile(file, flipped(bytes, at));
};

/** Each of these flips one byte, or one digit: where, and what `verify` says first of it. */
const attacks: Readonly<
  Record<string, readonly [attack: (data: string) => Promise<void>, place: "" | "public", said: RegExp]>
> = {
  "an entry's payload": [
    inDatabase("payload", "rowid = (select min(rowid) from payload)"),
    "",
    /^record:tip:\S+:0: the sealed values .*\[ledger\.payload-damaged\]\n$/,
  ],
  "an entry": [
    inDatabase("entry", "register = 'work' and version = 0 and record = 'W0003'"),
    "",
    /^entry:\d+(:\w+)?: .*\[(verify|ledger)\.entry-\S+\]\n$/,
  ],
  "a record's state": [
    statement("update record set state = 'started' where record = 'W0001'"),
    "",
    /^record:work:W0001:state: the record's state is not what its entries give .*\[verify\.record-altered\]\n$/,
  ],
  "a cell": [
    statement(`update cell set n = n + 1 where (indicator, area, month, breakdown) =
      (select indicator, area, month, breakdown from cell where indicator = 'work.planned' limit 1)`),
    "",
    /^cell:work\.planned:.*the cell holds .*; the entries give .*\[verify\.cell-altered\]\n$/,
  ],
  "a tile in the database": [
    inDatabase("tile", "level = 0"),
    "",
    /the ledger of \d+ entries records the root .*\[ledger\.root-altered\]\n$/,
  ],
  "a published tile": [
    inFile("log/tile/0/000.p/N"),
    "public",
    /^tile\/0\/000\.p\/\d+: .*\[ledger\.tile-changed\]\n$|^checkpoint: .*\[ledger\.root-mismatch\]\n$/,
  ],
  "the checkpoint": [
    inFile("log/checkpoint", "\n"),
    "public",
    /^checkpoint: the signature of yunling\.example\S+ .* was changed after signing .*\[ledger\.signature-wrong\]\n$/,
  ],
  "an observation on a page": [
    inFile("figures/work.planned/index.html", ">"),
    "public",
    /^figures\/work\.planned\/index\.html: the file is not the one that the manifest lists .*\[verify\.file-altered\]\n$/,
  ],
  "the edition": [
    inFile("data/edition.json", '"value":"'),
    "public",
    /^data\/edition\.json: .*\[verify\.file-altered\]\n$/,
  ],
};

for (const [i, [what, [attack, place, said]]] of Object.entries(attacks).entries())
  test(`tampering is found and named: one byte of ${what}`, async () => {
    const data = await it.copy(`attacked-${i}`);
    await attack(data);
    const { code, out, err } = await huimou(["verify", join(data, place)]);
    assert.match(err, said);
    assert.equal(code, 1);
    assert.doesNotMatch(out, /everything matches/);
  });

test("what nobody changed is verified from its files, its key and an older checkpoint, in either language", async () => {
  const key = (await readFile(join(it.data, "public", "log", "vkey"), "utf8")).trim();
  const place = join(it.data, "public");
  const [ledger, zh, json] = await Promise.all([
    huimou(["verify", it.data]),
    huimou(["verify", place], { language: "zh" }),
    huimou(["verify", place, "--json", "--key", key, "--since", join(it.folder, "kept")]),
  ]);
  assert.match(
    ledger.out,
    /^ {2}entries +\d+\n {2}records +15\n {2}cells +\d+\n {2}releases +2\n(.*\n)*everything matches\n$/,
  );
  const widths = ledger.out
    .split("\n")
    .slice(0, 4)
    .map((line) => line.length);
  assert.equal(new Set(widths).size, 1, "numbers end under each other");
  assert.match(ledger.err, /^✓ verifying {2}\d+\.\d s\n$/);
  assert.match(zh.out, /^ {2}条目 .*\n {2}哈希块 .*\n.*公钥取自发布本身：yunling\.example.*\n全部相符\n$/s);
  const { checked, issue, sealed, pagesRebuilt, verifierKey } = JSON.parse(json.out);
  assert.deepEqual([issue, pagesRebuilt, verifierKey, json.code], [null, true, key, 0]);
  assert.ok(checked.entries > 40 && checked.files > 80 && sealed > 0);
});

test("what cannot be verified is told with place and cure", async () => {
  const place = join(it.data, "public");
  const asked = [
    [1, /^\S*nowhere: this is no release: it has no manifest\.json → .*\[cli\.release-missing\]/, "nowhere"],
    [
      1,
      /^http:\/\/localhost:1\/log\/vkey: the address cannot be reached .*\[cli\.address-unreachable\]/,
      "http://localhost:1",
    ],
    [1, /^kept-not: there is no such file .*\[cli\.file-missing\]/, place, "--since", "kept-not"],
    [1, /^--key: this is no verifier key .*\[ledger\.verifier-key-malformed\]/, place, "--key", "nonsense"],
    [2, /^--key: it has no meaning here.*\[cli\.option-unfit\]/, it.data, "--key", "nonsense"],
    [2, /^verify: the argument <place> is missing/],
  ] as const;
  const answers = await Promise.all(asked.map(([, , ...words]) => huimou(["verify", ...words])));
  for (const [i, [code, said]] of asked.entries()) {
    assert.match(answers[i]?.err ?? "", said);
    assert.deepEqual([answers[i]?.code, answers[i]?.out], [code, ""], answers[i]?.err);
  }
});
