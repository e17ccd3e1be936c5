/** What a file is by its first bytes; `locked` is a document behind a password. */
export type Format = "zip" | "locked" | "word-97" | "pdf" | "rtf" | "other";

/** Tells formats apart by the marks that their specifications begin with. */
export function formatOf(bytes: Uint8Array): Format {
  if (beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return isLockedZip(bytes) ? "locked" : "zip";
  if (beginsWith(bytes, ascii("%PDF-"))) return "pdf";
  if (beginsWith(bytes, ascii("{\\rtf"))) return "rtf";
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    // a .docx with a password is a compound file as .doc is, with a stream of this name (MS-OFFCRYPTO 2.3.4)
    const stream = Buffer.from("EncryptedPackage", "utf16le");
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(stream)
      ? "locked"
      : "word-97";
  }
  return "other";
}

/** Bit 0 of the flags of the first file in the archive (APPNOTE 4.4.4). */
function isLockedZip(bytes: Uint8Array): boolean {
  return ((bytes[6] ?? 0) & 1) === 1;
}

function beginsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
