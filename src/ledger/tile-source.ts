import { HASH_LENGTH, type HashMany, hashAt, nodeHash } from "./hash.ts";
import { partialTiles, TILE_WIDTH, type Tile } from "./tile.ts";
import { rootOf, subtreeRoots, type TreeEdge } from "./tree.ts";

/**
 * Where tiles come from: a database, a folder, a web server. Answers at least the `width` hashes asked for,
 * one after the other, or more where the tile has grown since; rejects where it has fewer.
 */
export type TileSource = (tile: Tile) => Promise<Uint8Array>;

/** A source that asks another one only once for each tile. For one proof, not for a whole log. */
export function remembering(source: TileSource): TileSource {
  const known = new Map<string, Promise<Uint8Array>>();
  return (tile) => {
    const name = `${tile.level}/${tile.index}/${tile.width}`;
    let hashes = known.get(name);
    if (hashes === undefined) {
      hashes = source(tile);
      known.set(name, hashes);
    }
    return hashes;
  };
}

/** The right edge of the tree as it was at `size`, read from tiles of that tree or of any later one. */
export async function edgeAt(size: number, source: TileSource): Promise<TreeEdge> {
  const partial = await Promise.all(
    partialTiles(size).map(async (tile) =>
      tile === null ? new Uint8Array() : (await source(tile)).slice(0, tile.width * HASH_LENGTH),
    ),
  );
  return { size, partial };
}

/** The root of the tree as it was at `size`. */
export async function rootAt(size: number, source: TileSource, hashMany: HashMany): Promise<Uint8Array> {
  return rootOf(await edgeAt(size, source), hashMany);
}

/**
 * The hash of the leaves from `begin` to before `end`, as RFC 6962 writes MTH(D[begin:end]), where that is a
 * node of a tree of `size` leaves.
 */
export async function rangeHash(
  begin: number,
  end: number,
  size: number,
  source: TileSource,
  hashMany: HashMany,
): Promise<Uint8Array> {
  // The perfect subtrees that it falls into, from left to right, each inside one tile.
  const peaks: Uint8Array[] = [];
  for (let start = begin; start < end; ) {
    let width = 1;
    while (width * 2 <= end - start && start % (width * 2) === 0) width *= 2;
    peaks.push(await perfectSubtree(start, width, size, source, hashMany));
    start += width;
  }
  let hash = peaks.pop() as Uint8Array;
  for (const peak of peaks.reverse()) hash = await nodeHash(peak, hash, hashMany);
  return hash;
}

async function perfectSubtree(
  start: number,
  leaves: number,
  size: number,
  source: TileSource,
  hashMany: HashMany,
): Promise<Uint8Array> {
  let level = 0;
  let [first, width, hashes] = [start, leaves, size];
  for (; width >= TILE_WIDTH; level++)
    [first, width, hashes] = [first / TILE_WIDTH, width / TILE_WIDTH, Math.floor(hashes / TILE_WIDTH)];
  const index = Math.floor(first / TILE_WIDTH);
  const tile = await source({ level, index, width: Math.min(hashes - index * TILE_WIDTH, TILE_WIDTH) });
  const offset = first % TILE_WIDTH;
  const within = tile.subarray(offset * HASH_LENGTH, (offset + width) * HASH_LENGTH);
  return hashAt(await subtreeRoots(within, width, hashMany), 0);
}
