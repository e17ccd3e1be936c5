/**
 * Takes the pictures of the READMEs from a published demonstration: `npm run demo -- --no-serve && npm run pictures`.
 * Take them anew where the site has changed so that they no longer show it.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import sirv from "sirv";
import { findChromium } from "../test/harness/chromium.ts";

/** A picture: its name, the page that it shows in either language, and the window. */
const pictures = [
  { name: "report", page: "reports/five-years/#part-4", width: 1280, height: 810 },
  { name: "figure", page: "figures/lead.received/", width: 460, height: 955 },
] as const;

/** Pixels to a point: sharp on fine screens. */
const deviceScaleFactor = 1.5;

const site = join(import.meta.dirname, "..", "data", "demo", "public");
const folder = await mkdtemp(join(tmpdir(), "huimou-pictures-"));
const server = createServer(sirv(site, { extensions: ["html"] })).listen(0, "127.0.0.1");
const { path: executablePath } = await findChromium(folder, process.env);
const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
try {
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  for (const { name, page: address, width, height } of pictures)
    for (const language of ["zh", "en"] as const) {
      const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor });
      await page.goto(`${home}${language === "en" ? "en/" : ""}${address}`, { waitUntil: "networkidle" });
      const picture = await webp(await page.screenshot());
      await writeFile(join(import.meta.dirname, "pictures", `${name}.${language}.webp`), picture);
      await page.close();
    }
} finally {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
}

/** A PNG as WebP, made on an empty page: those of the site let no script run. */
async function webp(png: Buffer): Promise<Buffer> {
  const page = await browser.newPage();
  const url = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext("2d")?.drawImage(image, 0, 0);
    const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.8 });
    const reader = new FileReader();
    reader.readAsDataURL(blob);
    await new Promise((resolve) => reader.addEventListener("load", resolve));
    return String(reader.result);
  }, png.toString("base64"));
  await page.close();
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}
