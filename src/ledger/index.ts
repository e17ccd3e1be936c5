/** The log of a district: entries, tree, tiles, proofs, checkpoints, and the stores that keep them. */

export { decodeBundle, encodeBundle } from "./bundle.ts";
export { fromBase64, fromHex, toBase64, toHex } from "./bytes.ts";
export { canonicalBytes, canonicalJson } from "./canonical.ts";
export {
  type Checkpoint,
  checkpointText,
  openCheckpoint,
  parseCheckpointText,
  signCheckpoint,
  type VerifiedCheckpoint,
} from "./checkpoint.ts";
export { commitmentsOf, type SaltedValue } from "./commitment.ts";
export { entriesOf } from "./entries-of.ts";
export { decodeEntry, type Entry, type EntryKind, encodeEntry, type Json, LONGEST_ENTRY } from "./entry.ts";
export { HASH_LENGTH, type HashMany, hashAt, leafHashes, webHashMany } from "./hash.ts";
export { integrate } from "./integrate.ts";
export type { KeyStore, RecordName } from "./key-store.ts";
export { createKeys, type Keys, openKeys } from "./keys.ts";
export { createLedger, Ledger, type LedgerOptions, openLedger } from "./ledger.ts";
export { nodeHashMany } from "./node-hash.ts";
export {
  type NoteSignature,
  parseNote,
  type SignedNote,
  type Signer,
  signNote,
  verifyNote,
  writeNote,
} from "./note.ts";
export { type Pending, type PendingCell, putPending } from "./pending.ts";
export { type Head, type Leaf, storedTiles } from "./place.ts";
export { consistencyProof, inclusionProof, verifyConsistencyProof, verifyInclusionProof } from "./proof.ts";
export {
  openSealed,
  type PayloadPlace,
  type Random,
  type Sealed,
  sealMany,
  systemRandom,
  type ToSeal,
} from "./seal.ts";
export { signerOf, signingKeyPem } from "./signer.ts";
export {
  bundlePath,
  partialTiles,
  TILE_WIDTH,
  type Tile,
  tileAt,
  tilePath,
  tilesBetween,
} from "./tile.ts";
export { edgeAt, rootAt, type TileSource } from "./tile-source.ts";
export { type LogProof, parseProof, writeProof } from "./tlog-proof.ts";
export { emptyEdge, type FilledTile, type Growth, grow, rootOf, type TreeEdge } from "./tree.ts";
export { parseVerifierKey, type VerifierKey, writeVerifierKey } from "./verifier-key.ts";
export { type LogBefore, type LogSource, writeLog } from "./write-log.ts";
