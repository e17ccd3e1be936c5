import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { cellAt, checkText, type ProseDocument, readDocument } from "../../src/claims/index.ts";
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

/** What is read of a file of this name that holds this. */
async function documentOf(name: string, content: string | Uint8Array): Promise<ProseDocument> {
  const folder = await mkdtemp(join(tmpdir(), "huimou-tables-"));
  try {
    await writeFile(join(folder, name), content);
    return await readDocument(join(folder, name));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A Word document with one table of these rows. */
function wordDocument(rows: string): Promise<ProseDocument> {
  const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const body = `<w:document ${namespace}><w:body><w:tbl>${rows}</w:tbl><w:p/></w:body></w:document>`;
  return documentOf("a.docx", zipSync({ "word/document.xml": strToU8(body) }));
}

/** The same table as Markdown, as text with tabs, and as a Word document. */
function inEveryFormat(rows: readonly (readonly string[])[]): Promise<ProseDocument[]> {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const markdown = [line(head), line(head.map(() => "---")), ...body.map(line)].join("\n");
  const cell = (text: string) =>
    `<w:tc><w:p>${text === "" ? "" : `<w:r><w:t>${text}</w:t></w:r>`}</w:p></w:tc>`;
  return Promise.all([
    documentOf("a.md", markdown),
    documentOf("a.txt", rows.map((cells) => cells.join("\t")).join("\n")),
    wordDocument(rows.map((cells) => `<w:tr>${cells.map(cell).join("")}</w:tr>`).join("")),
  ]);
}

test("the same is said of a table in Markdown, in a text with tabs, and in a Word document", async () => {
  const documents = await inEveryFormat([
    ["乡镇", "户数（户）", "上年（户）", "增减（户）", "占比（%）"],
    ["甲镇", "1204", "1200", "4", "26.7"],
    ["乙镇", "2318", "", "17", "51.4"],
    ["丙乡", "987", "999", "-12", "21.9"],
    ["合计", "4590", "4500", "9", "100"],
  ]);
  const said = documents.map(({ text, tables }) =>
    checkText(text, { tables }).findings.map(({ rule, verdict, arithmetic, spans }) =>
      [
        rule,
        verdict,
        arithmetic,
        ...spans.map(([start]) => Object.values(cellAt(tables, start) ?? {}).join(".")),
      ].join(" "),
    ),
  );
  assert.deepEqual(said[1], said[0]);
  assert.deepEqual(said[2], said[0]);
  assert.ok(
    said[0]?.includes(
      "partition inconsistent 1204户 + 2318户 + 987户 = 4509户 ≠ 4590户 1.2.2 1.3.2 1.4.2 1.5.2",
    ),
  );
  assert.ok(said[0]?.some((it) => it.startsWith("partition cannot-tell")));
});

test(`a table whose rows go on in further groups of columns is read as one, seed ${seed}`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 101, max: 98_765 }), { minLength: 3, maxLength: 12 }),
      fc.integer({ min: 2, max: 3 }),
      fc.constantFrom(0, 1),
      async (counts, groups, off) => {
        const total = counts.reduce((sum, it) => sum + it);
        const rows = counts.map((it, at) => [`${"甲乙丙丁戊己庚辛壬癸子丑".charAt(at)}镇`, String(it)]);
        rows.push(["合计", String(total + off)]);
        const high = Math.ceil(rows.length / groups);
        const empty = ["", ""];
        const lines = Array.from({ length: high }, (_, at) =>
          Array.from({ length: groups }, (_, group) => rows[group * high + at] ?? empty).flat(),
        );
        const heads = Array.from({ length: groups }, () => ["乡镇", "户数（户）"]).flat();
        // a group with nothing in it is none
        fc.pre(rows.length > (groups - 1) * high);
        for (const { text, tables } of await inEveryFormat([heads, ...lines])) {
          const { findings } = checkText(text, { tables });
          assert.deepEqual(
            findings.map(({ rule, verdict, spans }) => `${rule} ${verdict} ${spans.length}`),
            [off === 0 ? "partition consistent 1" : `partition inconsistent ${rows.length}`],
          );
        }
      },
    ),
    { seed, numRuns: 60 },
  );
});

test("in a Word document a title stands over both groups of columns, and the word of a total may go on into the second", async () => {
  const cell = (text: string, columns = 1) =>
    `<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const rows = (total: number) => [
    cell("各乡镇情况（单位：户）", 4),
    ["乡镇", "户数", "乡镇", "户数"].map((it) => cell(it)).join(""),
    ["甲镇", "120", "丙镇", "88"].map((it) => cell(it)).join(""),
    ["乙镇", "230", "丁镇", "97"].map((it) => cell(it)).join(""),
    cell("合计", 3) + cell(String(total)),
  ];
  const told = async (total: number) => {
    const { text, tables } = await wordDocument(
      rows(total)
        .map((row) => `<w:tr>${row}</w:tr>`)
        .join(""),
    );
    return checkText(text, { tables }).findings.map(({ verdict, arithmetic }) => `${verdict} ${arithmetic}`);
  };
  assert.deepEqual(await told(535), ["consistent 120户 + 230户 + 88户 + 97户 = 535户"]);
  assert.deepEqual(await told(553), ["inconsistent 120户 + 230户 + 88户 + 97户 = 535户 ≠ 553户"]);
});

const piece = fc.constantFrom(
  ..."| |\\||\t|\t\t|\n|\r\n|---|:-:|甲镇|合计|小计|其中：女|占比（%）|比上年增长（%）|单位：万元|2020|2020年|1,204|3.5万|12|-5|0|—|100|约300户|12人|**7**|1 250|　|99999999999999999999999999".split(
    "|",
  ),
  "|",
);

test(`whatever stands between pipes and tabs is read, in its place and once, seed ${seed}`, () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), fc.boolean(), (pieces, piped) => {
      const text = (piped ? "|指标|数量|合计|\n|-|-|-|\n|" : "") + pieces.join("");
      const { quantities, findings } = checkText(text);
      let last = 0;
      for (const { start, end, text: own } of quantities) {
        assert.ok(start >= last && end > start, `${start}–${end} after ${last}`);
        assert.equal(own, text.slice(start, end));
        last = end;
      }
      for (const { spans } of findings)
        for (const [start, end] of spans) assert.ok(start >= 0 && end > start && end <= text.length);
    }),
    { seed, numRuns: 1500 },
  );
});

test("a table of more rows than a call may have arguments is read whole", () => {
  const rows = 150_000;
  const { quantities, findings } = checkText(`乡镇\t户数（户）\n${"甲镇\t1\n".repeat(rows)}合计\t${rows}`);
  assert.equal(quantities.length, rows + 1);
  assert.deepEqual(
    findings.map(({ verdict }) => verdict),
    ["consistent"],
  );
});

test("a number that stands among the names of rows is told once", () => {
  const table = "| 名称 | 户数（户） |\n|---|---|\n| 甲镇 | 1 |\n| 乙镇 | 2 |\n| 3户 | 4 |";
  assert.deepEqual(
    checkText(table).quantities.map(({ text }) => text),
    ["1", "2", "3户", "4"],
  );
});

test("numbers that name, and years, are no quantities of a table", () => {
  const form = "单位\t示例局\n邮编\t137000\n电话\t13800000000\n区号\t0436\n编制（人）\t45";
  const years = "年份\t户数（户）\n2019\t120\n2020\t230";
  const read = (text: string) =>
    checkText(text).quantities.map((it) => `${it.text} ${it.counts} ${it.period}`);
  assert.deepEqual(read(form), ["45 编制 none"]);
  assert.deepEqual(read(years), ["120 户数 2019", "230 户数 2020"]);
});

test("in a Word document a number that goes on over rows or columns is read once, and added to nothing", async () => {
  const cell = (text: string, properties = "") =>
    `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const below = `<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>`;
  const rows = [
    cell("乡镇") + cell("户数（户）") + cell("补助（万元）"),
    cell("甲镇") + cell("120") + cell("45.0", '<w:vMerge w:val="restart"/>'),
    cell("乙镇") + cell("230") + below,
    cell("丙乡") + cell("88", '<w:gridSpan w:val="2"/>'),
    cell("合计") + cell("438") + cell("71.2"),
  ];
  const { text, tables } = await wordDocument(rows.map((row) => `<w:tr>${row}</w:tr>`).join(""));
  const { quantities, findings } = checkText(text, { tables });
  assert.deepEqual(
    quantities.map((it) => it.text),
    ["120", "45.0", "230", "88", "438", "71.2"],
  );
  assert.deepEqual(
    findings.map(({ verdict, arithmetic }) => [verdict, arithmetic]),
    [["consistent", "120户 + 230户 + 88户 = 438户"]],
  );
});
