import { readFileSync } from "node:fs";

/** The parts of the style sheet, in their order: later ones may change what earlier ones set. */
const PARTS = [
  "colours",
  "ground",
  "frame",
  "openings",
  "home",
  "facts",
  "columns",
  "charts",
  "tables",
  "areas",
  "tiles",
  "map",
  "report",
  "records",
  "check",
  "print",
] as const;

/** The one style sheet of every page: phone first, light and dark, high contrast, print. */
export const style: string = PARTS.map((part) =>
  readFileSync(new URL(`./style/${part}.css`, import.meta.url), "utf8"),
).join("\n");
