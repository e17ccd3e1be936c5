import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import stringWidth from "string-width";
import { checkText, readDocument, renderTerminal, type TerminalOptions } from "../../src/claims/index.ts";
import { excerptsOf } from "../../src/claims/render/excerpt.ts";
import { wrapped } from "../../src/claims/render/wrap.ts";
import { seed } from "../seed.ts";
import { caseTexts, Random, randomText } from "./random-text.ts";

const options: TerminalOptions = { language: "zh", color: false, width: 60, columnsOf: stringWidth };

function shown(text: string, more: Partial<TerminalOptions> = {}): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
  const document = { text, paragraphs: starts, numbered: false, controls: [], tables: [] };
  return renderTerminal(document, checkText(text), { ...options, ...more });
}

const TEXT = `云岭区回顾
五年来，群众收入稳步增长，服务不断优化。截至目前，云岭区共受理线索611条，查结595条，正在核查26条，打掉“保护伞”1人，追赃31人。
新建学校12所，其中小学5所、中学3所、幼儿园4所。`;

test("the summary stands first, then what does not agree, what has no figure, and what holds", () => {
  assert.equal(
    shown(TEXT),
    `能用数字说明的表述 10 处：有数字 9 处，没有数字 1 处
✗ 对不上 2 处　? 无法判断 0 处　✓ 核对相符 1 处

对不上 · 2
  第2行  …云岭区共受理线索【611条】，查结【595条】，正在核查
  【26条】…
    ✗ 各部分之和为621条，与总数611条不符  [partition]
      595条 + 26条 = 621条 ≠ 611条
  第2行  …打掉“保护伞”1人，【追赃】【31人】
    ✗ “追赃”应以金额或物品计，文中为“31人”；如指人员，应为
    “追逃”  [unit]

可以有数字而没有 · 1
  第2行  五年来，群众收入【稳步增长】…

核对相符 · 1
  第3行  新建学校【12所】，其中小学【5所】、中学【3所】、幼
  儿园【4所】
    ✓ 各部分之和与总数相符  [partition]
      12所 = 5所 + 3所 + 4所
`,
  );
});

test("the same in English, for a paragraph of a word processor", () => {
  const text = TEXT.split("\n")[1] ?? "";
  const document = { text, paragraphs: [0], numbered: true, controls: [], tables: [] };
  const lines = renderTerminal(document, checkText(text, { language: "en" }), { ...options, language: "en" });
  assert.match(lines, /^6 statements that a figure can tell: 5 with one, 1 without\n✗ 2 not in agreement/);
  assert.match(lines, /paragraph 1 {2}…云岭区共受理线索【611条】/);
  assert.match(lines, /✗ the parts add up to 621条, not to the stated 611条/);
});

test("of a table the columns and rows are shown that a finding is about, under their heads", async () => {
  const document = await readDocument(new URL("documents/tables.docx", import.meta.url).pathname);
  const text = document.text.replace("1,421", "1,412");
  const { tables } = document;
  const lines = renderTerminal({ ...document, text }, checkText(text, { tables }), options).split("\n");
  assert.deepEqual(lines.slice(3, 12), [
    "对不上 · 2",
    "            地区  类别  企业数（户）",
    "                        2020年",
    "  表1第5行  城区  小计  【891】",
    "  表1第8行  乡镇  小计  【530】",
    "  表1第9行  合计        【1,412】",
    "    ✗ 表中“合计”、“企业数 2020年”为1,412户，各部分之和为1421",
    "    户  [partition]",
    "      891户 + 530户 = 1421户 ≠ 1,412户",
  ]);
});

test("two places in two sentences are shown each with its own line", () => {
  const text = "全年财政总收入12.5亿元。\n\n二是增收。全年财政总收入13.5亿元。";
  assert.match(
    shown(text),
    /第1行 {2}全年财政总收入【12.5亿元】\n {2}第3行 {2}全年财政总收入【13.5亿元】\n {4}✗/,
  );
});

test("marks are in colour where there is colour, and in brackets where there is none", () => {
  assert.ok(!shown(TEXT).includes("\u001b"));
  const painted = shown(TEXT, { color: true });
  assert.ok(painted.includes("\u001b[1;31m追赃"));
  assert.ok(!painted.includes("【"));
});

test("what a text holds cannot steer the terminal", () => {
  const text = "\u001b[2J收入\u009b稳步增长\r，\u202e共3人，其中1人、1人、其他1人2。";
  assert.doesNotMatch(shown(text), /[^\P{Cc}\n]|\u202e/u);
});

test("no line is wider than the terminal, whatever the text", () => {
  for (const width of [40, 80, 133])
    for (const text of caseTexts)
      for (const line of shown(text, { width, color: true }).split("\n"))
        assert.ok(stringWidth(line) <= width, `${stringWidth(line)}: ${line}`);
});

test(`wrapping loses nothing but the spaces that it breaks at, seed ${seed}`, () => {
  const runs = fc.array(
    fc.record({
      text: fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom("受理线索", "611条，", "3.5亿元 ", "（一）", "abc def "),
      ),
      style: fc.constantFrom("a", "b"),
    }),
  );
  fc.assert(
    fc.property(runs, fc.integer({ min: 8, max: 40 }), (given, width) => {
      const lines = wrapped(given, width, stringWidth);
      const bare = (text: string) => text.replaceAll(" ", "");
      assert.equal(
        bare(
          lines
            .flat()
            .map((run) => run.text)
            .join(""),
        ),
        bare(given.map((run) => run.text).join("")),
      );
      for (const line of lines)
        assert.ok(
          line.reduce((sum, run) => sum + [...run.text].reduce((w, c) => w + stringWidth(c), 0), 0) <= width,
        );
    }),
    { seed },
  );
});

test(`an excerpt shows every place, whatever the text, seed ${seed}`, () => {
  const random = new Random(seed);
  for (let count = 0; count < 1000; count += 1) {
    const text = randomText(random);
    for (const { spans } of checkText(text).findings) {
      const marks = spans.map(([start, end]) => ({ start, end }));
      const excerpts = excerptsOf(text, marks);
      assert.deepEqual(
        excerpts.flatMap((it) => it.marks),
        marks,
      );
      for (const { pieces, marks: own } of excerpts)
        for (const { start, end } of own) {
          // space at the edges is not shown
          const inner = text.slice(start, end).trim();
          assert.ok(pieces.some((it) => text.slice(it.start, it.end).includes(inner)));
        }
    }
  }
});
