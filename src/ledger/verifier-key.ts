import { type Path, refuse } from "../issue/index.ts";
import { fromBase64, joinBytes, sameBytes, toBase64, toHex } from "./bytes.ts";
import { webHashMany } from "./hash.ts";

/** What a reader must know of a log to believe its signature. */
export interface VerifierKey {
  readonly name: string;
  /** Ed25519 public key, 32 bytes */
  readonly publicKey: Uint8Array;
}

/** The signature type Ed25519 (C2SP signed-note). */
const ED25519 = 0x01;
const PUBLIC_KEY_LENGTH = 32;

/** A key's id: the first 4 bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key). It tells keys apart, no more. */
export async function keyIdOf(name: string, publicKey: Uint8Array): Promise<Uint8Array> {
  const told = joinBytes([new TextEncoder().encode(`${name}\n`), Uint8Array.of(ED25519), publicKey]);
  return (await webHashMany([told])).slice(0, 4);
}

/** The key as it is published: `<name>+<8 hex digits of its id>+<base64 of 0x01 ‖ public key>`. */
export async function writeVerifierKey({ name, publicKey }: VerifierKey): Promise<string> {
  const id = toHex(await keyIdOf(name, publicKey));
  return `${name}+${id}+${toBase64(joinBytes([Uint8Array.of(ED25519), publicKey]))}`;
}

/**
 * Reads a published key. Refuses text of another form and keys that are not Ed25519
 * (`ledger.verifier-key-malformed`), and a key id that is not that of name and key (`ledger.verifier-key-id`).
 */
export async function parseVerifierKey(text: string, path: Path): Promise<VerifierKey> {
  const [name = "", id = "", ...rest] = text.split("+");
  // base64 may itself hold a plus
  const bytes = fromBase64(rest.join("+"));
  const form = /^[^\p{White_Space}]+$/u.test(name) && /^[0-9a-f]{8}$/.test(id);
  if (!form || bytes === null || bytes[0] !== ED25519 || bytes.length !== 1 + PUBLIC_KEY_LENGTH)
    return refuse("ledger.verifier-key-malformed", path);
  const publicKey = bytes.slice(1);
  const expected = toHex(await keyIdOf(name, publicKey));
  if (id !== expected) refuse("ledger.verifier-key-id", path, { id, expected });
  return { name, publicKey };
}

/** Whether two keys are one. */
export function sameKey(a: VerifierKey, b: VerifierKey): boolean {
  return a.name === b.name && sameBytes(a.publicKey, b.publicKey);
}
