import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { refuse } from "../issue/index.ts";

/** Whether a place is a web address. */
export function isAddress(place: string): boolean {
  return /^https?:\/\//.test(place) && URL.canParse(place);
}

/** Reads a file of a release by its path; null where there is none. */
export interface Published {
  readonly read: (path: string) => Promise<Uint8Array | null>;
}

/** A published release as its folder holds it. Refuses a folder that is none (`cli.release-missing`). */
export function publishedIn(folder: string): Published {
  refuseUnlessRelease(folder);
  return {
    read: async (path) => {
      try {
        return new Uint8Array(await readFile(join(folder, ...path.split("/"))));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
    },
  };
}

/** Refuses a folder that holds no release (`cli.release-missing`). */
export function refuseUnlessRelease(folder: string): void {
  if (!existsSync(join(folder, "manifest.json"))) refuse("cli.release-missing", [folder]);
}

/**
 * A published release as its web address gives it, file by file. Refuses a site that cannot be reached
 * (`cli.address-unreachable`) or answers otherwise than with a file or that there is none (`cli.address-failed`).
 */
export function publishedAt(address: string): Published {
  const base = address.endsWith("/") ? address : `${address}/`;
  return {
    read: async (path) => {
      const url = new URL(path, base);
      try {
        const response = await fetch(url);
        const bytes = new Uint8Array(await response.arrayBuffer());
        if (response.status === 404) return null;
        return response.ok ? bytes : refuse("cli.address-failed", [path], { status: response.status });
      } catch (error) {
        // what fetch throws for a network that fails; the reason is beneath
        if (!(error instanceof TypeError)) throw error;
        return refuse("cli.address-unreachable", [url.href], { reason: reasonOf(error.cause ?? error) });
      }
    },
  };
}

function reasonOf(error: unknown): string {
  // where a name has several addresses, Node gives one error for each and an empty message
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
