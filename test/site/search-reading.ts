import assert from "node:assert/strict";
import type { Area } from "../../src/index.ts";
import type { NamedArea } from "../../src/site/search/area-names.ts";
import { type Query, readingsOf } from "../../src/site/search/query.ts";

/** Areas as a search names them. */
export function namedAreas(areas: readonly Area[]): readonly NamedArea[] {
  return areas.map(({ code, name, level }) => ({
    code,
    depth: ["district", "township", "village"].indexOf(level),
    names: [name.zh, name.en],
  }));
}

/** A query by its last reading, which takes most for areas. */
export function lastReading(text: string, areas: readonly NamedArea[]): Query {
  return readingsOf(text, areas).at(-1) ?? assert.fail("a query has a reading");
}
