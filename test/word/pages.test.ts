import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type ProseDocument, readDocument } from "../../src/claims/index.ts";
import { rendererWith, wordReports } from "../../src/site/index.ts";
import { chineseFont, converted } from "../harness/office.ts";
import { madeUpEdition } from "../site/edition.ts";
import { word } from "./made-up-document.ts";
import { type Line, type PdfPage, pagesOf } from "./pdf.ts";

// GB/T 9704-2012: a sheet of A4 with 37 mm above and 28 mm left of 156 mm × 225 mm, in which 22 lines of 28 characters stand
const MM = 72 / 25.4;
const [TOP, LEFT, RIGHT, BOTTOM] = [37 * MM, 28 * MM, (28 + 156) * MM, (37 + 225) * MM];
const PITCH = (225 / 22) * MM;
/** The standard lets the type area be off by this much (6.3). */
const OFF = 1 * MM;

/** 70 lines of characters alone, which are as wide as they are high. */
const PLAIN = `第一段${"云岭区台账记录".repeat(40)}。\n\n## 幸福\n\n${"云岭区台账记录".repeat(240)}`;

const names = ["plain", "works.zh", "works.en"] as const;
const pages = new Map<(typeof names)[number], readonly PdfPage[]>();
let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "huimou-word-"));
  await writeFile(join(folder, "plain.docx"), word(PLAIN));
  for (const { path, bytes } of wordReports(await madeUpEdition(), await rendererWith([chineseFont])))
    await writeFile(join(folder, path.replace(/^[^.]*/, "works")), bytes);
  const files = names.map((it) => [join(folder, `${it}.docx`), join(folder, `${it}.pdf`)] as const);
  await converted([...files, [join(folder, "works.zh.docx"), join(folder, "saved.docx")]]);
  for (const [at, [, pdf]] of files.entries())
    pages.set(names[at] ?? "plain", await pagesOf(await readFile(pdf)));
});

after(() => rm(folder, { recursive: true, force: true }));

const of = (name: (typeof names)[number]) => pages.get(name) ?? [];
const near = (value: number | undefined, wanted: number, off: number, what: string) =>
  assert.ok(
    value !== undefined && Math.abs(value - wanted) <= off,
    `${what}: ${value}, not ${wanted} ± ${off}`,
  );

/** A page's lines without the one that numbers it. */
const linesOf = ({ lines }: PdfPage): readonly Line[] => lines.filter(({ base }) => base < BOTTOM);

test("LibreOffice sets the report on A4, 22 lines to the page and 28 characters of 3号 to the line", () => {
  const [first, second, third] = of("plain");
  assert.ok(first && second && third);
  for (const { width, height } of of("plain")) {
    near(width, 210 * MM, 0.5, "width of the page");
    near(height, 297 * MM, 0.5, "height of the page");
  }
  const lines = linesOf(second);
  assert.equal(lines.length, 22);
  for (const { text, size, left, right } of lines) {
    assert.deepEqual([[...text].length, size], [28, 16], text);
    near(left, LEFT, OFF, "left edge");
    near(right, RIGHT, OFF, "right edge");
  }
  for (const [at, { base }] of lines.entries())
    near(base, (lines[0]?.base ?? 0) + at * PITCH, OFF, "a line's place");
  assert.ok((lines[0]?.base ?? 0) - 16 >= TOP - OFF, "no letter stands above the type area");
  near((lines[0]?.base ?? 0) - TOP, PITCH * 0.75, 3, "the first line stands at the top of the type area");
  assert.ok((lines[21]?.base ?? 0) + 4 <= BOTTOM + OFF, "no letter stands below it");
});

test("the title stands centred in 2号 below two free lines, the text begins below one more, two characters in", () => {
  const [first] = of("plain");
  assert.ok(first);
  const [title, begin, next] = linesOf(first);
  assert.deepEqual([title?.text, title?.size], ["云岭区五年成绩单", 22]);
  assert.ok(title && begin && next);
  near((title.left + title.right) / 2, (LEFT + RIGHT) / 2, OFF, "the title's middle");
  const lineOf = (base: number) => Math.floor((base - TOP) / PITCH) + 1;
  assert.deepEqual([lineOf(title.base), lineOf(begin.base), lineOf(next.base)], [3, 5, 6]);
  near(begin.left, LEFT + 2 * 15.75, 1, "the first line's indent");
  near(next.left, LEFT, OFF, "the second line");
  const heading = linesOf(first).find(({ text }) => text === "一、幸福");
  near(heading?.left, LEFT + 2 * 15.75, 1, "a heading's indent");
});

test("page numbers stand in 4号 between dashes, 7 mm below, a character in, outside on both sides of a sheet", () => {
  for (const [at, { lines }] of of("plain").entries()) {
    const number = lines.at(-1);
    assert.deepEqual([number?.text, number?.size], [`— ${at + 1} —`, 14]);
    // the dash lies about a third of the letters' height above their line
    near((number?.base ?? 0) - 14 / 3, BOTTOM + 7 * MM, 1.5 * MM, "the dash's place");
    if (at % 2 === 0) near(number?.right, RIGHT - 14, OFF, "right edge on an odd page");
    else near(number?.left, LEFT + 14, OFF, "left edge on an even page");
  }
});

test("a released report stays within the type area, tables and charts with it, and lists its sources", () => {
  for (const [name, title, attachment] of [
    ["works.zh", "云岭区五年成绩单", "数据来源"],
    ["works.en", "Yunling: five years in figures", "Sources of the figures"],
  ] as const) {
    const found = of(name);
    assert.equal(linesOf(found[0] ?? { width: 0, height: 0, lines: [] })[0]?.text, title);
    for (const page of found)
      for (const { text, left, right, base } of linesOf(page)) {
        assert.ok(left >= LEFT - OFF && base >= TOP, `${name}: ${text} begins at ${left}, ${base}`);
        // a full stop may hang over the edge
        assert.ok(right <= RIGHT + 16, `${name}: ${text} ends at ${right}`);
      }
    const first = found.findIndex((page) =>
      linesOf(page).some(({ text, size }) => text === attachment && size === 22),
    );
    assert.ok(first > 0, `${name}: the sources have a page of their own`);
    const sources = found.slice(first).flatMap(linesOf);
    assert.ok(sources.length > 15, `${name}: ${sources.length} lines of sources`);
  }
});

test("a document that LibreOffice opened and saved keeps its text, and every number what it is bound to", async () => {
  const [written, saved] = await Promise.all(
    ["works.zh.docx", "saved.docx"].map((it) => readDocument(join(folder, it))),
  );
  assert.ok(written && saved);
  const controls = ({ text, controls }: ProseDocument) =>
    controls.map(({ start, end, tag }) => [text.slice(start, end), tag]);
  assert.deepEqual(controls(saved), controls(written));
  assert.ok(saved.controls.length > 10);
  assert.equal(saved.text.replace(/\s+/g, ""), written.text.replace(/\s+/g, ""));
});
