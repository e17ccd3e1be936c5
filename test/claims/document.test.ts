import assert from "node:assert/strict";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { paragraphAt, readDocument } from "../../src/claims/index.ts";
import { IssueError } from "../../src/issue/index.ts";

const documents = join(import.meta.dirname, "documents");

test("a .docx of a word processor is read as its reader sees it, in order", async () => {
  const document = await readDocument(join(documents, "work-report.docx"));
  assert.deepEqual(document.text.split("\n"), [
    "云岭区2020年工作报告（演示数据）",
    // one word in bold, a deleted 19, an inserted 595
    "全年共受理线索611条，查结595条，正在核查16条。",
    // a numbered list: its numbers are no text
    "新建学校12所；",
    "硬化道路38.6公里。",
    // a table, a row a line
    "指标\t完成",
    "改造危房\t264户",
    // a break, a tab; then the text box, once
    "第一行",
    "第二行\t3人",
    "图中有9个村。",
    "城镇居民收入稳步增长&提高。",
    // a footnote, an endnote; no header, no footer
    "含幼儿园5所。",
    "抽样84户。",
  ]);
});

test("places in a .docx carry the number of their paragraph; each cell is one", async () => {
  const document = await readDocument(join(documents, "work-report.docx"));
  const at = (words: string) => paragraphAt(document, document.text.indexOf(words));
  assert.deepEqual(
    [
      "云岭区",
      "611",
      "12所",
      "38.6",
      "指标",
      "完成",
      "264户",
      "第一行",
      "3人",
      "9个",
      "收入",
      "5所",
      "84户",
    ].map(at),
    [1, 2, 3, 4, 5, 6, 8, 9, 9, 10, 11, 12, 13],
  );
});

test("a table of a .docx is told with its cells: empty ones, wide ones, and those that go on from above", async () => {
  const { text, tables } = await readDocument(join(documents, "tables.docx"));
  const [table] = tables;
  assert.deepEqual([tables.length, table?.heads], [1, 2]);
  assert.deepEqual(
    table?.rows.map((row) =>
      row.map(({ start, end, column, columns, continues }) =>
        [column, text.slice(start, end), columns > 1 ? `×${columns}` : "", continues ? "^" : ""].join(""),
      ),
    ),
    [
      ["0地区", "1类别", "2企业数（户）×3", "5收入"],
      ["0^", "1^", "22019年", "32020年", "4比上年增加", "5^"],
      ["0城区", "1工业", "2512", "3530", "418", "53,120.5"],
      ["0^", "1商业", "2333", "3361", "428", "51,204.0"],
      ["0^", "1小计", "2845", "3891", "446", "54,324.5"],
      ["0乡镇", "1工业", "2187", "3190", "43", "5611.2"],
      ["0^", "1商业", "2325", "3340", "415", "5"],
      ["0^", "1小计", "2512", "3530", "418", "5987.6"],
      ["0合计×2", "21,357", "31,421", "464", "55,312.1"],
    ],
  );
});

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const paragraph = (inside: string) => `<w:p>${inside}</w:p>`;

/** The text of a .docx with this body, and no more of a .docx than that. */
async function textOf(body: string, namespace = W): Promise<string> {
  const xml = `<?xml version="1.0"?><!-- <w:t>9</w:t> --><w:document ${namespace}><w:body>${body}</w:body></w:document>`;
  return inFolder(async (folder) => {
    const file = join(folder, "body.docx");
    await writeFile(file, zipSync({ "word/document.xml": strToU8(xml) }));
    return (await readDocument(file)).text;
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "huimou-document-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

for (const [what, body, text] of [
  [
    "text that was moved away stays out, and moved here is read",
    paragraph(`<w:moveFrom>${run("8人")}</w:moveFrom><w:moveTo>${run("7人")}</w:moveTo>`),
    "7人",
  ],
  [
    "a paragraph whose end was deleted goes on in its line",
    `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run("查结5")}</w:p>${paragraph(run("95条"))}`,
    "查结595条",
  ],
  [
    "fields show their result, not their instruction",
    paragraph(
      `<w:fldSimple w:instr="=SUM(3)">${run("3件")}</w:fldSimple><w:r><w:instrText>4</w:instrText></w:r>`,
    ),
    "3件",
  ],
  [
    "content controls and groups are text",
    paragraph(`<w:sdt><w:sdtPr/><w:sdtContent>${run("6件")}</w:sdtContent></w:sdt>`),
    "6件",
  ],
  [
    "a paragraph that was made from the records is left out, and the next is read",
    `<w:p><w:pPr><w:pStyle w:val="AsideText"/></w:pPr>${run("7件")}</w:p>${paragraph(run("8件"))}`,
    "\n8件",
  ],
  [
    "of an annotated word the word is read, not its sound",
    paragraph(`<w:r><w:ruby><w:rt>${run("pin")}</w:rt><w:rubyBase>${run("拼8")}</w:rubyBase></w:ruby></w:r>`),
    "拼8",
  ],
  [
    "a table within a cell is part of the row; a break in a cell does not end it",
    `<w:tbl><w:tr><w:tc>${paragraph("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>")}</w:tc><w:tc><w:tbl><w:tr><w:tc>${paragraph(run("1户"))}</w:tc><w:tc>${paragraph(run("2户"))}</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>`,
    "甲\t乙\t1户\t2户",
  ],
  [
    "a tab stop of the layout is no tab",
    `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:tab/><w:t>3</w:t></w:r></w:p>`,
    "\t3",
  ],
  [
    "characters that XML escapes are themselves",
    paragraph(run("&lt;3&#20154;&amp;<![CDATA[<4>]]>")),
    "<3人&<4>",
  ],
] as const) {
  test(`in a .docx ${what}`, async () => assert.equal(await textOf(body), text));
}

test("content controls are told of with their tags, where their text stands; a long tag is a property", async () => {
  const control = (tag: string, inside: string) =>
    `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
  const body = `${paragraph(run("共") + control("a", `${run("6")}<w:del>${run("1")}</w:del>${run("件")}`) + control("b", run("乙")))}
    <w:tbl><w:tr><w:tc>${paragraph(run("甲"))}</w:tc><w:tc>${paragraph(control("long", run("7户")))}</w:tc></w:tr></w:tbl>
    ${paragraph(`${control("empty", `<w:del>${run("9")}</w:del>`)}<w:sdt><w:sdtPr/><w:sdtContent>${run("8")}</w:sdtContent></w:sdt>`)}`;
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const document = await inFolder(async (folder) => {
    const file = join(folder, "controls.docx");
    await writeFile(
      file,
      zipSync({
        "_rels/.rels": strToU8(
          `<Relationships><Relationship Type="${relation}/custom-properties" Target="docProps/custom.xml"/></Relationships>`,
        ),
        "docProps/custom.xml": strToU8(
          `<Properties xmlns:vt="urn:vt"><property name="long"><vt:lpwstr>a &amp; long tag</vt:lpwstr></property></Properties>`,
        ),
        "word/document.xml": strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
      }),
    );
    return readDocument(file);
  });
  assert.deepEqual(
    document.controls.map(({ start, end, tag }) => [document.text.slice(start, end), tag]),
    [
      ["6件", "a"],
      ["乙", "b"],
      ["7户", "a & long tag"],
    ],
  );
});

test("a .docx is read whichever prefix its writer chose, of the strict format, too", async () => {
  const strict = 'xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:w="urn:another"';
  assert.equal(await textOf(`<x:p><x:r><x:t>3人</x:t><w:t>4人</w:t></x:r></x:p>`, strict), "3人");
});

for (const [file, encoding] of [
  ["gb18030.txt", "GB18030"],
  ["utf-16.txt", "UTF-16 with its mark"],
  ["utf-16-unmarked.txt", "UTF-16 without a mark"],
  ["utf-8-marked.txt", "UTF-8 with a mark"],
] as const) {
  test(`text in ${encoding} is read, with the ends of its lines as they are`, async () => {
    const { text, paragraphs } = await readDocument(join(documents, file));
    const lines = text.split("\r\n");
    assert.equal(lines[0], "云岭公安“夏季行动”战果通报(演示数据)");
    assert.match(lines[2] ?? "", /^6月25日.*逃犯33名。$/);
    assert.deepEqual(paragraphs.slice(0, 3), [0, lines[0].length + 2, lines[0].length + 4]);
  });
}

const docx = await readFile(join(documents, "work-report.docx"));
const oldWord = await readFile(join(documents, "old-word.doc"));

/** A compound file with the stream in which a locked .docx lies, in place of the document's own. */
function locked(): Uint8Array {
  const bytes = Buffer.from(oldWord);
  const name = Buffer.from("WordDocument", "utf16le");
  Buffer.from("EncryptedPackage", "utf16le").copy(bytes, bytes.indexOf(name));
  return bytes;
}

function withFlag(bytes: Uint8Array): Uint8Array {
  const flagged = Uint8Array.from(bytes);
  flagged[6] = (flagged[6] ?? 0) | 1;
  return flagged;
}

const zipOf = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const body = (xml: string) => zipOf({ "word/document.xml": xml });

for (const [what, name, bytes, code] of [
  ["a .doc", "old.doc", oldWord, "claims.document-old-word"],
  ["a .doc called .docx", "old.docx", oldWord, "claims.document-old-word"],
  ["a locked .docx", "locked.docx", locked(), "claims.document-locked"],
  ["a locked ZIP", "locked.docx", withFlag(docx), "claims.document-locked"],
  ["half a .docx", "half.docx", docx.subarray(0, docx.length / 2), "claims.docx-malformed"],
  ["an empty .docx", "empty.docx", new Uint8Array(), "claims.docx-malformed"],
  ["a .docx without text", "no.docx", zipOf({ "a.xml": "<a/>" }), "claims.docx-malformed"],
  ["a .docx whose XML breaks off", "b.docx", body("<w:document><w:body>"), "claims.docx-malformed"],
  [
    "a .docx with a document type",
    "d.docx",
    body("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"),
    "claims.docx-malformed",
  ],
  ["a spreadsheet", "a.docx", zipOf({ "xl/workbook.xml": "<a/>" }), "claims.document-kind"],
  ["an ODT", "a.odt", zipOf({ mimetype: "a", "content.xml": "<a/>" }), "claims.document-kind"],
  ["an empty file", "a.txt", new Uint8Array(), "claims.document-empty"],
  ["a text of spaces", "a.md", strToU8(" \n\t\n"), "claims.document-empty"],
  ["a PDF called .txt", "a.txt", strToU8("%PDF-1.7\n%âãÏÓ"), "claims.document-kind"],
  ["an RTF called .doc", "a.doc", strToU8("{\\rtf1 611}"), "claims.document-kind"],
  ["a page of HTML", "a.html", strToU8("<p>611</p>"), "claims.document-kind"],
  [
    "bytes that are no text",
    "a.txt",
    Uint8Array.from({ length: 999 }, (_, at) => (at * 37) % 256),
    "claims.document-encoding",
  ],
  ["text in Latin-1", "a.txt", Uint8Array.from([0xe9, 0x74, 0xe9, 0x20, 0xe0]), "claims.document-encoding"],
] as const) {
  test(`${what} is refused with a cure`, () =>
    inFolder(async (folder) => {
      const file = join(folder, name);
      await writeFile(file, bytes);
      await assert.rejects(readDocument(file), (error) => {
        assert.ok(error instanceof IssueError);
        assert.deepEqual(
          error.issues.map((it) => it.code),
          [code],
        );
        return true;
      });
    }));
}

test("a .docx is known by what it is, not by its name", () =>
  inFolder(async (folder) => {
    const file = join(folder, "report.doc");
    await copyFile(join(documents, "work-report.docx"), file);
    assert.match((await readDocument(file)).text, /611条/);
  }));

test("a file that is not there is told so", async () => {
  await assert.rejects(readDocument(join(documents, "nothing.docx")), (error) => {
    assert.ok(error instanceof IssueError);
    assert.deepEqual(error.issues[0]?.params, { reason: "ENOENT" });
    return true;
  });
});
