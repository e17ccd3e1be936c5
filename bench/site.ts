/**
 * Building the demonstration's figure pages, beside Observable Framework building pages with the same tables and charts
 * in the same run; then what a browser fetches for a page of either: bytes (gzip) and requests, in real Chromium with
 * an empty cache.
 *
 * Framework (88 MB with what it needs) is no dependency: npm puts it into a temporary folder. Its pages have our tables as
 * they stand in our pages, and for each of our charts one of Observable Plot with the same numbers. Ours are drawn when
 * the site is built, theirs in the browser, so theirs are built with less and looked at with more. Theirs load no web
 * font, which is Framework's own default, and are not put on the disk for certain, as ours are.
 *
 * The whole release as its user runs it, reconciled, built, on the disk and signed, stands beside the bare writing of
 * the same bytes, which is the limit of this machine; with as many threads as there are cores, and with one. Seconds of
 * processor time (user and system, of all threads) tell what the clock does not where others use the machine, too.
 *
 *   node bench/site.ts [--rounds 3] [--pages 20]
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { loadavg } from "node:os";
import { dirname, extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { logOfDistrict } from "../src/release/edition-log.ts";
import { release } from "../src/release/index.ts";
import { releaseFiles } from "../src/release/write-site.ts";
import type { Edition } from "../src/site/index.ts";
import { known, type Site, siteOf } from "../src/site/site.ts";
import { findChromium } from "../test/harness/chromium.ts";
import { bareWriting } from "./bare-writing.ts";
import { demonstrationIn } from "./demonstration.ts";
import { inFolder, line, numberOption, secondsOf, shown, spreadOf } from "./measure.ts";

/** Figure pages in both languages. */
const FIGURE_PAGE = /^(?:en\/)?figures\/[^/]+\/index\.html$/;
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
};

const rounds = numberOption("rounds", 3);
const looked = numberOption("pages", 20);

await inFolder(async (folder) => {
  const framework = installedIn(join(folder, "framework"));
  const district = await demonstrationIn(folder, 1);
  const ours: { pages: number; figures: number; whole: number; cpu: number; all: number }[] = [];
  const single: { whole: number; cpu: number }[] = [];
  const bare: number[] = [];
  const theirs: number[] = [];
  const built: number[] = [];
  let paths: string[] = [];
  const out = join(folder, "out");
  for (let round = 0; round < rounds; round++) {
    rmSync(out, { recursive: true, force: true });
    const figures: string[] = [];
    let [pages, seconds] = [0, 0];
    let before = performance.now();
    const started = before;
    const cpu = process.cpuUsage();
    const { edition, issues } = await release(district, {
      out,
      program: "bench",
      onPage: (path) => {
        const now = performance.now();
        if (path.endsWith(".html")) pages += 1;
        if (FIGURE_PAGE.test(path)) {
          figures.push(path);
          seconds += (now - before) / 1000;
        }
        before = now;
      },
    });
    if (edition === null) throw new Error(JSON.stringify(issues[0]));
    const whole = (performance.now() - started) / 1000;
    const used = cpuSeconds(cpu);
    bare.push(await bareWriting(out, join(folder, "bare")));
    rmSync(join(folder, "bare"), { recursive: true });
    const again = process.cpuUsage();
    const aloneSeconds = await secondsOf(() =>
      release(district, { out: join(folder, "single"), program: "bench", threads: 1 }),
    );
    single.push({ whole: aloneSeconds, cpu: cpuSeconds(again) });
    rmSync(join(folder, "single"), { recursive: true });
    built.push(
      await secondsOf(async () => {
        for await (const _ of releaseFiles(edition, logOfDistrict(district)));
      }),
    );
    ours.push({ pages: figures.length, figures: seconds, whole, cpu: used, all: pages });
    if (round === 0) {
      paths = figures;
      writePages(framework, out, figures, edition);
    }
    theirs.push(await secondsOf(() => run(framework, "node_modules/.bin/observable", "build")));
  }
  await district.close();
  const rate = (count: number, seconds: readonly number[]) => spreadOf(seconds.map((it) => count / it));
  const own = ours.map((it) => it.figures);
  console.log(`${shown(paths.length)} pages of figures in two languages\n`);
  console.log(line("Huimou, figure pages", spreadOf(own), "s"));
  console.log(line("Framework, the same tables and charts", spreadOf(theirs), "s"));
  console.log(line("  ratio", spreadOf(theirs.map((it, i) => it / (own[i] ?? Number.NaN))), "×"));
  console.log(line("Huimou, figure pages", rate(paths.length, own), "pages/s"));
  console.log(line("Framework", rate(paths.length, theirs), "pages/s"));
  const all = ours[0]?.all ?? 0;
  const whole = ours.map((it) => it.whole);
  const alone = single.map((it) => it.whole);
  console.log(line(`Huimou, ${shown(all)} pages and all files of data, not written`, spreadOf(built), "s"));
  console.log(line("  the same", rate(all, built), "pages/s"));
  console.log(line(`Huimou, whole release, ${shown(all)} pages and all files of data`, spreadOf(whole), "s"));
  console.log(line("  the same", rate(all, whole), "pages/s"));
  console.log(line("  processor time of it", spreadOf(ours.map((it) => it.cpu)), "s"));
  console.log(line("  with one thread", spreadOf(alone), "s"));
  console.log(line("  the same", rate(all, alone), "pages/s"));
  console.log(line("  processor time of it", spreadOf(single.map((it) => it.cpu)), "s"));
  console.log(line("Bare writing of the same bytes, synced", spreadOf(bare), "s"));
  console.log(
    line("  whole release / bare writing", spreadOf(whole.map((it, i) => it / (bare[i] ?? 1))), "×"),
  );
  console.log(`  peak memory of this process ${shown(process.resourceUsage().maxRSS / 1024)} MB`);
  console.log(`  load of the machine, 1, 5 and 15 minutes: ${loadavg().map(shown).join(", ")}`);

  const { path } = await findChromium(folder, process.env);
  const browser = await chromium.launch({ executablePath: path, chromiumSandbox: process.getuid?.() !== 0 });
  const every = Math.max(1, Math.floor(paths.length / looked));
  const chosen = paths.filter((_, at) => at % every === 0);
  console.log(`\nfetched for one page, gzip, empty cache; ${chosen.length} pages of figures each`);
  await look(browser, "Huimou, first page", out, ["index.html"]);
  await look(browser, "Huimou", out, chosen);
  await look(browser, "Framework", join(framework, "dist"), chosen.map(theirPath));
  await browser.close();
});

/** Seconds that this process used of all processors, in the program and in the system, since an earlier reading. */
function cpuSeconds(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Framework with Plot, as npm has them, in a folder of its own. */
function installedIn(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), `{ "private": true, "type": "module" }\n`);
  const packages = ["@observablehq/framework@1.13.4", "@observablehq/plot@0.6.17"];
  run(folder, "npm", "install", "--ignore-scripts", "--no-fund", "--no-audit", ...packages);
  writeFileSync(
    join(folder, "observablehq.config.js"),
    `export default { root: "src", output: "dist", title: "bench", globalStylesheets: [] };\n`,
  );
  return folder;
}

function run(folder: string, command: string, ...options: string[]): void {
  const { status, stderr } = spawnSync(command, options, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${options.join(" ")}: ${stderr}`);
}

/** `en/figures/lead.received.html` for `en/figures/lead.received/index.html`. */
function theirPath(path: string): string {
  return `${dirname(path)}.html`;
}

/** Writes pages for Framework with the tables and charts that ours have. */
function writePages(framework: string, out: string, paths: readonly string[], edition: Edition): void {
  const site = siteOf(edition, new Map());
  for (const path of ["index.md", ...paths.map((it) => `${dirname(it)}.md`)])
    mkdirSync(dirname(join(framework, "src", path)), { recursive: true });
  writeFileSync(join(framework, "src", "index.md"), "# Figures\n");
  for (const path of paths) {
    const markup = readFileSync(join(out, path), "utf8");
    const [, title = ""] = /<h1>([\s\S]*?)<\/h1>/.exec(markup) ?? [];
    const tables = [...markup.matchAll(/<table[\s\S]*?<\/table>/g)].map(([table]) =>
      table.replace(/\n\s*\n/g, "\n"),
    );
    const charts = chartsOf(site, path.split("/").at(-2) ?? "", markup);
    const page = [`# ${title.replace(/<[^>]+>/g, "")}`, ...charts, ...tables].join("\n\n");
    writeFileSync(join(framework, "src", `${dirname(path)}.md`), `${page}\n`);
  }
}

/** Where our page has a chart, by year or by a dimension, the same numbers as one of Plot's. */
function chartsOf(site: Site, indicator: string, markup: string): string[] {
  const { observations, dimensions } = known(site.figures, indicator);
  const charts: string[] = [];
  const drawn = (section: string) =>
    new RegExp(`aria-labelledby="${section}">(?:(?!</section>)[\\s\\S])*<figure class="chart"`).test(markup);
  const years = (breakdown: Readonly<Record<string, string>>, part?: string) =>
    observations
      .byYear(undefined, breakdown)
      .map(({ period, value }) => ({ year: period, value: Number(value ?? 0), ...(part && { part }) }));
  if (drawn("by-year")) charts.push(chart(years({}), `x: "year", y: "value"`));
  for (const { dimension, values } of dimensions)
    if (drawn(`by-${dimension}`))
      charts.push(
        chart(
          values.flatMap((value) => years({ [dimension]: value }, value)),
          `x: "year", y: "value", fill: "part"`,
        ),
      );
  return charts;
}

function chart(data: readonly object[], channels: string): string {
  return [
    "```js",
    `import * as Plot from "@observablehq/plot";`,
    `display(Plot.plot({ marks: [Plot.barY(${JSON.stringify(data)}, { ${channels} })] }));`,
    "```",
  ].join("\n");
}

/** What real Chromium fetches for pages of a folder, each in a context of its own. */
async function look(browser: Browser, name: string, root: string, paths: readonly string[]): Promise<void> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://bench").pathname);
    const file = join(root, path);
    if (!existsSync(file)) return response.writeHead(404).end();
    const type = `${TYPES[extname(path)] ?? "application/octet-stream"}; charset=utf-8`;
    response.writeHead(200, { "content-type": type, "content-encoding": "gzip" });
    return response.end(gzipSync(readFileSync(file)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [bytes, requests, shifts]: [number[], number[], number[]] = [[], [], []];
  const others = new Set<string>();
  for (const path of paths) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    let [sum, count] = [0, 0];
    session.on("Network.requestWillBeSent", ({ request }) => {
      if (request.url.startsWith("data:")) return;
      count += 1;
      if (!request.url.startsWith(origin)) others.add(new URL(request.url).host);
    });
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      sum += encodedDataLength;
    });
    await page.goto(`${origin}/${path}`, { waitUntil: "networkidle" });
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let all = 0;
          const observer = new PerformanceObserver((list) => {
            for (const it of list.getEntries()) all += (it as PerformanceEntry & { value: number }).value;
          });
          observer.observe({ type: "layout-shift", buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(all)));
        }),
    );
    bytes.push(sum / 1000);
    requests.push(count);
    shifts.push(shift);
    await context.close();
  }
  server.close();
  console.log(line(`${name}, transferred`, spreadOf(bytes), "kB"));
  console.log(line(`${name}, requests`, spreadOf(requests), ""));
  const most = Math.max(...shifts);
  console.log(
    `  most layout shift ${most === 0 ? 0 : most.toFixed(3)}; asked of others: ${[...others].join(", ") || "nothing"}`,
  );
}
