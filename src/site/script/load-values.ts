import type { SearchValues } from "../search/values.ts";
import { element } from "./dom.ts";
import { VALUES } from "./hand-over.ts";
import { siteRoot } from "./site-files.ts";

const loading = new Map<string, Promise<boolean>>();

/**
 * Brings the values of the district, or of a township with its villages, once; whether they came. A plain script can
 * be brought to a page that was opened from a folder, too, where nothing may be fetched.
 */
export function loadValues(code: string): Promise<boolean> {
  const begun = loading.get(code);
  if (begun !== undefined) return begun;
  const script = element("script", "");
  const loaded = new Promise<boolean>((resolve) => {
    script.src = new URL(`search/${code}.js`, siteRoot).href;
    script.addEventListener("load", () => resolve(true));
    script.addEventListener("error", () => {
      // the next query tries again
      loading.delete(code);
      script.remove();
      resolve(false);
    });
  });
  loading.set(code, loaded);
  document.head.append(script);
  return loaded;
}

/** The values that came so far of a figure, or of one of its parts, in an area; null where none are published. */
export function lineOf(area: string, figure: string, part: string): string | null {
  const all = (globalThis as unknown as Record<string, SearchValues | undefined>)[VALUES];
  return all?.[area]?.[figure]?.[part] ?? null;
}
