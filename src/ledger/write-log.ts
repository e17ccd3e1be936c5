import { link, mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { encodeBundle } from "./bundle.ts";
import { replaceFile, syncFolder } from "./durable-file.ts";
import { HASH_LENGTH } from "./hash.ts";
import { bundlePath, TILE_WIDTH, tilePath, tilesBetween } from "./tile.ts";
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

/**
 * Writes a log of `size` entries into an empty folder: hash tiles, entry bundles, the key, and last of all the
 * checkpoint. Full tiles and bundles that `previous`, an earlier copy of the same log, holds are linked from
 * there, because they never change. A crash before the checkpoint leaves a folder that is no log.
 */
export async function writeLog(
  folder: string,
  size: number,
  source: LogSource,
  previous: string | null,
): Promise<void> {
  const made = new Set<string>();
  const write = async (path: string, full: boolean, bytes: () => Promise<Uint8Array>) => {
    const target = join(folder, path);
    const parent = dirname(target);
    if (!made.has(parent)) {
      await mkdir(parent, { recursive: true });
      made.add(parent);
    }
    if (full && previous !== null && (await linked(join(previous, path), target))) return;
    await writeSynced(target, await bytes());
  };
  for (const tile of tilesBetween(0, size)) {
    const full = tile.width === TILE_WIDTH;
    await write(tilePath(tile), full, async () =>
      (await source.tiles(tile)).subarray(0, tile.width * HASH_LENGTH),
    );
    if (tile.level > 0) continue;
    const from = tile.index * TILE_WIDTH;
    await write(bundlePath(tile.index, tile.width), full, async () =>
      encodeBundle(await source.entries(from, from + tile.width)),
    );
  }
  await mkdir(folder, { recursive: true });
  await writeSynced(join(folder, "vkey"), `${source.verifierKey}\n`);
  for (const parent of made) await syncFolder(parent);
  await replaceFile(join(folder, "checkpoint"), source.checkpoint, 0o644);
}

/** Whether a file of the same content could be had by a link; no where there is none or no link can be made. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "EXDEV" || code === "EPERM") return false;
    throw error;
  }
}

async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, "w", 0o644);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
