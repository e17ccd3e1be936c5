import {
  type Cell,
  csvLines,
  EMPTY,
  observationsJsonLines,
  observationTable,
  textCell,
} from "../../exchange/index.ts";
import type { Observation, RuleResult } from "../../indicators/index.ts";
import { files } from "../address.ts";
import { type AsOf, asOf } from "../as-of.ts";
import { known, type Site } from "../site.ts";
import { observationsByArea, registersOf, totalsOfTownships } from "./by-area.ts";

/** A file as text, whole or in pieces, by its path below the site's root. */
export interface TextFile {
  readonly path: string;
  readonly text: string | Iterable<string>;
}

/**
 * The data behind the pages: every figure by itself, every area by itself, and all of them together, as CSV with the columns that
 * `huimou indicators` writes and as JSON that says where it comes from; every register's declaration with the
 * positions of its entries; every check of every rule.
 */
export function* tables(site: Site): Generator<TextFile> {
  const { edition } = site;
  for (const { indicator, observations } of edition.figures) {
    yield { path: files.figureCsv(indicator), text: csvLines(observationTable(observations), BOM) };
    const { definition } = known(site.figures, indicator);
    yield {
      path: files.figureJson(indicator),
      text: labelled(site, { indicator: definition, ...until(site, observations) }, observations),
    };
  }
  for (const { area, observations } of observationsByArea(site)) {
    yield { path: files.areaCsv(area.code), text: csvLines(observationTable(observations), BOM) };
    yield {
      path: files.areaJson(area.code),
      text: labelled(site, { area, ...until(site, observations) }, observations),
    };
  }
  const townships = totalsOfTownships(site);
  yield { path: files.townshipsCsv, text: csvLines(observationTable(townships), BOM) };
  yield { path: files.townshipsJson, text: labelled(site, until(site, townships), townships) };
  const { number, position, root } = edition;
  const release = { release: { number, position, root } };
  const all = edition.figures.flatMap((it) => it.observations);
  yield { path: files.observationsCsv, text: csvLines(observationTable(all), BOM) };
  yield { path: files.observationsJson, text: labelled(site, release, all) };
  for (const summary of edition.registers) {
    const { register, records, entries, runs, states } = summary;
    const facts = { register: known(site.registers, register), records, entries, states, runs };
    const reach = asOf(site, [register]);
    yield {
      path: files.registerJson(register),
      text: labelled(site, { ...facts, ...(reach && { asOf: reach }) }),
    };
  }
  yield { path: files.rulesCsv, text: csvLines(checksTable(edition.rules), BOM) };
}

/** Excel in China takes UTF-8 for GBK without it. */
const BOM = { bom: true };

/** How far into the log the registers reach that some observations rest on. */
function until(site: Site, observations: readonly Observation[]): { readonly asOf?: AsOf } {
  const reach = asOf(site, registersOf(site, observations));
  return reach === null ? {} : { asOf: reach };
}

/** JSON that tells its district, where to find what vouches for it and, where the data are made up, that they are. */
function* labelled(
  { edition: { pack } }: Site,
  facts: object,
  observations?: readonly Observation[],
): Generator<string> {
  const head = JSON.stringify({
    ...(pack.demonstration && { demonstration: pack.demonstration }),
    district: { code: pack.district.code, name: pack.district.name },
    manifest: `https://${pack.district.host}/${files.manifest}`,
    ...facts,
  });
  if (observations === undefined) return yield `${head}\n`;
  yield `${head.slice(0, -1)},\n"observations":`;
  yield* observationsJsonLines(observations);
  yield "}\n";
}

function checksTable(results: readonly RuleResult[]) {
  const dimensions = [...new Set(results.flatMap(({ breakdown }) => Object.keys(breakdown)))].sort();
  const number = (value: string | null): Cell => (value === null ? EMPTY : { number: value });
  return {
    headers: [
      "rule",
      "area",
      "period",
      ...dimensions.map((it) => `by.${it}`),
      "left",
      "relation",
      "right",
      "verdict",
      "account",
    ],
    rows: results.map((it): readonly Cell[] => [
      textCell(it.rule),
      textCell(it.area),
      textCell(it.period),
      ...dimensions.map((dimension) => textCell(it.breakdown[dimension])),
      number(it.left),
      textCell(it.relation),
      number(it.right),
      textCell(it.verdict),
      textCell(it.explanation?.account),
    ]),
  };
}
