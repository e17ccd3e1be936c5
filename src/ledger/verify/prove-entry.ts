import { refuse } from "../../issue/index.ts";
import { openCheckpoint } from "../checkpoint.ts";
import { type HashMany, webHashMany } from "../hash.ts";
import { writeNote } from "../note.ts";
import { inclusionProof } from "../proof.ts";
import { TILE_WIDTH, tileAt } from "../tile.ts";
import { writeProof } from "../tlog-proof.ts";
import { parseVerifierKey } from "../verifier-key.ts";
import { type FetchFile, LogFiles } from "./log-files.ts";
import { proveTree } from "./proven-tree.ts";
import { type ProvenInclusion, verifyInclusion } from "./verify-inclusion.ts";

/** An entry with all that shows, without the log, that it stands in it. */
export interface ProvableEntry extends ProvenInclusion {
  /** the entry as it stands in the log */
  readonly bytes: Uint8Array;
  /** the text of a `.tlog-proof` file */
  readonly proof: string;
}

/**
 * Makes an entry's inclusion proof from a log's files, and verifies it as its reader will. Refuses (IssueError) a
 * position that the log does not have (`ledger.position-beyond`), and whatever of the files on the way does not match.
 */
export async function proveEntry(
  log: { readonly fetch: FetchFile; readonly verifierKey: string; readonly hashMany?: HashMany },
  position: number,
): Promise<ProvableEntry> {
  const hashMany = log.hashMany ?? webHashMany;
  const files = new LogFiles(log.fetch);
  const key = await parseVerifierKey(log.verifierKey, ["vkey"]);
  const checkpoint = await openCheckpoint(await files.file("checkpoint"), key, ["checkpoint"]);
  const { size, note } = checkpoint;
  if (!(position >= 0 && position < size && Number.isSafeInteger(position)))
    refuse("ledger.position-beyond", [position], { size, last: size - 1 });
  const tile = tileAt(0, Math.floor(position / TILE_WIDTH), size);
  if (tile === null) throw new Error(`a tree of ${size} has a tile for its entry ${position}`);
  const tree = await proveTree(files, checkpoint, hashMany);
  const path = await inclusionProof(position, size, tree.tile, hashMany);
  const bundle = await files.bundle(tile);
  const bytes = (bundle.entries[position % TILE_WIDTH] as Uint8Array).slice();
  const proof = writeProof({ index: position, path, checkpoint: writeNote(note) });
  return { ...(await verifyInclusion(proof, log.verifierKey, bytes, hashMany)), bytes, proof };
}
