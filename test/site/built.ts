import { logOfEntries } from "../../src/release/edition-log.ts";
import { buildSite, type Edition, type SiteFile } from "../../src/site/index.ts";
import { madeUpEdition } from "./edition.ts";
import { madeUpLog } from "./entries.ts";

/** The made-up district's site as texts by path, built once for all tests of a file. */
export const site: Promise<ReadonlyMap<string, string>> = madeUpEdition().then(
  async (edition) =>
    new Map(
      (await filesOf(edition)).map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)] as const),
    ),
);

/** Every file of an edition's site, built over the made-up log. */
export function filesOf(edition: Edition): Promise<SiteFile[]> {
  return Array.fromAsync(buildSite(edition, logOfEntries(madeUpLog())));
}

/** The pages alone. */
export async function pages(): Promise<readonly (readonly [path: string, text: string])[]> {
  return [...(await site)].filter(([path]) => path.endsWith(".html"));
}
