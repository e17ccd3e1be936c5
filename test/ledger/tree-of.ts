import {
  emptyEdge,
  grow,
  nodeHashMany,
  type TileSource,
  type TreeEdge,
  tilePath,
} from "../../src/ledger/index.ts";

/** The leaf hashes of made-up entries `0` to before `size`, one after the other. */
export async function madeUpLeaves(size: number): Promise<Uint8Array> {
  return nodeHashMany(Array.from({ length: size }, (_, i) => new TextEncoder().encode(`\0leaf ${i}`)));
}

/** A tree grown in batches of the given sizes, and a source of its tiles as they stood at the end. */
export async function treeOf(
  leaves: Uint8Array,
  batches: readonly number[],
): Promise<{ edge: TreeEdge; tiles: Map<string, Uint8Array>; source: TileSource }> {
  const tiles = new Map<string, Uint8Array>();
  let edge = emptyEdge;
  for (const batch of batches) {
    const grown = await grow(edge, leaves.subarray(edge.size * 32, (edge.size + batch) * 32), nodeHashMany);
    edge = grown.edge;
    for (const tile of grown.tiles) tiles.set(`${tile.level}/${tile.index}`, tile.hashes);
  }
  const source: TileSource = async (tile) => {
    const hashes = tiles.get(`${tile.level}/${tile.index}`);
    if (hashes === undefined || hashes.length < tile.width * 32) throw new Error(`no ${tilePath(tile)}`);
    return hashes;
  };
  return { edge, tiles, source };
}
