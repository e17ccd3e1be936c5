import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { scriptOf } from "../../src/site/script.ts";
import { folded } from "../../src/site/search/fold.ts";
import { type Entry, matchesOf } from "../../src/site/search/match.ts";
import { readingsOf } from "../../src/site/search/query.ts";
import type { SearchValues } from "../../src/site/search/values.ts";
import { numberText } from "../../src/site/show.ts";
import { pages, site } from "./built.ts";
import { madeUpEdition } from "./edition.ts";
import { areas } from "./pack.ts";
import { lastReading, namedAreas } from "./search-reading.ts";

const NAMED = namedAreas(areas);
const NANSHAN = "999900102000";

const read = (text: string) => lastReading(text, NAMED);

test("a query is an area, a year and words, in Chinese and English, with spaces or without", () => {
  const clinics = { areas: [NANSHAN], years: [], terms: ["卫生室"] };
  for (const text of [
    "南山镇 卫生室",
    "南山镇卫生室",
    "卫生室　南山",
    "南山镇的卫生室有多少？",
    "请问南山镇有几个卫生室",
  ])
    assert.deepEqual(read(text), clinics, text);
  for (const text of [
    "clinics Nanshan",
    "How many clinics are there in Nan Shan Town?",
    "CLINICS, nanshan town",
  ])
    assert.deepEqual(read(text), { areas: [NANSHAN], years: [], terms: ["clinics"] }, text);
  assert.deepEqual(read("白沙２０１９年道路"), { areas: ["999900106000"], years: ["2019"], terms: ["道路"] });
  assert.deepEqual(read("二〇二〇年收入"), { areas: [], years: ["2020"], terms: ["收入"] });
  assert.deepEqual(read("南山甲村"), { areas: ["999900102201"], years: [], terms: [] });
  // the town and its villages are called so; the town is meant
  assert.deepEqual(read("nanshan").areas, [NANSHAN]);
  assert.deepEqual(read("北关与石桥").areas.toSorted(), ["999900101000", "999900103000"]);
});

test("what people call an area is no area where it is a part of another word", () => {
  const [plain, short] = readingsOf("柳河 工程", NAMED);
  assert.deepEqual(plain?.areas, []);
  assert.deepEqual(plain?.terms, ["柳河", "工程"]);
  assert.deepEqual(short?.areas, ["999900104000"]);
});

const entry = (title: string, more: Partial<Entry> = {}): Entry => ({
  title,
  also: [],
  context: "",
  parts: [],
  first: false,
  counts: false,
  ...more,
});
const WORKS = entry("验收工程", {
  also: ["Works accepted", "work.accepted"],
  context: "民生实事",
  parts: [
    ["农村公路", "Rural road"],
    ["标准化卫生室", "Village clinic"],
  ],
});
const INCOME = entry("居民人均可支配收入", { also: ["Disposable income per head", "人均收入"] });
const found = (...terms: string[]) =>
  matchesOf([WORKS, INCOME], terms).map((it) => [it.entry.title, it.part] as const);

test("an entry is found by its title, its parts, its other names, by half of a Han word and a misspelt one", () => {
  assert.deepEqual(found("卫生室"), [["验收工程", 1]]);
  assert.deepEqual(found("卫生院"), [["验收工程", 1]]);
  assert.deepEqual(found("卫生室验收工程"), [["验收工程", 1]]);
  assert.deepEqual(found("clinics"), [["验收工程", 1]]);
  assert.deepEqual(found("clincis"), [], "two letters wrong");
  assert.deepEqual(found("clinc"), [["验收工程", 1]]);
  assert.deepEqual(found("roads", "accepted"), [["验收工程", 0]]);
  assert.deepEqual(found("work.accepted".replace(".", " ").split(" ")[0] ?? ""), [["验收工程", null]]);
  assert.deepEqual(found("人均收入"), [["居民人均可支配收入", null]]);
  assert.deepEqual(found("民生实事"), [["验收工程", null]]);
  assert.deepEqual(found("收入", "卫生室").length, 2, "none has both: those that have one");
  assert.deepEqual(found("飞船"), []);
});

test("a word that several parts are called by means all of them; one that tells a part means that part", () => {
  const doses = entry("接种剂次", {
    parts: [
      ["灭活疫苗", "Inactivated vaccine"],
      ["重组疫苗", "Recombinant vaccine"],
    ],
  });
  const first = (...terms: string[]) =>
    matchesOf([doses, WORKS], terms).map((it) => [it.entry.title, it.part]);
  assert.deepEqual(first("疫苗"), [["接种剂次", null]]);
  assert.deepEqual(first("vaccine"), [["接种剂次", null]]);
  assert.deepEqual(first("重组疫苗"), [["接种剂次", 1]]);
  assert.deepEqual(first("inactivated", "vaccine"), [["接种剂次", 0]]);
  assert.deepEqual(first("疫苗", "剂次"), [["接种剂次", null]]);
});

test("folding a folded text changes nothing; a title is found by itself, however it is written", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      assert.equal(folded(folded(text)), folded(text));
    }),
  );
  fc.assert(
    fc.property(fc.constantFrom(WORKS, INCOME), fc.boolean(), (it, capitals) => {
      const text = capitals ? it.title.toUpperCase() : it.title;
      assert.equal(matchesOf([WORKS, INCOME], [folded(text)])[0]?.entry, it);
    }),
  );
});

/** All that the search's files say. */
async function valuesOf(): Promise<SearchValues> {
  const all: Record<string, SearchValues[string]> = {};
  for (const [path, text] of await site) {
    if (!/^search\/\d+\.js$/.test(path)) continue;
    const [, json = ""] = /^Object\.assign\(globalThis\.huimouValues\?\?=\{\},(.*)\);\n$/.exec(text) ?? [];
    Object.assign(all, JSON.parse(json));
  }
  return all;
}

test("a search says what the figures' own files say, of every area, period and part", async () => {
  const values = await valuesOf();
  const edition = await madeUpEdition();
  const page = (await site).get("search/index.html") ?? "";
  const periods = /data-periods="([^"]+)"/.exec(page)?.[1]?.split(" ") ?? [];
  let [compared, lines] = [0, 0];
  for (const { indicator, observations } of edition.figures)
    for (const { area, period, breakdown, basis, value, missing } of observations) {
      const at = periods.indexOf(period);
      const parts = Object.entries(breakdown);
      if (at < 0 || parts.length > 1 || basis !== undefined) continue;
      const said = values[area]?.[indicator]?.[parts.map((it) => it.join("=")).join("")]?.split(" ")[at + 1];
      const { decimals = 0 } = edition.pack.indicators.find((it) => it.id === indicator) ?? {};
      const own = value === null ? (missing === "suppressed" ? "!" : "-") : numberText(value, decimals);
      assert.equal(said ?? "-", own, `${indicator} ${area} ${period} ${JSON.stringify(breakdown)}`);
      compared += 1;
    }
  for (const figures of Object.values(values))
    for (const parts of Object.values(figures)) lines += Object.keys(parts).length;
  assert.ok(compared > 500 && lines > 100, `${compared} compared, ${lines} lines`);
});

test("wherever a search leads to a value, its page has that very place", async () => {
  const files = await site;
  const periods = /data-periods="([^"]+)"/.exec(files.get("search/index.html") ?? "")?.[1]?.split(" ") ?? [];
  let followed = 0;
  for (const [area, figures] of Object.entries(await valuesOf()))
    for (const [figure, parts] of Object.entries(figures))
      for (const [part, line] of Object.entries(parts)) {
        const anchors =
          area === areas[0]?.code
            ? line
                .split(" ")
                .slice(1)
                .flatMap((it, at) =>
                  it === "-" || it === "!" ? [] : [`${periods[at]}${part === "" ? "" : `~${part}`}`],
                )
            : [figure];
        const address = area === areas[0]?.code ? `figures/${figure}/` : `areas/${area}/`;
        for (const folder of ["", "en/"]) {
          const page = files.get(`${folder}${address}index.html`);
          assert.ok(page !== undefined, address);
          for (const anchor of anchors) assert.ok(page.includes(` id="${anchor}"`), `${address}#${anchor}`);
        }
        followed += anchors.length;
      }
  assert.ok(followed > 200, `${followed} followed`);
});

test("the search's page lists every page of the site but records and itself, by its name in both languages", async () => {
  const files = await site;
  const list = files.get("search/index.html") ?? "";
  const english = files.get("en/search/index.html") ?? "";
  for (const [path] of await pages()) {
    const address = path.replace("index.html", "");
    if (address.startsWith("en/") || /\/records\/|\/counted\/|\/embed\.html$|^search\/$|404/.test(address))
      continue;
    assert.ok(list.includes(`href="../${address}"`), address);
    assert.ok(english.includes(`href="../../en/${address}"`), address);
  }
  for (const { name } of areas)
    assert.ok(list.includes(name.zh) && list.includes(name.en.replace("'", "&#39;")));
});

test("the search's list and script weigh less than 60 kB on their way", async () => {
  for (const path of ["search/index.html", "en/search/index.html"]) {
    const bytes = gzipSync((await site).get(path) ?? "").length + gzipSync(scriptOf("search")).length;
    assert.ok(bytes < 60_000, `${path}: ${bytes}`);
  }
});
