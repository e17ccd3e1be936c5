import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { PackDefinition } from "../indicators/index.ts";
import { IssueError, refuse } from "../issue/index.ts";

/**
 * Loads the pack in a directory: the default export of its `pack.ts`. Refuses with `district.pack-missing`
 * and, where it contradicts itself, `district.pack-broken`.
 */
export async function loadPack(directory: string): Promise<PackDefinition> {
  const file = join(resolve(directory), "pack.ts");
  if (!existsSync(file)) refuse("district.pack-missing", [], { directory });
  try {
    const { default: pack } = (await import(pathToFileURL(file).href)) as { default?: PackDefinition };
    if (pack?.kind !== "pack") throw new Error("its default export is not made by definePack");
    return pack;
  } catch (error) {
    if (error instanceof IssueError) throw error;
    return refuse("district.pack-broken", [file], {
      directory,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}
