import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fetchedFrom, type ReleaseFiles, Unreadable } from "../check/source.ts";

/** Whether a place is a web address. */
export function isAddress(place: string): boolean {
  return /^https?:\/\//.test(place);
}

/** A release in a folder. Reading throws {@link Unreadable}. */
export function filesIn(folder: string): ReleaseFiles {
  return {
    read: async (path) => {
      try {
        return new Uint8Array(await readFile(join(folder, ...path.split("/"))));
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        if (code === "ENOENT" || code === "ENOTDIR") return null;
        throw new Unreadable(path, message);
      }
    },
    list: async () => {
      const all = await readdir(folder, { recursive: true, withFileTypes: true });
      // Node 20.0 to 20.11 call the folder `path`
      const place = (it: { parentPath?: string; path?: string }) => it.parentPath ?? it.path ?? "";
      return all
        .filter((it) => !it.isDirectory())
        .map((it) =>
          relative(folder, join(place(it), it.name))
            .split(sep)
            .join("/"),
        );
    },
  };
}

/** A release at its web address. Reading throws {@link Unreadable}. */
export function filesAt(address: string): ReleaseFiles {
  return { read: fetchedFrom(address.endsWith("/") ? address : `${address}/`) };
}
