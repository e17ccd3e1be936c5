import { refuse } from "../../issue/index.ts";
import { decodeBundle } from "../bundle.ts";
import { HASH_LENGTH } from "../hash.ts";
import { bundlePath, TILE_WIDTH, type Tile, tilePath } from "../tile.ts";

/** A file of a log by its path below the log's root (`checkpoint`, `tile/0/000`); null where there is none. */
export type FetchFile = (path: string) => Promise<Uint8Array | null>;

/** A log's files, read as the formats have them and counted. Nothing of what they say is believed yet. */
export class LogFiles {
  readonly #fetch: FetchFile;
  /** files read so far */
  tiles = 0;
  bundles = 0;

  constructor(fetch: FetchFile) {
    this.#fetch = fetch;
  }

  /** A file that must be there. Refuses its absence (`ledger.file-missing`). */
  async file(path: string): Promise<Uint8Array> {
    return (await this.#fetch(path)) ?? refuse("ledger.file-missing", [path]);
  }

  /** A tile's hashes, one after the other, exactly as many as its width. Refuses another width (`ledger.tile-width`). */
  async tile(tile: Tile): Promise<Uint8Array> {
    const { path, bytes, width } = await this.#partialOrFull(tile, (as) => tilePath(as));
    this.tiles++;
    const expected = width * HASH_LENGTH;
    if (bytes.length !== expected) refuse("ledger.tile-width", [path], { bytes: bytes.length, expected });
    return bytes.subarray(0, tile.width * HASH_LENGTH);
  }

  /** The entries under a level-0 tile, with the path they stand at. Refuses a bundle of other lengths. */
  async bundle(tile: Tile): Promise<{ path: string; entries: Uint8Array[] }> {
    const { path, bytes, width } = await this.#partialOrFull(tile, (as) => bundlePath(as.index, as.width));
    this.bundles++;
    return {
      path,
      entries: decodeBundle(bytes, tile.width, [path], width === tile.width ? "exact" : "longer"),
    };
  }

  /** A log may drop a partial file once the full one stands, so the full one is as good. */
  async #partialOrFull(
    tile: Tile,
    pathOf: (tile: Tile) => string,
  ): Promise<{ path: string; bytes: Uint8Array; width: number }> {
    const path = pathOf(tile);
    const bytes = await this.#fetch(path);
    if (bytes !== null) return { path, bytes, width: tile.width };
    const full = { ...tile, width: TILE_WIDTH };
    const whole = tile.width < TILE_WIDTH ? await this.#fetch(pathOf(full)) : null;
    if (whole === null) return refuse("ledger.file-missing", [path]);
    return { path: pathOf(full), bytes: whole, width: TILE_WIDTH };
  }
}
