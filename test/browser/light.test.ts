import assert from "node:assert/strict";
import { after, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { KINDS, serveSite } from "./site-server.ts";

const server = await serveSite();
const browser = await openBrowser();
after(async () => {
  await browser.close();
  server.close();
});

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };

/** What a first page may take to be seen, compressed as every web server does it. */
const MOST_BYTES = 60_000;

/** What a page fetches until nothing more comes: each address with the bytes of its answer, compressed. */
async function fetchedBy(page: Page, address: string): Promise<Map<string, number>> {
  const answers: Promise<[string, number]>[] = [];
  page.on("requestfinished", (request) => {
    if (request.url().startsWith("data:")) return;
    const answer = request.response().then(async (it) => gzipSync((await it?.body()) ?? "").length);
    answers.push(answer.then((bytes) => [request.url(), bytes]));
  });
  await page.goto(address, { waitUntil: "networkidle" });
  return new Map(await Promise.all(answers));
}

test("the first page is seen after 60 kB and three answers, all from where the page is from", async () => {
  for (const language of ["", "en/"]) {
    const context = await browser.newContext({ viewport: PHONE });
    const fetched = await fetchedBy(await context.newPage(), server.address + language);
    const bytes = [...fetched.values()].reduce((sum, it) => sum + it, 0);
    assert.ok(bytes > 5_000 && bytes <= MOST_BYTES, `${bytes} bytes`);
    assert.ok(fetched.size >= 2 && fetched.size <= 3, [...fetched.keys()].join(" "));
    for (const address of fetched.keys()) assert.ok(address.startsWith(server.address), address);
    await context.close();
  }
});

test("nothing moves while a page of any kind comes, on a phone or a desktop", async () => {
  for (const viewport of [PHONE, DESKTOP]) {
    const page = await browser.newPage({ viewport });
    await page.addInitScript(() => {
      const moved = { by: 0 };
      Object.assign(globalThis, { moved });
      new PerformanceObserver((list) => {
        for (const it of list.getEntries() as (PerformanceEntry & { value: number })[]) moved.by += it.value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    const moving: string[] = [];
    for (const path of KINDS) {
      await page.goto(server.address + path, { waitUntil: "networkidle" });
      const moved = await page.evaluate(() => (globalThis as unknown as { moved: { by: number } }).moved.by);
      if (moved !== 0) moving.push(`${path} ${moved}`);
    }
    assert.deepEqual(moving, [], `at ${viewport.width} pixels`);
    await page.close();
  }
});
