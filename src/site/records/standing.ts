/**
 * The release before, as far as its pages of records may be taken over: the same program made them of the same
 * declarations. A page is the same where the log says nothing new of its records; then it need not be made again.
 */
export interface StandingPages {
  /** entries that the release covers */
  readonly position: number;
  /** A published file's bytes, where they are still those that were released. */
  readonly bytes: (path: string) => Promise<Uint8Array | null>;
}
