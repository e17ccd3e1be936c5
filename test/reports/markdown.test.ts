import assert from "node:assert/strict";
import { test } from "node:test";
import { toString as textOf } from "mdast-util-to-string";
import { parseMarkdown } from "../../src/reports/markdown.ts";

const textIn = (markdown: string, language: "zh" | "en" = "zh") => textOf(parseMarkdown(markdown, language));

test("lines broken between Chinese characters are joined without a space", () => {
  assert.equal(textIn("全区共受理\n线索，\n逐条核查。"), "全区共受理线索，逐条核查。");
  assert.equal(textIn("共受理\n:fig[611条]{tip.received}\n线索"), "共受理611条线索");
  assert.equal(
    textIn("共受理**\n611**\n条"),
    "共受理** 611**条",
    "emphasis does not open before a line's end",
  );
  assert.equal(textIn("“五宣\n联动”\n推进"), "“五宣联动”推进");
});

test("lines broken between English words are joined with a space, also beside a Chinese name", () => {
  assert.equal(textIn("the district\nreceived tips", "en"), "the district received tips");
  assert.equal(textIn("the town\n南山镇\nreceived", "en"), "the town 南山镇 received");
  assert.equal(textIn("云岭\n南山", "en"), "云岭南山");
  assert.equal(textIn("GDP\nper head", "zh"), "GDP per head");
});

test("a colon in ordinary text is no directive", () => {
  assert.equal(textIn("上午9:30开会，比分3:2，见a:b"), "上午9:30开会，比分3:2，见a:b");
  const tree = parseMarkdown("上午9:30开会", "zh");
  assert.deepEqual(
    tree.children.map((it) => "children" in it && it.children.map(({ type }) => type)),
    [["text"]],
  );
});

test("a tilde between numbers strikes nothing through", () => {
  assert.equal(textIn("每组5~8名，共10~12名"), "每组5~8名，共10~12名");
});
