/**
 * Checking the demonstration's release in a reader's browser (Chromium, WebCrypto), beside the same code on Node in the
 * same run: the log alone, fetched from this computer and from memory, and then with every figure derived anew.
 *
 *   node bench/verify-in-browser.ts [--scale 1] [--rounds 5]
 */
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { listenAt } from "../src/cli/site-server.ts";
import { release } from "../src/release/index.ts";
import { checkFigures } from "../src/site/check/check-figures.ts";
import { checkRelease } from "../src/site/check/check-release.ts";
import { type ReleaseFiles, remembered } from "../src/site/check/source.ts";
import { filesAt } from "../src/site/single-file/release-files.ts";
import { findChromium } from "../test/harness/chromium.ts";
import { demonstrationIn } from "./demonstration.ts";
import { inFolder, line, numberOption, secondsOf, shown, spreadOf } from "./measure.ts";

const rounds = numberOption("rounds", 5);

await inFolder(async (folder) => {
  const district = await demonstrationIn(folder, numberOption("scale", 1));
  const out = join(folder, "out");
  const { issues } = await release(district, { out, program: "bench" });
  if (issues.length > 0) throw new Error(JSON.stringify(issues[0]));
  const { size } = await district.ledger.head();
  await district.close();

  const site = await listenAt(out, 0);
  const { path } = await findChromium(folder, process.env);
  const browser = await chromium.launch({ executablePath: path, chromiumSandbox: process.getuid?.() !== 0 });
  console.log(`${shown(size)} entries; Chromium ${browser.version()}, Node ${process.version}\n`);
  const rates = new Map<string, number[]>();
  const note = (way: string, seconds: number) => rates.set(way, [...(rates.get(way) ?? []), size / seconds]);
  for (let round = 0; round < rounds; round++) {
    const page = await browser.newPage();
    await page.goto(`${site.address}/en/verify/`);
    await page.evaluate(() => {
      for (const id of ["check-files", "check-figures"])
        (document.getElementById(id) as HTMLInputElement).checked = false;
    });
    note("log, fetched: Chromium", await secondsInPage(page));
    note("log, from memory: Chromium", await secondsInPage(page));
    await page.evaluate(() => {
      (document.getElementById("check-figures") as HTMLInputElement).checked = true;
    });
    await secondsInPage(page);
    note("log and every figure, from memory: Chromium", await secondsInPage(page));
    await page.close();

    const files = remembered(filesAt(site.address));
    note("log, fetched: Node", await secondsOf(() => check(files)));
    note("log, from memory: Node", await secondsOf(() => check(files)));
    await check(files, checkFigures);
    note("log and every figure, from memory: Node", await secondsOf(() => check(files, checkFigures)));
  }
  for (const [way, list] of [...rates].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(line(way, spreadOf(list), "entries/s"));
  await browser.close();
  await site.close();
});

async function check(files: ReleaseFiles, figures?: typeof checkFigures): Promise<void> {
  const { issue } = await checkRelease({ read: files.read, files: "none", ...(figures && { figures }) });
  if (issue !== null) throw new Error(JSON.stringify(issue));
}

/** Presses the page's button; the seconds until it can be pressed again. Throws where something did not match. */
async function secondsInPage(page: Page): Promise<number> {
  const { seconds, fails } = await page.evaluate(async () => {
    const button = document.getElementById("check-start") as HTMLButtonElement;
    const start = performance.now();
    const ended = new Promise<void>((resolve) => {
      new MutationObserver((_, observer) => {
        if (button.hasAttribute("aria-disabled")) return;
        observer.disconnect();
        resolve();
      }).observe(button, { attributes: true });
    });
    button.click();
    await ended;
    const result = document.getElementById("check-result");
    return {
      seconds: (performance.now() - start) / 1000,
      fails: result?.querySelector(".verdict.holds") ? "" : (result?.innerText ?? "nothing came out"),
    };
  });
  if (fails !== "") throw new Error(fails);
  return seconds;
}
