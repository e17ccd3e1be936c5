import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf } from "../architecture/source.ts";
import { documentAt, sectionAt } from "./documents.ts";

const security = await documentAt("SECURITY.md");

test("for every store it is told what who holds it can do, and which tests do it", async () => {
  const first = security.sections.findIndex((it) => it.heading.startsWith("Who holds what"));
  const after = security.sections.slice(first + 1);
  const holders = after.slice(
    0,
    after.findIndex((it) => it.depth === 2),
  );
  assert.ok(holders.length > 10);
  for (const { heading, text } of holders) {
    const [, ...told] = text.split(/Tests:\s/);
    const files = [...told.join(" ").matchAll(/test\/[\w/-]+\.test\.ts/g)].map(([file]) => file);
    assert.ok(files.length > 0, `${heading}: which tests do what it tells`);
    for (const file of files) assert.match(await textOf(file), /^\s*(test|onEach\w+|testReadme)\(/m, file);
  }
});

test("every table of the database is said to be replaceable or not", async () => {
  const schema = await textOf("src/ledger/store/schema.ts");
  const [, body = ""] = /interface Schema \{(.*?)\n\}/s.exec(schema) ?? [];
  const tables = [...body.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => String(name));
  assert.ok(tables.length > 8);
  const { text } = sectionAt(await documentAt("ARCHITECTURE.md"), "The data directory");
  assert.deepEqual(
    tables.filter((it) => !new RegExp(`\\b${it}\\b`).test(text)),
    [],
  );
});
