/**
 * The text of a file that says nowhere how it is encoded: by its byte order mark, else UTF-8, else UTF-16 where bytes
 * are empty, else GB18030, in which Chinese offices wrote for long. What was guessed must look like Chinese text.
 * Null where nothing fits.
 */
export function decodedText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded("utf-16le", bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded("utf-16be", bytes);
  const empty = bytes.indexOf(0);
  if (empty >= 0) return likely(decoded(empty % 2 === 1 ? "utf-16le" : "utf-16be", bytes));
  return decoded("utf-8", bytes) ?? likely(decoded("gb18030", bytes));
}

/** A byte order mark is no part of the text. */
function decoded(encoding: string, bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return CONTROL.test(text) ? null : text;
  } catch {
    // these bytes are none of this encoding; they may be of another
    return null;
  }
}

/** Control characters are of no text. */
const CONTROL = /[^\P{Cc}\s]/u;

/** Nine of ten characters are Han, ASCII, or marks of Chinese text. */
function likely(text: string | null): string | null {
  if (text === null) return null;
  const usual = text.match(USUAL)?.length ?? 0;
  return usual >= 0.9 * text.length ? text : null;
}

const USUAL = /[\s -~·‘’“”…—①-⑩\u3000-\u303f一-龥\uff01-\uff5e]/g;
