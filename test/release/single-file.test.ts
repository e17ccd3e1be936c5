import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { access, cp, mkdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { listenAt } from "../../src/cli/site-server.ts";
import { inFolder } from "../ledger/place.ts";
import { releaseForFile } from "./release-for-file.ts";
import { flip, sizeIn, tamper } from "./tamper.ts";

const it = releaseForFile();

/** A key that signs other logs: the example of its standard. */
const otherKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a release's own single file, from a folder where nothing else is. */
function run(
  args: readonly string[],
  { node = process.execPath, lang = "en_US.UTF-8" } = {},
): Promise<Ended> {
  return inFolder(async (folder) => {
    await cp(join(it.whole, "verify.mjs"), join(folder, "verify.mjs"));
    return new Promise<Ended>((resolve) => {
      const options = { cwd: folder, env: { LANG: lang, NO_PROXY: "*" } };
      execFile(node, ["verify.mjs", ...args], options, (error, out, err) =>
        resolve({ code: error === null ? 0 : Number(error.code), out, err }),
      );
    });
  });
}

/** Every Node of the machine that is new enough, by its place; this one among them. */
async function nodes(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const node = join(folder, "node");
    const isThere = await access(node).then(
      () => true,
      () => false,
    );
    if (!isThere) continue;
    const version = await new Promise<string>((resolve) =>
      execFile(node, ["--version"], (error, out) => resolve(error === null ? out.trim() : "")),
    );
    if (Number(/^v(\d+)/.exec(version)?.[1] ?? 0) >= 20) found.set(version, await realpath(node));
  }
  return found.set(process.version, process.execPath);
}

test("on every Node of this machine, with nothing installed, a whole release is found whole: folder and address", async () => {
  const site = await listenAt(it.whole, 0);
  try {
    for (const [version, node] of await nodes())
      for (const place of [it.whole, site.address, `${site.address}/`]) {
        const { code, out, err } = await run([place], { node });
        assert.deepEqual([code, err], [0, ""], version);
        assert.match(out, /^✓ Signature: yunling\.example\/huimou\/999900 signed/);
        assert.match(out, /\n✓ Files: \d+ files/);
        assert.match(out, /everything matches\n$/i);
      }
  } finally {
    await site.close();
  }
});

test("it speaks Chinese where the locale is not English, and gives its result as data", async () => {
  const { out } = await run([it.whole], { lang: "zh_CN.UTF-8" });
  assert.match(out, /^✓ 签名：/);
  assert.match(out, /全部相符\n$/);
  const { out: data } = await run([it.whole, "--json"]);
  const { failed, issue, checked, checkpoint } = JSON.parse(data);
  assert.deepEqual([failed, issue], [null, null]);
  const size = await sizeIn(it.whole);
  assert.deepEqual([checkpoint.size, checked.entries], [size, size]);
  const manifest = JSON.parse(await readFile(join(it.whole, "manifest.json"), "utf8"));
  assert.equal(checked.files, manifest.files.length);
});

/** What is done to a copy, and what is said of it: the step, and the place. */
const tampered: Readonly<
  Record<string, readonly [change: (folder: string) => Promise<void>, step: string, where: RegExp]>
> = {
  "a bit of a tile": [
    async (folder) => tamper(folder, `log/tile/0/000.p/${await sizeIn(folder)}`),
    "tree",
    /^log\/tile\/0\/000\.p\/\d+: .*\[ledger\.tile-changed\]/,
  ],
  "a bit of an entry": [
    async (folder) => tamper(folder, `log/tile/entries/000.p/${await sizeIn(folder)}`),
    "entries",
    /^log\/tile\/entries\/000\.p\/\d+:\d+: .*\[ledger\.entry-changed\]/,
  ],
  "a bit of the checkpoint's root": [
    (folder) => tamper(folder, "log/checkpoint", (bytes) => flipAt(bytes, 45)),
    "signature",
    /^log\/checkpoint: .*\[ledger\.signature-wrong\]/,
  ],
  "a bit of the manifest": [
    (folder) => tamper(folder, "manifest.json"),
    "manifest",
    /^manifest\.json: .*\[verify\.manifest-altered\]/,
  ],
  "a bit of a data file": [
    (folder) => tamper(folder, "data/observations.csv"),
    "files",
    /^data\/observations\.csv: .*\[verify\.file-altered\]/,
  ],
  "a bit of a page": [
    (folder) => tamper(folder, "figures/work.planned/index.html"),
    "files",
    /^figures\/work\.planned\/index\.html: .*\[verify\.file-altered\]/,
  ],
  "a page left out": [
    (folder) => rm(join(folder, "rules/index.html")),
    "files",
    /^rules\/index\.html: .*\[verify\.file-missing\]/,
  ],
  "a page put in": [
    (folder) => writeFile(join(folder, "rules/other.html"), "<p>"),
    "files",
    /^rules\/other\.html: .*\[verify\.file-foreign\]/,
  ],
  "the key replaced": [
    (folder) => writeFile(join(folder, "log/vkey"), `${otherKey}\n`),
    "signature",
    /^log\/checkpoint: .*\[ledger\.signature-missing\]/,
  ],
};

for (const [name, [change, step, where]] of Object.entries(tampered))
  test(`${name}: it ends with 1 and names the place`, async () => {
    const folder = await it.copy(name.replaceAll(/\W/g, "-"));
    await change(folder);
    const { code, out, err } = await run([folder, "--json"]);
    assert.equal(code, 1, out);
    assert.equal(JSON.parse(out).failed, step);
    assert.match(err, where);
    assert.match(err, / → /, "and what to do");
  });

test("growth from a checkpoint that was kept is proven; from one of another history it is refused", async () => {
  const grown = await run([it.whole, "--since", it.kept]);
  assert.equal(grown.code, 0, grown.err);
  assert.match(grown.out, /✓ Growth: only grown since it had \d+ entries/);
  const older = await it.copy("older");
  await cp(it.kept, join(older, "log", "checkpoint"));
  const shrunk = await run([older, "--since", join(it.whole, "log", "checkpoint")]);
  assert.equal(shrunk.code, 1);
  assert.match(shrunk.err, /^since:2: .*\[ledger\.log-shrunk\]/);
});

test("the key from elsewhere is believed, not the one beside the log", async () => {
  const own = (await readFile(join(it.whole, "log", "vkey"), "utf8")).trim();
  const right = await run([it.whole, "--key", own]);
  assert.equal(right.code, 0, right.err);
  const wrong = await run([it.whole, "--key", otherKey]);
  assert.equal(wrong.code, 1);
  assert.match(wrong.err, /\[ledger\.signature-missing\]/);
});

test("called wrongly it says how to call it and ends with 2; what cannot be read ends with 1", async () => {
  for (const args of [[], ["a", "b"], ["--unknown"], ["a", "--since"]]) {
    const { code, err } = await run(args);
    assert.equal(code, 2, args.join(" "));
    assert.match(err, /Usage: node verify\.mjs/);
  }
  const key = await run([it.whole, "--key", "nonsense"]);
  assert.equal(key.code, 2);
  assert.match(key.err, /\[ledger\.verifier-key-malformed\]/);
  const kept = await run([it.whole, "--since", "nothing-here"]);
  assert.equal(kept.code, 1);
  assert.match(kept.err, /nothing-here cannot be fetched/);
  await inFolder(async (folder) => {
    await mkdir(join(folder, "empty"));
    const none = await run([join(folder, "empty")]);
    assert.equal(none.code, 1);
    assert.match(none.err, /^log\/vkey: .*\[verify\.file-missing\]/);
  });
  const nobody = await listenAt(it.whole, 0);
  await nobody.close();
  const gone = await run([nobody.address]);
  assert.equal(gone.code, 1);
  assert.match(gone.err, /log\/vkey cannot be fetched: .*ECONNREFUSED/);
});

function flipAt(bytes: Uint8Array, at: number): Uint8Array {
  const part = flip(bytes.slice(at, at + 1));
  bytes.set(part, at);
  return bytes;
}
