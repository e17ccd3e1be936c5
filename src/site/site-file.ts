/** A file of the site, by its path below the site's root. */
export interface SiteFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();

/** A text as a file, in UTF-8. */
export function textFile(path: string, text: string): SiteFile {
  return { path, bytes: encoder.encode(text) };
}
