import { IssueError, type Path, refuse } from "../issue/index.ts";
import { toBase64 } from "./bytes.ts";
import { openCheckpoint, type VerifiedCheckpoint } from "./checkpoint.ts";
import type { HashMany } from "./hash.ts";
import { consistencyProof, verifyConsistencyProof } from "./proof.ts";
import type { TileSource } from "./tile-source.ts";
import type { VerifierKey } from "./verifier-key.ts";

/** A tree by what is known of it. */
export interface KnownTree {
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * The newest checkpoints that a ledger signed: the one kept with the keys (null: none) and the one in the database
 * (empty: none), which a restored copy of either would leave behind the other. Refuses one that another key signed
 * (`ledger.keys-other`), or that was changed. Read the keys' before the database: the other way round, a checkpoint
 * signed in between looks like a log that lost entries.
 */
export async function lastSigned(
  key: VerifierKey,
  withKeys: string | null,
  inDatabase: string,
): Promise<VerifiedCheckpoint[]> {
  const kept: VerifiedCheckpoint[] = [];
  if (withKeys !== null) kept.push(await own(withKeys, key, ["keys", "checkpoint"]));
  if (inDatabase !== "") kept.push(await own(inDatabase, key, ["database", "checkpoint"]));
  return kept;
}

async function own(note: string, key: VerifierKey, path: Path): Promise<VerifiedCheckpoint> {
  try {
    return await openCheckpoint(note, key, path);
  } catch (error) {
    const others = error instanceof IssueError && error.issues[0]?.code === "ledger.signature-missing";
    return others ? refuse("ledger.keys-other", path) : Promise.reject(error);
  }
}

/**
 * Refuses a tree that does not begin with the signed one, with both roots: `ledger.shortened` where it has
 * fewer entries, `ledger.forked` where no consistency proof can be made from the tiles.
 */
export async function refuseUnlessContinues(
  signed: KnownTree,
  now: KnownTree,
  tiles: TileSource,
  hashMany: HashMany,
): Promise<void> {
  const told = {
    signed: toBase64(signed.root),
    signedSize: signed.size,
    size: now.size,
    root: toBase64(now.root),
  };
  if (now.size < signed.size) refuse("ledger.shortened", [], told);
  const proof = await consistencyProof(signed.size, now.size, tiles, hashMany);
  if (!(await verifyConsistencyProof(signed, now, proof, hashMany))) refuse("ledger.forked", [], told);
}
