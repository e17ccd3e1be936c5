import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { test } from "node:test";
import type { PackDefinition } from "../../src/index.ts";
import { filesAt, root } from "../architecture/source.ts";
import { documentAt } from "./documents.ts";

test("every register of a pack has its row in the pack's own page, in Chinese and in English, and no other has", async () => {
  for (const file of await filesAt("districts/*/pack.ts")) {
    const { default: pack }: { default: PackDefinition } = await import(join(root, file));
    const page = await documentAt(join(dirname(file), "README.md"));
    const tables = page.sections
      .flatMap((it) => it.tables)
      .map((rows) => rows.map(({ cells: [name] }) => name));
    for (const language of ["zh", "en"] as const) {
      const wanted = pack.registers
        .filter((it) => it.name !== "explanation")
        .map(({ name, title }) => `${name} ${title[language]}`);
      const table = tables.find((names) => names.includes(wanted[0]));
      assert.deepEqual(table, wanted, `${page.file}: a table of registers in ${language}`);
    }
  }
});
