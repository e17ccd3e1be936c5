/** The public site: an edition in, static files out. */
export { buildSite, type SiteFile } from "./build.ts";
export type {
  Edition,
  Figure,
  RegisterSummary,
  Revision,
} from "./edition.ts";
