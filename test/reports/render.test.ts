import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type BoundReport,
  readReport,
  renderHtml,
  renderPlain,
  type Surroundings,
} from "../../src/reports/index.ts";
import { declarationsWith } from "./pack.ts";

/** A text as the gate would hand it on, every figure proven by an observation of 611. */
function bound(markdown: string, language: "zh" | "en" = "zh"): BoundReport {
  const text = { id: "r", language, file: "r.md", title: "题", markdown, period: "2019..2021" };
  const { tree, figures, citations, charts, issues } = readReport(declarationsWith([]), text);
  assert.deepEqual(issues, []);
  const bindings = figures.map(({ number, text, line, column, sentence, query }) => {
    assert.ok(query);
    const { indicator, area, period, where: breakdown } = query;
    const observation = { indicator, area, period: period.toString(), breakdown, value: "611" };
    return { number, text, line, column, sentence, observation };
  });
  return { id: "r", language, file: "r.md", title: "题", tree, bindings, citations, charts };
}

const surroundings: Surroundings = {
  hrefOf: ({ observation }) => `/figures/${observation.indicator}?period=${observation.period}&x=1`,
  hrefOfDocument: ({ document }) => `/documents/${document}`,
  chart: ({ number, title, by }) => `<figure id="k${number}">${title} by ${by}</figure>`,
};

const html = (markdown: string, language: "zh" | "en" = "zh") =>
  renderHtml(bound(markdown, language), surroundings);

test("a figure is a link to what proves it, with the number of its binding", () => {
  assert.equal(
    html("受理:fig[611条]{tip.received}，又:fig[**611**条]{tip.received period=2020}。"),
    '<p>受理<a class="figure" id="b1" href="/figures/tip.received?period=2019..2021&#x26;x=1">611条</a>，' +
      '又<a class="figure" id="b2" href="/figures/tip.received?period=2020&#x26;x=1"><strong>611</strong>条</a>。</p>',
  );
});

test("a citation is a link to its document, and a chart stands where it was asked for", () => {
  assert.equal(
    html("支出:cite[2.3万元]{document=budget-2020}。\n\n::chart[走势]{tip.received}"),
    '<p>支出<a class="citation" id="c1" href="/documents/budget-2020">2.3万元</a>。</p>\n' +
      '<figure id="k1">走势 by year</figure>',
  );
});

test("lines broken in Chinese leave no space, in English they do", () => {
  assert.equal(html("全区共\n受理\n线索。"), "<p>全区共受理线索。</p>");
  assert.equal(html("tips\nreceived", "en"), "<p>tips received</p>");
});

test("a table's columns are aligned by class, and comments are left out", () => {
  assert.equal(
    html("| 年 | 数 |\n|---|--:|\n| 甲 | :fig[611条]{tip.received} |\n\n<!-- 旧稿 -->"),
    "<table>\n<thead>\n<tr>\n<th>年</th>\n" +
      '<th class="align-right">数</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>甲</td>\n' +
      '<td class="align-right"><a class="figure" id="b1" href="/figures/tip.received?period=2019..2021&#x26;x=1">' +
      "611条</a></td>\n</tr>\n</tbody>\n</table>",
  );
});

test("text that looks like HTML is shown, not obeyed", () => {
  assert.equal(html("a \\<script>alert(1)\\</script> b"), "<p>a &#x3C;script>alert(1)&#x3C;/script> b</p>");
});

test("the same report gives the same HTML, also after a round trip through JSON", () => {
  const report = bound("受理:fig[611条]{tip.received}。\n\n::chart[走势]{tip.received}\n");
  const first = renderHtml(report, surroundings);
  assert.equal(renderHtml(report, surroundings), first);
  assert.equal(renderHtml(JSON.parse(JSON.stringify(report)), surroundings), first);
});

test("plain text keeps the words and drops the markup", () => {
  const report = bound(
    "# 题目\n\n受理:fig[611条]{tip.received}，\n**支出**:cite[2.3万元]{document=budget-2020}。\n\n" +
      "1. 甲\n2. 乙\n\n| 年 | 数 |\n|---|---|\n| 甲 | 乙 |\n\n::chart[走势]{tip.received}\n\n<!-- 旧稿 -->",
  );
  assert.equal(
    renderPlain(report),
    "题目\n\n受理611条，支出2.3万元。\n\n1. 甲\n2. 乙\n\n年\t数\n甲\t乙\n\n走势\n",
  );
});
