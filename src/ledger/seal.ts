import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { type Path, refuse } from "../issue/index.ts";
import { fromBase64, toBase64 } from "./bytes.ts";
import { canonicalBytes } from "./canonical.ts";
import { commitmentsOf, SALT_LENGTH, type SaltedValue } from "./commitment.ts";
import type { Json } from "./entry.ts";
import type { HashMany } from "./hash.ts";
import { nodeHashMany } from "./node-hash.ts";

/** That many random bytes. */
export type Random = (bytes: number) => Uint8Array;

/** {@link Random} of the operating system. */
export const systemRandom: Random = (bytes) => randomBytes(bytes);

/** Which entry's sealed values: the ciphertext opens nowhere else. */
export interface PayloadPlace {
  readonly district: string;
  readonly register: string;
  /** the record's key as its leaf has it */
  readonly record: string;
  /** the record's version before the entry */
  readonly version: number;
}

/** Values to seal, at their place, under their record's key (32 bytes). */
export interface ToSeal {
  readonly place: PayloadPlace;
  readonly key: Uint8Array;
  readonly values: Readonly<Record<string, Json>>;
}

/** Sealed values: what the leaf tells of them, and what the database keeps. */
export interface Sealed {
  /** by field: what goes into the entry's `sealed` */
  readonly commitments: Readonly<Record<string, string>>;
  /** nonce, ciphertext and tag of the canonical JSON `{field: {salt, value}}`; salt in base64 */
  readonly payload: Uint8Array;
}

const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/** Seals the values of many entries at once; draws all randomness in one go. */
export async function sealMany(
  items: readonly ToSeal[],
  random: Random = systemRandom,
  hashMany: HashMany = nodeHashMany,
): Promise<Sealed[]> {
  const fields = items.map(({ values }) => Object.keys(values));
  const draw = drawFrom(random, items.length * NONCE_LENGTH + fields.flat().length * SALT_LENGTH);
  const salted = items.map(({ values }, i) =>
    (fields[i] as string[]).map(
      (field): SaltedValue => ({ salt: draw(SALT_LENGTH), value: values[field] as Json }),
    ),
  );
  const commitments = await commitmentsOf(salted.flat(), hashMany);
  let next = 0;
  return items.map(({ place, key }, i) => {
    const own = salted[i] as SaltedValue[];
    const names = fields[i] as string[];
    const plain = Object.fromEntries(
      names.map((name, f) => {
        const { salt, value } = own[f] as SaltedValue;
        return [name, { salt: toBase64(salt), value }];
      }),
    );
    return {
      commitments: Object.fromEntries(names.map((name) => [name, commitments[next++] as string])),
      payload: encrypt(key, draw(NONCE_LENGTH), canonicalBytes(plain), placeBytes(place)),
    };
  });
}

/**
 * The sealed values of an entry, by field. Refuses a payload that was changed, moved from another place or
 * encrypted under another key (`ledger.payload-damaged`).
 */
export function openSealed(
  place: PayloadPlace,
  key: Uint8Array,
  payload: Uint8Array,
  path: Path,
): Record<string, SaltedValue> {
  const plain = decrypt(key, payload, placeBytes(place));
  if (plain === null) return refuse("ledger.payload-damaged", path, { record: place.record });
  const fields = JSON.parse(new TextDecoder().decode(plain)) as Record<string, { salt: string; value: Json }>;
  return Object.fromEntries(
    Object.entries(fields).map(([name, { salt, value }]) => [
      name,
      { salt: fromBase64(salt) as Uint8Array, value },
    ]),
  );
}

/** AES-256-GCM: 12 bytes nonce, ciphertext, 16 bytes tag. A nonce must never come twice under one key. */
export function encrypt(
  key: Uint8Array | KeyObject,
  nonce: Uint8Array,
  plain: Uint8Array,
  about: Uint8Array,
): Uint8Array {
  const cipher = createCipheriv("aes-256-gcm", keyObject(key), nonce).setAAD(about);
  const sealed = new Uint8Array(NONCE_LENGTH + plain.length + TAG_LENGTH);
  sealed.set(nonce);
  sealed.set(cipher.update(plain), NONCE_LENGTH);
  cipher.final();
  sealed.set(cipher.getAuthTag(), NONCE_LENGTH + plain.length);
  return sealed;
}

/** What {@link encrypt} was given under that key about that thing; null where the bytes are not that. */
export function decrypt(
  key: Uint8Array | KeyObject,
  sealed: Uint8Array,
  about: Uint8Array,
): Uint8Array | null {
  if (sealed.length < NONCE_LENGTH + TAG_LENGTH) return null;
  const decipher = createDecipheriv("aes-256-gcm", keyObject(key), sealed.subarray(0, NONCE_LENGTH));
  decipher.setAAD(about).setAuthTag(sealed.subarray(-TAG_LENGTH));
  const plain = decipher.update(sealed.subarray(NONCE_LENGTH, -TAG_LENGTH));
  try {
    decipher.final();
  } catch {
    // the tag does not fit: final() has no other way to fail
    return null;
  }
  return plain;
}

/** Node takes plain bytes too, and is two to four times slower with them. */
function keyObject(key: Uint8Array | KeyObject): KeyObject {
  return key instanceof Uint8Array ? createSecretKey(key) : key;
}

/** An unambiguous text of the place, which the tag covers. */
function placeBytes({ district, register, record, version }: PayloadPlace): Uint8Array {
  return canonicalBytes([district, register, record, version]);
}

/** Hands out consecutive pieces of one draw. */
export function drawFrom(random: Random, bytes: number): (length: number) => Uint8Array {
  const pool = bytes === 0 ? new Uint8Array() : random(bytes);
  let offset = 0;
  return (length) => {
    offset += length;
    if (offset > pool.length) throw new Error("drew more randomness than was asked for");
    return pool.slice(offset - length, offset);
  };
}
