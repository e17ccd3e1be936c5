import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { refuse } from "../issue/index.ts";
import type { Action } from "../registers/index.ts";

/** What a pack's `demo/index.ts` gives: its demonstration data, `scale` times the usual, always the same. */
export interface Demonstration {
  readonly actions: (scale: number) => Iterable<Action>;
  /** Writes the same as CSV, one file a register; tells of each. */
  readonly writeCsv: (
    directory: string,
    scale: number,
  ) => readonly { readonly register: string; readonly path: string; readonly rows: number }[];
}

/** The demonstration of the pack in a directory. Refuses a pack without one (`district.demonstration-missing`). */
export async function loadDemonstration(directory: string): Promise<Demonstration> {
  const file = demonstrationIn(resolve(directory));
  if (!existsSync(file)) refuse("district.demonstration-missing", [], { directory });
  return (await import(pathToFileURL(file).href)) as Demonstration;
}

/** The first pack among those that come with the program that has demonstration data. */
export function packWithDemonstration(): string {
  const districts = fileURLToPath(new URL("../../districts", import.meta.url));
  const found = readdirSync(districts)
    .sort()
    .map((name) => join(districts, name))
    .find((it) => existsSync(demonstrationIn(it)));
  return found ?? refuse("district.demonstration-missing", [], { directory: districts });
}

function demonstrationIn(directory: string): string {
  return join(directory, "demo", "index.ts");
}
