import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseMarkdown } from "../../src/reports/markdown.ts";
import { blocksOf, sentenceAt } from "../../src/reports/prose.ts";
import { placesOf } from "../../src/reports/source-map.ts";

const blocks = (source: string, language: "zh" | "en" = "zh") =>
  blocksOf(parseMarkdown(source, language), source);

test("every kind of published text is a block", () => {
  const source = `# 题目12条

段落 **34**\`56\` [链接](x "说明78") ![图90](y)

- 一项11
  1. 小项22

> 引文33

| 表头 | 44 |
|---|---|
| 55 | 66 |

    代码77

::chart[图88]{tip.received}

[注]: https://example.org "99"
`;
  const texts = blocks(source).map((it) => it.text);
  for (const number of [12, 34, 56, 78, 90, 11, 22, 33, 44, 55, 66, 77, 88, 99])
    assert.ok(
      texts.some((it) => it.includes(String(number))),
      `${number} is published and in no block: ${JSON.stringify(texts)}`,
    );
});

test("comments are published nowhere", () => {
  assert.deepEqual(
    blocks("<!-- 旧稿611条 -->\n\n正文<!-- 12 -->。").map((it) => it.text),
    ["正文。"],
  );
});

test("an offset in a block leads back to its line and column", () => {
  const source = "# 题\n\n> 引文第一行\n> 有**611**\n> 条 &lt;线索\\*\n\n- 列表\n  续行22条\n";
  const placeAt = placesOf(source);
  const placeOf = (needle: string) => {
    for (const { text, offsets } of blocks(source)) {
      const at = text.indexOf(needle);
      if (at >= 0) return placeAt(offsets[at] ?? -1);
    }
    return null;
  };
  assert.deepEqual(placeOf("611"), { line: 4, column: 6 });
  assert.deepEqual(placeOf("条 <线索"), { line: 5, column: 3 });
  assert.deepEqual(placeOf("<线索"), { line: 5, column: 5 });
  assert.deepEqual(placeOf("*"), { line: 5, column: 12 });
  assert.deepEqual(placeOf("22条"), { line: 8, column: 5 });
});

test("property: each character of a block stands in the source where it is said to stand", () => {
  const piece = fc.constantFrom(
    ...[
      "受理",
      "611条",
      "**12件**",
      "\n",
      "\n> 引",
      "\n- 项",
      "\\*",
      "&amp;",
      ":fig[3个]{tip.received}",
      "`7`",
      " ",
      "9:30",
    ],
    ...["[链](u)", "\n\n", "| a | 5 |\n|--|--|\n| 6 | 7 |\n\n", "a b", "😀"],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const source = pieces.join("");
      for (const { text, offsets } of blocks(source)) {
        assert.equal(offsets.length, text.length);
        for (let at = 0; at < text.length; at += 1) {
          const [wanted, found] = [text.charAt(at), source.charAt(offsets[at] ?? -1)];
          const moved = found === "&" || wanted === " " || wanted === "\n";
          assert.ok(wanted === found || moved, `${JSON.stringify(source)}: ${at} of ${JSON.stringify(text)}`);
          assert.ok(at === 0 || (offsets[at] ?? 0) >= (offsets[at - 1] ?? 0), "offsets never go back");
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("a figure's sentence ends at its own full stop", () => {
  const [block] = blocks("先说一句。全区共受理线索611条（“应收尽收”）。再说一句！");
  assert.ok(block);
  assert.equal(sentenceAt(block, block.text.indexOf("611")), "全区共受理线索611条（“应收尽收”）。");
  assert.equal(sentenceAt(block, 0), "先说一句。");
  assert.equal(sentenceAt(block, block.text.length - 1), "再说一句！");
});

test("a decimal point ends no sentence, a point before a space does", () => {
  const [block] = blocks("It rose by 3.5 percent. Then 611 tips came in.", "en");
  assert.ok(block);
  assert.equal(sentenceAt(block, block.text.indexOf("3.5")), "It rose by 3.5 percent.");
  assert.equal(sentenceAt(block, block.text.indexOf("611")), "Then 611 tips came in.");
});

test("a table's figure has its row for a sentence", () => {
  const [, , cell, value] = blocks("| 年度 | 受理 |\n|---|---|\n| 2020年 | :fig[611条]{tip.received} |\n");
  assert.equal(cell?.text, "2020年");
  assert.ok(value);
  assert.equal(sentenceAt(value, 0), "2020年 | 611条");
});
