import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import type { Observation } from "../../src/indicators/index.ts";
import { widePack } from "../district/made-up-district.ts";
import { applications } from "../pack/personal/records.ts";
import { records } from "../pack/records.ts";
import { ledgerForFile } from "./for-file.ts";
import { huimou } from "./huimou.ts";

const personalPack = join(import.meta.dirname, "..", "pack", "personal");
const it = ledgerForFile(widePack, records);
const personal = ledgerForFile(personalPack, applications);

const indicators = (language: "zh" | "en", ...words: string[]) =>
  huimou(["indicators", ...words, "--data", it.data], { language });

/** The last line of the table that is printed. */
const lastLine = async (...words: string[]) =>
  (await indicators("en", ...words)).out.trimEnd().split("\n").at(-1) ?? "";

test("an indicator's values stand in columns, in the words of either language", async () => {
  const asked = ["tip.received", "--by", "source", "--period", "2019..2020"];
  const [zh, en] = await Promise.all([indicators("zh", ...asked), indicators("en", ...asked)]);
  assert.deepEqual([zh.code, zh.err], [0, ""]);
  assert.equal(
    zh.out,
    [
      "指标          名称      地区    期间        来源  值  单位",
      "────────────  ────────  ──────  ──────────  ────  ──  ────",
      "tip.received  受理线索  云岭区  2019..2020  热线   2  条",
      "tip.received  受理线索  云岭区  2019..2020  来信   1  条",
      "",
    ].join("\n"),
  );
  assert.equal(
    en.out,
    [
      "indicator     title          area              period      Source   value  unit",
      "────────────  ─────────────  ────────────────  ──────────  ───────  ─────  ─────",
      "tip.received  tips received  Yunling District  2019..2020  Hotline      2  items",
      "tip.received  tips received  Yunling District  2019..2020  Letter       1  items",
      "",
    ].join("\n"),
  );
});

test("a table says beside each value how settled it is, what it was measured against and whether that is enough", async () => {
  const coverage = await indicators("zh", "work.clinic-coverage", "--period", "2021");
  assert.match(coverage.out, / {2}33\.3 {2}% {5}未达标 ≥ 100；1\/3，行政村名录（2021-06-30）\n$/);
  const [earlier, income, growth, planned] = await Promise.all([
    lastLine("work.clinic-coverage", "--period", "2020"),
    lastLine("income.value", "--period", "2020"),
    lastLine("work.investment-growth-alike", "--period", "2021"),
    indicators("en", "work.planned"),
  ]);
  assert.match(earlier, / {2}does not meet ≥ 100; 1 of 2, Administrative villages \(2019-06-30\)$/);
  assert.match(income, / {2}provisional$/);
  assert.match(growth, / {2}1 units compared; 0 of this year and 1 of the year before left out$/);
  assert.doesNotMatch(planned.out, /note/);
});

test("years before a definition changed are read by their own, or by the present one", async () => {
  const asked = ["work.done", "--by", "year"];
  const [own, present, english] = await Promise.all([
    indicators("zh", ...asked),
    indicators("zh", ...asked, "--basis", "current"),
    indicators("en", ...asked, "--basis", "current", "--csv"),
  ]);
  assert.deepEqual(own.out.split("\n").slice(2, -1), [
    "work.done  完工  云岭区  2019   0  个    按当时口径（work.roads-done）",
    "work.done  完工  云岭区  2020   1  个",
    "work.done  完工  云岭区  2021   0  个",
  ]);
  assert.deepEqual(present.out.split("\n").slice(2, -1), [
    "work.done  完工  云岭区  2019   1  个    按现行口径",
    "work.done  完工  云岭区  2020   1  个",
    "work.done  完工  云岭区  2021   0  个",
  ]);
  assert.equal(
    english.out,
    [
      "indicator,area,period,value,missing,basis",
      "work.done,999900000000,2019,1,,current",
      "work.done,999900000000,2020,1,,",
      "work.done,999900000000,2021,0,,",
      "",
    ].join("\r\n"),
  );
  const file = join(it.folder, "present.csv");
  await writeFile(file, english.out);
  const read = await huimou(["import", "observations", file, "--json", "--data", it.data]);
  assert.deepEqual([read.code, JSON.parse(read.out).same], [0, 3], read.out);
  assert.match((await indicators("zh", "work.done")).out, /— 口径有变/);
});

test("what has no value says why", async () => {
  const [village, sum] = await Promise.all([
    indicators("zh", "tip.received", "--by", "village"),
    indicators("en", "income.value"),
  ]);
  assert.match(village.out, /上河村.*— 不细分公布 {2}条$/m);
  assert.match(sum.out, /— never added up {2}yuan$/m);
});

test("an indicator as data is its observations, exact and without words", async () => {
  const { code, out } = await indicators("en", "work.paid", "--by", "kind", "--where", "kind=road", "--json");
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(out), [
    {
      indicator: "work.paid",
      area: "999900000000",
      period: "2019..2021",
      breakdown: { kind: "road" },
      value: "135.6",
    },
  ]);
  const json = JSON.parse((await indicators("en", "income.value", "--by", "year", "--json")).out);
  assert.deepEqual(
    json.map(({ status }: Observation) => status),
    ["provisional", "provisional", "provisional"],
  );
});

test("without an indicator, all are listed that have the dimensions and values which are named", async () => {
  const [all, roads, some] = await Promise.all([
    indicators("en", "--json"),
    indicators("en", "--where", "kind=road", "--json"),
    indicators("en", "--by", "source", "--json"),
  ]);
  const idsOf = ({ out }: { out: string }) => [
    ...new Set((JSON.parse(out) as Observation[]).map(({ indicator }) => indicator)),
  ];
  assert.ok(idsOf(all).includes("income.growth") && idsOf(all).includes("work.planned"));
  assert.ok(idsOf(roads).includes("work.planned"));
  assert.ok(idsOf(roads).every((id) => id.startsWith("work.")));
  assert.deepEqual(idsOf(some), ["tip.received"]);
});

test("figures are given as of any length of the log, and refused beyond it", async () => {
  const at = (position: number) => indicators("en", "work.planned", "--json", "--position", String(position));
  const [none, beyond] = await Promise.all([at(0), at(10_000)]);
  assert.equal(JSON.parse(none.out)[0].value, "0");
  assert.deepEqual([beyond.code, beyond.out], [1, ""]);
  assert.match(
    beyond.err,
    /^--position: the log has \d+ entries, fewer than 10000 → .*\[cli\.position-beyond\]\n$/,
  );
});

test("what is asked for and not there is refused with what there is", async () => {
  const refused = [
    [
      1,
      /^there is no indicator work\.plan → near it: work\.planned.*\[indicators\.indicator-unknown\]/,
      "work.plan",
    ],
    [
      1,
      /^--by: .*work\.planned.*colour.*year, month, township, village, kind/,
      "work.planned",
      "--by",
      "colour",
    ],
    [1, /^--by: no indicator .*colour.*village, .*kind.*\[cli\.dimension-unknown\]/, "--by", "colour"],
    [1, /^1 is no area .*\[indicators\.area-unknown\]/, "work.planned", "--area", "1"],
    [1, /^kind has no value rail → use one of: road, clinic/, "work.planned", "--where", "kind=rail"],
    [2, /^indicators:--where: .*“kind”.*name=value/, "work.planned", "--where", "kind"],
    [2, /^indicators:--period: .*“2018--”.*2018\.\.2021/, "work.planned", "--period", "2018--"],
    [2, /^indicators:--basis: .*“former”.*current/, "work.planned", "--basis", "former"],
    [2, /^indicators:--position: .*“-1”/, "work.planned", "--position", "-1"],
    [2, /^indicators: --csv .*--json.*\[cli\.options-conflict\]/, "--csv", "--json"],
  ] as const;
  const answers = await Promise.all(refused.map(([, , ...words]) => indicators("en", ...words)));
  for (const [i, [code, said]] of refused.entries()) {
    assert.match(answers[i]?.err ?? "", said);
    assert.deepEqual([answers[i]?.code, answers[i]?.out], [code, ""], answers[i]?.err);
  }
});

test("what is printed as CSV is found the same when it is read back, and what was changed in it is told", async () => {
  const printed = await indicators("en", "--by", "year", "--csv");
  const check = async (name: string, text: string) => {
    const file = join(it.folder, name);
    await writeFile(file, text);
    return huimou(["import", "observations", file, "--json", "--data", it.data]);
  };
  assert.ok(printed.out.includes(",1,3,villages,2021-06-30\r\n"));
  const [same, list, value] = await Promise.all([
    check("same.csv", printed.out),
    check("list.csv", printed.out.replace("villages,2021-06-30", "villages,2020-06-30")),
    check("value.csv", printed.out.replace(/^(work\.planned,999900000000,2020,,*)\d+/m, "$17")),
  ]);
  assert.equal(same.code, 0, same.out);
  assert.equal(JSON.parse(same.out).same, printed.out.trimEnd().split("\n").length - 1);
  assert.equal(list.code, 1);
  assert.match(list.out, /exchange\.observation-differs/);
  assert.match(list.out, /denominator\.date/);
  assert.equal(value.code, 1);
  assert.match(value.err, /^value\.csv:\d+:value: work\.planned is stated as 7; the records give 2 → /);
});

test("of sealed registers it is said that the figures are for staff, beside what another program reads", async () => {
  const sealed = (...words: string[]) => huimou(["indicators", ...words, "--data", personal.data]);
  for (const form of [[], ["--csv"], ["--json"]]) {
    const { err, out } = await sealed("aid.applied", ...form);
    assert.match(
      err,
      /^Note: some of these tell of sealed records, for staff alone: .* a release publishes\.\n$/,
    );
    assert.doesNotMatch(out, /Note/);
  }
  assert.equal((await indicators("en", "tip.received")).err, "", "of a register that is open");
});
