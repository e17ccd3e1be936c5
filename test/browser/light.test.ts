import assert from "node:assert/strict";
import { after, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { inPieces } from "./in-pieces.ts";
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

test("nothing moves while a page of any kind comes in pieces, on a phone or a desktop", async () => {
  const moved = await Promise.all([PHONE, DESKTOP].map(moving));
  assert.deepEqual(moved, [[], []]);
});

/** What moves on a screen while pages come, one of each kind: the page's path and what was seen of it moving. */
async function moving(viewport: { width: number; height: number }): Promise<string[]> {
  const pieces = inPieces();
  const slow = await serveSite(pieces);
  const page = await browser.newPage({ viewport });
  try {
    await pieces.watch(page);
    await page.addInitScript(watchMoves);
    const found: string[] = [];
    for (const path of KINDS) {
      await page.goto(slow.address + path, { waitUntil: "load" });
      // what its programs fetch may not move it either
      if ((await page.locator("script").count()) > 0) await page.waitForLoadState("networkidle");
      const moves = await page.evaluate(() => (globalThis as unknown as Watched).moves());
      found.push(...moves.map((it) => `${path} ${it}`));
      assert.ok(pieces.early.has(`/${path}`), `${path} is not painted before it is whole`);
    }
    return found;
  } finally {
    await page.close();
    slow.close();
  }
}

interface Watched {
  /** all that has moved, once all that is there is painted: by how much of a screen, and what */
  moves(): Promise<string[]>;
}

/** Runs in the page: makes it `Watched`. */
function watchMoves(): void {
  type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };
  const moves: string[] = [];
  const add = (entries: PerformanceEntryList) => {
    for (const { value, sources } of entries as Shift[])
      moves.push(
        `${value} ${sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 200)).join(" ")}`,
      );
  };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  const told = () => {
    add(observer.takeRecords());
    return moves;
  };
  const watched: Watched = {
    moves: () =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(told())))),
  };
  Object.assign(globalThis, watched);
}
