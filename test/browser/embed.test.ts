import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, test } from "node:test";
import { openBrowser } from "./browser.ts";
import { serveSite } from "./site-server.ts";

const site = await serveSite();
const browser = await openBrowser();
after(async () => {
  await browser.close();
  site.close();
});

test("a journalist copies a figure into a page of her own, where it tells its value, its source and its proof", async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${site.address}figures/work.accepted/`);
  await page.getByText("嵌入到别的网页").click();
  const code = await page.getByRole("textbox", { name: "嵌入到别的网页" }).inputValue();
  // the address is the one that the district has; here it stands on a server of the test
  const own = code.replace("https://yunling.example/", site.address);
  assert.notEqual(own, code);
  const elsewhere = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>报纸</title><h1>一篇报道</h1>${own}`);
  });
  elsewhere.listen(0, "127.0.0.1");
  await once(elsewhere, "listening");
  try {
    for (const width of [360, 720]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
      const frame = page.frameLocator("iframe");
      await frame.getByRole("heading", { name: "验收工程", exact: true }).waitFor();
      assert.equal(await frame.locator(".value").first().innerText(), "205项");
      const foot = frame.locator("footer");
      assert.match(await foot.innerText(), /所据台账记至日志第 [\d,]+ 条/);
      assert.match((await foot.locator("a").last().getAttribute("href")) ?? "", /verify\/#checkpoint$/);
      assert.ok(await frame.getByText("演示数据：全部虚构").isVisible());
      assert.ok(await frame.getByRole("img").isVisible());
      const { height, needed, sideways } = await frame.locator("html").evaluate((it) => ({
        height: it.clientHeight,
        needed: it.scrollHeight,
        sideways: it.scrollWidth - it.clientWidth,
      }));
      assert.ok(needed <= height && sideways <= 0, `${needed} px in ${height} at ${width}`);
    }
    const frame = page.frameLocator("iframe");
    const verify = frame.getByRole("link", { name: "核验这项指标" });
    const [opened] = await Promise.all([page.context().waitForEvent("page"), verify.click()]);
    await opened.waitForURL("**/verify/?figure=work.accepted");
    assert.equal(await page.locator("h1").innerText(), "一篇报道", "the page around it stays");
  } finally {
    elsewhere.close();
  }
  await page.close();
});

test("a journalist downloads a series with its definition, and the numbers are those of the page", async () => {
  const page = await browser.newPage({ acceptDownloads: true });
  await page.goto(`${site.address}figures/work.accepted/`);
  const definition = await page.locator(".lead").innerText();
  const shown = await page
    .locator("#years tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [row.id, row.querySelector("td")?.textContent?.trim()] as const),
    );
  const [json, csv] = await Promise.all(["JSON", "CSV"].map((name) => download(name)));
  const { indicator, observations, demonstration } = JSON.parse(json ?? "");
  assert.equal(indicator.definition.zh, definition);
  assert.ok(demonstration.zh.startsWith("演示数据"));
  assert.ok(shown.length >= 5);
  for (const [period, value] of shown) {
    const found = observations.find(
      (it: { area: string; period: string; breakdown: object }) =>
        it.area === "999900000000" && it.period === period && Object.keys(it.breakdown).length === 0,
    );
    assert.equal(found?.value, value, `${period} in the JSON`);
    assert.match(
      csv ?? "",
      new RegExp(`work\\.accepted,999900000000,${period}[^\\n]*,${value}\\b`),
      `${period} in the CSV`,
    );
  }
  await page.close();

  async function download(name: string): Promise<string> {
    const link = page.locator(".facts").getByRole("link", { name, exact: true });
    const response = await page.request.get(
      new URL((await link.getAttribute("href")) ?? "", page.url()).href,
    );
    assert.equal(response.status(), 200);
    return response.text();
  }
});
