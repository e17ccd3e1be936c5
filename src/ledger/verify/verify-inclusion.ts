import { refuse } from "../../issue/index.ts";
import { toHex } from "../bytes.ts";
import { openCheckpoint } from "../checkpoint.ts";
import { decodeEntry, type Entry } from "../entry.ts";
import { type HashMany, leafHashes, webHashMany } from "../hash.ts";
import { verifyInclusionProof } from "../proof.ts";
import { parseProof } from "../tlog-proof.ts";
import { parseVerifierKey } from "../verifier-key.ts";
import type { SignedTree } from "./verify-log.ts";

/** An entry that stands in a signed log. */
export interface ProvenInclusion {
  readonly entry: Entry;
  readonly position: number;
  readonly checkpoint: SignedTree;
}

/**
 * Verifies a `.tlog-proof` file for an entry, without the log: the checkpoint in it is signed by the key, and
 * the entry stands at that position of that tree. Refuses (IssueError) what does not match:
 * `ledger.inclusion-unproven` for another entry or position, beside what key, proof, checkpoint and entry refuse.
 */
export async function verifyInclusion(
  proofFile: string,
  verifierKey: string,
  entryBytes: Uint8Array,
  hashMany: HashMany = webHashMany,
): Promise<ProvenInclusion> {
  const key = await parseVerifierKey(verifierKey, ["vkey"]);
  const { index, path, checkpoint: note } = parseProof(proofFile, ["proof"]);
  const checkpoint = await openCheckpoint(note, key, ["proof", "checkpoint"]);
  const leaf = { position: index, hash: await leafHashes([entryBytes], hashMany) };
  if (!(await verifyInclusionProof(leaf, checkpoint, path, hashMany)))
    refuse("ledger.inclusion-unproven", ["proof"], { position: index, size: checkpoint.size });
  const { origin, size, root } = checkpoint;
  return {
    entry: decodeEntry(entryBytes, ["entry"]),
    position: index,
    checkpoint: { origin, size, root: toHex(root) },
  };
}
