import assert from "node:assert/strict";
import { test } from "node:test";
import { unzipSync } from "fflate";
import mammoth from "mammoth";
import { partOf, word } from "./made-up-document.ts";

const REPORT = `# 题

2019年以来受理:fig[611条]{tip.received}，2020年:fig[**611**条]{tip.received period=2020 source=hotline}，支出:cite[2.3万元]{document=budget-2020}。

## 幸福

### 村口

#### 一件

## 三、和谐

::chart[走势]{tip.received}

| 年 | 数 |
|---|--:|
| 甲 | :fig[611条]{tip.received} |

- 见[网页](https://yunling.example/?a=1&b=2)
`;

const textOf = async (document: Uint8Array) =>
  (await mammoth.extractRawText({ buffer: Buffer.from(document) })).value
    .split("\n")
    .filter((it) => it !== "");

test("another reader of Word documents finds the text, numbered as the standard numbers it", async () => {
  assert.deepEqual(await textOf(word(REPORT)), [
    "云岭区五年成绩单",
    "2019年以来受理611条，2020年611条，支出2.3万元。",
    "一、幸福",
    "（一）村口",
    "1.一件",
    "三、和谐",
    "图1　走势",
    "数字来自受理线索。演示数据",
    "年",
    "数",
    "甲",
    "611条",
    "——见网页",
    "附件：数据来源",
    "附件",
    "数据来源",
    "正文数字由台账记录算出。",
    "指标",
    "时间、范围",
    "文中写作",
    "数值",
    "受理线索",
    "2019—2021年",
    "611条",
    "611条",
    "2020年",
    "611条",
    "611条",
    "引用的文件",
    "1. 第七次人口普查公报",
  ]);
  const english = await textOf(word("## Well-being\n\n### Villages\n\n#### One", "en"));
  assert.deepEqual(english.slice(1, 4), ["1. Well-being", "1.1 Villages", "1.1.1 One"]);
});

test("every figure and citation stands in a control of its own that says what it is bound to", () => {
  const controls = [
    ...partOf(word(REPORT), "word/document.xml").matchAll(
      /<w:sdt><w:sdtPr><w:alias w:val="([^"]*)"\/><w:tag w:val="([^"]*)"\/><w:id w:val="(\d+)"\/>.*?<\/w:sdt>/g,
    ),
  ].map(([whole, alias, tag, id]) => ({
    alias,
    tag,
    id,
    text: [...whole.matchAll(/<w:t [^>]*>([^<]*)/g)].map(([, it]) => it).join(""),
  }));
  assert.deepEqual(
    controls.map(({ text, tag, alias }) => [text, tag, alias]),
    [
      ["611条", "fig tip.received 2019..2021", "tip.received 2019..2021"],
      ["611条", "fig tip.received 2020 source=hotline", "tip.received 2020"],
      ["2.3万元", "cite budget-2020", "budget-2020"],
      ["611条", "fig tip.received 2019..2021", "tip.received 2019..2021"],
    ],
  );
  assert.equal(new Set(controls.map(({ id }) => id)).size, controls.length);
});

test("a tag longer than Word takes stands among the document's properties, and its title is shortened", () => {
  const document = word(
    "受理:fig[611条]{tip.received period=2019-02..2021-11 source=hotline}，:fig[611条]{tip.received}。",
    "zh",
    // of any area but the district the tag names it
    { district: "1", titleOf: () => "云".repeat(80) },
  );
  const xml = partOf(document, "word/document.xml");
  const of = (name: string) =>
    [...xml.matchAll(new RegExp(`<w:${name} w:val="([^"]*)"`, "g"))].map(([, it]) => it);
  assert.deepEqual(of("tag"), ["huimou-100001", "fig tip.received 2019..2021 area=999900000000"]);
  assert.deepEqual(of("alias"), [`${"云".repeat(63)}…`, `${"云".repeat(63)}…`]);
  assert.match(
    partOf(document, "docProps/custom.xml"),
    /name="huimou-100001"><vt:lpwstr>fig tip\.received 2019-02\.\.2021-11 area=999900000000 source=hotline</,
  );
});

test("what XML cannot hold is left out, and what it gives a meaning is written out", async () => {
  const text = await textOf(word("甲 & 乙 \\< 丙 > “丁” \u0001\ufffe 戊", "zh", { title: 'A & "B" <C>' }));
  assert.deepEqual(text.slice(0, 2), ['A & "B" <C>', "甲 & 乙 < 丙 > “丁”  戊"]);
});

test("the same report gives the same bytes, and every picture is there and described", () => {
  const document = word(REPORT);
  assert.deepEqual(document, word(REPORT));
  const parts = Object.keys(unzipSync(document));
  assert.ok(parts.includes("word/media/chart1.png"));
  const types = partOf(document, "[Content_Types].xml");
  for (const part of parts.filter((it) => /\.xml$/.test(it) && it !== "[Content_Types].xml"))
    assert.ok(types.includes(`PartName="/${part}"`), part);
  for (const [, target = ""] of partOf(document, "word/_rels/document.xml.rels").matchAll(
    /Target="([^"]*)"/g,
  ))
    assert.ok(target.startsWith("https:") || parts.includes(`word/${target}`), target);
  assert.match(partOf(document, "word/document.xml"), /descr="走势：2019年611条"/);
});

test("typefaces and sizes are those of GB/T 9704-2012: 2号小标宋, 3号仿宋, 黑体, 楷体, 4号宋体", () => {
  const styles = partOf(word(REPORT), "word/styles.xml");
  const of = (id: string) => {
    const style = new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(styles)?.[0] ?? "";
    return [/w:eastAsia="([^"]*)"/.exec(style)?.[1], /<w:sz w:val="(\d+)"/.exec(style)?.[1]];
  };
  assert.deepEqual(["Title", "Heading1", "Heading2", "Heading3", "Attachment"].map(of), [
    ["方正小标宋简体", "44"],
    ["黑体", "32"],
    ["楷体_GB2312", "32"],
    ["仿宋_GB2312", "32"],
    ["黑体", "32"],
  ]);
  assert.match(styles, /<w:rPrDefault>.*?w:eastAsia="仿宋_GB2312".*?<w:sz w:val="32"\/>.*?<\/w:rPrDefault>/);
  assert.match(partOf(word(REPORT), "word/footer1.xml"), /w:eastAsia="宋体"\/><w:sz w:val="28"\/>/);
});
