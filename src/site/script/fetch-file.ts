import { siteRoot } from "./place.ts";

/** A file that could not be fetched, for a reason that is not that there is none. */
export class Unreachable extends Error {
  readonly path: string;
  constructor(path: string, reason: string) {
    super(reason);
    this.name = "Unreachable";
    this.path = path;
  }
}

/** Fetches a file of the site by its path below the root; null where there is none. Throws {@link Unreachable}. */
export async function fetchFile(path: string): Promise<Uint8Array | null> {
  const response = await fetch(new URL(path, siteRoot)).catch((error: unknown) => {
    throw new Unreachable(path, error instanceof Error ? error.message : String(error));
  });
  if (response.status === 404) return null;
  if (!response.ok) throw new Unreachable(path, String(response.status));
  return new Uint8Array(await response.arrayBuffer());
}
