import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { inSqliteDistrict } from "../district/made-up-district.ts";

const main = join(import.meta.dirname, "../../src/cli/main.ts");

/** Runs `huimou due` as another process does. */
function due(directory: string, language: "zh" | "en", ...words: string[]) {
  const env = { ...process.env, HUIMOU_LANGUAGE: language };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [main, "due", "--data", directory, ...words], { env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
}

const opened = {
  kind: "open",
  register: "visit",
  record: "V0001",
  at: "2020-08-03",
  actor: "经办/民政局",
  fields: { village: "999900100202", day: "2020-08-03", topic: "health", persons: 3 },
} as const;

test("due prints a table whose columns stand under each other, and fails where something is late", () =>
  inSqliteDistrict(async ({ district, directory }) => {
    await district.append([opened]);
    const early = await due(directory, "zh", "--on", "2020-08-03");
    assert.equal(early.code, 0, early.err);
    assert.equal(
      early.out,
      [
        "状态    到期日      台账  责任单位      编号   事项  起算日      期限  依据",
        "──────  ──────────  ────  ────────────  ─────  ────  ──────────  ────  ────",
        "未到期  2020-08-03  走访  云岭区民政局  V0001  走访  2020-08-03  0日   示例",
        "截至 2020-08-03：逾期 0，未到期 1，无法推算 0",
        "",
      ].join("\n"),
    );
    const late = await due(directory, "en", "--on", "2020-08-04");
    assert.equal(late.code, 1);
    assert.match(late.out, /^late +2020-08-03 +Visits +Yunling Civil Affairs Bureau +V0001 +Visit/m);
    const before = await due(directory, "zh", "--on", "2020-08-03", "--before", "2020-08-03", "--json");
    assert.deepEqual(JSON.parse(before.out), []);
    const json = await due(directory, "zh", "--on", "2020-08-04", "--json");
    const [item] = JSON.parse(json.out);
    assert.deepEqual([item.state, item.rule.source], ["late", { zh: "示例", en: "example" }]);
  }));

test("due looks at one unit or one register alone, and refuses what nobody answers for", () =>
  inSqliteDistrict(async ({ district, directory }) => {
    await district.append([opened]);
    const on = ["--on", "2020-08-04"];
    assert.match((await due(directory, "zh", ...on, "--unit", "民政")).out, /逾期 1/);
    assert.match((await due(directory, "zh", ...on, "--unit", "civil affairs")).out, /逾期 1/);
    assert.match((await due(directory, "zh", ...on, "--unit", "发展和改革")).out, /逾期 0/);
    assert.match((await due(directory, "zh", ...on, "--register", "care")).out, /逾期 0/);
    for (const [words, code] of [
      [["--unit", "水务局"], "cli.unit-unknown"],
      [["--register", "water"], "registers.register-unknown"],
      [["--before", "2020-02-30"], "calendar.no-date"],
    ] as const) {
      const refused = await due(directory, "en", ...on, ...words);
      assert.equal(refused.code, 1);
      assert.ok(refused.err.includes(`[${code}]`), refused.err);
    }
  }));
