import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { District } from "../district/index.ts";
import { bundlePath, decodeBundle, decodeEntry, type Entry, TILE_WIDTH } from "../ledger/index.ts";
import type { EditionLog } from "../site/index.ts";

/** The log that pages are built from, as a district's ledger has it. */
export function logOfDistrict({
  store,
  code,
  ledger,
}: Pick<District, "store" | "code" | "ledger">): EditionLog {
  return {
    owners: (from, to) =>
      store.db
        .selectFrom("entry")
        .select(["register", "record", "version"])
        .where("district", "=", code)
        .where("position", ">=", from)
        .where("position", "<", to)
        .orderBy("position")
        .execute(),
    entries: async (from, to) => {
      const found: (() => Entry)[] = [];
      for await (const page of ledger.entries(from, to))
        for (const { bytes, position } of page) found.push(() => decodeEntry(bytes, [position]));
      return found;
    },
  };
}

/** The same as its entries, already read. */
export function logOfEntries(entries: readonly { readonly entry: Entry }[]): EditionLog {
  return {
    owners: async (from, to) => entries.slice(from, to).map((it) => it.entry),
    entries: async (from, to) =>
      entries.slice(from, to).map(
        ({ entry }) =>
          () =>
            entry,
      ),
  };
}

/**
 * The same as a published log's folder has it, of which `size` entries are to be read. Refuses a bundle of entries that
 * is not what it should be; throws what the system says of one that is not there.
 */
export function logOfFolder(folder: string, size: number): EditionLog {
  const bundle = async (index: number): Promise<Uint8Array[]> => {
    const width = Math.min(size - index * TILE_WIDTH, TILE_WIDTH);
    const path = bundlePath(index, width);
    return decodeBundle(await readFile(join(folder, path)), width, [path]);
  };
  const entries: EditionLog["entries"] = async (from, to) => {
    const found: (() => Entry)[] = [];
    for (let index = Math.floor(from / TILE_WIDTH); index * TILE_WIDTH < to; index++) {
      const first = index * TILE_WIDTH;
      for (const [at, bytes] of (await bundle(index)).entries())
        if (first + at >= from && first + at < to) found.push(() => decodeEntry(bytes, [first + at]));
    }
    return found;
  };
  return { entries, owners: async (from, to) => (await entries(from, to)).map((read) => read()) };
}
