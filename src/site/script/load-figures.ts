import type { checkFigures } from "../check/check-figures.ts";
import { Unreadable } from "../check/source.ts";
import { FIGURES } from "./hand-over.ts";
import { loadScript } from "./load-script.ts";

const PATH = "script/figures.js";

/** Brings the script that counts figures. Rejects with {@link Unreadable}; then it can be tried again. */
export async function loadFigures(): Promise<typeof checkFigures> {
  if (!(await loadScript(PATH))) throw new Unreadable(PATH, "script");
  return (globalThis as unknown as Record<string, typeof checkFigures>)[FIGURES] as typeof checkFigures;
}
