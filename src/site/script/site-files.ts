import { type ReleaseFiles, remembered } from "../check/source.ts";

/** The script's own address, which only is known while it begins to run. */
const own = (document.currentScript as HTMLScriptElement | null)?.src ?? document.baseURI;

/** The site's root, wherever the site stands. */
export const siteRoot = new URL("../", own);

/** A file that could not be fetched, for a reason that is not that there is none. */
export class Unreachable extends Error {
  readonly path: string;
  constructor(path: string, reason: string) {
    super(reason);
    this.name = "Unreachable";
    this.path = path;
  }
}

/** The site's files, each fetched once. Reading throws {@link Unreachable}. */
export function filesOfSite(): ReleaseFiles {
  const failed = (path: string) => (error: unknown) => {
    throw new Unreachable(path, error instanceof Error ? error.message : String(error));
  };
  return remembered({
    read: async (path) => {
      const response = await fetch(new URL(path, siteRoot)).catch(failed(path));
      if (response.status === 404) return null;
      if (!response.ok) throw new Unreachable(path, `HTTP ${response.status}`);
      return new Uint8Array(await response.arrayBuffer().catch(failed(path)));
    },
  });
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
