import { type Path, refuse } from "../issue/index.ts";
import { fromBase64, toBase64 } from "./bytes.ts";
import { HASH_LENGTH } from "./hash.ts";
import { parseNote, type SignedNote, type Signer, signNote, verifyNote } from "./note.ts";
import type { VerifierKey } from "./verifier-key.ts";

/** What a log says of its tree (C2SP tlog-checkpoint): this many entries, with this root. */
export interface Checkpoint {
  /** the log's name: `<district host>/huimou/<district code>` */
  readonly origin: string;
  readonly size: number;
  /** 32 bytes */
  readonly root: Uint8Array;
  /** further lines, which Huimou never writes and gives no meaning */
  readonly extensions?: readonly string[];
}

/** A checkpoint whose signature was verified, with the note that it came in. */
export interface VerifiedCheckpoint extends Checkpoint {
  readonly note: SignedNote;
}

/** The text that is signed: origin, size, base64 root, each on a line. */
export function checkpointText({ origin, size, root, extensions = [] }: Checkpoint): string {
  return [origin, size, toBase64(root), ...extensions].map((line) => `${line}\n`).join("");
}

/**
 * Reads a checkpoint's text. Refuses any other with the line where it departs from the format
 * (`ledger.checkpoint-line`).
 */
export function parseCheckpointText(text: string, path: Path): Checkpoint {
  const lines = text.split("\n");
  // what stands after the last newline
  if (lines.pop() !== "") malformed(path, lines.length + 1, "newline");
  const [origin = "", digits = "", base64 = "", ...extensions] = lines;
  if (origin === "") malformed(path, 1, "origin");
  const size = Number(digits);
  if (!/^(0|[1-9]\d{0,15})$/.test(digits) || !Number.isSafeInteger(size)) malformed(path, 2, "size");
  const root = fromBase64(base64);
  if (root?.length !== HASH_LENGTH) return malformed(path, 3, "base64 SHA-256");
  const empty = extensions.indexOf("");
  if (empty >= 0) malformed(path, 4 + empty, "extension");
  return { origin, size, root, ...(extensions.length > 0 ? { extensions } : {}) };
}

/** Signs a checkpoint. Whether it may be signed is the log's question (ledger.ts). */
export function signCheckpoint(checkpoint: Checkpoint, signer: Signer): Promise<SignedNote> {
  if (checkpoint.origin !== signer.key.name) throw new Error("a log signs under its own name");
  return signNote(checkpointText(checkpoint), signer);
}

/**
 * Reads a checkpoint and verifies its signature. Beside what {@link parseNote}, {@link verifyNote} and
 * {@link parseCheckpointText} refuse, it refuses another log's (`ledger.checkpoint-origin`).
 */
export async function openCheckpoint(
  bytes: Uint8Array | string,
  key: VerifierKey,
  path: Path,
): Promise<VerifiedCheckpoint> {
  const note = parseNote(bytes, path);
  await verifyNote(note, key, path);
  const checkpoint = parseCheckpointText(note.text, path);
  if (checkpoint.origin !== key.name)
    refuse("ledger.checkpoint-origin", [...path, 1], { origin: checkpoint.origin, expected: key.name });
  return { ...checkpoint, note };
}

function malformed(path: Path, line: number, wanted: string): never {
  return refuse("ledger.checkpoint-line", [...path, line], { wanted });
}
