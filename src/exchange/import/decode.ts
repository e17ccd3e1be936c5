import { IssueError, issue, type Path } from "../../issue/index.ts";

/** The encodings that spreadsheets save CSV in, in China. */
export type Encoding = "utf-8" | "gb18030";

/**
 * The text of a stream of bytes, in pieces. Without an `encoding` it is detected: UTF-8 where a byte order mark
 * says so or where the first bytes beyond ASCII are valid UTF-8, else GB18030 (which holds GBK and GB 2312).
 * A byte order mark is left out. Raises `exchange.encoding` at the first bytes that the encoding does not have, and
 * `exchange.workbook` for a ZIP file.
 */
export async function* decoded(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  path: Path,
  encoding?: Encoding,
): AsyncGenerator<string> {
  let decoder = encoding === undefined ? null : decoderOf(encoding);
  /** bytes beyond ASCII, held back until there are enough of them to tell */
  let held: Uint8Array = new Uint8Array();
  let begun = false;
  for await (const chunk of source) {
    if (!begun && isZip(chunk)) throw new IssueError([issue("exchange.workbook", path)]);
    begun = true;
    if (decoder !== null) {
      yield decode(decoder, chunk, path);
      continue;
    }
    held = joined(held, chunk);
    if (held.length < ENOUGH) continue;
    if (isAscii(held)) {
      yield new TextDecoder().decode(held);
      held = new Uint8Array();
    } else {
      decoder = decoderOf(detected(held, false));
      yield decode(decoder, held, path);
    }
  }
  if (decoder === null) {
    decoder = decoderOf(detected(held, true));
    yield decode(decoder, held, path);
  }
  yield decode(decoder, null, path);
}

function isZip([p, k, third, fourth]: Uint8Array): boolean {
  return p === 0x50 && k === 0x4b && third === 3 && fourth === 4;
}

/** Few Chinese texts of this length are valid in both encodings, by chance. */
const ENOUGH = 65_536;

function decoderOf(encoding: Encoding): TextDecoder {
  return new TextDecoder(encoding, { fatal: true });
}

/** Null ends the text: a character that was cut off is told then. */
function decode(decoder: TextDecoder, bytes: Uint8Array | null, path: Path): string {
  try {
    return bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new IssueError([issue("exchange.encoding", path, { encoding: decoder.encoding.toUpperCase() })]);
  }
}

function detected(bytes: Uint8Array, whole: boolean): Encoding {
  try {
    // where more bytes follow, the last character may be cut off
    decoderOf("utf-8").decode(bytes, { stream: !whole });
    return "utf-8";
  } catch {
    return "gb18030";
  }
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
