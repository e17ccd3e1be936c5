import { type Path, refuse } from "../issue/index.ts";
import { fromBase64, joinBytes, sameBytes, toBase64, toHex } from "./bytes.ts";
import { keyIdOf, type VerifierKey } from "./verifier-key.ts";

/** A text and the signatures under it (C2SP signed-note). */
export interface SignedNote {
  /** ends with a newline; what is signed */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** One signature line: who says to have signed, and with which key. Says nothing before it is verified. */
export interface NoteSignature {
  readonly name: string;
  /** 4 bytes */
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

/** Who signs notes: a name, a key, and the act. */
export interface Signer {
  readonly key: VerifierKey;
  /** Ed25519 signature (RFC 8032) of the bytes: 64 bytes */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** A key's name: not empty, without white space and plus signs. */
export const keyName = /^[^\p{White_Space}+]+$/u;

const MOST_SIGNATURES = 100;
const DASH = "— ";
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Reads a signed note. Signatures of keys that nobody here knows are kept as they are. Refuses bytes that are
 * no text (`ledger.note-text`), a note without signatures (`ledger.note-unsigned`) and a signature line that
 * is none, named by its number (`ledger.note-line`).
 */
export function parseNote(bytes: Uint8Array | string, path: Path): SignedNote {
  const note = typeof bytes === "string" ? bytes : textOf(bytes, path);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
  if (/[\0-\x09\x0b-\x1f]/.test(note) || !note.isWellFormed()) refuse("ledger.note-text", path);
  const blank = note.lastIndexOf("\n\n");
  if (blank < 0 || !note.endsWith("\n") || blank + 2 === note.length) refuse("ledger.note-unsigned", path);
  const text = note.slice(0, blank + 1);
  const first = text.split("\n").length + 1;
  const lines = note.slice(blank + 2, -1).split("\n");
  if (lines.length > MOST_SIGNATURES)
    refuse("ledger.note-line", [...path, first + MOST_SIGNATURES], { most: MOST_SIGNATURES });
  const signatures = lines.map(
    (line, i) =>
      parseSignature(line) ?? refuse("ledger.note-line", [...path, first + i], { most: MOST_SIGNATURES }),
  );
  return { text, signatures };
}

/** The note as it is stored and sent. What {@link parseNote} read is written the same again. */
export function writeNote({ text, signatures }: SignedNote): string {
  const lines = signatures.map(
    ({ name, keyId, signature }) => `${DASH}${name} ${toBase64(joinBytes([keyId, signature]))}\n`,
  );
  return `${text}\n${lines.join("")}`;
}

/** Signs a text that ends with a newline. */
export async function signNote(text: string, signer: Signer): Promise<SignedNote> {
  if (!text.endsWith("\n")) throw new Error("a note's text ends with a newline");
  const { name, publicKey } = signer.key;
  const signature = await signer.sign(new TextEncoder().encode(text));
  return { text, signatures: [{ name, keyId: await keyIdOf(name, publicKey), signature }] };
}

/**
 * Returns only where the key's owner signed the note. Refuses one that the key did not sign
 * (`ledger.signature-missing`) and one with a signature of that name and key id that is not the key's
 * (`ledger.signature-wrong`).
 */
export async function verifyNote(note: SignedNote, key: VerifierKey, path: Path): Promise<void> {
  const keyId = await keyIdOf(key.name, key.publicKey);
  const own = note.signatures.filter((it) => it.name === key.name && sameBytes(it.keyId, keyId));
  const who = { name: key.name, keyId: toHex(keyId) };
  if (own.length === 0) refuse("ledger.signature-missing", path, who);
  const publicKey = await crypto.subtle.importKey("raw", asBuffer(key.publicKey), "Ed25519", false, [
    "verify",
  ]);
  const message = new TextEncoder().encode(note.text);
  for (const { signature } of own)
    if (!(await crypto.subtle.verify("Ed25519", publicKey, asBuffer(signature), message)))
      refuse("ledger.signature-wrong", path, who);
}

function parseSignature(line: string): NoteSignature | null {
  if (!line.startsWith(DASH)) return null;
  const [name = "", base64 = "", ...rest] = line.slice(DASH.length).split(" ");
  const bytes = fromBase64(base64);
  if (!keyName.test(name) || rest.length > 0 || bytes === null || bytes.length < 5) return null;
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
}

function textOf(bytes: Uint8Array, path: Path): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return refuse("ledger.note-text", path);
  }
}

/** WebCrypto's types want a buffer that no thread shares, which ours never are. */
function asBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
