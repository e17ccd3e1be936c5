import { existsSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { PackDefinition } from "../indicators/index.ts";
import { refuse } from "../issue/index.ts";
import { openStore, removeStore } from "../ledger/store/index.ts";
import type { Action } from "../registers/index.ts";
import { databaseOf } from "./database.ts";
import type { Effects } from "./district.ts";
import { readSettings, settingsFile } from "./settings.ts";

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

/**
 * Removes a demonstration's ledger: its database, its keys, what it published into its data directory. Refuses
 * every other ledger (`district.no-demonstration`): the database itself must say that its data are made up. Opens
 * the database and nothing else, so that a demonstration of another version of the program goes, too. The settings
 * go last: after a crash before, what is there still does not open as something else.
 */
export async function removeDemonstration(
  directory: string,
  { databaseUrl }: Pick<Effects, "databaseUrl">,
): Promise<void> {
  const settings = await readSettings(directory);
  const location = databaseOf(directory, settings.store, databaseUrl);
  const store = await openStore(location);
  const bodies = await store.db
    .selectFrom("definition")
    .select("body")
    .where("kind", "=", "district")
    .execute()
    .finally(() => store.close());
  const made = bodies.map(({ body }) => JSON.parse(body) as Pick<PackDefinition, "demonstration">);
  if (made.length === 0 || made.some((it) => it.demonstration === undefined))
    refuse("district.no-demonstration", [directory]);
  await removeStore(location);
  for (const folder of ["keys", "public"])
    await rm(join(directory, folder), { recursive: true, force: true });
  await rm(settingsFile(directory));
}

function demonstrationIn(directory: string): string {
  return join(directory, "demo", "index.ts");
}
