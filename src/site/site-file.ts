/** A file of the site, by its path below the site's root. */
export interface SiteFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();

/** A text as a file, in UTF-8; one in pieces is never held whole beside its bytes. */
export function textFile(path: string, text: string | Iterable<string>): SiteFile {
  return { path, bytes: typeof text === "string" ? encoder.encode(text) : encoded(text) };
}

/** Characters that are held as text before they become bytes. */
const AT_ONCE = 65_536;

function encoded(pieces: Iterable<string>): Uint8Array {
  const chunks: Uint8Array[] = [];
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length < AT_ONCE) continue;
    chunks.push(encoder.encode(text));
    text = "";
  }
  chunks.push(encoder.encode(text));
  return Buffer.concat(chunks);
}
