import { joinBytes } from "./bytes.ts";
import { HASH_LENGTH, type HashMany, hashAt, nodeHash, parentHashes } from "./hash.ts";
import { hashesAt, TILE_WIDTH } from "./tile.ts";

/**
 * All that a tree's growth depends on (its compact range): the size and, by level, the hashes of the partial
 * tile at the right end, none where the level ends in a full tile. At most 255 hashes a level.
 */
export interface TreeEdge {
  readonly size: number;
  readonly partial: readonly Uint8Array[];
}

/** A tile with its hashes, one after the other. */
export interface FilledTile {
  readonly level: number;
  readonly index: number;
  /** 1 to 256 hashes of 32 bytes */
  readonly hashes: Uint8Array;
}

/** The tree without leaves. */
export const emptyEdge: TreeEdge = { size: 0, partial: [] };

/** A tree after more leaves, and its tiles that are new or wider than before, lowest level first. */
export interface Growth {
  readonly edge: TreeEdge;
  readonly tiles: readonly FilledTile[];
}

/**
 * Appends leaf hashes (32 bytes each, one after the other) to a tree. Costs one hash a leaf and little more,
 * whatever the tree's size; `rootOf` the new edge is the new root.
 */
export async function grow(edge: TreeEdge, leaves: Uint8Array, hashMany: HashMany): Promise<Growth> {
  const tiles: FilledTile[] = [];
  const partial: Uint8Array[] = [];
  let added = leaves;
  for (let level = 0; added.length > 0 || level < edge.partial.length; level++) {
    const before = edge.partial[level] ?? new Uint8Array();
    if (added.length === 0) {
      partial.push(before);
      continue;
    }
    const hashes = joinBytes([before, added]);
    const full = Math.floor(hashes.length / TILE_BYTES);
    const first = Math.floor(hashesAt(level, edge.size) / TILE_WIDTH);
    for (let i = 0; i * TILE_BYTES < hashes.length; i++)
      tiles.push({ level, index: first + i, hashes: hashes.slice(i * TILE_BYTES, (i + 1) * TILE_BYTES) });
    partial.push(hashes.slice(full * TILE_BYTES));
    added = await tileRoots(hashes.subarray(0, full * TILE_BYTES), hashMany);
  }
  return { edge: { size: edge.size + leaves.length / HASH_LENGTH, partial }, tiles };
}

/** Bytes of a full tile. */
const TILE_BYTES = TILE_WIDTH * HASH_LENGTH;

/** For full tiles that stand one after the other, the hash that each is at the level above. */
export function tileRoots(fullTiles: Uint8Array, hashMany: HashMany): Promise<Uint8Array> {
  return subtreeRoots(fullTiles, TILE_WIDTH, hashMany);
}

/** For perfect subtrees of `width` hashes (a power of two) that stand one after the other, the root of each. */
export async function subtreeRoots(
  hashes: Uint8Array,
  width: number,
  hashMany: HashMany,
): Promise<Uint8Array> {
  let roots = hashes;
  for (let rest = width; rest > 1; rest /= 2) roots = await parentHashes(roots, hashMany);
  return roots;
}

/** The Merkle tree hash (RFC 6962, 2.1) of a tree; the SHA-256 of nothing for the empty one. */
export async function rootOf(edge: TreeEdge, hashMany: HashMany): Promise<Uint8Array> {
  let root: Uint8Array | null = null;
  for (const partial of edge.partial) {
    // One bit of the width a round, from the lowest: an odd hash at the right end is a perfect subtree that
    // has no sibling and so hangs beside all that lies to its right.
    let hashes = partial;
    while (hashes.length > 0) {
      const even = hashes.length - (hashes.length % (2 * HASH_LENGTH));
      if (even < hashes.length) {
        const peak = hashes.subarray(even);
        root = root === null ? peak : await nodeHash(peak, root, hashMany);
      }
      hashes = await parentHashes(hashes.subarray(0, even), hashMany);
    }
  }
  return root === null ? hashMany([new Uint8Array()]) : hashAt(root, 0).slice();
}
