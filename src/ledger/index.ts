/** The log of a district: entries, tree, tiles, proofs, checkpoints, and the stores that keep them. */
export type { Entry, EntryKind, Json } from "./entry.ts";
