import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { nanshan, records, shanghe } from "../pack/records.ts";
import { changed, writePack } from "../pack/write-pack.ts";
import { report, reportingPack } from "../release/made-up-release.ts";
import { ledgerForFile } from "./for-file.ts";
import { huimou, type Setting } from "./huimou.ts";

const it = ledgerForFile(reportingPack, records);

/** A copy of the ledger, and the program run on it; `pack` is what its pack's directory holds by then. */
async function office(name: string, pack?: (folder: string) => Promise<string>) {
  const data = await it.copy(name);
  if (pack !== undefined) {
    const file = join(data, "huimou.json");
    const settings = JSON.parse(await readFile(file, "utf8"));
    await writeFile(file, JSON.stringify({ ...settings, pack: await pack(join(it.folder, `pack-${name}`)) }));
  }
  return {
    data,
    run: (words: readonly string[], setting?: Setting) => huimou([...words, "--data", data], setting),
  };
}

test("a number that was changed in the report stops the release: file, line and both values are named", async () => {
  const { run } = await office("changed", (folder) => reportingPack(folder, report([["5个", "6个"]])));
  const [{ code, out, err }, zh] = [
    await run(["release", "--json"]),
    await run(["release"], { language: "zh" }),
  ];
  assert.equal(code, 1);
  const { released, issues } = JSON.parse(out);
  assert.deepEqual([released, issues.length, issues[0].path], [false, 1, ["works.zh.md", 3, 7]]);
  assert.match(err, /^works\.zh\.md:3:7: “6个”, but the records give 5 .*→ .*\[reports\.figure-refused\]$/m);
  assert.deepEqual([zh.code, zh.out], [1, ""]);
  assert.match(zh.err, /^works\.zh\.md:3:7: 写的是“6个”，而记录得出 5个.* → 改写为“5个”/m);
  assert.doesNotMatch(err, /✓ .*gate/, "the step that stopped it is not ticked off");
  assert.match((await run(["serve"])).err, /public: this is no release.*\[cli\.release-missing\]/);
});

test("one more received tip than the report tells of stops the release at every sentence that it contradicts", async () => {
  const { run } = await office("tip");
  assert.equal((await run(["release"])).code, 0);
  const tip = ["received=2021-06-01", "source=hotline", `place=${shanghe}`];
  const appended = await run(["append", "tip", "T0005", ...tip, "--at", "2021-06-01", "--actor", "经办"]);
  assert.match(appended.out, /^tip [\w-]{22} v1\n$/, appended.err);
  const { code, out, err } = await run(["release"]);
  assert.deepEqual([code, out], [1, ""]);
  assert.match(err, /^works\.zh\.md:5:\d+: “4条”, but the records give 5 /m);
  assert.match(err, /^works\.en\.md:5:\d+: “4 tips”, but the records give 5 /m);
  assert.match(err, /^works\.zh\.md:5:\d+: “50%”, but the records give 40/m);
});

test("a rule that does not hold is shown with both sides and stops the release; explained, it does neither", async () => {
  const { run } = await office("rule");
  const facts = ["--at", "2021-12-31", "--actor", "审核/统计局"];
  const amended = await run([
    "append",
    "work",
    "W0003",
    "paid=80.00",
    "--kind",
    "amend",
    "--reason",
    "增加",
    ...facts,
  ]);
  assert.equal(amended.code, 0, amended.err);
  const [broken, stopped] = [await run(["reconcile"], { language: "zh" }), await run(["release"])];
  assert.equal(broken.code, 1);
  assert.deepEqual(broken.out.split("\n").slice(0, 4), [
    "规则         分组    地区    期间  左     右  结论",
    "───────────  ──────  ──────  ────  ──  ─  ──  ──────",
    "已付 ≤ 计划          南山镇  2020  80  ≤  30  不成立",
    "已付 ≤ 计划  卫生室  南山镇  2020  80  ≤  30  不成立",
  ]);
  assert.match(broken.out, /^2 条规则，核对 \d+ 处：成立 \d+，已说明 0，不成立 2\n$/m);
  assert.equal(stopped.code, 1);
  assert.match(stopped.err, /^rules:work\.paid-within-plan:\d+:2020: .*80 ≤ 30.*\[reports\.rule-broken\]$/m);
  const account = [
    "rule=work.paid-within-plan",
    `place=${nanshan}`,
    "period=2020",
    "amount=50",
    "account=概算调整",
    "accepted=局长",
  ];
  for (const [record, ...kind] of [["E-1"], ["E-2", "dimension=kind", "value=clinic"]] as const)
    assert.equal((await run(["append", "explanation", record, ...account, ...kind, ...facts])).code, 0);
  const explained = await run(["reconcile", "--json"]);
  assert.equal(explained.code, 0);
  const verdicts = (JSON.parse(explained.out) as { verdict: string }[]).map(({ verdict }) => verdict);
  assert.equal(verdicts.filter((verdict) => verdict === "explained").length, 2);
  assert.equal((await run(["release"])).code, 0);
});

test("a changed declaration stops the release until it is put in force, with its reason and on record", async () => {
  const texts = `title: { zh: "受理与办结", en: "received and done" }`;
  const { data, run } = await office("define", (folder) =>
    writePack(
      folder,
      changed(
        "small",
        `rules: small.rules.map((it) => it.id === "tip.partition" ? { ...it, ${texts} } : it), reports: [${JSON.stringify(report())}]`,
      ),
    ),
  );
  const define = ["define", "--reason", "改称", "--actor", "口径管理/统计局"];
  const refused = await run(["release"]);
  assert.equal(refused.code, 1);
  assert.match(refused.err, /^the pack differs .*: rule:tip\.partition → .*huimou define/);
  assert.match((await run(["define", "--reason", "改称"])).err, /^define: --actor <role> must be given/);
  assert.equal((await run(define)).out, "1 declaration changed and took effect\n");
  assert.equal((await run(define, { language: "zh" })).out, "地区包没有改动\n");
  assert.equal((await run(["release"])).code, 0);
  assert.match((await huimou(["verify", join(data, "public")])).out, /declarations +\d+\n/);
});

test("a folder that holds something else is not published into, and a bundle that is not whole gives no site", async () => {
  const { data, run } = await office("folders");
  const bundle = join(it.folder, "whole.tar");
  const made = await run(["release", "--bundle", bundle, "--json"]);
  assert.deepEqual(Object.keys(JSON.parse(made.out)), [
    "released",
    "number",
    "position",
    "root",
    "repeated",
    "files",
    "stayed",
  ]);
  assert.match(made.err, /^✓ integrating {2}\d+\.\d s\n(✓ .* s\n){4}$/);
  const foreign = await run(["release", "--out", data]);
  assert.match(foreign.err, /folders: the folder holds files of no release.*\[release\.folder-foreign\]/);
  const bytes = await readFile(bundle);
  const broken = {
    "cut.tar": bytes.subarray(0, 20_000),
    "altered.tar": Buffer.from(bytes).fill("山", bytes.indexOf("岭"), bytes.indexOf("岭") + 3),
    "none.tar": Buffer.from("record,kind\r\n"),
  };
  for (const [name, content] of Object.entries(broken)) {
    await writeFile(join(it.folder, name), content);
    const { code, out, err } = await huimou(["release", "--from", name, "--out", "site"], { cwd: it.folder });
    assert.deepEqual([code, out], [1, ""], name);
    assert.match(err, new RegExp(`^${name}.*\\[release\\.bundle-damaged\\]\\n$`));
  }
  const asked = [
    [1, /^nowhere\.tar: the bundle cannot be read/, "--from", "nowhere.tar"],
    [1, /^data: the folder holds files of no release/, "--from", "whole.tar", "--out", "data"],
    [2, /^release: .*--from.*--bundle/, "--from", "whole.tar", "--bundle", "other.tar"],
  ] as const;
  for (const [code, said, ...words] of asked) {
    const answer = await huimou(["release", ...words], { cwd: it.folder });
    assert.match(answer.err, said);
    assert.equal(answer.code, code);
  }
});
