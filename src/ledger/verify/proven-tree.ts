import { type Path, refuse } from "../../issue/index.ts";
import { joinBytes, sameBytes, toBase64 } from "../bytes.ts";
import type { Checkpoint } from "../checkpoint.ts";
import { HASH_LENGTH, type HashMany, leafHashes } from "../hash.ts";
import { hashesAt, levelsOf, TILE_WIDTH, type Tile, tileAt, tilePath } from "../tile.ts";
import { edgeAt, type TileSource } from "../tile-source.ts";
import { rootOf, tileRoots } from "../tree.ts";
import type { LogFiles } from "./log-files.ts";

/** Tiles fetched at once. */
export const TILES_AT_ONCE = 32;

/** Tiles whose hashes all lead to a signed root. */
export interface ProvenTree {
  /** Proven tiles of any level; those of level 0 are read and proven when they are asked for. */
  readonly tile: TileSource;
  /** Reads and proves consecutive tiles of level 0. */
  leaves(tiles: readonly Tile[]): Promise<Uint8Array[]>;
}

/**
 * Proves a tree's tiles from the root down: the right edge must make the signed root, and every full tile the
 * hash that the proven tile above has for it. So the tile that is named is the one that was changed, wherever
 * it stands, and nothing is handed on before it is proven. Holds one hash for each 256 leaves in memory.
 *
 * Refuses `ledger.tile-changed`, and `ledger.root-mismatch` where the tiles agree with each other but not with
 * the checkpoint; and what {@link LogFiles} refuses.
 */
export async function proveTree(
  files: LogFiles,
  checkpoint: Checkpoint,
  hashMany: HashMany,
): Promise<ProvenTree> {
  const { size } = checkpoint;
  const edge = await edgeAt(size, (tile) => files.tile(tile));
  if (!sameBytes(await rootOf(edge, hashMany), checkpoint.root))
    await blame(files, checkpoint, edge.partial, hashMany);

  /** proven hashes by level, from level 1 up */
  const proven: Uint8Array[] = [];
  const fullTiles = async (level: number, tiles: readonly Tile[]): Promise<Uint8Array[]> => {
    const read = await Promise.all(tiles.map((tile) => files.tile(tile)));
    const roots = await tileRoots(joinBytes(read), hashMany);
    const above = proven[level + 1] as Uint8Array;
    tiles.forEach((tile, i) => {
      const root = roots.subarray(i * HASH_LENGTH, (i + 1) * HASH_LENGTH);
      const expected = above.subarray(tile.index * HASH_LENGTH, (tile.index + 1) * HASH_LENGTH);
      if (!sameBytes(root, expected)) changed(tile);
    });
    return read;
  };
  const partialOf = (level: number) => edge.partial[level] ?? new Uint8Array();

  for (let level = levelsOf(size) - 1; level > 0; level--) {
    const full: Uint8Array[] = [];
    for (const batch of batches(fullTilesOf(level, size))) full.push(...(await fullTiles(level, batch)));
    proven[level] = joinBytes([...full, partialOf(level)]);
  }

  const leaves = async (tiles: readonly Tile[]) => {
    const full = tiles.filter((tile) => tile.width === TILE_WIDTH);
    const read = await fullTiles(0, full);
    return tiles.length === full.length ? read : [...read, partialOf(0)];
  };
  const tile: TileSource = async ({ level, index, width }) => {
    const begin = index * TILE_WIDTH * HASH_LENGTH;
    if (level > 0) return (proven[level] as Uint8Array).subarray(begin, begin + width * HASH_LENGTH);
    const [hashes] = await leaves([{ level, index, width: tileAt(0, index, size)?.width ?? 0 }]);
    return hashes as Uint8Array;
  };
  return { tile, leaves };
}

/**
 * Which tile of the right edge keeps it from making the signed root: the one that what lies below it
 * contradicts. Where nothing does, all files were made anew, for a history that was never signed.
 */
async function blame(
  files: LogFiles,
  { size, root }: Checkpoint,
  partial: readonly Uint8Array[],
  hashMany: HashMany,
): Promise<never> {
  for (const [level, hashes] of partial.entries()) {
    const tile = tileAt(level, Math.floor(hashesAt(level, size) / TILE_WIDTH), size);
    if (tile !== null && !sameBytes(hashes, await fromBelow(files, tile, hashMany))) changed(tile);
  }
  const found = await rootOf({ size, partial }, hashMany);
  const where: Path = ["checkpoint", 3];
  return refuse("ledger.root-mismatch", where, { size, signed: toBase64(root), found: toBase64(found) });
}

/** A tile's hashes, made from the entries or tiles that it stands for. */
async function fromBelow(files: LogFiles, tile: Tile, hashMany: HashMany): Promise<Uint8Array> {
  if (tile.level === 0) return leafHashes((await files.bundle(tile)).entries, hashMany);
  const below = Array.from({ length: tile.width }, (_, i) => ({
    level: tile.level - 1,
    index: tile.index * TILE_WIDTH + i,
    width: TILE_WIDTH,
  }));
  return tileRoots(joinBytes(await Promise.all(below.map((it) => files.tile(it)))), hashMany);
}

function* fullTilesOf(level: number, size: number): Generator<Tile> {
  for (let index = 0; ; index++) {
    const tile = tileAt(level, index, size);
    if (tile === null || tile.width < TILE_WIDTH) return;
    yield tile;
  }
}

/** Consecutive tiles, so many as are fetched at once. */
export function* batches(tiles: Iterable<Tile>): Generator<Tile[]> {
  let batch: Tile[] = [];
  for (const tile of tiles) {
    batch.push(tile);
    if (batch.length === TILES_AT_ONCE) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function changed(tile: Tile): never {
  return refuse("ledger.tile-changed", [tilePath(tile)]);
}
