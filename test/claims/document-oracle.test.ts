import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import mammoth from "mammoth";
import { docxText } from "../../src/claims/document/docx.ts";
import { seed } from "../seed.ts";

/** What is read, without the space between, in which the two differ on purpose: rows are lines here. */
const bare = (text: string) => text.replace(/\s+/g, "");

async function asMammothReads(bytes: Uint8Array): Promise<string> {
  return bare((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value);
}

test("of a document from a word processor, the text is what mammoth reads, and then the notes", async () => {
  const bytes = await readFile(join(import.meta.dirname, "documents/work-report.docx"));
  const { text } = docxText(bytes);
  assert.equal(bare(text.slice(0, text.indexOf("含幼儿园"))), await asMammothReads(bytes));
});

const words = fc.constantFrom("受理线索", "611条", "查结", "3.5亿元", "、", " ", "增长6.8%");
const run = words.map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`);
const runs = fc.array(run, { maxLength: 4 }).map((list) => list.join(""));
const inline = fc.oneof(
  run,
  runs.map((inside) => `<w:ins w:id="1">${inside}</w:ins>`),
  words.map((text) => `<w:del w:id="2"><w:r><w:delText>${text}</w:delText></w:r></w:del>`),
  runs.map((inside) => `<w:moveTo w:id="3">${inside}</w:moveTo>`),
  runs.map((inside) => `<w:moveFrom w:id="4">${inside}</w:moveFrom>`),
  runs.map((inside) => `<w:hyperlink w:anchor="a">${inside}</w:hyperlink>`),
  runs.map((inside) => `<w:sdt><w:sdtPr/><w:sdtContent>${inside}</w:sdtContent></w:sdt>`),
  runs.map((inside) => `<w:smartTag w:element="a">${inside}</w:smartTag>`),
  fc.constant("<w:r><w:tab/></w:r>"),
  runs.map(
    (inside) =>
      `<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>${inside}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
  ),
);
const paragraph = fc
  .record({ inside: fc.array(inline, { maxLength: 5 }), ends: fc.boolean() })
  .map(
    ({ inside, ends }) =>
      `<w:p>${ends ? "" : '<w:pPr><w:rPr><w:del w:id="5"/></w:rPr></w:pPr>'}${inside.join("")}</w:p>`,
  );
const cell = runs.map((inside) => `<w:tc><w:p>${inside}</w:p></w:tc>`);
const row = fc.array(cell, { minLength: 1, maxLength: 3 }).map((cells) => `<w:tr>${cells.join("")}</w:tr>`);
const table = fc
  .array(row, { minLength: 1, maxLength: 3 })
  .map((rows) => `<w:p/><w:tbl>${rows.join("")}</w:tbl>`);
const body = fc.array(fc.oneof({ weight: 3, arbitrary: paragraph }, table), { maxLength: 8 });

test(`of any document the text is what mammoth reads, seed ${seed}`, async () => {
  await fc.assert(
    fc.asyncProperty(body, async (parts) => {
      const bytes = zipSync({
        "_rels/.rels": strToU8(
          `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
        ),
        "word/document.xml": strToU8(
          `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>${parts.join("")}<w:p/></w:body></w:document>`,
        ),
      });
      assert.equal(bare(docxText(bytes).text), await asMammothReads(bytes));
    }),
    { seed, numRuns: 200 },
  );
});
