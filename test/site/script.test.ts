import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { SCRIPTS, scriptOf } from "../../src/site/script.ts";
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

test("a script is small: less than 40 kB on its way", () => {
  for (const name of SCRIPTS) assert.ok(gzipSync(scriptOf(name), { level: 9 }).length < 40_000, name);
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
