import assert from "node:assert/strict";
import { chmod, cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { postgresUrl } from "../environment.ts";
import { records } from "../pack/records.ts";
import { writePack } from "../pack/write-pack.ts";
import { reportingPack } from "../release/made-up-release.ts";
import { ledgerForFile } from "./for-file.ts";
import { huimou, type Setting } from "./huimou.ts";

const it = ledgerForFile(reportingPack, records);
/** Another ledger of the same district, with keys of its own. */
const other = ledgerForFile(reportingPack);

type Refusal = readonly [code: number, said: RegExp, words: readonly string[], setting?: Setting];

/** Runs every command, and holds its exit code and what it says against what is expected; nothing is printed. */
async function allRefused(refusals: readonly Refusal[]): Promise<void> {
  const answers = await Promise.all(refusals.map(([, , words, setting]) => huimou(words, setting)));
  for (const [i, [code, said]] of refusals.entries()) {
    assert.match(answers[i]?.err ?? "", said);
    assert.deepEqual([answers[i]?.code, answers[i]?.out], [code, ""], answers[i]?.err);
    assert.equal(answers[i]?.err.trimEnd().split("\n").length, 1, "in one line");
  }
}

/** A copy of the ledger's data directory that something was done to. */
async function damaged(name: string, work: (data: string) => Promise<unknown>): Promise<string> {
  const data = await it.copy(name);
  await work(data);
  return data;
}

const withSettings = (change: (text: string) => string) => async (data: string) => {
  const file = join(data, "huimou.json");
  await writeFile(file, change(await readFile(file, "utf8")));
};

test("init says whose ledger it made and its key; where it cannot, why, and nothing is left behind", async () => {
  const pack = join(it.folder, "pack");
  const at = (name: string) => join(it.folder, "init", name);
  await mkdir(at(""));
  await writeFile(at("file"), "");
  const zh = await huimou(["init", pack, "--data", at("new")], { language: "zh" });
  assert.match(
    zh.out,
    /^已为云岭区（999900）建账：\S+new，\d+ 项定义生效\n核验公钥（请公布并另行保存）：yunling\.example\S+\n$/,
  );
  await writePack(at("broken"), "throw new Error('half written');");
  await mkdir(at("half/keys"), { recursive: true });
  await writeFile(at("half/keys/signing.pem"), "");
  await allRefused([
    [1, /new holds a ledger already → .*\[district\.exists\]/, ["init", pack, "--data", at("new")]],
    [1, /nowhere is no pack: it has no pack\.ts → .*districts/, ["init", at("nowhere"), "--data", at("a")]],
    [
      1,
      /pack\.ts: the pack in .* half written → .*\[district\.pack-broken\]/,
      ["init", at("broken"), "--data", at("a")],
    ],
    [1, /file: it is a file where a directory .*\[cli\.file-kind\]/, ["init", pack, "--data", at("file")]],
    [1, /keys: the keys folder has files .*an init that did not end/, ["init", pack, "--data", at("half")]],
    [
      1,
      /^DATABASE_URL: this is no address of PostgreSQL → write postgres:\/\/.*\[district\.database-address\]/,
      ["init", pack, "--data", at("a")],
      { databaseUrl: "mysql://user:secret@host/x" },
    ],
    [
      1,
      /^postgres:\/\/u:\*\*\*@localhost:1\/x\S*: PostgreSQL cannot be reached .*\[store\.unreachable\]/,
      ["init", pack, "--data", at("a")],
      { databaseUrl: "postgres://u:secret@localhost:1/x" },
    ],
    [1, /a: there is no ledger|there is no ledger in \S*a → /, ["indicators", "--data", at("a")]],
  ]);
});

test("a ledger in PostgreSQL is made once in a schema, and opened by who names its database", async () => {
  const databaseUrl = await postgresUrl();
  const at = (name: string) => join(it.folder, name);
  const init = (name: string) => ["init", join(it.folder, "pack"), "--data", at(name), "--json"];
  const made = await huimou(init("pg"), { databaseUrl });
  assert.deepEqual(Object.keys(JSON.parse(made.out)), ["district", "origin", "verifierKey", "entries"]);
  const zero = ["indicators", "work.planned", "--json", "--data", at("pg")];
  assert.equal(JSON.parse((await huimou(zero, { databaseUrl })).out)[0].value, "0");
  await allRefused([
    [1, /schema=huimou: there is a ledger here already.*\[store\.exists\]/, init("pg2"), { databaseUrl }],
    [1, /^the ledger is kept in PostgreSQL.*DATABASE_URL.*\[district\.database-missing\]/, zero],
    [
      1,
      /schema=nowhere: there is no ledger here.*\[store\.missing\]/,
      zero,
      { databaseUrl: `${databaseUrl}&schema=nowhere` },
    ],
  ]);
});

test("a data directory that is damaged, or put together from two, is refused with what is wrong and its cure", async () => {
  const cases: readonly [said: RegExp, work: (data: string) => Promise<unknown>][] = [
    [
      /huimou\.json: it cannot be read \(.*JSON.*\) → restore .*\[district\.settings-unreadable\]/,
      withSettings((it) => it.slice(1)),
    ],
    [
      /huimou\.json: it cannot be read \(store: .*\) → restore/,
      withSettings((it) => it.replace("sqlite", "oracle")),
    ],
    [/ledger\.sqlite: there is no ledger here/, (data) => rm(join(data, "ledger.sqlite"))],
    [
      /ledger\.sqlite: the file is not an SQLite database/,
      (data) => writeFile(join(data, "ledger.sqlite"), "x".repeat(5000)),
    ],
    [/keys: the keys folder lacks data\.key → /, (data) => rm(join(data, "keys", "data.key"))],
    [
      /signing\.pem: its mode is 644: .*chmod 600 .*\[ledger\.keys-mode\]/,
      (data) => chmod(join(data, "keys", "signing.pem"), 0o644),
    ],
    [
      /^(keys|database):checkpoint: .*signed with other keys.*\[ledger\.keys-other\]/,
      async (data) => {
        await rm(join(data, "keys"), { recursive: true });
        await cp(join(other.data, "keys"), join(data, "keys"), { recursive: true });
      },
    ],
    [
      /^(keys|database):checkpoint: .*signed with other keys.*\[ledger\.keys-other\]/,
      (data) => cp(join(other.data, "ledger.sqlite"), join(data, "ledger.sqlite")),
    ],
  ];
  const places = await Promise.all(cases.map(([, work], i) => damaged(`damaged-${i}`, work)));
  await allRefused(cases.map(([said], i) => [1, said, ["indicators", "--data", places[i] ?? ""]]));
});

test("without its pack, or while the author is at work on it, everything but a release goes on", async () => {
  const broken = await writePack(join(it.folder, "at-work"), "export default definePack({");
  const data = await damaged(
    "at-work-data",
    withSettings((it) => it.replace('"../pack"', '"../at-work"')),
  );
  const moved = await damaged(
    "moved",
    withSettings((it) => it.replace('"../pack"', '"../nowhere"')),
  );
  const income = ["R0009", "place=999900001000", "date=2021-12-31", "value=9500", "--at", "2021-12-31"];
  for (const place of [data, moved]) {
    const { code, err } = await huimou(["append", "income", ...income, "--actor", "经办", "--data", place]);
    assert.equal(code, 0, err);
  }
  await allRefused([
    [
      1,
      new RegExp(`^${broken}/pack\\.ts: the pack in .*\\[district\\.pack-broken\\]`),
      ["release", "--data", data],
    ],
    [1, /nowhere is no pack: it has no pack\.ts/, ["release", "--data", moved]],
    [
      1,
      /nowhere is no pack: it has no pack\.ts/,
      ["define", "--reason", "x", "--actor", "y", "--data", moved],
    ],
  ]);
});
