import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { listenAt, type Site } from "../../src/cli/site-server.ts";
import { verifyInclusion } from "../../src/ledger/verify/index.ts";
import { releaseForFile } from "../release/release-for-file.ts";
import { sizeIn, tamper } from "../release/tamper.ts";
import { openBrowser } from "./browser.ts";

/** A real release with its signed log, on the server that comes with the program. */
const it = releaseForFile();
const browser = await openBrowser();
const sites: Site[] = [];

async function serve(folder: string): Promise<string> {
  const site = await listenAt(folder, 0);
  sites.push(site);
  return `${site.address}/`;
}

let address = "";
before(async () => {
  await it.ready;
  address = await serve(it.whole);
});
after(async () => {
  await browser.close();
  for (const site of sites) await site.close();
});

/** A page of which nobody complains. */
async function quietPage(options: Parameters<typeof browser.newPage>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options);
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return page;
}
const complaints: string[] = [];
after(() => assert.deepEqual(complaints, []));

/** Presses a panel's button and waits for what comes out. */
async function answerOf(page: Page, panel: "check" | "figure" | "prove"): Promise<string> {
  await page.click(`#${panel}-start`);
  await page.waitForSelector(`#${panel}-start:not([aria-disabled])`);
  return page.innerText(`#${panel}-result`);
}

test("an auditor goes from a figure to its derivation, sees every value hold, and then the whole release", async () => {
  const page = await quietPage();
  await page.goto(`${address}figures/work.planned/`);
  await page.getByRole("link", { name: "在浏览器里由这些条目重算本指标" }).click();
  await page.waitForSelector("#figure-result .verdict.holds");
  const figure = await page.innerText("#figure-result");
  assert.match(figure, /个公布的数值由 \d+ 条日志条目重新算出，个个相符/);
  const [row] = await page.locator("#figure-result tbody tr").allInnerTexts();
  assert.deepEqual(row?.split(/\s*\t\s*/), ["2019 – 2021", "5", "5"]);
  assert.equal(await page.locator("#figure-id").inputValue(), "work.planned");

  const whole = await answerOf(page, "check");
  assert.match(whole, /^✓ 全部相符/);
  const size = await sizeIn(it.whole);
  assert.ok(whole.includes(`yunling.example/huimou/999900 签了检查点：${size} 条`), whole);
  assert.match(whole, /指标\n✓ 相符 \d+ 个公布的数值由条目重新算出/);
  assert.match(whole, /公钥.*请与您从别处得到的比对/s);
  await page.close();
});

test("once read, the release is checked again without a network", async () => {
  const page = await quietPage();
  await page.goto(`${address}en/verify/`);
  assert.match(await answerOf(page, "check"), /^✓ Everything matches/);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.context().setOffline(true);
  assert.match(await answerOf(page, "check"), /^✓ Everything matches/);
  await page.selectOption("#figure-id", "work.planned");
  assert.match(await answerOf(page, "figure"), /published values are what \d+ entries of the log give/);
  assert.deepEqual(asked, []);
  await page.close();
});

test("without a network at the first check the page says which file it lacks, and the next one succeeds", async () => {
  const page = await browser.newPage();
  await page.goto(`${address}en/verify/`);
  await page.context().setOffline(true);
  assert.match(await answerOf(page, "check"), /^✗ The file .+ cannot be fetched/);
  await page.context().setOffline(false);
  assert.match(await answerOf(page, "check"), /^✓ Everything matches/);
  await page.close();
});

/** What is done to a copy of the site; where the page says that it does not match. */
const tampered: Readonly<
  Record<string, readonly [path: (size: number) => string, where: RegExp, step: string]>
> = {
  "a tile": [(size) => `log/tile/0/000.p/${size}`, /^log\/tile\/0\/000\.p\/\d+$/, "树"],
  "an entry": [(size) => `log/tile/entries/000.p/${size}`, /^log\/tile\/entries\/000\.p\/\d+:\d+$/, "条目"],
  "the manifest": [() => "manifest.json", /^manifest\.json$/, "清单"],
  "a file of data": [() => "data/observations.csv", /^data\/observations\.csv$/, "文件"],
  "a figure's file": [() => "figures/work.planned.json", /^figures\/work\.planned\.json$/, "文件"],
};

for (const [name, [pathOf, where, step]] of Object.entries(tampered))
  test(`a copy of the site in which one bit of ${name} was changed is refused, and the place named`, async () => {
    const folder = await it.copy(`browser-${name.replaceAll(/\W/g, "-")}`);
    await tamper(folder, pathOf(await sizeIn(folder)));
    const page = await quietPage();
    await page.goto(`${await serve(folder)}verify/`);
    assert.match(await answerOf(page, "check"), /^✗ 不符/);
    assert.match(await factOf(page, "位置"), where);
    assert.match(await factOf(page, "怎么办"), /\p{Script=Han}/u);
    assert.match(await factOf(page, step), /^✗ 不符/);
    await page.close();
  });

/** What stands beside a name in what came out of the check. */
async function factOf(page: Page, name: string): Promise<string> {
  const term = page.locator("#check-result dt").filter({ hasText: new RegExp(`^${name}$`) });
  return term.locator("xpath=following-sibling::dd").innerText();
}

test("a figure that was changed on the way is refused where it is derived", async () => {
  const folder = await it.copy("browser-figure");
  await tamper(folder, "figures/work.planned.json");
  const page = await quietPage();
  await page.goto(`${await serve(folder)}en/verify/?figure=work.planned`);
  await page.waitForSelector("#figure-result .verdict.fails");
  assert.match(await page.innerText("#figure-result"), /figures\/work\.planned\.json/);
  await page.close();
});

test("growth from a checkpoint that was kept is proven, pasted or as a file; from another key's it is not", async () => {
  const page = await quietPage();
  await page.goto(`${address}en/verify/`);
  await page.click("#check-options summary");
  await page.fill("#check-kept", await readFile(it.kept, "utf8"));
  assert.match(await answerOf(page, "check"), /Growth\n✓ matches only grown since it had \d+ entries/);
  await page.fill("#check-kept", "");
  await page.setInputFiles("#check-kept-file", it.kept);
  assert.match(await answerOf(page, "check"), /Growth\n✓ matches only grown since/);
  await page.fill("#check-kept", (await readFile(it.kept, "utf8")).replace(/\n(\d)/, "\n1$1"));
  assert.match(await answerOf(page, "check"), /^✗ It does not match\n+Where\nsince/);
  await page.fill("#check-kept", "");
  await page.fill("#check-key", "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
  assert.match(await answerOf(page, "check"), /^✗ It does not match\n+Where\nlog\/checkpoint/);
  await page.close();
});

test("an entry's proof is made, taken away with the entry, and holds without the log", async () => {
  const page = await quietPage();
  await page.goto(`${address}registers/work/`);
  const [link] = await page.getByRole("link", { name: /^证明第 \d+ 条在日志里$/ }).all();
  assert.ok(link !== undefined, "records lead to their proof");
  await link.click();
  await page.waitForSelector("#prove-result .verdict.holds");
  const position = Number(new URL(page.url()).searchParams.get("entry"));
  const takeAway = async (end: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click(`#prove-result a[download$="${end}"]`),
    ]);
    assert.equal(download.suggestedFilename(), `entry-${position}${end}`);
    return readFile(await download.path());
  };
  const proof = await takeAway(".tlog-proof");
  const entry = await takeAway(".json");
  const key = (await readFile(join(it.whole, "log", "vkey"), "utf8")).trim();
  const proven = await verifyInclusion(proof.toString(), key, new Uint8Array(entry));
  assert.equal(proven.position, position);
  assert.equal(proven.entry.register, "work");
  await page.fill("#prove-position", "123,456,789");
  assert.match(await answerOf(page, "prove"), /^✗ 不符/);
  await page.fill("#prove-position", "three");
  assert.match(await answerOf(page, "prove"), /^✗ 不符/);
  await page.close();
});

test("a folder is checked where the page is opened from it, and one with a foreign history is not taken for it", async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(it.whole, "en", "verify", "index.html")).href);
  assert.match(await page.innerText("#check-result"), /opened from a folder/);
  await page.setInputFiles("#check-folder", it.whole);
  assert.match(await answerOf(page, "check"), /^✓ Everything matches/);
  const changed = await it.copy("browser-chosen");
  await tamper(changed, "data/observations.csv");
  await page.setInputFiles("#check-folder", changed);
  assert.match(await answerOf(page, "check"), /^✗ It does not match\n+Where\ndata\/observations\.csv/);
  await page.close();
});

test("what came out is in nobody's way: axe, light and dark, from 320 px on, in both languages", async () => {
  for (const [folder, colorScheme] of [
    ["", "light"],
    ["en/", "dark"],
  ] as const) {
    const page = await quietPage({ colorScheme, viewport: { width: 320, height: 800 } });
    await page.goto(`${address}${folder}verify/?figure=work.planned`);
    await page.waitForSelector("#figure-result table");
    await answerOf(page, "check");
    await page.click("#check-options summary");
    await page.fill("#prove-position", "3");
    await answerOf(page, "prove");
    await page.evaluate(axe.source);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
        const { violations } = await axe.run(document, { resultTypes: ["violations"] });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
      });
      assert.deepEqual(found, [], `${folder} ${width}`);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.equal(wide, 0, `${folder} ${width}`);
    }
    await page.close();
  }
});

test("the keyboard alone starts the check, keeps its place, and hears how it came out", async () => {
  const page = await quietPage();
  await page.goto(`${address}en/verify/`);
  await page.focus("#main");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "check-start");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#check-result .verdict");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "check-start");
  assert.equal(await page.getAttribute("#check-result", "role"), "status");
  await page.focus("#prove-position");
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#prove-result .verdict.holds");
  await page.close();
});

test("without JavaScript the page tells the other ways, and offers nothing that it cannot do", async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${address}en/verify/`);
  assert.ok(!(await page.locator("#check").isVisible()));
  assert.equal(await page.getByRole("button").count(), 0);
  for (const title of ["With our program", "With a single file", "With tools of your own"])
    assert.ok(await page.getByRole("heading", { name: title }).isVisible(), title);
  await page.close();
});
