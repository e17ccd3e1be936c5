/**
 * What grows with the ledger: reading a figure and releasing, at the usual demonstration and at twenty times it,
 * alternately in one run. A release's tiles and pages are written into a fresh folder each time.
 *
 *   node bench/growth.ts [--scale 20] [--rounds 5]
 */
import { statSync } from "node:fs";
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
import { inFolder, line, numberOption, secondsOf, shown, spreadOf } from "./measure.ts";

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

async function releases(districts: readonly District[], folder: string): Promise<void> {
  const whole = districts.map((): number[] => []);
  const beforeSigning = districts.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [i, district] of districts.entries()) {
      let signing = 0;
      const started = performance.now();
      const onStage = (stage: Stage) => {
        if (stage === "sign") signing = performance.now();
      };
      const released = await release(district, {
        out: join(folder, `out-${i}-${round}`),
        program: "bench",
        onStage,
      });
      if (released.edition === null) throw new Error(`stopped: ${JSON.stringify(released.issues[0])}`);
      whole[i]?.push((performance.now() - started) / 1000);
      beforeSigning[i]?.push((signing - started) / 1000);
    }
  console.log();
  for (const [name, times] of [
    ["release", whole],
    ["release up to signing", beforeSigning],
  ] as const) {
    for (const [i, list] of times.entries())
      console.log(line(`${name}, scale ${scales[i]}`, spreadOf(list), "s"));
    console.log(line("  ratio", spreadOf(ratios(times)), "×"));
  }
}

function ratios(times: readonly (readonly number[])[]): number[] {
  const [small = [], large = []] = times;
  return large.map((value, i) => value / (small[i] ?? Number.NaN));
}
