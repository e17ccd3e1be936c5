import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";

/** The parts of the style sheet, in their order: later ones may change what earlier ones set. */
const PARTS = [
  "colours",
  "ground",
  "coming",
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
  "controls",
  "search",
  "check",
  "print",
] as const;

/** The one style sheet of every page: phone first, light and dark, high contrast, print. */
export const style: string = sheetOf(PARTS);

/** The sheet of the edition in large type, around the pages that have their own. */
export const largeStyle: string = sheetOf(["colours", "ground", "coming", "large"]);

/** The sheet of a figure within another page. */
export const embedStyle: string = sheetOf(["colours", "ground", "coming", "openings", "charts", "embed"]);

/** Parts as one sheet, without the comments and spaces that only its authors need. */
function sheetOf(parts: readonly string[]): string {
  const text = parts
    .map((part) => readFileSync(new URL(`./style/${part}.css`, import.meta.url), "utf8"))
    .join("\n");
  return transformSync(text, { loader: "css", minifyWhitespace: true, charset: "utf8", logLevel: "silent" })
    .code;
}
