import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { site } from "../site/built.ts";
import { madeUpEdition } from "../site/edition.ts";
import { openBrowser } from "./browser.ts";
import { serveSite } from "./site-server.ts";

const server = await serveSite();
const browser = await openBrowser();
const complaints: string[] = [];
after(async () => {
  await browser.close();
  server.close();
  assert.deepEqual(complaints, []);
});

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const NANSHAN = "999900102000";
const WHOLE = "2017-04..2021-09";

/** What was published of the clinics accepted in one township. */
async function clinicsOf(area: string, period: string): Promise<string> {
  const { figures } = await madeUpEdition();
  const found = figures
    .find((it) => it.indicator === "work.accepted")
    ?.observations.find(
      (it) =>
        it.area === area &&
        it.period === period &&
        it.breakdown.kind === "clinic" &&
        Object.keys(it.breakdown).length === 1,
    )?.value;
  return found ?? assert.fail("the edition has no clinics there");
}

/** A page of which nobody complains, and how far things move on it that nobody moved. */
async function quietPage(options: Parameters<typeof browser.newPage>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options);
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.addInitScript(() => {
    const moved = { by: 0 };
    Object.assign(globalThis, { moved });
    new PerformanceObserver((list) => {
      for (const it of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!it.hadRecentInput) moved.by += it.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  return page;
}

/** The result of that title: what it says. */
function result(page: Page, title: string) {
  return page.locator("#found li").filter({ has: page.getByRole("link", { name: title, exact: true }) });
}

test("a citizen on a phone asks the first page for the clinics of her township and is told how many", async () => {
  const page = await quietPage(PHONE);
  await page.goto(server.address);
  await page.getByLabel("找什么").fill("南山镇 卫生院");
  await page.getByRole("button", { name: "搜索" }).tap();
  await page.waitForURL("**/search/?q=*");
  const clinics = result(page, "南山镇 · 验收工程：标准化卫生室");
  await clinics.waitFor();
  const value = await clinicsOf(NANSHAN, WHOLE);
  assert.match(await page.getByRole("status").innerText(), /^找到 \d+ 条$/);
  assert.equal(await page.locator("#found li h2").first().innerText(), "南山镇 · 验收工程：标准化卫生室");
  assert.equal(await clinics.locator(".value").innerText(), `${value}项`);
  assert.equal(await clinics.locator(".when").innerText(), "2017年4月—2021年9月");
  assert.deepEqual(await clinics.locator("mark").allInnerTexts(), ["南山镇", "卫生"]);
  assert.ok(
    (await page.evaluate(() => (globalThis as unknown as { moved: { by: number } }).moved.by)) < 0.01,
  );
  // and from the value to the place where it stands with all else of her township
  await clinics.getByRole("link").tap();
  await page.waitForURL(`**/areas/${NANSHAN}/#work.accepted`);
  const line = page.locator("[id='work.accepted'] dl > div").filter({ hasText: "卫生室" });
  assert.equal(await line.locator("dd").innerText(), value);
  await page.close();
});

test("the same in English, of one year and of two townships; the query stands in the address", async () => {
  const page = await quietPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(
    `${server.address}en/search/?q=${encodeURIComponent("How many clinics in Nanshan and Liuhe 2020")}`,
  );
  for (const [name, code] of [
    ["Nanshan Town", NANSHAN],
    ["Liuhe Town", "999900104000"],
  ] as const) {
    const clinics = result(page, `${name} · Works accepted: Village clinic`);
    await clinics.waitFor();
    const value = await clinicsOf(code, "2020");
    assert.match(await clinics.locator(".value").innerText(), new RegExp(`^${value}\\s*projects?$`));
    assert.equal(await clinics.locator(".when").innerText(), "2020");
    assert.deepEqual(await clinics.locator("mark").allInnerTexts(), [name, "clinic"]);
  }
  const box = page.getByRole("search").getByRole("searchbox", { name: "What are you looking for?" });
  await box.fill("Works under way 1999");
  await page.keyboard.press("Enter");
  await result(page, "Works under way").getByText("no value is published for 1999").waitFor();
  assert.match(page.url(), /\?q=Works\+under\+way\+1999$/);
  await page.goBack();
  await page.close();
});

test("what is no figure is found, too: places, registers, rules, sections of the report, by either language", async () => {
  const page = await quietPage();
  await page.goto(`${server.address}search/`);
  for (const [query, title, way] of [
    ["柳河", "柳河镇", "../areas/999900104000/"],
    ["Livelihood works", "民生实事", "../registers/work/"],
    ["已付投资不超过计划投资", "已付投资不超过计划投资", "../rules/work.paid-within-plan/"],
    ["怎样核验", "怎样核验", "../verify/"],
    ["把实事办到村口", "幸福：把实事办到村口", "../reports/five-years/#part-1"],
  ] as const) {
    await page.getByRole("searchbox").fill(query);
    const link = page.locator("#found").getByRole("link", { name: title, exact: true }).first();
    await link.waitFor();
    assert.equal(await link.getAttribute("href"), way, query);
  }
  await page.close();
});

test("who finds nothing is told what to do, and has the whole list; emptying the box brings it back", async () => {
  const page = await quietPage();
  await page.goto(`${server.address}search/?q=${encodeURIComponent("量子飞船")}`);
  await page.getByRole("status").filter({ hasText: "没有找到“量子飞船”" }).waitFor();
  await page.getByText("可以少写几个字").waitFor();
  assert.ok(await page.locator("#list-figures").isVisible());
  await page.getByRole("searchbox").fill("卫生室");
  await page.locator("#found li").first().waitFor();
  assert.ok(!(await page.locator("#list-figures").isVisible()));
  await page.getByRole("searchbox").fill("");
  assert.ok(await page.locator("#list-figures").isVisible());
  assert.equal(await page.locator("#found li").count(), 0);
  await page.close();
});

test("more results are brought by the keyboard, which then stands at the first of them", async () => {
  const page = await quietPage();
  await page.goto(`${server.address}search/?q=${encodeURIComponent("村")}`);
  const more = page.getByRole("button", { name: /^再显示 \d+ 条$/ });
  await more.waitFor();
  const [told = 0] = (await page.getByRole("status").innerText()).match(/\d+/) ?? [];
  const shown = await page.locator("#found li").count();
  await more.press("Enter");
  assert.equal(await page.locator("#found li").count(), Number(told));
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  assert.equal(focused, await page.locator("#found li a").nth(shown).innerText());
  await page.close();
});

test("without JavaScript the page is the whole list, and a query leads to it", async () => {
  const page = await quietPage({ javaScriptEnabled: false });
  await page.goto(server.address);
  await page.getByLabel("找什么").fill("卫生室");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search/?q=*");
  assert.ok(await page.locator("#list-rules").isVisible());
  await page.locator("#everything").getByRole("link", { name: "验收工程", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "验收工程", exact: true }).waitFor();
  await page.close();
});

test("results are in nobody's way: light and dark, phone and desktop", async () => {
  const page = await quietPage();
  for (const [path, width, colorScheme] of [
    ["search/?q=南山 卫生室", 320, "light"],
    ["en/search/?q=roads 2019", 1280, "dark"],
    ["search/?q=飞船", 390, "dark"],
    ["search/?q=村", 1280, "light"],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto(server.address + path);
    await page.getByRole("status").filter({ hasText: /\S/ }).waitFor();
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const { violations } = await axe.run(document, { resultTypes: ["violations"] });
      return violations.map(({ id, nodes }) => [id, nodes[0]?.html.slice(0, 200)]);
    });
    assert.deepEqual(found, [], path);
    const { clientWidth, scrollWidth } = await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      return { clientWidth, scrollWidth };
    });
    assert.ok(scrollWidth <= clientWidth, `${path}: ${scrollWidth} at ${clientWidth}`);
  }
  await page.close();
});

test("it searches without a network once it has the values, and says so where it has not", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.address}search/?q=${encodeURIComponent("南山镇 卫生室")}`);
  await page.locator("#found .value").first().waitFor();
  await context.setOffline(true);
  await page.getByRole("searchbox").fill("南山镇 农村公路");
  await result(page, "南山镇 · 验收工程：农村公路").locator(".value").waitFor();
  await page.getByRole("searchbox").fill("柳河镇 农村公路");
  const unread = result(page, "柳河镇 · 验收工程：农村公路");
  await unread.getByText("读不到数值").waitFor();
  assert.equal(await unread.locator(".value").count(), 0);
  await context.setOffline(false);
  await page.getByRole("searchbox").fill("柳河镇 农村公路 2020");
  await result(page, "柳河镇 · 验收工程：农村公路").locator(".value").waitFor();
  await context.close();
});

test("it works from a folder, without any server", async () => {
  const folder = await mkdtemp(join(tmpdir(), "huimou-search-"));
  try {
    for (const [path, text] of await site) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const page = await quietPage();
    await page.goto(`${pathToFileURL(join(folder, "search/index.html"))}`);
    await page.getByRole("searchbox").fill("南山镇 卫生室");
    const clinics = result(page, "南山镇 · 验收工程：标准化卫生室");
    await clinics.waitFor();
    assert.equal(await clinics.locator(".value").innerText(), `${await clinicsOf(NANSHAN, WHOLE)}项`);
    await clinics.getByRole("link").click();
    await page.getByRole("heading", { level: 1, name: "南山镇", exact: true }).waitFor();
    await page.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});
