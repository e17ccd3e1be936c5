import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const src = fileURLToPath(new URL("../../src", import.meta.url));
/** `import … from "x"`, `export … from "x"`, `import "x"` and `import("x")`. */
const statements = [
  /^(?:import|export)\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\w+(?:\s*,\s*\{[^}]*\})?|\{[^}]*\})\s+from\s+"([^"]+)"/gm,
  /^import\s+"([^"]+)"/gm,
  /\bimport\(\s*"([^"]+)"/g,
];

async function importsOf(file: string): Promise<string[]> {
  const text = await readFile(file, "utf8");
  return statements.flatMap((form) => [...text.matchAll(form)].map((match) => match[1] as string));
}

/** All files that some files import, directly or not, and every import that is no file of ours. */
async function graphOf(roots: readonly string[]): Promise<{ files: Set<string>; foreign: string[] }> {
  const files = new Set(roots);
  const foreign: string[] = [];
  for (const file of files)
    for (const imported of await importsOf(file))
      if (imported.startsWith(".")) files.add(resolve(dirname(file), imported));
      else foreign.push(`${relative(src, file)} imports ${imported}`);
  return { files, foreign };
}

test("verifying needs nothing of Node and nothing from npm, however far its imports reach", async () => {
  const folder = resolve(src, "ledger/verify");
  const { files, foreign } = await graphOf((await readdir(folder)).map((name) => resolve(folder, name)));
  assert.deepEqual(foreign, []);
  const reached = [...files].map((file) => relative(src, file));
  assert.ok(
    reached.includes("ledger/tree.ts") && reached.includes("issue/catalogue/ledger.ts"),
    "it follows imports",
  );
  for (const file of files) {
    const text = await readFile(file, "utf8");
    assert.doesNotMatch(
      text,
      /\b(process|Buffer|require|__dirname)\b[.([]/,
      `${relative(src, file)} uses Node's globals`,
    );
  }
});

test("the check sees Node imports where there are some", async () => {
  const { foreign } = await graphOf([resolve(src, "ledger/index.ts")]);
  assert.ok(foreign.some((it) => it.includes("node:crypto")));
});
