import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { catalogue as inBrowser } from "../../src/issue/catalogue-in-browser.ts";
import { catalogue } from "../../src/issue/index.ts";
import { SCRIPTS, scriptOf, verifyProgram } from "../../src/site/script.ts";
import { pages, site } from "./built.ts";

const script = new URL("../../src/site/script.ts", import.meta.url).href;

test("a script has the same bytes whoever builds it, and wherever", async () => {
  for (const name of SCRIPTS) {
    const other = await promisify(execFile)(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `import { scriptOf } from "${script}"; process.stdout.write(scriptOf("${name}"))`,
      ],
      { cwd: "/", encoding: "buffer" },
    );
    assert.ok(Buffer.from(scriptOf(name)).equals(other.stdout), name);
  }
});

test("a script asks for nothing that a browser does not have, and loads no code of anybody else's", () => {
  for (const name of SCRIPTS) {
    const text = new TextDecoder().decode(scriptOf(name));
    assert.doesNotMatch(text, /\b(require|import)\s*\(|\bimport\b[^(]{0,80}\bfrom\b|"node:/, name);
    assert.doesNotMatch(text, /\beval\b|\bnew Function\b|https?:\/\//, name);
  }
});

/** The scripts that check what is published: what they find wrong has a code. */
const CHECKING = SCRIPTS.filter((it) => it === "verify" || it === "figures");

test("whatever a script or the single file can say is wrong, it has the words for", () => {
  for (const bytes of [...CHECKING.map(scriptOf), verifyProgram()]) {
    const text = new TextDecoder().decode(bytes);
    const raised = Object.keys(catalogue).filter((code) => text.includes(`"${code}"`));
    assert.deepEqual(
      raised.filter((code) => !(code in inBrowser)),
      [],
    );
    assert.ok(raised.includes("ledger.tile-changed"), "codes are looked for");
  }
});

test("the single file imports Node's own modules and nothing else, is the same each time, and can be read", () => {
  const text = new TextDecoder().decode(verifyProgram());
  const imported = [...text.matchAll(/^import .* from "([^"]+)"/gm)].map(([, name]) => name);
  assert.deepEqual([...new Set(imported)].sort(), ["node:fs/promises", "node:path", "node:util"]);
  assert.doesNotMatch(text, /\brequire\(|\beval\b|\bnew Function\b/);
  assert.match(text, /^\/\/ .*\n\/\/ Apache License 2\.0/);
  assert.ok(text.split("\n").every((line) => line.length < 2000));
});

test("a script is small: less than 45 kB on its way", () => {
  for (const name of SCRIPTS) assert.ok(gzipSync(scriptOf(name), { level: 9 }).length < 45_000, name);
});

test("scripts stand beside the pages; a page runs what it names, and reads the site's own files alone", async () => {
  const files = await site;
  let runs = 0;
  for (const [path, text] of await pages()) {
    const named = [...text.matchAll(/<script defer src="(?:\.\.\/|\.\/)*([^"]+)"><\/script>/g)].map(
      ([, it]) => it,
    );
    const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(text) ?? [];
    assert.equal([...text.matchAll(/<script/g)].length, named.length, path);
    for (const it of named) assert.ok(files.has(it ?? ""), `${path}: ${it}`);
    const allowed = "; script-src &#39;self&#39;; connect-src &#39;self&#39;";
    assert.equal(policy.endsWith(allowed), named.length > 0, path);
    assert.doesNotMatch(policy.replace(allowed, ""), /script-src|connect-src|unsafe/, path);
    runs += named.length;
  }
  assert.ok(runs > 0);
});
