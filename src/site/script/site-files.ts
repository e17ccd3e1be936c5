import { fetchedFrom, type ReleaseFiles, remembered } from "../check/source.ts";

/** The script's own address, which only is known while it begins to run. */
const own = (document.currentScript as HTMLScriptElement | null)?.src ?? document.baseURI;

/** The site's root, wherever the site stands. */
export const siteRoot = new URL("../", own);

/** The site's files, each fetched once. Reading throws `Unreadable`. */
export function filesOfSite(): ReleaseFiles {
  return remembered({ read: fetchedFrom(siteRoot) });
}

/** The files of a folder that the reader chose: of a release, or of a folder in which it lies. */
export function filesOfFolder(chosen: Iterable<File>): ReleaseFiles {
  const files = new Map(Array.from(chosen, (it) => [it.webkitRelativePath, it] as const));
  // where the release begins: above its manifest
  const manifest = [...files.keys()]
    .filter((it) => it.endsWith("/manifest.json"))
    .sort((a, b) => a.length - b.length)[0];
  const root = manifest?.slice(0, -"manifest.json".length) ?? "";
  return remembered({
    read: async (path) => {
      const file = files.get(root + path);
      return file === undefined ? null : new Uint8Array(await file.arrayBuffer());
    },
    list: async () =>
      [...files.keys()].filter((it) => it.startsWith(root)).map((it) => it.slice(root.length)),
  });
}
