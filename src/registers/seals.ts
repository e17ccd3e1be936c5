import type { Value } from "./define.ts";
import type { Disclosed } from "./view.ts";

/** Which entry's secrets: the record's key as it stands in the leaf, and its version before the entry. */
export interface SealPlace {
  readonly register: string;
  readonly record: string;
  readonly version: number;
}

/** What sealing one entry's secrets gives. */
export interface Sealed {
  /** field → base64 commitment, for the leaf */
  readonly commitments: Readonly<Record<string, string>>;
  /** salts and values, encrypted under the record's own key */
  readonly payload: Uint8Array;
}

/** How secrets are sealed and opened: keys and randomness behind one argument. */
export interface Seals {
  /** The opaque key that stands in the leaf for a key of a sealed register. */
  recordKey(register: string, key: string): string;
  /** Commits to values and encrypts them with their salts. The records' keys are durable when it resolves. */
  seal(
    items: readonly (SealPlace & { readonly values: Readonly<Record<string, Value>> })[],
  ): Promise<Sealed[]>;
  /** Opens payloads; null for one whose record's key was destroyed. */
  open(items: readonly (SealPlace & { readonly payload: Uint8Array })[]): Promise<(Disclosed | null)[]>;
}
