import { refuse } from "../../issue/index.ts";
import { toHex } from "../bytes.ts";
import { openCheckpoint } from "../checkpoint.ts";
import { parseVerifierKey } from "../verifier-key.ts";
import type { SignedTree } from "./verify-log.ts";

/**
 * Verifies a checkpoint's signature and nothing else: that the key's owner signed this tree head. Refuses
 * (IssueError) a checkpoint that is not there (`ledger.file-missing`), and what key and checkpoint refuse.
 */
export async function verifyCheckpoint(
  checkpoint: Uint8Array | string | null,
  verifierKey: string,
): Promise<SignedTree> {
  const key = await parseVerifierKey(verifierKey, ["vkey"]);
  const note = checkpoint ?? refuse("ledger.file-missing", ["checkpoint"]);
  const { origin, size, root } = await openCheckpoint(note, key, ["checkpoint"]);
  return { origin, size, root: toHex(root) };
}
