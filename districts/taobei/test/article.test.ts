import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type Ended, huimou } from "../../../test/cli/huimou.ts";

/*
 * What a published article prints of this district, asked of the program as anybody would, and what it does when a
 * number or a record is changed. One demonstration, made from a copy of the pack, serves all tests of this file.
 */
let folder = "";
let made: Ended;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "huimou-article-"));
  const home = join(import.meta.dirname, "..");
  for (const name of ["package.json", "src", "node_modules"])
    await symlink(join(home, "..", "..", name), join(folder, name));
  await cp(home, join(folder, "pack"), { recursive: true });
  made = await run("demo", "pack", "--data", "data", "--no-serve");
});
after(() => rm(folder, { recursive: true }));

const run = (...words: string[]) => huimou(words, { cwd: folder });
const campaign = ["--period", "2018..2021", "--json"];

interface Observation {
  readonly indicator: string;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly value: string | null;
}

/** The values of some indicators over the years of the campaign. */
async function values(...words: string[]): Promise<Record<string, string | null>> {
  const { code, out, err } = await run("indicators", ...words, ...campaign);
  assert.equal(code, 0, err);
  const observations = JSON.parse(out) as Observation[];
  return Object.fromEntries(
    observations.map((it) => [Object.values(it.breakdown).at(-1) ?? it.indicator, it.value]),
  );
}

test("the demonstration is made, reconciled, published and verified in one command each", async () => {
  assert.equal(made.code, 0, made.err);
  assert.match(made.out, /^published in data\/public, \d+\.\d s in all\n/);
  assert.match(made.err, /^✓ reconciling {2}\d+ places, 0 broken /m);
  const verified = await run("verify", "data/public");
  assert.match(verified.out, /everything matches\n$/, verified.err);
});

test("the article's leads come out of records: 611 received, 595 closed, 16 under verification, 85 not ours", async () => {
  assert.deepEqual(await values("lead.received"), { "lead.received": "611" });
  const all = await values();
  assert.deepEqual(
    ["closed", "verifying", "transferred", "groups", "cases", "suspects", "solved", "protectors"].map(
      (name) => all[`lead.${name}`],
    ),
    ["595", "16", "85", "1", "1", "122", "81", "1"],
  );
});

test("the article's meetings come out of records: 12 and 6, more than 60 and fewer than 70, more than 20 and fewer than 30", async () => {
  const held = await values("meeting.held", "--where", "topic=anti-crime", "--by", "kind");
  assert.deepEqual([held["standing-committee"], held["leading-group"]], ["12", "6"]);
  const [special, studies] = [Number(held.special), Number(held["field-study"])];
  assert.ok(special > 60 && special < 70, `${special}`);
  assert.ok(studies > 20 && studies < 30, `${studies}`);
});

test("611 changed to 612 in the report stops the release, which names line and both values", async () => {
  const report = join(folder, "pack", "reports", "five-years.zh.md");
  const text = await readFile(report, "utf8");
  const line = text.split("\n").findIndex((it) => it.includes("611条")) + 1;
  await writeFile(report, text.replace("611条", "612条"));
  try {
    const { code, out, err } = await run("release", "--data", "data");
    assert.deepEqual([code, out], [1, ""]);
    assert.match(
      err,
      new RegExp(
        `^five-years\\.zh\\.md:${line}:\\d+: “612条”, but the records give 611 .*figure-refused\\]$`,
        "m",
      ),
    );
  } finally {
    await writeFile(report, text);
  }
});

test("one more received lead stops the release in both languages, and what was published stays", async () => {
  const before = await readFile(join(folder, "data", "public", "manifest.json"), "utf8");
  const open = JSON.parse((await run("export", "lead", "--json", "--data", "data")).out.split("\n")[0] ?? "");
  const input = JSON.stringify({ ...open, record: "XS-2018-9999", actor: "演示" });
  const appended = await huimou(["append", "lead", "--data", "data"], { cwd: folder, input });
  assert.match(appended.out, /^lead [\w-]{22} v1\n$/, appended.err);
  const { code, err } = await run("release", "--data", "data");
  assert.equal(code, 1);
  assert.match(err, /^five-years\.zh\.md:\d+:\d+: “611条”, but the records give 612 /m);
  assert.match(err, /^five-years\.en\.md:\d+:\d+: “611 leads”, but the records give 612 /m);
  assert.equal(await readFile(join(folder, "data", "public", "manifest.json"), "utf8"), before);
});
