import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
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

/** A document whose XML was edited, as a word processor leaves it when somebody has typed over a text. */
async function edited(file: string, edit: (xml: string) => string): Promise<string> {
  const parts = unzipSync(await readFile(file));
  const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  const other = edit(xml);
  assert.notEqual(other, xml);
  const to = file.replace(".docx", "-edited.docx");
  await writeFile(to, zipSync({ ...parts, "word/document.xml": strToU8(other) }));
  return to;
}

test("check holds each number of an edited document against the very record that its control names", async () => {
  const data = await it.copy("edited");
  const words = join(it.folder, "words");
  const released = await huimou(["release", "--data", data, "--docx", words, "--font", chineseFont]);
  assert.equal(released.code, 0, released.err);
  const file = join(words, "works.zh.docx");

  const alone = await huimou(["check", file]);
  assert.equal(alone.code, 0, alone.out);
  assert.match(alone.out, /^bound: 5 figures, 0 citations; hold them against a ledger with --against$/m);
  assert.match(alone.out, /^ {2}work\.planned {2}5个 \(2019\.\.2021\), 3个 \(2019\.\.2021 kind=road\)$/m);

  for (const language of ["zh", "en"]) {
    const sound = await huimou(["check", join(words, `works.${language}.docx`), "--against", data]);
    assert.equal(sound.code, 0, sound.out);
    assert.match(
      sound.out,
      /^bound: 5 figures, 0 citations; against their records: 5 proven, 0 contradicted, 0 cannot be told$/m,
    );
  }

  // 5 works, of which 3 roads: both numbers are there, each in the place of the other
  const changed = await edited(file, (xml) => {
    const controls = xml.match(/<w:sdt>.*?<\/w:sdt>/g) ?? [];
    const [all = "", roads = "", , tips = "", rate = ""] = controls;
    return xml
      .replace(all, all.replace("5个", "3个"))
      .replace(roads, roads.replace("3个", "若干"))
      .replace(tips, tips.replace(/.*<w:sdtContent>(.*)<\/w:sdtContent>.*/, "$1"))
      .replace(rate, rate.replace("50%", "50个"));
  });
  const { code, out } = await huimou(["check", changed, "--against", data]);
  assert.equal(code, 1);
  assert.match(
    out,
    /^bound: 4 figures, 0 citations; against their records: 1 proven, 3 contradicted, 0 cannot be told$/m,
  );
  assert.match(
    out.replace(/\s+/g, " "),
    /✗ “3个”, but the records give 5 \(work\.planned, 2019\.\.2021\) \[bound\]/,
  );
  assert.match(
    out.replace(/\s+/g, " "),
    /no figure in “若干” .*it is bound to work\.planned, 2019\.\.2021 kind=road/,
  );
  assert.match(
    out.replace(/\s+/g, " "),
    /the unit of “50个” does not measure what tip\.closing-rate measures/,
  );

  const { bound, matches } = JSON.parse((await huimou(["check", changed, "--against", data, "--json"])).out);
  assert.deepEqual(
    bound.map(({ text, to, of, status, paragraph }: Record<string, unknown>) => [
      text,
      to,
      of,
      status,
      paragraph,
    ]),
    [
      ["3个", "work.planned", "2019..2021", "contradicted", 5],
      ["若干", "work.planned", "2019..2021 kind=road", "contradicted", 5],
      ["2个", "work.under-way", "2019..2021", "proven", 6],
      ["50个", "tip.closing-rate", "2019..2021", "contradicted", 6],
    ],
  );
  assert.deepEqual(matches.length, 1, "the number whose control was deleted is matched by its words");
});

test("a control that names what a ledger does not know is told of as such; one of somebody else's is no binding", async () => {
  const data = await it.copy("unknown");
  const words = join(it.folder, "unknown-words");
  await huimou(["release", "--data", data, "--docx", words, "--font", chineseFont]);
  const changed = await edited(join(words, "works.zh.docx"), (xml) =>
    xml
      .replace("fig work.planned 2019..2021", "fig work.gone 2019..2021")
      .replace("fig work.under-way 2019..2021", "Date"),
  );
  const { code, out } = await huimou(["check", changed, "--against", data]);
  assert.equal(code, 0, out);
  assert.match(
    out,
    /^bound: 4 figures, 0 citations; against their records: 3 proven, 0 contradicted, 1 cannot be told$/m,
  );
  assert.match(out, /\? .*work\.gone.*\[bound\]/);
});
