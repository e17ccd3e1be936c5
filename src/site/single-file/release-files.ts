import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { ReleaseFiles } from "../check/source.ts";

/** A file that could not be read, for a reason that is not that there is none. */
export class Unreadable extends Error {
  readonly path: string;
  constructor(path: string, reason: string) {
    super(reason);
    this.name = "Unreadable";
    this.path = path;
  }
}

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
  const base = address.endsWith("/") ? address : `${address}/`;
  const failed = (path: string) => (error: unknown) => {
    const { message, cause } = error as Error;
    // fetch only says that it failed; why stands beneath
    throw new Unreadable(path, cause instanceof Error && cause.message !== "" ? cause.message : message);
  };
  return {
    read: async (path) => {
      const response = await fetch(new URL(path, base)).catch(failed(path));
      const bytes = new Uint8Array(await response.arrayBuffer().catch(failed(path)));
      if (response.status === 404) return null;
      if (!response.ok) throw new Unreadable(path, `HTTP ${response.status}`);
      return bytes;
    },
  };
}
