import { readFileSync } from "node:fs";
import type { AreaMapDefinition } from "../../src/index.ts";

const file = "made-up.geojson";

/** The made-up district's townships, somewhere in the sea: one lies within another, one has an island. 演示数据 */
export const madeUpMap: AreaMapDefinition = {
  note: {
    zh: "演示数据：边界全部虚构。",
    en: "Demonstration data: all boundaries are made up.",
  },
  file,
  geojson: readFileSync(new URL(file, import.meta.url), "utf8"),
};
