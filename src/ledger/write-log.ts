import { link, mkdir, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { encodeBundle } from "./bundle.ts";
import { replaceFile, syncFolder, writeNewFile } from "./durable-file.ts";
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

/** Published files may be read by everybody. */
const FILE_MODE = 0o644;

/**
 * Writes a log of `size` entries into an empty folder: hash tiles, entry bundles, the key, and last of all the
 * checkpoint. A crash before the checkpoint leaves a folder that is no log.
 *
 * What `previous`, an earlier copy of the same log, holds and still belongs to it is linked from there: full tiles
 * and bundles, because they never change, and partial ones while the full one does not stand, because a reader may
 * be at the checkpoint that needs them (C2SP tlog-tiles). Narrower partial files of full ones stay behind.
 */
export async function writeLog(
  folder: string,
  size: number,
  source: LogSource,
  previous: string | null,
): Promise<void> {
  const made = new Set<string>();
  const place = async (path: string): Promise<string> => {
    const target = join(folder, path);
    const parent = dirname(target);
    if (!made.has(parent)) {
      await mkdir(parent, { recursive: true });
      made.add(parent);
    }
    return target;
  };
  const write = async (path: string, width: number, bytes: () => Promise<Uint8Array>) => {
    const target = await place(path);
    if (width < TILE_WIDTH && previous !== null)
      for (const narrower of await namesIn(join(previous, dirname(path))))
        await linked(join(previous, dirname(path), narrower), await place(join(dirname(path), narrower)));
    if (previous !== null && (await linked(join(previous, path), target))) return;
    await writeNewFile(target, await bytes(), FILE_MODE);
  };
  for (const tile of tilesBetween(0, size)) {
    const { level, index, width } = tile;
    await write(tilePath(tile), width, async () =>
      (await source.tiles(tile)).subarray(0, width * HASH_LENGTH),
    );
    if (level > 0) continue;
    const from = index * TILE_WIDTH;
    await write(bundlePath(index, width), width, async () =>
      encodeBundle(await source.entries(from, from + width)),
    );
  }
  await mkdir(folder, { recursive: true });
  await writeNewFile(join(folder, "vkey"), `${source.verifierKey}\n`, FILE_MODE);
  for (const parent of made) await syncFolder(parent);
  await replaceFile(join(folder, "checkpoint"), source.checkpoint, FILE_MODE);
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

/** The files of a partial tile's folder; none where it is not there. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
