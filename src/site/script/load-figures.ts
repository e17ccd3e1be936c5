import type { checkFigures } from "../check/check-figures.ts";
import { Unreadable } from "../check/source.ts";
import { element } from "./dom.ts";
import { FIGURES } from "./hand-over.ts";
import { siteRoot } from "./site-files.ts";

let loading: Promise<typeof checkFigures> | null = null;

/** Fetches the script that counts figures, once. Rejects with {@link Unreadable}; then it is tried again. */
export function loadFigures(): Promise<typeof checkFigures> {
  loading ??= new Promise<typeof checkFigures>((resolve, reject) => {
    const path = "script/figures.js";
    const script = element("script", "");
    script.src = new URL(path, siteRoot).href;
    script.addEventListener("load", () =>
      resolve((globalThis as unknown as Record<string, typeof checkFigures>)[FIGURES] as typeof checkFigures),
    );
    script.addEventListener("error", () => {
      loading = null;
      reject(new Unreadable(path, "script"));
    });
    document.head.append(script);
  });
  return loading;
}
