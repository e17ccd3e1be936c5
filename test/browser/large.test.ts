import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Page } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { KINDS, serveSite } from "./site-server.ts";

const server = await serveSite();
const browser = await openBrowser();
after(async () => {
  await browser.close();
  server.close();
});

/** 18 points, in the pixels of CSS. */
const LEAST = 24;

test("in large type every page that is reached is large, without JavaScript, and the way out leads out", async () => {
  for (const [width, height] of [
    [390, 844],
    [1280, 800],
  ] as const) {
    const page = await browser.newPage({ viewport: { width, height }, javaScriptEnabled: false });
    await page.goto(server.address);
    await page.getByRole("link", { name: "大字版", exact: true }).click();
    await page.waitForURL("**/large/");
    const frame = page.frameLocator("iframe");
    for (const [link, title] of [
      ["指标", "指标"],
      ["验收工程", "验收工程"],
      ["民生实事", "民生实事"],
    ] as const) {
      await frame.getByRole("link", { name: link, exact: true }).first().click();
      await frame.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
      assert.ok((await letters(page, ".lead, main p")) >= LEAST, `${title} at ${width}`);
    }
    assert.match(page.url(), /\/large\/$/, "the frame stays around every page");
    // asked for once more from within, it does not stand in itself
    await frame.getByRole("link", { name: "大字版", exact: true }).click();
    await frame.getByRole("heading", { level: 1, name: "云岭区五年成绩单" }).waitFor();
    assert.equal(page.frames().length, 2);
    await page.getByRole("link", { name: "退出大字版" }).click();
    await page.getByRole("heading", { level: 1, name: "云岭区五年成绩单" }).waitFor();
    assert.equal(page.frames().length, 1);
    await page.close();
  }
});

test("in large type no page of any kind scrolls sideways, on the smallest phone either", async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  for (const path of KINDS) {
    if (path === "large/") continue;
    await page.goto(`${server.address}large/`);
    await page.locator("iframe").evaluate((it: HTMLIFrameElement, to) => {
      it.src = to;
    }, server.address + path);
    const frame = await (await page.locator("iframe").elementHandle())?.contentFrame();
    assert.ok(frame);
    await frame.waitForURL(server.address + path);
    const wide = await frame.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const out = [...document.querySelectorAll("body *")].filter(
        (it) => it.closest(".scroll") === null && it.getBoundingClientRect().right > clientWidth + 1,
      );
      return [`${scrollWidth} in ${clientWidth}`, ...out.slice(0, 3).map((it) => it.outerHTML.slice(0, 160))];
    });
    assert.deepEqual(wide, [], path);
  }
  await page.close();
});

test("who asks for less motion has none, and forced colours leave every chart and box to be seen", async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "active" });
  for (const path of ["figures/work.accepted/", "search/?q=南山镇 卫生室"]) {
    await page.goto(server.address + path);
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0, path);
    assert.equal(
      await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior),
      "auto",
      path,
    );
  }
  const [input, paper] = await page.evaluate(() => [
    getComputedStyle(document.querySelector("#q-here") as Element).borderColor,
    getComputedStyle(document.documentElement).backgroundColor,
  ]);
  assert.notEqual(input, paper);
  await page.goto(`${server.address}figures/work.accepted/`);
  const fills = await page.evaluate(() => {
    const bars = [...document.querySelectorAll(".drawing .narrow path[fill^='var(--series']")];
    return [
      getComputedStyle(document.documentElement).backgroundColor,
      ...bars.map((it) => getComputedStyle(it).fill),
    ];
  });
  assert.ok(fills.length > 3);
  for (const fill of fills.slice(1)) assert.notEqual(fill, fills[0]);
  await page.close();
});

/** How large the least of some letters stand on the screen, in pixels: as the frame shows them. */
async function letters(page: Page, selector: string): Promise<number> {
  const shown = await page.locator("iframe").evaluate((it) => it.getBoundingClientRect().width);
  const frame = page.frameLocator("iframe");
  const own = await frame.locator("html").evaluate((it) => it.ownerDocument.defaultView?.innerWidth ?? 0);
  const sizes = await frame
    .locator(selector)
    .evaluateAll((all) => all.map((it) => Number.parseFloat(getComputedStyle(it).fontSize)));
  const text = sizes.filter((it) => it >= 16);
  assert.ok(text.length > 0);
  return (Math.min(...text) * shown) / own;
}
