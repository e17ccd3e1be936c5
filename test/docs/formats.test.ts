import assert from "node:assert/strict";
import { createReadStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { extract, type Header } from "tar-stream";
import { parseAction } from "../../src/cli/action.ts";
import { controlTitle } from "../../src/exchange/control-column.ts";
import { CONTROL_COLUMNS, KIND_WORDS, readCsv } from "../../src/exchange/index.ts";
import { decodeEntry, type Entry, encodeEntry } from "../../src/ledger/index.ts";
import type { Action } from "../../src/registers/index.ts";
import { writeBundle } from "../../src/release/index.ts";
import { bindReport } from "../../src/reports/index.ts";
import { filesAt, textOf } from "../architecture/source.ts";
import { logOf, smallPack } from "../district/made-up-district.ts";
import { inFolder } from "../ledger/place.ts";
import { income, tip, work } from "../pack/pack.ts";
import { records } from "../pack/records.ts";
import { reportingPack, withDistrict } from "../release/made-up-release.ts";
import { declarationsWith } from "../reports/pack.ts";
import { blockAt, type Document, documentAt, sectionAt } from "./documents.ts";
import { huimou, run } from "./huimou.ts";

/*
 * What docs/formats says of files that people write or read, held against the program. The formats of the log, its
 * keys and seals are in test/ledger/formats.test.ts.
 */
const [action, bundle, csv, edition, manifest, report] = (await Promise.all(
  ["action", "bundle", "csv", "edition", "manifest", "report"].map((it) =>
    documentAt(`docs/formats/${it}.md`),
  ),
)) as [Document, Document, Document, Document, Document, Document];

test("no page on a format goes without a test", async () => {
  const texts = await Promise.all(["test/docs/formats.test.ts", "test/ledger/formats.test.ts"].map(textOf));
  for (const file of await filesAt("docs/formats/*.md")) {
    const name = file.slice("docs/formats/".length, -".md".length);
    assert.ok(
      texts.some((it) => new RegExp(`^test\\("[^"]*\\b${name}\\.md\\b`, "m").test(it)),
      `a test names ${name}.md`,
    );
  }
});

test("action.md: append reads the example, as lines and as a command, and export writes it again", () =>
  inFolder(async (folder) => {
    const lines = blockAt(action, "json action");
    const given = lines
      .trim()
      .split("\n")
      .map((it) => JSON.parse(it));
    const data = ["--data", join(folder, "lines")];
    const made = async (...words: string[]) => assert.equal((await huimou(words)).code, 0, words.join(" "));
    await made("init", smallPack, ...data);
    const appended = await huimou(["append", "work", ...data], lines);
    assert.equal(appended.shown, "work W0099 v1\nwork W0099 v2\nwork W0099 v3\n");
    const exported = await huimou(["export", "work", "--json", ...data]);
    assert.deepEqual(
      linesOf(exported.out),
      given.map(({ request: _, ...it }) => ({ ...it, register: "work" })),
    );

    const again = ["--data", join(folder, "again")];
    await made("init", smallPack, ...again);
    assert.equal((await huimou(["append", "work", ...again], exported.out)).shown, appended.shown);
    const other = await huimou(["append", "income", ...again], exported.out);
    assert.match(other.shown, /^stdin:1:register: .*“work” → write income \[cli\.member-wrong\]/);

    const command = blockAt(action, "sh").replaceAll("npx huimou", `"$node" "$huimou"`);
    const words = ["--data", join(folder, "command")];
    await made("init", smallPack, ...words);
    const env = { node: process.execPath, huimou: join(import.meta.dirname, "../../src/cli/main.ts") };
    const ended = await run("sh", ["-c", `${command.trim()} ${words.join(" ")}`], env);
    assert.equal(ended.shown, "work W0099 v1\n");
    const [first] = linesOf((await huimou(["export", "work", "--json", ...words])).out);
    assert.deepEqual(first, linesOf(exported.out)[0]);
  }));

test("action.md: members are those of the table, each for the kinds that it is for", () => {
  const [rows = []] = sectionAt(action, "Actions: what append reads").tables;
  const facts = { record: "W0099", at: "2020-03-02", actor: "clerk", reason: "why" };
  const whole: Readonly<Record<string, object>> = {
    open: { kind: "open", ...facts, fields: {} },
    amend: { kind: "amend", ...facts, fields: {} },
    advance: { kind: "advance", ...facts, to: "started" },
    void: { kind: "void", ...facts },
  };
  const values = { register: "work", request: "form-17", version: 1, fields: { note: "x" }, to: "started" };
  const taken = (written: object) => {
    try {
      return Boolean(parseAction(work, written, []));
    } catch {
      return false;
    }
  };
  for (const [kind, written] of Object.entries(whole)) {
    assert.ok(taken(written), kind);
    for (const {
      cells: [, kinds = ""],
      names: [name = ""],
    } of rows) {
      const value = Object.hasOwn(values, name) ? { [name]: values[name as keyof typeof values] } : {};
      const meant = kinds === "all" || kinds.split(", ").includes(kind);
      assert.equal(taken({ ...written, ...value }), meant, `${name} for ${kind}`);
    }
    assert.ok(!taken({ ...written, remark: "x" }), `${kind} with a member that no row names`);
  }
});

test("csv.md: the columns are those of the table", () => {
  const { rows } = sectionAt(csv, "Columns");
  assert.deepEqual(
    rows.map(({ names: [name] }) => name),
    [...CONTROL_COLUMNS],
  );
  for (const {
    cells: [, title],
    names: [name],
  } of rows.slice(1)) {
    const { zh, en } = controlTitle(income, name as (typeof CONTROL_COLUMNS)[number]);
    assert.equal(title, `${zh}, ${en}`);
  }
  const kinds = rows.find(({ names: [name] }) => name === "kind")?.cells[2] ?? "";
  for (const [kind, { zh }] of Object.entries(KIND_WORDS))
    if (kind !== "record") assert.ok(kinds.includes(`${kind} ${zh}`), kind);
});

test("csv.md: the rows of the example are the lines of the other, exported and imported", async () => {
  const lines = blockAt(action, "json action").trim().split("\n");
  const wanted = lines.map((it) => parseAction(work, JSON.parse(it), []));
  const text = blockAt(csv, "csv rows");
  const actions: Action[] = [];
  for await (const row of readCsv(work, [new TextEncoder().encode(text)], { path: [], actor: "nobody" })) {
    if (row.action === undefined) assert.fail(JSON.stringify(row.issues));
    actions.push(row.action);
  }
  assert.deepEqual(
    actions,
    wanted.map(({ request: _, ...it }) => it),
  );
});

test("csv.md: observations are written as in the example, and read again as true", () =>
  inFolder(async (folder) => {
    const data = ["--data", join(folder, "data")];
    assert.equal((await huimou(["init", smallPack, ...data])).code, 0);
    const of = (register: string) =>
      records
        .filter((it) => it.register === register)
        .map((it) => `${JSON.stringify(it)}\n`)
        .join("");
    for (const { name } of [work, tip, income])
      assert.equal((await huimou(["append", name, ...data], of(name))).code, 0);
    const query = ["work.planned", "--period", "2020", "--by", "kind", "--csv"];
    const written = (await huimou(["indicators", ...query, ...data])).out;
    assert.equal(written.replaceAll("\r\n", "\n"), blockAt(csv, "csv observations"));
    const file = join(folder, "observations.csv");
    await writeFile(file, written);
    assert.equal((await huimou(["import", "observations", file, ...data])).code, 0);
  }));

test("report.md: the gate lets the example through, with its figures, citation and chart", () =>
  withDistrict(
    async ({ publish }) => {
      const { edition, issues, warnings } = await publish();
      assert.deepEqual([issues, warnings], [[], []]);
      const [zh] = edition?.reports ?? [];
      assert.deepEqual(
        zh?.bindings.map(({ text, observation }) => [text, observation.value]),
        [
          ["4条", "4"],
          ["2条", "2"],
        ],
      );
      assert.deepEqual(
        zh?.citations.map((it) => it.document),
        ["gazette-2021"],
      );
      assert.deepEqual(
        zh?.charts.map(({ by, type }) => [by, type]),
        [["year", "line"]],
      );
    },
    (folder) => reportingPack(folder, exampleReport),
  ));

const exampleReport = {
  id: "example",
  title: { zh: "示例", en: "Example" },
  period: "2019..2021",
  texts: {
    zh: { file: "example.zh.md", markdown: blockAt(report, "md report") },
    en: { file: "example.en.md", markdown: "Of :fig[4 tips]{tip.received} this tells." },
  },
};

test("report.md: what proves a text by example proves it, and what does not is refused", async () => {
  const [, , examples = []] = [...sectionAt(report, "Figures: :fig[text]{indicator …}").tables];
  assert.ok(examples.length > 10);
  const indicatorIn: Readonly<Record<string, string>> = { 条: "tip.received", 万元: "work.investment" };
  for (const {
    cells: [text = "", unit = "", proven = "", refused = ""],
  } of examples) {
    const percent = text.startsWith("下降") ? "income.growth" : "tip.closing-rate";
    const indicator = indicatorIn[unit] ?? percent;
    for (const value of proven.split(", "))
      assert.deepEqual(await codesOf(text, indicator, value), [], `${text} by ${value}`);
    for (const value of refused.split(", "))
      assert.equal((await codesOf(text, indicator, value)).length, 1, `${text} not by ${value}`);
  }
});

/** What a report with this figure is stopped by, where its observation has this value. */
async function codesOf(figure: string, indicator: string, value: string): Promise<string[]> {
  const markdown = `全区:fig[${figure}]{${indicator}}。`;
  const text = { id: "r", language: "zh" as const, file: "r.md", title: "题", markdown, period: "2020" };
  const { issues } = await bindReport(declarationsWith([]), text, ({ area, period, where }) => ({
    value,
    indicator,
    area,
    period: period.toString(),
    breakdown: where,
  }));
  return issues.map((it) => it.code);
}

test("edition.md, manifest.md and bundle.md: members and files are those of a release", () =>
  withDistrict(async ({ district, out, folder, publish }) => {
    assert.deepEqual((await publish()).issues, []);
    const json = async (path: string) => JSON.parse(await readFile(join(out(), path), "utf8"));
    const published = await json("data/edition.json");
    const named = (document: Document, heading: string) =>
      sectionAt(document, heading).rows.flatMap((it) => it.names);
    assert.deepEqual(named(edition, "Edition").sort(), Object.keys(published).sort());
    const listed = await json("manifest.json");
    assert.deepEqual(named(manifest, "Manifest").sort(), Object.keys(listed).sort());

    const example = JSON.parse(blockAt(manifest, "json release")) as Entry;
    assert.deepEqual(decodeEntry(encodeEntry(example)), example);
    const last = (await logOf(district)).at(-1)?.entry;
    const shape = (it: Entry | undefined) => [
      Object.keys(it ?? {}).sort(),
      Object.keys(it?.fields ?? {}).sort(),
    ];
    assert.deepEqual(shape(last), shape(example));
    for (const name of ["kind", "register", "record", "version"] as const)
      assert.equal(last?.[name], example[name]);
    assert.equal(last?.fields?.position, listed.checkpoint.size);

    await writeBundle(out(), join(folder, "bundle.tar"));
    const headers = await headersOf(join(folder, "bundle.tar"));
    const paths = headers.map((it) => it.name);
    assert.deepEqual(paths, [...paths].sort());
    const kinds = new Set(paths.map((it) => it.replace(/^log\/.*/, "log/…")));
    assert.deepEqual([...kinds].sort(), named(bundle, "Bundle").sort());
    for (const { type, mode, uid, gid, mtime } of headers)
      assert.deepEqual([type, mode, uid, gid, mtime?.getTime()], ["file", 0o644, 0, 0, 0]);
  }));

async function headersOf(file: string): Promise<Header[]> {
  const headers: Header[] = [];
  for await (const entry of createReadStream(file).pipe(extract())) {
    headers.push(entry.header);
    entry.resume();
  }
  return headers;
}

function linesOf(text: string): unknown[] {
  return text
    .trim()
    .split("\n")
    .map((it) => JSON.parse(it));
}
