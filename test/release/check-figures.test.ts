import assert from "node:assert/strict";
import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import {
  CellTable,
  Derivation,
  followPack,
  type Observation,
  observe,
  readQuery,
  restsOnOpen,
} from "../../src/indicators/index.ts";
import { type Entry, verifyLog } from "../../src/ledger/verify/index.ts";
import { checkFigures } from "../../src/site/check/check-figures.ts";
import { checkRelease } from "../../src/site/check/check-release.ts";
import type { Edition } from "../../src/site/index.ts";
import { type Forgery, forge } from "./forgery.ts";
import { published, verdict, withDistrict } from "./made-up-release.ts";
import { releaseForFile } from "./release-for-file.ts";
import { tamper } from "./tamper.ts";

const it = releaseForFile();

const district = "999900000000";

/** What checking the figures of a folder says first: `code path…`, or `whole`. */
async function said(folder: string, figures?: readonly string[]): Promise<string> {
  const { issue } = await checkFigures({ read: published(folder).read, ...(figures && { figures }) });
  return issue === null ? "whole" : [issue.code, ...issue.path].join(" ");
}

/** The same of the whole release, with its figures. */
async function saidOfAll(folder: string): Promise<string> {
  const { issue, failed } = await checkRelease({
    ...published(folder),
    files: "all",
    figures: checkFigures,
  });
  return issue === null ? "whole" : [failed, issue.code, ...issue.path].join(" ");
}

test("every observation that `verify` derives is derived by what browsers have, to the same value", async () => {
  const edition = JSON.parse(await readFile(join(it.whole, "data/edition.json"), "utf8")) as Edition;
  const places: (readonly [Observation, Observation | null])[] = [];
  const { derived, sealed, issue } = await checkFigures({
    read: published(it.whole).read,
    place: (...place) => places.push(place),
  });
  assert.equal(issue, null);
  assert.equal(await verdict(it.whole), "whole");
  const all = edition.figures.flatMap((figure) => figure.observations);
  assert.deepEqual(
    places.map(([one]) => [one.indicator, one.area, one.period, one.value]),
    all.map((one) => [one.indicator, one.area, one.period, one.value]),
  );
  assert.equal(derived + sealed, all.length);
  for (const [one, own] of places) if (own !== null) assert.deepEqual(own.value, one.value);
  const openly = places.find(([one, own]) => one.indicator === "work.planned" && own?.value === "5");
  assert.ok(openly, "five works were planned, and five are counted");
  assert.ok(sealed > 0 && derived > sealed);
});

test("one figure is derived from its own registers' entries alone", async () => {
  const read: string[] = [];
  const { registers, derived, sealed, issue } = await checkFigures({
    read: (path) => {
      read.push(path);
      return published(it.whole).read(path);
    },
    figures: ["work.planned"],
  });
  assert.equal(issue, null);
  assert.deepEqual(Object.keys(registers), ["work"]);
  assert.ok(derived > 0 && sealed === 0);
  assert.deepEqual(read.filter((path) => path.endsWith(".json")).sort(), [
    "data/pack.json",
    "figures/work.planned.json",
    "manifest.json",
    "registers/work.json",
  ]);
});

test("a figure that the release does not have is refused", async () => {
  assert.equal(await said(it.whole, ["no.such"]), "indicators.indicator-unknown no.such");
});

for (const path of ["data/pack.json", "figures/work.planned.json", "registers/work.json", "manifest.json"])
  test(`a bit of ${path} is found where it is needed`, async () => {
    const folder = await it.copy(path.replaceAll(/\W/g, "-"));
    await tamper(folder, path);
    const code = path === "manifest.json" ? "verify.manifest-altered" : "verify.file-altered";
    assert.equal(await said(folder, ["work.planned"]), `${code} ${path}`);
  });

const inFigures = (change: (one: Observation) => Observation) => (edition: Edition) => ({
  ...edition,
  figures: edition.figures.map((figure) => ({
    ...figure,
    observations: figure.observations.map(change),
  })),
});
const inRegister =
  (name: string, change: (one: Edition["registers"][number]) => object) => (edition: Edition) => ({
    ...edition,
    registers: edition.registers.map((one) => (one.register === name ? { ...one, ...change(one) } : one)),
  });

/** What the key's holder does, all of it signed; what the figures' own check finds, and what the whole one does. */
const forgeries: Readonly<Record<string, readonly [forgery: Forgery, ofFigures: RegExp, ofAll: RegExp]>> = {
  "a value that the entries do not give": [
    {
      pages: true,
      edition: inFigures((one) =>
        one.indicator === "work.under-way" && one.period === "2020" && one.area === district
          ? { ...one, value: "7" }
          : one,
      ),
    },
    /^verify\.observation-altered figures\/work\.under-way\.json 999900000000 2020.* value$/,
    /^figures verify\.observation-altered figures\/work\.under-way\.json /,
  ],
  "entries of another register among a figure's": [
    { pages: true, edition: inRegister("work", ({ runs }) => ({ runs: [[0, 0], ...runs] })) },
    /^verify\.summary-altered registers\/definition\.json 0$/,
    /^figures verify\.summary-altered /,
  ],
};

for (const [name, [forgery, ofFigures, ofAll]] of Object.entries(forgeries))
  test(`signed by the key's holder and found: ${name}`, () =>
    withDistrict(async ({ district: { keys }, publish, out, folder }) => {
      await publish();
      const forged = join(folder, "forged");
      await cp(out(), forged, { recursive: true });
      await forge(forged, keys, forgery);
      assert.match(await said(forged), ofFigures);
      assert.match(await saidOfAll(forged), ofAll);
    }));

test("a record kept from figures and positions, all else agreeing: reading the whole log finds it", () =>
  withDistrict(async ({ district: { keys }, publish, out, folder }) => {
    await publish();
    const forged = join(folder, "forged");
    await cp(out(), forged, { recursive: true });
    const all: (readonly [entry: Entry, position: number])[] = [];
    await verifyLog({
      fetch: (path) => published(forged).read(`log/${path}`),
      verifierKey: keys.verifierKey,
      entry: (entry, position) => all.push([entry, position]),
    });
    const last = all.findLast(([{ register }]) => register === "work")?.[0].record;
    const rest = all.filter(([{ register, record }]) => register !== "work" || record !== last);
    const without = (edition: Edition) => {
      const declarations = followPack(edition.pack);
      const derivation = new Derivation(declarations);
      for (const [entry] of rest) assert.deepEqual(derivation.add(entry, []), []);
      const cells = new CellTable(derivation.sums.cells()).inClear();
      const counted = (one: Observation) => {
        const { indicator, area, period, breakdown: where } = one;
        const { query } = readQuery(declarations, { indicator, area, period, where }, []);
        if (!restsOnOpen(declarations, indicator) || query === null || one.basis !== undefined) return one;
        return observe(declarations, cells, query);
      };
      const positions = rest.flatMap(([{ register }, at]) =>
        register === "work" ? [[at, at] as const] : [],
      );
      return inRegister("work", () => ({ runs: positions }))(inFigures(counted)(edition));
    };
    await forge(forged, keys, { pages: true, edition: without });
    assert.equal(await said(forged), "whole");
    assert.equal(await saidOfAll(forged), "figures verify.summary-altered registers/work.json");
  }));
