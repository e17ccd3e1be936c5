import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { startStep } from "../../src/cli/progress.ts";
import { smallPack } from "../district/made-up-district.ts";
import { ledgerForFile } from "./for-file.ts";
import { huimou } from "./huimou.ts";

const it = ledgerForFile(smallPack);

/** Writes a file of rows and imports it as somebody at the works office does. */
async function importing(data: string, name: string, rows: readonly string[], ...words: string[]) {
  const file = join(it.folder, name);
  await writeFile(file, rows.map((row) => `${row}\r\n`).join(""));
  return huimou(["import", "work", file, "--actor", "经办/发改局", "--data", data, ...words]);
}

const head = "record,state,at,village,kind,planned,start";
const good = "W0001,,2020-03-01,999900100201,road,10.00,2020-03-01";
const bad = [
  "W0002,,2020-03-01,999900100299,road,10.00,2020-03-01",
  "W0003,,2020-03-01,999900100201,rail,1.5,2019-13-05",
];

test("every bad row is named by file, row, column and cure, in the order of the file, and nothing is appended", async () => {
  const { code, out, err } = await importing(it.data, "bad.csv", [head, bad[1] ?? "", good, bad[0] ?? ""]);
  assert.equal(code, 1);
  assert.equal(out, "0 appended, 0 imported before, 2 refused\n");
  assert.deepEqual(
    err
      .trimEnd()
      .split("\n")
      .map((it) => /^(.*?): .* → .*\[(.*)\]$/.exec(it)?.slice(1).join(" ")),
    [
      "bad.csv:2:kind exchange.cell-choice",
      "bad.csv:2:start exchange.cell-date",
      "bad.csv:4:village registers.area-unknown",
    ],
  );
  const exported = await huimou(["export", "work", "--data", it.data]);
  assert.equal(exported.out.split("\r\n").length, 2, "the head alone");
});

test("good rows alone are judged or appended where that is asked, and what is repeated changes nothing", async () => {
  const data = await it.copy("good");
  const rows = [head, good, ...bad];
  const json = async (...words: string[]) => {
    const { code, out, err } = await importing(data, "rows.csv", rows, "--json", ...words);
    const { issues, ...counted } = JSON.parse(out);
    assert.equal(issues.length, 3);
    assert.equal(err.trimEnd().split("\n").length, 3, "what is wrong is told to people, too");
    return [code, counted];
  };
  assert.deepEqual(await json("--dry-run"), [1, { appended: 1, repeated: 0, refused: 2 }]);
  assert.deepEqual(await json("--accept-good"), [1, { appended: 1, repeated: 0, refused: 2 }]);
  assert.deepEqual(await json("--accept-good"), [1, { appended: 0, repeated: 1, refused: 2 }]);
  const longer = await importing(data, "rows.csv", [head, good, good.replace("W0001", "W0004")]);
  assert.deepEqual([longer.code, longer.out], [0, "1 appended, 1 imported before, 0 refused\n"]);
  assert.match(longer.err, /^✓ importing rows\.csv {2}\d+\.\d s\n$/, "no bar where nobody looks on");
});

test("dates and reasons that rows lack are those that the command names", async () => {
  const data = await it.copy("dates");
  const rows = ["record,kind,village,planned,start", "W0001,road,999900100201,10.00,2020-03-01"];
  const without = await importing(data, "dates.csv", rows);
  assert.match(without.err, /^dates\.csv:2:at: .*--at.*\[exchange\.date-missing\]\n$/);
  assert.equal((await importing(data, "dates.csv", rows, "--at", "2020-02-01")).code, 0);
  const amended = ["record,entry.kind,kind", "W0001,amend,clinic"];
  const at = ["--at", "2020-04-01"];
  assert.match((await importing(data, "amended.csv", amended, ...at)).err, /registers\.reason-missing/);
  assert.equal((await importing(data, "amended.csv", amended, ...at, "--reason", "更正")).code, 0);
});

test("what cannot be imported at all is refused with its place and cure", async () => {
  const file = join(it.folder, "rows.csv");
  await writeFile(file, `${head}\n${good}\n`);
  const asked = [
    [1, /^--actor: .*--actor.*\[cli\.actor-missing\]/, "work", file],
    [1, /^there is no register water → .*work, tip, income/, "water", file, "--actor", "x"],
    [1, /nowhere\.csv: there is no such file.*\[cli\.file-missing\]/, "work", "nowhere.csv", "--actor", "x"],
    [1, /nowhere\.csv: there is no such file.*\[cli\.file-missing\]/, "observations", "nowhere.csv"],
    [1, /: it is a file where a directory .*\[cli\.file-kind\]/, "work", it.folder, "--actor", "x"],
    [1, /rows\.csv: columns are missing: indicator, area, period, value/, "observations", file],
    [2, /^import:--at: .*2020-02-30/, "work", file, "--actor", "x", "--at", "2020-02-30"],
    [2, /^import: the argument <file> is missing/, "work"],
  ] as const;
  const answers = await Promise.all(
    asked.map(([, , ...words]) => huimou(["import", ...words, "--data", it.data])),
  );
  for (const [i, [code, said]] of asked.entries()) {
    assert.match(answers[i]?.err ?? "", said);
    assert.deepEqual([answers[i]?.code, answers[i]?.out], [code, ""], answers[i]?.err);
  }
});

test("on a terminal a bar draws over itself, and what ends a step stands alone in its line", () => {
  const written: string[] = [];
  let now = 0;
  const step = startStep(
    {
      out: () => {},
      stream: async () => {},
      err: (text) => written.push(text),
      language: "en",
      terminal: true,
    },
    "importing",
    () => now,
  );
  for (const done of [100, 300, 500]) {
    now += 600;
    step.at(done, 1000);
  }
  step.end("500 rows");
  assert.deepEqual(written, [
    "importing …",
    "\r\u001b[2K",
    `importing ${"█".repeat(7)}${"░".repeat(17)} 30%`,
    "\r\u001b[2K",
    `importing ${"█".repeat(12)}${"░".repeat(12)} 50%`,
    "\r\u001b[2K",
    "✓ importing  500 rows  1.8 s\n",
  ]);
});
