import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { type ProseDocument, readDocument, readText, renderPage } from "../../src/claims/index.ts";
import { openBrowser } from "../browser/browser.ts";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core"), "utf8");

const TEXT = `云岭区回顾 <演示>

五年来，群众收入稳步增长，“三公”经费大幅下降。截至目前，云岭区共受理线索611条，查结595条，正在核查26条，追赃31人。
新建学校12所，其中小学5所、中学3所、幼儿园4所。通过新闻宣传、社会宣传、文艺宣传“三宣联动”，增长6.8%，提高0.5个百分点，用时20个工作日。
深化全面从严治党从严治党的步伐，<script>document.title = "stolen"</script>&amp;。
`;
const starts = [0, ...[...TEXT.matchAll(/\n/g)].map((match) => match.index + 1)];
const document: ProseDocument = { text: TEXT, paragraphs: starts, numbered: false, controls: [], tables: [] };

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** Shows the page of a document in a window, and takes it away again. It may ask nobody for anything. */
async function inWindow(
  html: string,
  { width = 1280, colorScheme = "light" }: { width?: number; colorScheme?: "light" | "dark" },
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  try {
    await page.setContent(html);
    await work(page);
    assert.deepEqual(asked, []);
  } finally {
    await page.close();
  }
}

const pageOf = (language: "zh" | "en") =>
  renderPage(document, readText(TEXT, { language }), { language, name: "草稿 & <draft>.txt" });

test("the page shows every line of the text as it stands, and what it holds stays text", () =>
  inWindow(pageOf("zh"), {}, async (page) => {
    // the numbers of findings stand among the words
    await page.evaluate(() => {
      for (const ref of globalThis.document.querySelectorAll("a.ref")) ref.remove();
    });
    assert.deepEqual(
      await page.locator(".row p").allTextContents(),
      TEXT.split("\n").filter((line) => line.trim() !== ""),
    );
    assert.equal(await page.title(), "草稿 & <draft>.txt · 回眸 · 文稿数字检查");
    assert.equal(await page.locator("script").count(), 0);
  }));

test("the page begins with the summary and what does not agree, and leads to each place", () =>
  inWindow(pageOf("en"), {}, async (page) => {
    const tiles = page.locator(".tiles").first();
    assert.deepEqual(await tiles.locator("dd").allTextContents(), ["11", "2", "3", "0", "2"]);
    const first = page.locator(".worst li");
    assert.equal(await first.count(), 3);
    assert.match((await first.first().textContent()) ?? "", /^✗ the parts add up to 621条.* line 3$/);
    for (const link of await page.locator("a[href^='#']").all()) {
      const target = await link.getAttribute("href");
      assert.equal(await page.locator(target ?? "").count(), 1, `${target}`);
    }
  }));

test("numbers are marked by their kind, and by what the checks say of them", () =>
  inWindow(pageOf("zh"), {}, async (page) => {
    const classesOf = (words: string) =>
      page.locator("mark", { hasText: new RegExp(`^${words}$`) }).getAttribute("class");
    assert.equal(await classesOf("611条"), "quantity inconsistent");
    assert.equal(await classesOf("12所"), "quantity consistent");
    assert.equal(await classesOf("6.8%"), "ratio");
    assert.equal(await classesOf("0.5个百分点"), "points");
    assert.equal(await classesOf("20个工作日"), "duration");
    assert.equal(await classesOf("稳步增长"), "vague");
    assert.equal(await classesOf("从严治党从严治党"), "inconsistent");
    const title = await page.locator("mark", { hasText: /^595条$/ }).getAttribute("title");
    assert.equal(title, "各部分之和为621条，与总数611条不符");
  }));

test("beside a paragraph stands what is said of it, what does not agree first", () =>
  inWindow(pageOf("zh"), {}, async (page) => {
    const notes = page.locator(".row", { hasText: "群众收入" }).locator(".notes li");
    assert.deepEqual(await notes.evaluateAll((items) => items.map((item) => item.className)), [
      "inconsistent",
      "inconsistent",
      "vague",
      "vague",
    ]);
    assert.match((await notes.first().textContent()) ?? "", /595条 \+ 26条 = 621条 ≠ 611条/);
    const [text, beside] = await Promise.all([
      page.locator(".row p", { hasText: "群众收入" }).boundingBox(),
      notes.first().boundingBox(),
    ]);
    assert.ok(text !== null && beside !== null && beside.x > text.x + text.width);
  }));

for (const language of ["zh", "en"] as const)
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [1280, 360])
      test(`the page in ${language}, ${colorScheme}, ${width} wide, shuts nobody out and needs no scrolling aside`, () =>
        inWindow(pageOf(language), { width, colorScheme }, async (page) => {
          assert.ok((await page.evaluate(() => globalThis.document.documentElement.scrollWidth)) <= width);
          await page.evaluate(axe);
          const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
          assert.deepEqual(
            violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
            [],
          );
        }));

test("on paper the page is dark on white, with what is said beside the text", () =>
  inWindow(pageOf("zh"), { colorScheme: "dark" }, async (page) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const colours = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(globalThis.document.body);
      return [color, backgroundColor];
    });
    assert.deepEqual(colours, ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  }));

test("of a Word document the page counts paragraphs", async () => {
  const word = await readDocument(join(import.meta.dirname, "documents/work-report.docx"));
  const html = renderPage(word, readText(word.text), { language: "zh", name: "work-report.docx" });
  await inWindow(html, {}, async (page) => {
    const row = page.locator(".row", { hasText: "受理线索" });
    assert.equal(await row.locator(".number").textContent(), "2");
    // a table stands as a whole, under the number of its first cell
    assert.equal(await page.locator(".row", { hasText: "改造危房" }).locator(".number").textContent(), "5");
  });
});

const tables = await readDocument(join(import.meta.dirname, "documents/tables.docx"));
const wrong = tables.text.replace("1,421", "1,412");

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [1280, 360])
    test(`a table is one on the page, ${colorScheme}, ${width} wide, with its heads and what is said of it`, () => {
      const reading = readText(wrong, { tables: tables.tables });
      const html = renderPage({ ...tables, text: wrong }, reading, { language: "zh", name: "tables.docx" });
      return inWindow(html, { width, colorScheme }, async (page) => {
        const table = page.getByRole("region", { name: "表1" });
        await table.locator("a.ref").evaluateAll((refs) => {
          for (const ref of refs) ref.remove();
        });
        assert.deepEqual(await table.locator("thead th").allTextContents(), [
          "地区",
          "类别",
          "企业数（户）",
          "收入",
          "2019年",
          "2020年",
          "比上年增加",
        ]);
        assert.equal(await table.getByRole("rowheader", { name: "城区" }).getAttribute("rowspan"), "3");
        assert.deepEqual(await table.locator("tbody tr").nth(1).locator("th, td").allTextContents(), [
          "商业",
          "333",
          "361",
          "28",
          "1,204.0",
        ]);
        const mark = table.locator("mark", { hasText: /^1,412$/ });
        assert.match((await mark.getAttribute("class")) ?? "", /inconsistent/);
        assert.match(
          (await page.locator(".worst li").first().textContent()) ?? "",
          /1,412户.*1421户.*表1第9行/,
        );
        assert.ok((await page.evaluate(() => globalThis.document.documentElement.scrollWidth)) <= width);
        await page.evaluate(axe);
        const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          [],
        );
      });
    });
