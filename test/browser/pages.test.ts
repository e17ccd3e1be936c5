import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Page } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { PAGES, SECTIONS, serveSite } from "./site-server.ts";

const server = await serveSite();
const browser = await openBrowser();
after(async () => {
  await browser.close();
  server.close();
});

test("no page scrolls sideways, from the smallest phone to a desktop; nothing is asked of another server", async () => {
  const page = await browser.newPage();
  const heard = listenTo(page);
  for (const path of server.pages) {
    await page.goto(server.address + path);
    for (const width of [320, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      assert.deepEqual(await tooWide(page), [], `${path} at ${width}`);
      if (width >= 390) assert.deepEqual(await cutTables(page), [], `${path} at ${width}`);
    }
  }
  await page.close();
  assert.ok(heard.requests.size >= server.pages.length, "every page was asked for");
  for (const address of heard.requests) assert.ok(address.startsWith(server.address), address);
  assert.deepEqual(heard.complaints, []);
});

test("the numbers of the first page fill their rows at every width", async () => {
  const page = await browser.newPage();
  await page.goto(server.address);
  for (const width of [320, 390, 430, 520, 700, 900, 1100, 1280, 2560]) {
    await page.setViewportSize({ width, height: 800 });
    const [whole, last] = await page.evaluate(() =>
      [".summary", ".summary li:last-child"].map(
        (it) => document.querySelector(it)?.getBoundingClientRect().right,
      ),
    );
    assert.equal(last, whole, `${width}`);
  }
  await page.close();
});

test("no line of Chinese begins with a dash or with punctuation that closes", async () => {
  const page = await browser.newPage();
  for (const path of PAGES.filter((it) => !it.startsWith("en/"))) {
    await page.goto(server.address + path);
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      assert.deepEqual(await badStarts(page), [], `${path} at ${width}`);
    }
  }
  await page.close();
});

test("letters twice as large neither leave the page nor hide one another", async () => {
  const large = await openBrowser({ letters: 32 });
  try {
    const page = await large.newPage({ viewport: { width: 390, height: 844 } });
    for (const path of PAGES) {
      await page.goto(server.address + path);
      assert.deepEqual(await tooWide(page), [], path);
    }
    await page.goto(server.address);
    assert.equal(
      await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize)),
      2 * 17,
    );
  } finally {
    await large.close();
  }
});

test("pages say all that they say and lead to all places with JavaScript switched off", async () => {
  const on = await browser.newPage();
  const off = await browser.newPage({ javaScriptEnabled: false });
  for (const path of SECTIONS) {
    const there = await contents(off, path);
    const { text, links } = await contents(on, path);
    // what a script can do is offered only where there are scripts
    const lines = new Set(text.split("\n"));
    assert.deepEqual(
      there.text.split("\n").filter((it) => !lines.has(it)),
      [],
      path,
    );
    assert.equal(there.links, links, path);
    assert.ok(there.links > 8 && there.text.length > 200, path);
  }
});

/** All that a page says and leads to. */
async function contents(page: Page, path: string): Promise<{ text: string; links: number }> {
  await page.goto(server.address + path);
  return { text: await page.locator("body").innerText(), links: await page.locator("a[href]").count() };
}

/** Everything that a page asks for, and whatever the browser complains of. */
function listenTo(page: Page): { requests: Set<string>; complaints: string[] } {
  const heard = { requests: new Set<string>(), complaints: [] as string[] };
  page.on("request", (request) => heard.requests.add(request.url()));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) heard.complaints.push(message.text());
  });
  page.on("pageerror", (error) => heard.complaints.push(String(error)));
  return heard;
}

/** What sticks out of the page on the right, unless it is in a frame of its own that scrolls. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll("body *")].filter(
      (it) => it.closest(".scroll") === null && it.getBoundingClientRect().right > clientWidth + 1,
    );
    return [`${scrollWidth} px`, ...out.slice(0, 3).map((it) => it.outerHTML.slice(0, 160))];
  });
}

/** Tables that do not fit, though they are not meant to be scrolled. */
async function cutTables(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".scroll:not([tabindex])")]
      .filter((it) => it.scrollWidth > it.clientWidth)
      .map((it) => `${it.scrollWidth} px in ${it.clientWidth}: ${it.innerHTML.slice(0, 160)}`),
  );
}

/** Where a sign that belongs to what is before it stands in a line below it. */
function badStarts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const range = document.createRange();
    const placeOf = (node: Text, at: number) => {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      if (!(node instanceof Text)) continue;
      for (const { index } of node.data.matchAll(/(?<=\S)[—–，。；：、）》”’！？%]/g)) {
        const [before, own] = [placeOf(node, index - 1), placeOf(node, index)];
        if (own.width > 0 && before.width > 0 && own.top > before.top + 8 && own.left < before.left)
          found.push(node.data.slice(Math.max(0, index - 12), index + 12));
      }
    }
    return found;
  });
}
