import assert from "node:assert/strict";
import { after, test } from "node:test";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { PAGES, serveSite } from "./site-server.ts";

const server = await serveSite();
const browser = await openBrowser();
after(async () => {
  await browser.close();
  server.close();
});

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };

/** What colours can break: contrast by the stricter measure, too, and links that colour alone tells from text. */
const COLOURS = ["cat.color"];
/** What the guidelines ask for, and what is good use besides. */
const ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", ...COLOURS];

/** Each way to see a page: colours and layout are the same in both languages, texts are not. */
const WAYS = {
  zh: [
    [PHONE, "light"],
    [DESKTOP, "dark"],
  ],
  en: [
    [PHONE, "dark"],
    [DESKTOP, "light"],
  ],
} as const;

for (const language of ["zh", "en"] as const)
  test(`nothing is in anybody's way on any kind of page in ${language}: light and dark, phone and desktop`, async () => {
    const page = await browser.newPage();
    for (const path of PAGES.filter((it) => it.startsWith("en/") === (language === "en"))) {
      await page.goto(server.address + path);
      await page.evaluate(axe.source);
      for (const [viewport, colorScheme] of WAYS[language]) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await found(page, ALL), [], `${path} ${viewport.width} ${colorScheme}`);
      }
    }
    await page.close();
  });

test("whoever asks for more contrast is given more", async () => {
  const page = await browser.newPage({ viewport: PHONE });
  await page.goto(`${server.address}figures/work.accepted/`);
  await page.evaluate(axe.source);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, contrast: "no-preference" });
    const usual = await paper(page);
    await page.emulateMedia({ colorScheme, contrast: "more" });
    assert.notEqual(await paper(page), usual);
    assert.deepEqual(await found(page, COLOURS), [], colorScheme);
  }
  await page.close();
});

test("whoever forces colours can tell buttons and the present section", async () => {
  const page = await browser.newPage({ viewport: DESKTOP, forcedColors: "active" });
  await page.goto(`${server.address}search/`);
  const button = await page
    .getByRole("button")
    .first()
    .evaluate((it) => [getComputedStyle(it).color, getComputedStyle(it).backgroundColor]);
  assert.notEqual(button[0], button[1]);
  await page.goto(`${server.address}figures/`);
  const lines = await page
    .locator(".masthead nav a")
    .evaluateAll((all) =>
      all.map((it) => [it.hasAttribute("aria-current"), getComputedStyle(it).borderBottomColor] as const),
    );
  const [own] = lines.filter(([current]) => current);
  assert.ok(own !== undefined && lines.every(([current, colour]) => current || colour !== own[1]));
  await page.close();
});

/** The colour of the page. */
async function paper(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

/** What axe finds, in a form that says where. */
async function found(page: Page, rules: readonly string[]): Promise<unknown> {
  return page.evaluate(
    async (tags) => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
      return violations.map(({ id, impact, nodes }) => ({
        id,
        impact,
        nodes: nodes.slice(0, 3).map((it) => `${it.html.slice(0, 200)} ${it.failureSummary}`),
      }));
    },
    [...rules],
  );
}
