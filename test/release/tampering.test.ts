import assert from "node:assert/strict";
import { appendFile, cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { createKeys, openKeys } from "../../src/ledger/index.ts";
import { listFiles } from "../../src/release/index.ts";
import { inFolder } from "../ledger/place.ts";
import { verdict } from "./made-up-release.ts";
import { releaseForFile } from "./release-for-file.ts";

/** Each test changes a copy. */
const published = releaseForFile();

/** Changes one file's bytes. */
const inFile = (path: string, change: (bytes: Buffer) => Buffer) => async (folder: string) => {
  const file = join(folder, await found(folder, path));
  const bytes = await readFile(file);
  const changed = change(Buffer.from(bytes));
  assert.ok(!changed.equals(bytes), path);
  await rm(file);
  await writeFile(file, changed);
};

/** The only file that `path` names, `*` standing for any part of it; the last in order where there are several. */
async function found(folder: string, path: string): Promise<string> {
  const pattern = new RegExp(`^${path.replaceAll(".", "\\.").replaceAll("*", ".+")}$`);
  const paths = (await listFiles(folder)).filter((it) => pattern.test(it));
  const last = paths.sort((a, b) => a.localeCompare(b, "en", { numeric: true })).at(-1);
  assert.ok(last !== undefined, path);
  return last;
}

const flip = (bytes: Buffer) => {
  const middle = Math.floor(bytes.length / 2);
  return bytes.fill((bytes[middle] ?? 0) ^ 1, middle, middle + 1);
};
const replace = (from: string | RegExp, to: string) => (bytes: Buffer) =>
  Buffer.from(bytes.toString().replace(from, to));

const attacks: Readonly<Record<string, readonly [attack: (folder: string) => Promise<void>, found: RegExp]>> =
  {
    "a byte of an entry": [
      inFile("log/tile/entries/*", flip),
      /^ledger\.(entry-\S+|bundle-\S+) tile\/entries\/000\.p\/\d+/,
    ],
    "a byte of a hash": [inFile("log/tile/0/*", flip), /^ledger\.(root-mismatch|tile-changed) /],
    "an entry bundle cut short": [
      inFile("log/tile/entries/*", (it) => it.subarray(0, -20)),
      /^ledger\.bundle-cut tile\/entries/,
    ],
    "a tile cut short": [inFile("log/tile/0/*", (it) => it.subarray(0, -32)), /^ledger\.tile-width tile\/0/],
    "the checkpoint's root": [inFile("log/checkpoint", (it) => flip(it)), /^ledger\.\S+ checkpoint/],
    "the checkpoint's size": [
      inFile("log/checkpoint", replace(/\n\d+\n/, "\n7\n")),
      /^ledger\.signature-wrong checkpoint/,
    ],
    "the checkpoint's signature": [
      inFile("log/checkpoint", (it) => it.fill("A", it.length - 12, it.length - 8)),
      /^ledger\.signature-wrong checkpoint/,
    ],
    "the published key": [
      inFile("log/vkey", replace("yunling.example", "yunlinq.example")),
      /^ledger\.verifier-key-\S+ vkey/,
    ],
    "the manifest": [
      inFile("manifest.json", replace('"number":2', '"number":3')),
      /^verify\.manifest-altered manifest\.json$/,
    ],
    "the edition": [
      inFile("data/edition.json", replace('"value":"5"', '"value":"6"')),
      /^verify\.file-altered data\/edition\.json$/,
    ],
    "an observation on a page": [
      inFile("figures/work.planned/index.html", replace(">5<", ">6<")),
      /^verify\.file-altered figures\/work\.planned\/index\.html$/,
    ],
    "a number in the report": [
      inFile("reports/works/index.html", replace("5个", "6个")),
      /^verify\.file-altered reports\/works\/index\.html$/,
    ],
    "the English report": [
      inFile("en/reports/works/index.html", replace("4 tips", "9 tips")),
      /^verify\.file-altered en\/reports\/works\/index\.html$/,
    ],
    "a download": [inFile("data/*.csv", (it) => flip(it)), /^verify\.file-altered data\/\S+\.csv$/],
    "the style sheet": [inFile("style.css", (it) => flip(it)), /^verify\.file-altered style\.css$/],
    "a file added": [
      (folder) => writeFile(join(folder, "notes.html"), "<p>"),
      /^verify\.file-foreign notes\.html$/,
    ],
    "a page added beside the log": [
      (folder) => writeFile(join(folder, "log", "index.html"), "<p>"),
      /^verify\.file-foreign log\/index\.html$/,
    ],
    "a file removed": [
      (folder) => rm(join(folder, "figures", "tip.closed", "index.html")),
      /^verify\.file-missing figures\/tip\.closed\/index\.html$/,
    ],
    "the manifest removed": [
      (folder) => rm(join(folder, "manifest.json")),
      /^verify\.file-missing manifest\.json$/,
    ],
    "the edition removed": [
      (folder) => rm(join(folder, "data", "edition.json")),
      /^verify\.file-missing data\/edition\.json$/,
    ],
    "the checkpoint removed": [
      (folder) => rm(join(folder, "log", "checkpoint")),
      /^ledger\.file-missing checkpoint$/,
    ],
    "an entry bundle removed": [
      async (folder) => rm(join(folder, await found(folder, "log/tile/entries/*"))),
      /^ledger\.file-missing tile\/entries/,
    ],
    "a hash tile removed": [
      async (folder) => rm(join(folder, await found(folder, "log/tile/0/*"))),
      /^ledger\.file-missing tile\/0/,
    ],
    "text appended to a page": [
      (folder) => appendFile(join(folder, "index.html"), "<!-- -->"),
      /^verify\.file-altered index\.html$/,
    ],
  };

for (const [what, [attack, expected]] of Object.entries(attacks))
  test(`found by verify: ${what}`, () =>
    inFolder(async (folder) => {
      const copy = join(folder, "copy");
      await cp(published.whole, copy, { recursive: true });
      await attack(copy);
      assert.match(await verdict(copy), expected);
    }));

test("nothing is found in a copy that nobody changed", () =>
  inFolder(async (folder) => {
    const copy = join(folder, "copy");
    await cp(published.whole, copy, { recursive: true });
    assert.equal(await verdict(copy), "whole");
  }));

test("a release that somebody else signed is found by whoever has the district's key from elsewhere", () =>
  inFolder(async (folder) => {
    await createKeys(join(folder, "keys"), "yunling.example/huimou/999900");
    const other = await openKeys(join(folder, "keys"));
    assert.match(
      await verdict(published.whole, { verifierKey: other.verifierKey }),
      /^ledger\.signature-missing checkpoint/,
    );
    await other.close();
  }));

test("any byte of any published file that is flipped is found", () =>
  inFolder(async (folder) => {
    const copy = join(folder, "copy");
    await cp(published.whole, copy, { recursive: true });
    // those that earlier checkpoints needed belong to no release any more
    const narrower = /^log\/tile\/.*\.p\//;
    const paths = (await listFiles(copy)).filter((it) => !narrower.test(it));
    for (const path of paths.filter((_, i) => i % 4 === 0)) {
      const bytes = await readFile(join(copy, path));
      await writeFile(join(copy, path), flip(Buffer.from(bytes)));
      const said = await verdict(copy);
      assert.notEqual(said, "whole", path);
      await writeFile(join(copy, path), bytes);
    }
    assert.equal(await verdict(copy), "whole");
  }));
