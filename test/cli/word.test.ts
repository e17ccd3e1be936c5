import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { readDocument } from "../../src/claims/index.ts";
import { chineseFont } from "../harness/office.ts";
import { records } from "../pack/records.ts";
import { changed, writePack } from "../pack/write-pack.ts";
import { reportingPack } from "../release/made-up-release.ts";
import { ledgerForFile } from "./for-file.ts";
import { huimou } from "./huimou.ts";

const it = ledgerForFile(reportingPack, records);
const bare = ledgerForFile((folder) => writePack(folder, changed("small", "")), records);

test("release --docx writes every report as a Word document; from a bundle the same bytes come out again", async () => {
  const data = await it.copy("documents");
  const bundle = join(it.folder, "bundle.tar");
  const words = ["release", "--data", data, "--bundle", bundle, "--docx", "--font", chineseFont];
  const { code, out, err } = await huimou(words);
  const names = ["works.zh.docx", "works.en.docx"] as const;
  const files = names.map((name) => join(data, "word", name));
  assert.equal(code, 0, err);
  assert.equal(out.slice(out.indexOf("\n") + 1), files.map((file) => `Word document: ${file}\n`).join(""));
  const { text } = await readDocument(join(data, "word", "works.zh.docx"));
  assert.match(text, /^\n\n云岭/);
  assert.match(text, /附件：数据来源/);

  const again = join(it.folder, "again");
  const from = ["release", "--from", bundle, "--out", join(it.folder, "site"), "--docx", again, "--json"];
  const { documents } = JSON.parse((await huimou([...from, "--font", chineseFont])).out);
  assert.deepEqual(
    documents,
    names.map((name) => join(again, name)),
  );
  for (const name of names)
    assert.deepEqual(await readFile(join(again, name)), await readFile(join(data, "word", name)), name);
});

test("where no font has Chinese characters, or there is no report, nothing is published", async () => {
  const data = await it.copy("no-font");
  const noFont = join(data, "huimou.json");
  const { code, out, err } = await huimou(["release", "--data", data, "--docx", "--font", noFont]);
  assert.deepEqual([code, out], [1, ""]);
  assert.match(err, /Chinese characters.*\[release\.no-font\]/);
  assert.equal(existsSync(join(data, "public")), false);

  const other = await bare.copy("no-report");
  const none = await huimou(["release", "--data", other, "--docx", "--font", chineseFont]);
  assert.equal(none.code, 1);
  assert.match(none.err, /no report to write.*\[release\.no-report\]/);
  assert.equal(existsSync(join(other, "public")), false);
});
