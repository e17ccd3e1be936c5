import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { inSqliteDistrict } from "../district/made-up-district.ts";
import { inFolder } from "../ledger/place.ts";
import { records } from "../pack/records.ts";
import { huimou } from "./huimou.ts";

const documents = join(import.meta.dirname, "../claims/documents");
const SOUND = "云岭区工作小结\n截至目前，共受理线索611条，查结595条，正在核查16条。群众收入稳步增长。\n";
const BROKEN = SOUND.replace("595", "585");

/** Runs `huimou check` on a text in a file of its own, with what else stands on the command line. */
function check(text: string, words: readonly string[] = [], language: "zh" | "en" = "zh") {
  return inFolder(async (folder) => {
    const file = join(folder, "draft.txt");
    await writeFile(file, text);
    return huimou(["check", file, ...words], { language });
  });
}

test("check tells what a text says, and fails where something does not agree", async () => {
  const sound = await check(SOUND);
  assert.deepEqual([sound.code, sound.err], [0, ""]);
  assert.equal(
    sound.out,
    `能用数字说明的表述 4 处：有数字 3 处，没有数字 1 处
✗ 对不上 0 处　? 无法判断 0 处　✓ 核对相符 1 处

可以有数字而没有 · 1
  第2行  群众收入【稳步增长】

核对相符 · 1
  第2行  截至目前，共受理线索【611条】，查结【595条】，正在核查【16条】
    ✓ 各部分之和与总数相符  [partition]
      611条 = 595条 + 16条
`,
  );
  const broken = await check(BROKEN, [], "en");
  assert.equal(broken.code, 1);
  assert.match(
    broken.out,
    /^4 statements that a figure can tell: 3 with one, 1 without\n✗ 1 not in agreement /,
  );
  assert.match(broken.out, /✗ the parts add up to 601条, not to the stated 611条 {2}\[partition\]/);
});

test("check --json tells the cells of a table by table, row and column", async () => {
  const text = "各镇户数\n镇\t户数（户）\n甲镇\t120\n乙镇\t230\n合计\t530\n";
  const { code, out } = await check(text, ["--json"]);
  assert.equal(code, 1);
  const { quantities, findings } = JSON.parse(out);
  assert.deepEqual(quantities[0].cell, { table: 1, row: 2, column: 2 });
  const [{ cells, arithmetic }] = findings;
  assert.equal(arithmetic, "120户 + 230户 = 350户 ≠ 530户");
  assert.deepEqual(
    cells,
    [2, 3, 4].map((row) => ({ table: 1, row, column: 2 })),
  );
});

test("check --json prints what the documentation says, and nothing else", async () => {
  const { code, out } = await check(BROKEN, ["--json"], "en");
  assert.equal(code, 1);
  const printed = JSON.parse(out);
  assert.deepEqual(Object.keys(printed), ["text", "quantities", "findings", "vague"]);
  assert.equal(printed.text.chars, BROKEN.length);
  assert.match(printed.text.sha256, /^[0-9a-f]{64}$/);
  const at = BROKEN.indexOf("611条");
  assert.deepEqual(printed.quantities[0], {
    start: at,
    end: at + 4,
    text: "611条",
    low: "611",
    high: "611",
    unit: "条",
    dimension: "count",
    kind: "quantity",
    approx: false,
    counts: "线索",
    period: "截至目前",
    comparison: "none",
  });
  assert.deepEqual(printed.findings, [
    {
      rule: "partition",
      verdict: "inconsistent",
      spans: ["611条", "585条", "16条"].map((it) => [BROKEN.indexOf(it), BROKEN.indexOf(it) + it.length]),
      arithmetic: "585条 + 16条 = 601条 ≠ 611条",
      message: "the parts add up to 601条, not to the stated 611条",
    },
  ]);
  const vague = BROKEN.indexOf("稳步增长");
  assert.deepEqual(printed.vague, [{ start: vague, end: vague + 4, text: "稳步增长", indicators: [] }]);
});

test("of a .docx check --json gives the paragraph of everything, too", async () => {
  const { code, out } = await huimou(["check", join(documents, "work-report.docx"), "--json"]);
  assert.equal(code, 0);
  const { quantities, findings, vague } = JSON.parse(out);
  assert.deepEqual(
    quantities.map((it: { text: string; paragraph: number }) => `${it.paragraph} ${it.text}`),
    [
      "2 611条",
      "2 595条",
      "2 16条",
      "3 12所",
      "4 38.6公里",
      "8 264户",
      "9 3人",
      "10 9个",
      "12 5所",
      "13 84户",
    ],
  );
  assert.deepEqual(findings[0].paragraphs, [2, 2, 2]);
  assert.equal(vague[0].paragraph, 11);
});

test("check refuses what it cannot read, with place and cure, as bad usage", async () => {
  const old = await huimou(["check", join(documents, "old-word.doc")]);
  assert.equal(old.code, 2);
  assert.match(old.err, /old-word\.doc: .* → .*save it as \.docx.* \[claims\.document-old-word\]\n$/);
  const missing = await huimou(["check", join(documents, "nothing.txt")]);
  assert.deepEqual([missing.code, missing.out], [2, ""]);
  assert.match(missing.err, /ENOENT.*\[claims\.document-unreadable\]/);
  assert.equal((await huimou(["check"])).code, 2);
});

test("check --html writes one page beside what it prints", () =>
  inFolder(async (folder) => {
    const page = join(folder, "page.html");
    const { code, out } = await check(BROKEN, ["--html", page]);
    assert.equal(code, 1);
    assert.match(out, /对不上 · 1/);
    assert.match(
      await readFile(page, "utf8"),
      /^<!doctype html>[\s\S]*585条 \+ 16条 = 601条 ≠ 611条[\s\S]*<\/html>\n$/,
    );
    const nowhere = await check(BROKEN, ["--html", join(folder, "no/such/page.html")]);
    assert.equal(nowhere.code, 1);
    assert.match(nowhere.err, /ENOENT|page\.html/);
  }));

const REPORT = `云岭区2020年工作小结

2020年，云岭区人均收入1.1万元，增长10%。工程立项3个，计划投资70.1万元。
截至目前，共受理线索4条，查结2条。2020年，南山镇工程立项1个，全市工程立项90个。
服务不断改善，受理线索数量明显减少。
`;

interface Printed {
  readonly matches: readonly {
    readonly start: number;
    readonly end: number;
    readonly status: string;
    readonly candidates: readonly {
      readonly indicator: string;
      readonly value: string;
      readonly period: string;
    }[];
  }[];
  readonly vague: readonly { readonly indicators: readonly string[] }[];
}

test("check --against a ledger says what its records prove, contradict, or may be, by area and period", () =>
  inSqliteDistrict(async ({ district, directory }) => {
    await district.append(records);
    const { code, out } = await check(REPORT, ["--against", directory, "--json"]);
    assert.equal(code, 1);
    const { matches, vague } = JSON.parse(out) as Printed;
    assert.deepEqual(
      matches.map(({ start, end, status, candidates: [first] }) =>
        [REPORT.slice(start, end), status, first?.indicator, first?.value, first?.period].join(" "),
      ),
      [
        // ten thousand yuan against yuan
        "1.1万元 proven income.value 11000 2020",
        "10% unsure income.growth 10 2020",
        "3个 contradicted work.planned 2 2020",
        "70.1万元 proven work.investment 70.1 2020",
        // up to now is the whole time of the ledger
        "4条 proven tip.received 4 2019..2021",
        "2条 proven tip.closed 2 2019..2021",
        // of the town; of the city there are no records
        "1个 proven work.planned 1 2020",
        "90个 no-candidate   ",
      ],
    );
    assert.deepEqual(vague[0]?.indicators, ["tip.received"]);
    const told = await check(REPORT, ["--against", directory], "en");
    assert.match(told.out, /against the records: 5 proven, 1 contradicted, 1 with candidates, 1 without/);
    assert.match(told.out, /✗ the record of “工程立项” is 2个, the text says 3个 {2}\[match\]/);
    assert.match(told.out, /could be proven by: 受理线索/);
  }));

test("check --against a file of observations needs no ledger", () =>
  inFolder(async (folder) => {
    const file = join(folder, "observations.json");
    const index = {
      area: "999900000000",
      areas: [{ code: "999900000000", names: ["云岭区"] }],
      indicators: [
        {
          id: "tip.received",
          names: ["受理线索"],
          unit: "item",
          values: [{ area: "999900000000", period: "2019..2021", value: "612" }],
        },
      ],
    };
    await writeFile(file, JSON.stringify(index));
    const text = SOUND.replace("截至目前", "2019年至2021年");
    const { code, out } = await check(text, ["--against", file]);
    assert.equal(code, 1);
    assert.match(out, /✗ 记录中“受理线索”为612条，文中为611条 {2}\[match\]/);
    for (const [member, wrong] of [
      ["JSON", "{"],
      ["area", JSON.stringify({ ...index, area: 1 })],
      [
        "indicators[0].unit",
        JSON.stringify({ ...index, indicators: [{ ...index.indicators[0], unit: "no" }] }),
      ],
      [
        "indicators[0].values[0].period",
        JSON.stringify({
          ...index,
          indicators: [{ ...index.indicators[0], values: [{ area: "9", period: "May", value: "1" }] }],
        }),
      ],
    ] as const) {
      await writeFile(file, wrong);
      const refused = await check(text, ["--against", file]);
      assert.equal(refused.code, 2);
      assert.ok(refused.err.includes(`${member} →`), refused.err);
    }
  }));

test("check --against holds a table's total against the records, and no part of it that they do not know", () =>
  inFolder(async (folder) => {
    const file = join(folder, "observations.json");
    const values = [{ area: "990001000000", period: "2020", value: "350" }];
    await writeFile(
      file,
      JSON.stringify({
        area: "990001000000",
        areas: [{ code: "990001000000", names: ["示例区"] }],
        indicators: [{ id: "lead.received", names: ["受理线索"], unit: "item", values }],
      }),
    );
    const table = (total: number) =>
      `2020年各镇线索\n镇\t受理线索（条）\n甲镇\t120\n乙镇\t230\n合计\t${total}\n`;
    for (const [total, status] of [
      [350, "proven"],
      [360, "contradicted"],
    ] as const) {
      const { out } = await check(table(total), ["--against", file, "--json"]);
      const { matches } = JSON.parse(out);
      assert.deepEqual(
        matches.map((it: { status: string }) => it.status),
        ["no-candidate", "no-candidate", status],
      );
    }
  }));

test("check --against a folder without a ledger is refused", () =>
  inFolder(async (folder) => {
    const empty = join(folder, "empty");
    await mkdir(empty);
    const { code, err } = await check(SOUND, ["--against", empty]);
    assert.equal(code, 2);
    assert.match(err, /\[district\.missing\]/);
  }));
