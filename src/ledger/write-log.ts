import { link, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { encodeBundle } from "./bundle.ts";
import { replaceFile, syncFolder, writeNewFile } from "./durable-file.ts";
import { HASH_LENGTH } from "./hash.ts";
import { bundlePath, partialTiles, TILE_WIDTH, type Tile, tileAt, tilePath, tilesBetween } from "./tile.ts";
import type { TileSource } from "./tile-source.ts";

/** What a published log is written from. */
export interface LogSource {
  readonly tiles: TileSource;
  /** the bytes of the entries from one position to before another, in order */
  readonly entries: (from: number, to: number) => Promise<readonly Uint8Array[]>;
  /** the signed checkpoint of the size that is written */
  readonly checkpoint: string;
  /** the verifier key, published on one line */
  readonly verifierKey: string;
}

/** Published files may be read by everybody. */
const FILE_MODE = 0o644;

/** What stood in the log's place before. */
export interface LogBefore {
  /** folder of an earlier copy of the same log: what never changes is linked from there */
  readonly previous?: string;
  /** sizes at which the log was published before */
  readonly earlier?: readonly number[];
}

/**
 * Writes a log of `size` entries into an empty folder: hash tiles, entry bundles, the key, and last of all the
 * checkpoint. A crash before the checkpoint leaves a folder that is no log.
 *
 * The partial tiles and bundles of the `earlier` sizes stand there, too, while the full ones do not: a reader may be
 * at a checkpoint that needs them (C2SP tlog-tiles). Which files there are depends on the sizes alone, not on
 * `previous`: the same log is written the same everywhere.
 */
export async function writeLog(
  folder: string,
  size: number,
  source: LogSource,
  { previous, earlier = [] }: LogBefore = {},
): Promise<void> {
  const made = new Set<string>();
  const write = async (path: string, bytes: () => Promise<Uint8Array>) => {
    const target = join(folder, path);
    const parent = dirname(target);
    if (!made.has(parent)) {
      await mkdir(parent, { recursive: true });
      made.add(parent);
    }
    if (previous !== undefined && (await linked(join(previous, path), target))) return;
    await writeNewFile(target, await bytes(), FILE_MODE);
  };
  for (const tile of tilesOf(size, earlier)) {
    const { level, index, width } = tile;
    await write(tilePath(tile), async () => (await source.tiles(tile)).subarray(0, width * HASH_LENGTH));
    if (level > 0) continue;
    const from = index * TILE_WIDTH;
    await write(bundlePath(index, width), async () => encodeBundle(await source.entries(from, from + width)));
  }
  await mkdir(folder, { recursive: true });
  await writeNewFile(join(folder, "vkey"), `${source.verifierKey}\n`, FILE_MODE);
  for (const parent of made) await syncFolder(parent);
  await replaceFile(join(folder, "checkpoint"), source.checkpoint, FILE_MODE);
}

/** The tiles of a tree, and the narrower ones that it had at earlier sizes and that are partial to this day. */
function* tilesOf(size: number, earlier: readonly number[]): Generator<Tile> {
  yield* tilesBetween(0, size);
  for (const before of new Set(earlier)) {
    if (before >= size) continue;
    for (const tile of partialTiles(before)) {
      const now = tile === null ? null : tileAt(tile.level, tile.index, size);
      if (tile !== null && now !== null && tile.width < now.width && now.width < TILE_WIDTH) yield tile;
    }
  }
}

/**
 * Whether a file of the same content stands at `to`, by a link or because it stood there; no where there is none
 * at `from`, or the file system makes no links.
 */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return true;
    if (code === "ENOENT" || code === "EXDEV" || code === "EPERM") return false;
    throw error;
  }
}
