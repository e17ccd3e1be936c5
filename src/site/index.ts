/** The public site: an edition in, static files out. */
export type {
  DefinitionChange,
  Edition,
  Figure,
  RegisterSummary,
  Revision,
} from "./edition.ts";
