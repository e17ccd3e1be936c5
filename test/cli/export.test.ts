import assert from "node:assert/strict";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import type { Action } from "../../src/registers/index.ts";
import { widePack } from "../district/made-up-district.ts";
import { records } from "../pack/records.ts";
import { ledgerForFile } from "./for-file.ts";
import { huimou, running } from "./huimou.ts";

const care: Action = {
  kind: "open",
  register: "care",
  record: "C0001",
  at: "2020-03-01",
  actor: "经办/民政局",
  fields: { home: "999900100201", since: "2020-02-17", members: 3, urgent: true, note: "=演示" },
};
const it = ledgerForFile(widePack, [...records, care, { ...care, record: "C0002" }]);

/** Another ledger of the same pack, with nothing in it. */
const other = ledgerForFile(widePack);

const erased = ["C0002", "--reason", "个人信息保护法第四十七条", "--actor", "经办/民政局"];

test("what export writes, import reads into another ledger: names or words, with or without a mark", async () => {
  const codes = await huimou(["export", "work", "--data", it.data]);
  assert.match(codes.out, /^record,entry\.kind,version,state,at,reason,actor,village,kind,/);
  assert.match(codes.out, /\r\nW0003,open,,,2020-01-01,演示,经办\/统计局,999900100203,clinic,30\.00,/);
  for (const [name, ...form] of [
    ["codes"],
    ["zh", "--words", "zh", "--bom"],
    ["en", "--words", "en"],
  ] as const) {
    const file = join(it.folder, `${name}.csv`);
    await writeFile(file, (await huimou(["export", "work", ...form, "--data", it.data])).out);
    const data = await other.copy(name);
    const imported = await huimou(["import", "work", file, "--actor", "无", "--data", data], {
      language: "zh",
    });
    const rows = records.filter(({ register }) => register === "work").length;
    assert.equal(imported.out, `写入 ${rows} 条，早已导入 0 条，退回 0 行\n`, imported.err);
    assert.equal((await huimou(["export", "work", "--data", data])).out, codes.out, name);
  }
});

test("a sealed register is exported in clear; of an erased record nothing is left, and append reads the rest", async () => {
  const data = await it.copy("erased");
  const gone = await huimou(["erase", "care", ...erased, "--data", data], { language: "zh" });
  assert.equal(gone.code, 0);
  assert.match(gone.out, /^已销毁 care [\w-]{22}\n$/, "by the key of the log");
  const exported = await huimou(["export", "care", "--json", "--data", data]);
  assert.deepEqual(JSON.parse(exported.out), care);
  assert.equal(
    exported.err,
    "Note: this holds sealed values in clear. It is for the register's own staff: do not publish it or pass it on.\n",
    "for whom it is, and not in what another program reads",
  );
  assert.equal((await huimou(["export", "work", "--data", data])).err, "", "open as a whole");
  const elsewhere = ["--data", await other.copy("care")];
  const appended = await huimou(["append", "care", ...elsewhere], { input: exported.out });
  assert.match(appended.out, /^care [\w-]{22} v1\n$/, appended.err);
  const again = await huimou(["erase", "care", ...erased, "--data", data]);
  assert.equal(again.code, 0);
  assert.match(again.out, /^erased care [\w-]{22}\n$/);
  assert.match((await huimou(["verify", data])).out, /everything matches/);
});

test("what cannot be erased or exported is refused with place and cure", async () => {
  const why = ["--reason", "x", "--actor", "y"];
  const asked = [
    [
      1,
      /^work: work is no sealed register.*void.*\[district\.erase-open\]/,
      "erase",
      "work",
      "W0001",
      ...why,
    ],
    [
      1,
      /^care: there is no record \(sealed, not shown\).*\[registers\.record-unknown\]/,
      "erase",
      "care",
      "C0009",
      ...why,
    ],
    [1, /^there is no register water → .*care/, "erase", "water", "C0001", ...why],
    [2, /^erase: --reason <text> must be given/, "erase", "care", "C0001", "--actor", "y"],
    [1, /^there is no register water → .*care/, "export", "water"],
    [2, /^export:--words: .*“fr” → write zh, en/, "export", "work", "--words", "fr"],
    [2, /^export: .*--json.*\[cli\.options-conflict\]/, "export", "work", "--json", "--bom"],
  ] as const;
  const answers = await Promise.all(asked.map(([, , ...words]) => huimou([...words, "--data", it.data])));
  for (const [i, [code, said]] of asked.entries()) {
    assert.match(answers[i]?.err ?? "", said);
    assert.deepEqual([answers[i]?.code, answers[i]?.out], [code, ""], answers[i]?.err);
  }
});

test("a reader that stops reading ends the program, without a word", async () => {
  const words = ["indicators", "--by", "village", "month", "--csv", "--data", it.data];
  await running(words, {}, async (child) => {
    await once(child.stdout, "data");
    child.stdout.destroy();
    const [err, [code]] = await Promise.all([text(child.stderr), once(child, "close")]);
    assert.deepEqual([code, err], [141, ""]);
  });
});
