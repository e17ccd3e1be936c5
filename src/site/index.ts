/** The public site: an edition in, static files out. */
export { buildData, buildPages, buildSite } from "./build.ts";
export { type Renderer, rendererWith } from "./chart/letters.ts";
export type {
  Edition,
  Figure,
  RegisterSummary,
  Revision,
} from "./edition.ts";
export { isLogFile, type Manifest } from "./manifest.ts";
export type { EditionLog, PlacedEntry } from "./records/log.ts";
export type { StandingPages } from "./records/standing.ts";
export { wordReports } from "./report/word.ts";
export { type SiteFile, textFile } from "./site-file.ts";
