import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { csvText, entryTable } from "../../src/exchange/index.ts";
import type { Observation } from "../../src/indicators/index.ts";
import { postgresUrl } from "../environment.ts";
import { inFolder } from "../ledger/place.ts";
import { pack } from "../pack/pack.ts";
import { dongjie, records } from "../pack/records.ts";
import { contentsOf, reportingPack } from "../release/made-up-release.ts";
import { type Ended, ended, huimou, lineWith, running } from "./huimou.ts";

const stores = [
  ["sqlite", async () => undefined],
  ["postgres", postgresUrl],
] as const;

for (const [store, location] of stores)
  test(`${store}: from a pack and files of rows to a signed site that anybody verifies by its address`, () =>
    inFolder(async (folder) => journey(folder, await location())));

/** What a district's office does, one command after the other; every claim stands by the command that shows it. */
async function journey(folder: string, databaseUrl: string | undefined): Promise<void> {
  const at = (name: string) => join(folder, name);
  const run = async (...words: string[]) => fine(await huimou(words, { databaseUrl, cwd: folder }));
  const json = async (...words: string[]) => JSON.parse((await run(...words, "--json")).out);
  await reportingPack(at("pack"));

  const made = await json("init", "pack");
  assert.deepEqual([made.district, made.origin], ["999900", "yunling.example/huimou/999900"]);
  assert.match(made.verifierKey, /^yunling\.example\/huimou\/999900\+[0-9a-f]{8}\+/);

  for (const register of ["work", "tip"]) {
    await writeRows(at(`${register}.csv`), register);
    const imported = await json("import", register, `${register}.csv`, "--actor", "经办/统计局");
    const rows = records.filter((it) => it.register === register).length;
    assert.deepEqual(imported, { appended: rows, repeated: 0, refused: 0, issues: [] });
  }
  const lines = records.filter((it) => it.register === "income").map((it) => JSON.stringify(it));
  const appended = await huimou(["append", "income"], { databaseUrl, cwd: folder, input: lines.join("\n") });
  assert.equal(fine(appended).out, "income R0001 v1\nincome R0002 v1\nincome R0003 v1\nincome R0004 v1\n");

  const figures: Observation[] = await json("indicators");
  const value = (id: string) => figures.find((it) => it.indicator === id)?.value;
  assert.deepEqual(["work.planned", "work.under-way", "tip.received", "tip.closing-rate"].map(value), [
    "5",
    "2",
    "4",
    "50",
  ]);
  assert.match((await run("reconcile")).out, /^2 rules, \d+ places: \d+ hold, 0 explained, 0 broken\n$/);

  const first = await json("release");
  assert.deepEqual([first.released, first.number, first.repeated], [true, 1, false]);
  await run(
    "append",
    "income",
    "R0005",
    `place=${dongjie}`,
    "date=2021-12-31",
    "value=9500",
    "--at",
    "2021-12-31",
    "--actor",
    "经办/统计局",
  );
  const second = await json("release", "--bundle", "second.tar");
  assert.equal(second.number, 2);
  const again = await json("release", "--out", "fresh");
  assert.deepEqual([again.number, again.repeated], [2, true]);
  const published = await contentsOf(at("data/public"));
  assert.deepEqual(await contentsOf(at("fresh")), published, "the same release, whatever was there before");

  const empty = at("elsewhere");
  await mkdir(empty);
  fine(await huimou(["release", "--from", at("second.tar"), "--out", "site"], { cwd: empty }));
  assert.deepEqual(await contentsOf(join(empty, "site")), published);

  assert.equal((await json("verify", "data")).issue, null);
  await running(["serve", "--port", "0"], { cwd: folder }, async (serving) => {
    const said = await lineWith(serving.stdout, /http/);
    const [, address = ""] = /(http:\S+)/.exec(said) ?? [];
    const verified = await huimou(["verify", address, "--key", made.verifierKey], { cwd: empty });
    assert.match(fine(verified).out, /everything matches\n$/);
    assert.ok(!verified.out.includes("key taken from the release itself"));
    const end = ended(serving);
    serving.kill("SIGINT");
    assert.equal((await end).code, 0);
  });
}

function fine(it: Ended): Ended {
  assert.equal(it.code, 0, it.err);
  return it;
}

/** A register's rows as its office has them in a spreadsheet. */
async function writeRows(file: string, register: string): Promise<void> {
  const definition = pack.registers.find((it) => it.name === register);
  assert.ok(definition);
  const actions = records.filter((it) => it.register === register);
  const { headers, rows } = entryTable(definition, actions, "zh");
  await writeFile(file, csvText({ headers, rows: await Array.fromAsync(rows) }, { bom: true }));
}
