/** The log of a district: entries, tree, tiles, proofs, checkpoints, and the stores that keep them. */
export { canonicalBytes, canonicalJson } from "./canonical.ts";
export { decodeEntry, type Entry, type EntryKind, encodeEntry, type Json, LONGEST_ENTRY } from "./entry.ts";
export { HASH_LENGTH, type HashMany, leafHashes, webHashMany } from "./hash.ts";
export { nodeHashMany } from "./node-hash.ts";
