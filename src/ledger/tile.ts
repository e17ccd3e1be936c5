/** Hashes in a full tile, and entries in a full bundle (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;

/** Which tile: the `index`th of its level, with the first `width` (1 to 256) of its hashes. */
export interface Tile {
  /** 0 for leaf hashes; each hash of level L + 1 stands for a full tile of level L */
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

/** Where a tile is served: `tile/0/x001/x234/067`, a partial one `tile/0/273.p/112`. */
export function tilePath({ level, index, width }: Tile): string {
  return `tile/${level}/${numbered(index, width)}`;
}

/** Where the bundle is served that holds the first `width` entries of those under level-0 tile `index`. */
export function bundlePath(index: number, width: number): string {
  return `tile/entries/${numbered(index, width)}`;
}

/** Hashes that a level holds in a tree of `size` leaves: floor(size ÷ 256^level). */
export function hashesAt(level: number, size: number): number {
  let hashes = size;
  for (let below = 0; below < level; below++) hashes = Math.floor(hashes / TILE_WIDTH);
  return hashes;
}

/** How many levels of tiles a tree of `size` leaves has: 0 for the empty tree. */
export function levelsOf(size: number): number {
  let levels = 0;
  for (let hashes = size; hashes > 0; hashes = Math.floor(hashes / TILE_WIDTH)) levels++;
  return levels;
}

/** The tile of that place in a tree of `size` leaves, with the width that it has there; null where none is. */
export function tileAt(level: number, index: number, size: number): Tile | null {
  const width = Math.min(hashesAt(level, size) - index * TILE_WIDTH, TILE_WIDTH);
  return width > 0 ? { level, index, width } : null;
}

/** The partial tiles of a tree, by level: at most one a level, null where the level's last tile is full. */
export function partialTiles(size: number): (Tile | null)[] {
  return Array.from({ length: levelsOf(size) }, (_, level) =>
    tileAt(level, Math.floor(hashesAt(level, size) / TILE_WIDTH), size),
  );
}

/**
 * Every tile that a tree of `to` leaves has and one of `from` leaves has not, or has narrower: lowest level
 * first, each level from left to right. With `from` 0, all tiles of the tree.
 */
export function* tilesBetween(from: number, to: number): Generator<Tile> {
  for (let level = 0; level < levelsOf(to); level++) {
    const before = hashesAt(level, from);
    if (before === hashesAt(level, to)) continue;
    for (let index = Math.floor(before / TILE_WIDTH); ; index++) {
      const tile = tileAt(level, index, to);
      if (tile === null) break;
      yield tile;
    }
  }
}

/** Groups of three digits, all but the last behind an x; a partial tile's width in a folder of its own. */
function numbered(index: number, width: number): string {
  const groups = [String(index % 1000).padStart(3, "0")];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`x${String(rest % 1000).padStart(3, "0")}`);
  return groups.join("/") + (width < TILE_WIDTH ? `.p/${width}` : "");
}
