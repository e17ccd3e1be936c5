/** A file of a release by its path below the release's root; null where there is none. */
export type ReadFile = (path: string) => Promise<Uint8Array | null>;

/** The files of a release, wherever they are read from. */
export interface ReleaseFiles {
  readonly read: ReadFile;
  /** every path below the root, where that can be known */
  readonly list?: () => Promise<readonly string[]>;
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
