import type { SearchValues } from "../search/values.ts";
import { VALUES } from "./hand-over.ts";
import { loadScript } from "./load-script.ts";

/** Brings the values of the district, or of a township with its villages; whether they came. */
export function loadValues(code: string): Promise<boolean> {
  return loadScript(`search/${code}.js`);
}

/** The values that came so far of a figure, or of one of its parts, in an area; null where none are published. */
export function lineOf(area: string, figure: string, part: string): string | null {
  const all = (globalThis as unknown as Record<string, SearchValues | undefined>)[VALUES];
  return all?.[area]?.[figure]?.[part] ?? null;
}
