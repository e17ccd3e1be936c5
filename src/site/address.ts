import type { Observation } from "../indicators/index.ts";
import type { ScriptName } from "./script.ts";

/**
 * The stable addresses of the site, below its root and, for a page, below the folder of its language. They stay
 * the same from release to release.
 */
export const addresses = {
  home: "",
  report: (id: string) => `reports/${id}/`,
  figures: "figures/",
  definitions: "definitions/",
  figure: (id: string) => `figures/${id}/`,
  /** a page of the records that a figure of a year is made of, from 1 */
  counted: (id: string, year: string, page: number) => `figures/${id}/records/${year}/${page}/`,
  embed: (id: string) => `figures/${id}/embed.html`,
  areas: "areas/",
  compare: "compare/",
  area: (code: string) => `areas/${code}/`,
  registers: "registers/",
  register: (name: string) => `registers/${name}/`,
  /** a page of an open register's records, from 1 */
  records: (register: string, page: number) => `registers/${register}/records/${page}/`,
  rules: "rules/",
  rule: (id: string) => `rules/${id}/`,
  gaps: "gaps/",
  verify: "verify/",
  data: "data/",
  search: "search/",
  large: "large/",
} as const;

/** Files that both languages share, below the site's root. */
export const files = {
  style: "style.css",
  embedStyle: "embed.css",
  largeStyle: "large.css",
  icon: "icon.svg",
  verifyProgram: "verify.mjs",
  script: (name: ScriptName) => `script/${name}.js`,
  figureCsv: (id: string) => `figures/${id}.csv`,
  figureJson: (id: string) => `figures/${id}.json`,
  figureXlsx: (id: string) => `figures/${id}.xlsx`,
  searchValues: (code: string) => `search/${code}.js`,
  areaCsv: (code: string) => `areas/${code}.csv`,
  areaJson: (code: string) => `areas/${code}.json`,
  areaXlsx: (code: string) => `areas/${code}.xlsx`,
  /** the totals of the district and all townships beside each other */
  townshipsCsv: "areas/townships.csv",
  townshipsJson: "areas/townships.json",
  townshipsXlsx: "areas/townships.xlsx",
  registerJson: (name: string) => `registers/${name}.json`,
  pack: "data/pack.json",
  observationsCsv: "data/observations.csv",
  observationsJson: "data/observations.json",
  observationsXlsx: "data/figures.xlsx",
  observationsSdmx: "data/observations.sdmx.csv",
  indicatorsCsv: "data/indicators.csv",
  areasCsv: "data/areas.csv",
  rulesCsv: "data/rules.csv",
  dataPackage: "datapackage.json",
  catalog: "catalog.jsonld",
  feed: { zh: "releases.atom", en: "en/releases.atom" },
  /** written by the release, around the pages */
  log: "log/",
  checkpoint: "log/checkpoint",
  verifierKey: "log/vkey",
  manifest: "manifest.json",
} as const;

/**
 * Where a figure's page shows an observation: its period, then the area where it is not the whole district,
 * then each value of its breakdown, then the basis where it is not the period's own. `2020`,
 * `2018..2021~999900100000`, `2020~outcome=verified`, `2019~current`.
 */
export function anchorOf(observation: Observation, district: string): string {
  const area = observation.area === district ? "" : `~${observation.area}`;
  const breakdown = Object.entries(observation.breakdown)
    .map(([dimension, value]) => `~${encodeURIComponent(dimension)}=${encodeURIComponent(value)}`)
    .join("");
  const basis = observation.basis === undefined ? "" : `~${observation.basis}`;
  return `${observation.period}${area}${breakdown}${basis}`;
}

/** Where a report states a number: the anchor of its binding. */
export function bindingAnchor(number: number): string {
  return `b${number}`;
}
