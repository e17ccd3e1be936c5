import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import type { Observation } from "../../src/indicators/index.ts";
import { inSqliteDistrict } from "../district/made-up-district.ts";
import { records } from "../pack/records.ts";

const main = join(import.meta.dirname, "../../src/cli/main.ts");

/** Runs a command on a district as another process does. */
function run(directory: string, language: "zh" | "en", ...words: string[]) {
  const env = { ...process.env, HUIMOU_LANGUAGE: language };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [main, ...words, "--data", directory], { env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
}

test("a table says beside each value how settled it is, what it was measured against and whether that is enough", () =>
  inSqliteDistrict(async ({ district, directory }) => {
    await district.append(records);
    const coverage = await run(directory, "zh", "indicators", "work.clinic-coverage", "--period", "2021");
    assert.equal(coverage.code, 0, coverage.err);
    assert.equal(
      coverage.out,
      [
        "指标                  地区    期间    值  单位  说明",
        "────────────────────  ──────  ────  ────  ────  ───────────────────────────────────────────",
        "work.clinic-coverage  云岭区  2021  33.3  %     未达标 ≥ 100；1/3，行政村名录（2021-06-30）",
        "",
      ].join("\n"),
    );
    const english = async (...words: string[]) =>
      (await run(directory, "en", "indicators", ...words)).out.trimEnd().split("\n").at(-1);
    assert.match(
      (await english("work.clinic-coverage", "--period", "2020")) ?? "",
      / {2}does not meet ≥ 100; 1 of 2, Administrative villages \(2019-06-30\)$/,
    );
    assert.match((await english("income.value", "--period", "2020")) ?? "", / {2}provisional$/);
    assert.match(
      (await english("work.investment-growth-alike", "--period", "2021")) ?? "",
      / {2}1 units compared; 0 of this year and 1 of the year before left out$/,
    );
    assert.doesNotMatch((await run(directory, "en", "indicators", "work.planned")).out, /note/);
  }));

test("what is printed as CSV is found the same when it is read back, and what was changed in it is told", () =>
  inSqliteDistrict(async ({ district, directory }) => {
    await district.append(records);
    const printed = await run(directory, "en", "indicators", "--by", "year", "--csv");
    const file = join(directory, "observations.csv");
    const check = async (text: string) => {
      await writeFile(file, text);
      return run(directory, "en", "import", "observations", file, "--json");
    };
    const same = await check(printed.out);
    assert.equal(same.code, 0, same.out);
    assert.ok(printed.out.includes(",1,3,villages,2021-06-30\r\n"));
    const changed = await check(printed.out.replace("villages,2021-06-30", "villages,2020-06-30"));
    assert.equal(changed.code, 1);
    assert.match(changed.out, /exchange\.observation-differs/);
    assert.match(changed.out, /denominator\.date/);
    const json = JSON.parse(
      (await run(directory, "en", "indicators", "income.value", "--by", "year", "--json")).out,
    );
    assert.deepEqual(
      json.map((it: Observation) => it.status),
      ["provisional", "provisional", "provisional"],
    );
  }));
