import type { Language } from "../../issue/index.ts";

/** The script's own address, which only is known while it begins to run. */
const own = (document.currentScript as HTMLScriptElement | null)?.src ?? document.baseURI;

/** The site's root, wherever the site stands. */
export const siteRoot = new URL("../", own);

/** The page's language. */
export const language: Language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";

/** An element that the page has by that id. Throws where it has none. */
export function elementAt<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}
