import assert from "node:assert/strict";
import { test } from "node:test";
import { widePack } from "../district/made-up-district.ts";
import { ledgerForFile } from "./for-file.ts";
import { huimou } from "./huimou.ts";

const it = ledgerForFile(widePack, [
  {
    kind: "open",
    register: "visit",
    record: "V0001",
    at: "2020-08-03",
    actor: "经办/民政局",
    fields: { village: "999900100202", day: "2020-08-03", topic: "health", persons: 3 },
  },
]);

const due = (language: "zh" | "en", ...words: string[]) =>
  huimou(["due", "--data", it.data, ...words], { language });

test("due prints a table whose columns stand under each other, and the sources of its rules below", async () => {
  const { code, out, err } = await due("zh", "--on", "2020-08-03");
  assert.deepEqual([code, err], [0, ""]);
  assert.equal(
    out,
    [
      "状态    到期日      台账  责任单位      编号   事项  起算日      期限  依据",
      "──────  ──────────  ────  ────────────  ─────  ────  ──────────  ────  ────",
      "未到期  2020-08-03  走访  云岭区民政局  V0001  走访  2020-08-03  0日   [1]",
      "[1] 示例",
      "截至 2020-08-03：逾期 0，未到期 1，无法推算 0",
      "",
    ].join("\n"),
  );
});

test("due fails where something is late, and prints it as data with its rule", async () => {
  const [late, json, before] = await Promise.all([
    due("en", "--on", "2020-08-04"),
    due("zh", "--on", "2020-08-04", "--json"),
    due("zh", "--on", "2020-08-03", "--before", "2020-08-03", "--json"),
  ]);
  assert.equal(late.code, 1);
  assert.match(late.out, /^late +2020-08-03 +Visits +Yunling Civil Affairs Bureau +V0001 +Visit/m);
  assert.match(late.out, /^\[1\] example\nas of 2020-08-04: 1 late, 0 running/m);
  const [item] = JSON.parse(json.out);
  assert.deepEqual([json.code, item.state, item.rule.source], [1, "late", { zh: "示例", en: "example" }]);
  assert.deepEqual([before.code, JSON.parse(before.out)], [0, []]);
});

test("due looks at one unit or one register alone", async () => {
  const on = ["--on", "2020-08-04"];
  const asked = [
    ["逾期 1", "--unit", "民政"],
    ["逾期 1", "--unit", "civil affairs"],
    ["逾期 0", "--unit", "发展和改革"],
    ["逾期 0", "--register", "care"],
  ] as const;
  const answers = await Promise.all(asked.map(([, ...words]) => due("zh", ...on, ...words)));
  assert.deepEqual(
    answers.map(({ out }) => /逾期 \d/.exec(out)?.[0]),
    asked.map(([said]) => said),
  );
});

test("due refuses a unit or register that is none, and does not understand what is no date", async () => {
  const refused = [
    [
      1,
      /^--unit: .*“水务局”.*: Yunling Development .*, Yunling Civil .*\[cli\.unit-unknown\]/,
      "--unit",
      "水务局",
    ],
    [1, /^--register: .* water .* visit.*\[registers\.register-unknown\]/, "--register", "water"],
    [2, /^due:--before: .*2020-02-30.*YYYY-MM-DD.*\[cli\.value-wrong\]/, "--before", "2020-02-30"],
  ] as const;
  const answers = await Promise.all(refused.map(([, , ...words]) => due("en", ...words)));
  for (const [i, [code, said]] of refused.entries()) {
    assert.equal(answers[i]?.code, code);
    assert.match(answers[i]?.err ?? "", said);
    assert.equal(answers[i]?.out, "");
  }
});
