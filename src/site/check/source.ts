/** A file of a release by its path below the release's root; null where there is none. */
export type ReadFile = (path: string) => Promise<Uint8Array | null>;

/** The files of a release, wherever they are read from. */
export interface ReleaseFiles {
  readonly read: ReadFile;
  /** every path below the root, where that can be known */
  readonly list?: () => Promise<readonly string[]>;
}

/** A file that could not be read, for a reason that is not that there is none. */
export class Unreadable extends Error {
  readonly path: string;
  constructor(path: string, reason: string) {
    super(reason);
    this.name = "Unreadable";
    this.path = path;
  }
}

/** Reads files below a web address that ends with a slash. Rejects with {@link Unreadable}. */
export function fetchedFrom(base: string | URL): ReadFile {
  const failed = (path: string) => (error: unknown) => {
    const { message, cause } = error as Error;
    // fetch only says that it failed; where more is known, it stands beneath
    throw new Unreadable(path, cause instanceof Error && cause.message !== "" ? cause.message : message);
  };
  return async (path) => {
    const response = await fetch(new URL(path, base)).catch(failed(path));
    const bytes = new Uint8Array(await response.arrayBuffer().catch(failed(path)));
    if (response.status === 404) return null;
    if (!response.ok) throw new Unreadable(path, `HTTP ${response.status}`);
    return bytes;
  };
}

/**
 * Files of which each is asked for once: what was read is kept, so that it need not be read again, and so that all
 * that looks at a file looks at the same bytes. What failed is asked for again.
 */
export function remembered({ read, ...rest }: ReleaseFiles): ReleaseFiles {
  const known = new Map<string, Promise<Uint8Array | null>>();
  return {
    ...rest,
    read: (path) => {
      const before = known.get(path);
      if (before !== undefined) return before;
      const now = read(path);
      known.set(path, now);
      now.catch(() => known.delete(path));
      return now;
    },
  };
}
