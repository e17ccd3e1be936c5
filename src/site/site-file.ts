/** A file of the site, by its path below the site's root. */
export interface SiteFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}
