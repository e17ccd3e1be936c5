import { toBase64 } from "./bytes.ts";
import { canonicalBytes } from "./canonical.ts";
import type { Json } from "./entry.ts";
import { type HashMany, hashAt } from "./hash.ts";

/** A sealed value with the salt that opens its commitment: what the database keeps encrypted. */
export interface SaltedValue {
  /** 32 random bytes */
  readonly salt: Uint8Array;
  readonly value: Json;
}

/** Bytes of a salt. */
export const SALT_LENGTH = 32;

const DOMAIN = new TextEncoder().encode("huimou-seal-v1\0");

/**
 * What an entry tells of sealed values (docs/formats/seal.md): for each, base64 of
 * SHA-256("huimou-seal-v1" ‖ 0x00 ‖ salt ‖ 0x00 ‖ canonical JSON of the value). Who holds salt and value can
 * check it; without the salt it tells nothing, even of a yes or no.
 */
export async function commitmentsOf(values: readonly SaltedValue[], hashMany: HashMany): Promise<string[]> {
  const hashes = await hashMany(values.map(preimage));
  return values.map((_, i) => toBase64(hashAt(hashes, i)));
}

function preimage({ salt, value }: SaltedValue): Uint8Array {
  if (salt.length !== SALT_LENGTH) throw new Error(`a salt has ${SALT_LENGTH} bytes, not ${salt.length}`);
  const json = canonicalBytes(value);
  const bytes = new Uint8Array(DOMAIN.length + SALT_LENGTH + 1 + json.length);
  bytes.set(DOMAIN);
  bytes.set(salt, DOMAIN.length);
  bytes.set(json, DOMAIN.length + SALT_LENGTH + 1);
  return bytes;
}
