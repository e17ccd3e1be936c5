import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { checkText } from "../../src/claims/index.ts";
import { seed } from "../seed.ts";

const texts = readFileSync(new URL("tables.md", import.meta.url), "utf8")
  .split(/^## /m)
  .slice(1);

for (const part of texts) {
  const [head = "", ...lines] = part.split("\n");
  const [kind, ...words] = head.split(": ");
  const text = lines.join("\n");
  const said = words.join(": ");

  test(`of a table with ${kind} numbers: ${said}`, () => {
    const { findings, quantities } = checkText(text);
    for (const { start, end, text: own } of quantities) assert.equal(text.slice(start, end), own);
    const raised = findings.filter(({ verdict }) => verdict === "inconsistent");
    const unsure = findings.filter(({ verdict }) => verdict === "cannot-tell");
    switch (kind) {
      case "sound":
        assert.deepEqual([raised, unsure], [[], []]);
        break;
      case "unsure":
        assert.deepEqual(raised, []);
        assert.notDeepEqual(unsure, []);
        break;
      default:
        assert.equal(kind, "broken");
        assert.ok(
          raised.some(({ spans }) => spans.some(([start, end]) => text.slice(start, end) === said)),
          `${said} is not found: ${JSON.stringify(findings)}`,
        );
    }
  });
}

/** A random table of counts with the sums of its rows, its columns, or both; the numbers are written with or without commas. */
const sums = fc
  .record({
    counts: fc
      .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(
          fc.array(fc.integer({ min: 101, max: 98_765 }), { minLength: columns, maxLength: columns }),
          { minLength: rows, maxLength: rows },
        ),
      ),
    across: fc.boolean(),
    first: fc.boolean(),
    commas: fc.boolean(),
    tabs: fc.boolean(),
  })
  .map(({ counts, across, first, commas, tabs }) => {
    const sum = (list: readonly number[]) => list.reduce((one, other) => one + other, 0);
    const columns = counts[0]?.length ?? 0;
    const total = Array.from({ length: columns }, (_, at) => sum(counts.map((row) => row[at] ?? 0)));
    const named = counts.map((row, at) => [`${"甲乙丙丁戊己庚".charAt(at)}镇`, row] as const);
    const rows = first ? [["合计", total] as const, ...named] : [...named, ["合计", total] as const];
    const isWide = across && columns > 1;
    const written = (count: number) => (commas ? count.toLocaleString("en") : String(count));
    const head = [
      "乡镇",
      ...Array.from({ length: columns }, (_, at) => `${"一二三四五".charAt(at)}类企业（户）`),
    ];
    const lines = [
      isWide ? [...head, "合计（户）"] : head,
      ...rows.map(([name, row]) => [name, ...row.map(written), ...(isWide ? [written(sum(row))] : [])]),
    ];
    if (tabs) return lines.map((line) => line.join("\t")).join("\n");
    lines.splice(1, 0, head.map(() => "---").concat(isWide ? ["---"] : []));
    return lines.map((line) => `| ${line.join(" | ")} |`).join("\n");
  });

test(`a table whose totals are sums raises nothing, and what they are is told, seed ${seed}`, () => {
  fc.assert(
    fc.property(sums, (table) => {
      const { findings } = checkText(`各乡镇企业数（演示数据）\n\n${table}\n\n后文。`);
      assert.deepEqual(
        findings.filter(({ verdict }) => verdict !== "consistent"),
        [],
      );
      assert.ok(findings.some(({ rule }) => rule === "partition"));
    }),
    { seed, numRuns: 300 },
  );
});

test(`any digit changed in such a table is found, seed ${seed}`, () => {
  fc.assert(
    fc.property(sums, fc.nat(), fc.integer({ min: 1, max: 9 }), (table, where, by) => {
      const digits = [...table.matchAll(/\d/g)].map(({ index }) => index);
      const at = digits[where % digits.length] ?? 0;
      const changed = (Number(table.charAt(at)) + by) % 10;
      // a number does not begin with a zero
      fc.pre(changed > 0 || /[\d,]/.test(table.charAt(at - 1)));
      const text = `${table.slice(0, at)}${changed}${table.slice(at + 1)}`;
      const raised = checkText(text).findings.filter(({ verdict }) => verdict === "inconsistent");
      assert.ok(
        raised.some(({ spans }) => spans.some(([start, end]) => start <= at && at < end)),
        text,
      );
    }),
    { seed, numRuns: 600 },
  );
});
