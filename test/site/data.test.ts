import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import { filesOf } from "./built.ts";
import { madeUpEdition } from "./edition.ts";

const edition = await madeUpEdition();
const files = new Map((await filesOf(edition)).map(({ path, bytes }) => [path, bytes]));
const text = (path: string) => new TextDecoder().decode(files.get(path));
const rowsOf = (path: string): Record<string, string>[] => parse(text(path), { columns: true, bom: true });

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema: {
    readonly fields: readonly { readonly name: string; readonly type: string }[];
    readonly primaryKey?: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource: string; readonly fields: readonly string[] };
    }[];
  };
}

test("the data package says of every table what is true: columns, types, keys, size and hash", () => {
  const { name, resources } = JSON.parse(text("datapackage.json")) as { name: string; resources: Resource[] };
  assert.match(name, /^[a-z0-9._/-]+$/);
  assert.deepEqual(resources.map((it) => it.name).sort(), ["areas", "indicators", "observations", "rules"]);
  const tables = new Map(resources.map((it) => [it.name, rowsOf(it.path)]));
  for (const { name, path, bytes, hash, schema } of resources) {
    const file = files.get(path) ?? new Uint8Array();
    assert.equal(bytes, file.length);
    assert.equal(hash, `sha256:${createHash("sha256").update(file).digest("hex")}`);
    const rows = tables.get(name) ?? [];
    assert.ok(rows.length > 0, name);
    assert.deepEqual(
      schema.fields.map((it) => it.name),
      Object.keys(rows[0] ?? {}),
    );
    for (const field of schema.fields)
      if (field.type !== "string")
        for (const row of rows)
          assert.match(row[field.name] ?? "", /^(-?\d+(\.\d+)?)?$/, `${name} ${field.name}`);
    for (const key of schema.primaryKey ?? [])
      assert.equal(new Set(rows.map((it) => it[key])).size, rows.length, `${name} ${key}`);
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const known = new Set(tables.get(reference.resource)?.map((it) => it[reference.fields[0] ?? ""]));
      for (const row of rows) assert.ok(known.has(row[fields[0] ?? ""]), `${name} ${row[fields[0] ?? ""]}`);
    }
  }
});

test("the catalogue names only files that are there", () => {
  const { "dcat:dataset": dataset } = JSON.parse(text("catalog.jsonld"));
  const paths = dataset["dcat:distribution"].map((it: { "@id": string }) =>
    it["@id"].replace("https://yunling.example/", ""),
  );
  assert.ok(paths.length >= 5);
  for (const path of paths) assert.ok(files.has(path), path);
});

test("the feed has an entry for every release, the newest first", () => {
  for (const path of ["releases.atom", "en/releases.atom"]) {
    const ids = [...text(path).matchAll(/#release-(\d+)<\/id>/g)].map(([, number]) => Number(number));
    assert.deepEqual(
      ids,
      [edition, ...edition.predecessors].map((it) => it.number),
    );
    assert.ok(text(path).includes(`<updated>${edition.recorded}</updated>`));
  }
});

test("a figure's workbook has the values of its CSV in words, and tells where it comes from", async () => {
  const [values, about] = await readExcelFile(Buffer.from(files.get("figures/tip.received.xlsx") ?? ""), {
    parseNumber: (it) => it,
  });
  const [head, ...rows] = values?.data ?? [];
  assert.deepEqual(head?.slice(0, 2), ["地区 Area", "期间 Period"]);
  const at = head?.indexOf("数值 Value") ?? -1;
  assert.deepEqual(
    rows.map((it) => it[at] ?? ""),
    rowsOf("figures/tip.received.csv").map((it) => it.value),
  );
  const facts = new Map(about?.data.map(([name, value]) => [name, value]));
  const [, last = 0] = edition.registers.find((it) => it.register === "tip")?.runs.at(-1) ?? [];
  const reach = String(facts.get("所据台账记至 Records up to"));
  assert.ok(reach.includes(`entry ${last.toLocaleString("en")} of the log`), reach);
  assert.match(String(facts.get("本次发布与检查点 This release and its checkpoint")), /\/verify\//);
  assert.match(String(facts.get("演示数据 Demonstration data")), /^演示数据/);
});

test("the workbook of all figures has as many values as the release, and the definition of each indicator", async () => {
  const [values, definitions, about] = await readExcelFile(Buffer.from(files.get("data/figures.xlsx") ?? ""));
  const observations = edition.figures.flatMap((it) => it.observations);
  assert.equal((values?.data.length ?? 0) - 1, observations.length);
  assert.equal((definitions?.data.length ?? 0) - 1, edition.figures.length);
  assert.ok(about?.data.some(([name, value]) => name === "树根 Root" && value === edition.root));
});

test("SDMX-CSV and CSV tell the same values", () => {
  const values = (path: string, column: string) => rowsOf(path).map((it) => it[column]);
  assert.deepEqual(
    values("data/observations.sdmx.csv", "OBS_VALUE"),
    values("data/observations.csv", "value"),
  );
});

test("every figure has its files on the page of data, in both languages", () => {
  for (const page of ["data/index.html", "en/data/index.html"])
    for (const { indicator } of edition.figures)
      for (const kind of ["xlsx", "csv", "json"])
        assert.ok(text(page).includes(`figures/${indicator}.${kind}"`));
});

test("an area's files hold every value that is published of it and nothing else, and its page leads to them", async () => {
  const places = edition.pack.areas.filter(({ code }) => files.has(`areas/${code}/index.html`));
  assert.ok(places.some((it) => it.level === "township") && places.some((it) => it.level === "village"));
  for (const { code, name } of places) {
    const published = edition.figures.flatMap((it) => it.observations).filter((it) => it.area === code);
    const told = rowsOf(`areas/${code}.csv`).map(
      (it) => `${it.indicator} ${it.area} ${it.period} ${it.value}`,
    );
    const expected = published.map((it) => `${it.indicator} ${it.area} ${it.period} ${it.value ?? ""}`);
    assert.deepEqual(told, expected, code);
    const json = JSON.parse(text(`areas/${code}.json`));
    assert.deepEqual(json.area.name, name);
    assert.equal(json.observations.length, expected.length);
    assert.ok(json.demonstration);
    for (const type of ["xlsx", "csv", "json"])
      assert.ok(
        text(`areas/${code}/index.html`).includes(`href="../../areas/${code}.${type}" download`),
        code,
      );
  }
  const [{ code = "" } = {}] = places;
  const sheets = await readExcelFile(Buffer.from(files.get(`areas/${code}.xlsx`) as Uint8Array));
  const [values] = sheets;
  assert.equal((values?.data.length ?? 0) - 1, rowsOf(`areas/${code}.csv`).length);
});

test("the files of all townships hold their totals and the district's, and the tables of areas lead to them", () => {
  const townships = new Set(edition.pack.areas.filter((it) => it.level !== "village").map((it) => it.code));
  const totals = edition.figures
    .flatMap((it) => it.observations)
    .filter((it) => townships.has(it.area) && Object.keys(it.breakdown).length === 0);
  const told = rowsOf("areas/townships.csv").map(
    (it) => `${it.indicator} ${it.area} ${it.period} ${it.value}`,
  );
  assert.deepEqual(
    told,
    totals.map((it) => `${it.indicator} ${it.area} ${it.period} ${it.value ?? ""}`),
  );
  for (const page of ["areas", "compare"])
    for (const type of ["xlsx", "csv", "json"]) {
      assert.ok(files.has(`areas/townships.${type}`));
      assert.ok(text(`${page}/index.html`).includes(`href="../areas/townships.${type}" download`));
    }
});
