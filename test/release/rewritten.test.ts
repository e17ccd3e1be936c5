import assert from "node:assert/strict";
import { test } from "node:test";
import { contentsOf, income, withDistrict } from "./made-up-release.ts";

test("one more record changes the pages that tell of its register, the first page and that of the checkpoint, and no other", () =>
  withDistrict(async ({ district, out, publish }) => {
    // so many that the log's first bundle of entries is full: its address stays
    const incomes = Array.from({ length: 300 }, (_, at) => ({ ...income, record: `R${1000 + at}` }));
    assert.deepEqual((await district.append(incomes)).issues, []);
    await publish();
    const before = await contentsOf(out());
    assert.deepEqual((await district.append([income])).issues, []);
    const { files, stayed } = await publish();
    const after = await contentsOf(out());
    const changed = Object.keys(after).filter((it) => after[it] !== before[it]);
    const pages = changed.filter((it) => it.endsWith(".html"));
    const chinese = [
      `areas/${income.fields.place}/index.html`,
      ...["growth", "value"].flatMap((it) => [
        `figures/income.${it}/embed.html`,
        `figures/income.${it}/index.html`,
      ]),
      "index.html",
      "registers/income/index.html",
      "registers/income/records/7/index.html",
      "registers/index.html",
      "verify/index.html",
    ];
    assert.deepEqual(pages.toSorted(), [...chinese, ...chinese.map((it) => `en/${it}`)].sort());
    // what changed is what was written: the log and the manifest are counted apart
    const own = changed.filter((it) => !it.startsWith("log/") && it !== "manifest.json");
    assert.equal(files - stayed, own.length);
  }));
