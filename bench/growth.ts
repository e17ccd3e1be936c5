/**
 * What grows with the ledger: reading a figure and releasing, at the usual demonstration and at twenty times it,
 * alternately in one run. The first release of a round goes into a fresh folder; the second upon it, one more entry
 * later. A release's time is told whole, and apart from what is the log itself in another form and grows with it by nature:
 * - tiles: all after the release's entry is recorded, that is hash tiles, entry bundles, checkpoint, and the swap;
 * - records: making the pages of records and the lists of which of them a figure is made of, and waiting for their bytes
 *   to be written: from the file before the first of them to the last of them.
 * All else is counted apart from them, looking through the log for whose each entry is among it.
 *
 *   node bench/growth.ts [--scale 20] [--rounds 5]
 */
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  batchesOf,
  createDistrict,
  type District,
  loadDemonstration,
  packWithDemonstration,
  rowsOf,
} from "../src/district/index.ts";
import { readQuery } from "../src/indicators/index.ts";
import { release, type Stage } from "../src/release/index.ts";
import type { Edition } from "../src/site/index.ts";
import { inFolder, line, numberOption, secondsOf, shown, spreadOf } from "./measure.ts";

/** Pages of records, and of the lists of those that a figure is made of. */
const RECORDS = /\/records\//;

const scales = [1, numberOption("scale", 20)];
const rounds = numberOption("rounds", 5);
const pack = packWithDemonstration();
const { actions } = await loadDemonstration(pack);

await inFolder(async (folder) => {
  const districts: District[] = [];
  for (const scale of scales) {
    const data = join(folder, `scale-${scale}`);
    const district = await createDistrict(data, pack);
    const seconds = await secondsOf(() => district.import(batchesOf(rowsOf(actions(scale)), "demo")));
    const { size } = await district.ledger.head();
    const megabytes = statSync(join(data, "ledger.sqlite")).size / 1e6;
    console.log(
      `scale ${scale}: ${shown(size)} entries in ${shown(seconds)} s, database ${shown(megabytes)} MB`,
    );
    districts.push(district);
  }
  console.log(`peak memory of this process ${shown(process.resourceUsage().maxRSS / 1024)} MB\n`);
  await readings(districts);
  await releases(districts, folder);
  for (const district of districts) await district.close();
});

/** One figure of each kind of measure, read from the database. */
async function readings(districts: readonly District[]): Promise<void> {
  const { declarations } = districts[0] as District;
  const flow = declarations.pack.indicators.find(
    (it) => it.kind === "measure" && it.nature === "flow" && it.by.length > 0,
  );
  const stock = declarations.pack.indicators.find((it) => it.kind === "measure" && it.nature === "stock");
  const share = declarations.pack.indicators.find((it) => it.kind === "formula" && "share" in it.formula);
  for (const [name, indicator, by] of [
    ["a flow", flow, []],
    ["a flow by year", flow, ["year"]],
    ["a stock", stock, []],
    ["a share", share, []],
  ] as const) {
    const times = districts.map((): number[] => []);
    for (let round = 0; round < rounds * 40; round++)
      for (const [i, district] of districts.entries()) {
        const { query } = readQuery(district.declarations, { indicator: indicator?.id ?? "" }, []);
        if (query === null) throw new Error("the pack lacks a kind of indicator");
        times[i]?.push(1e6 * (await secondsOf(() => district.observations(query, by))));
      }
    for (const [i, list] of times.entries())
      console.log(line(`reading ${name}, scale ${scales[i]}`, spreadOf(list), "µs"));
    console.log(line("  ratio", spreadOf(ratios(times)), "×"));
  }
}

/** Seconds of a release, and what it made. */
interface Times {
  readonly whole: number;
  readonly tiles: number;
  readonly records: number;
  /** pages of all kinds in both languages, those of records among them */
  readonly pages: number;
  readonly recordPages: number;
  readonly files: number;
  readonly stayed: number;
}

async function releases(districts: readonly District[], folder: string): Promise<void> {
  const first = districts.map((): Times[] => []);
  const second = districts.map((): Times[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [i, district] of districts.entries()) {
      const out = join(folder, "out");
      const { times, edition } = await released(district, out);
      first[i]?.push(times);
      await amendOne(district, edition);
      second[i]?.push((await released(district, out)).times);
      rmSync(out, { recursive: true });
    }
  for (const [name, times] of [
    ["first release", first],
    ["second release", second],
  ] as const) {
    console.log();
    table(`${name}, whole`, times, ({ whole }) => whole);
    table(`${name} apart from tiles`, times, ({ whole, tiles }) => whole - tiles);
    table(
      `${name} apart from tiles and records`,
      times,
      ({ whole, tiles, records }) => whole - tiles - records,
    );
    for (const [i, list] of times.entries()) {
      const rate = (of: (it: Times) => number) => spreadOf(list.map(of));
      const scale = `scale ${scales[i]}`;
      console.log(
        line(
          `${name}, pages of records, ${scale}`,
          rate((it) => it.recordPages / it.records),
          "pages/s",
        ),
      );
      console.log(
        line(
          `${name}, all pages, ${scale}`,
          rate((it) => it.pages / it.whole),
          "pages/s",
        ),
      );
      const { files, stayed, pages, recordPages } = list[0] as Times;
      console.log(
        `  ${shown(files)} files, ${shown(pages)} pages, ${shown(recordPages)} of them of records; ${shown(stayed)} files stayed`,
      );
    }
  }
  console.log(`peak memory of this process ${shown(process.resourceUsage().maxRSS / 1024)} MB`);
}

async function released(district: District, out: string): Promise<{ times: Times; edition: Edition }> {
  let signing = 0;
  let records = 0;
  let [pages, recordPages] = [0, 0];
  const started = performance.now();
  let before = started;
  const { edition, issues, files, stayed } = await release(district, {
    out,
    program: "bench",
    onStage: (stage: Stage) => {
      if (stage === "sign") signing = performance.now();
    },
    onPage: (path) => {
      const now = performance.now();
      const ofRecords = RECORDS.test(path);
      if (path.endsWith(".html")) pages += 1;
      if (ofRecords) {
        records += now - before;
        recordPages += 1;
      }
      before = now;
    },
  });
  if (edition === null) throw new Error(`stopped: ${JSON.stringify(issues[0])}`);
  const ended = performance.now();
  const seconds = (milliseconds: number) => milliseconds / 1000;
  const times = {
    whole: seconds(ended - started),
    tiles: seconds(ended - signing),
    records: seconds(records),
    pages,
    recordPages,
    files,
    stayed,
  };
  return { times, edition };
}

/** One entry more, which changes no figure: a free text of a record that was touched last gets one more mark. */
async function amendOne(district: District, { registers, recorded, pack }: Edition): Promise<void> {
  for (const { register, latest } of registers)
    for (const { record, fields } of latest)
      for (const [name, value] of Object.entries(fields)) {
        if (typeof value !== "string") continue;
        const at = district.clock().toISOString().slice(0, 10);
        const reason = pack.demonstration?.zh ?? recorded;
        const action = { kind: "amend", register, record, at, actor: "bench", reason } as const;
        const { issues } = await district.append([{ ...action, fields: { [name]: `${value}。` } }]);
        if (issues.length === 0) return;
      }
  throw new Error("no record can be amended");
}

function table(name: string, times: readonly (readonly Times[])[], of: (it: Times) => number): void {
  const values = times.map((list) => list.map(of));
  for (const [i, list] of values.entries())
    console.log(line(`${name}, scale ${scales[i]}`, spreadOf(list), "s"));
  console.log(line("  ratio", spreadOf(ratios(values)), "×"));
}

function ratios(times: readonly (readonly number[])[]): number[] {
  const [small = [], large = []] = times;
  return large.map((value, i) => value / (small[i] ?? Number.NaN));
}
