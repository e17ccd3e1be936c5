import { buildSite } from "../../src/site/index.ts";
import { madeUpEdition } from "./edition.ts";

/** The made-up district's site as texts by path, built once for all tests of a file. */
export const site: Promise<ReadonlyMap<string, string>> = madeUpEdition().then(
  (edition) =>
    new Map([...buildSite(edition)].map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)])),
);

/** The pages alone. */
export async function pages(): Promise<readonly (readonly [path: string, text: string])[]> {
  return [...(await site)].filter(([path]) => path.endsWith(".html"));
}
