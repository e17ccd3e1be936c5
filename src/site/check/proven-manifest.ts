import { refuse } from "../../issue/index.ts";
import { type Entry, rootAt, tileAt, tilePath, toHex, webHashMany } from "../../ledger/verify/index.ts";
import { files } from "../address.ts";
import type { Manifest } from "../manifest.ts";
import type { ReadFile } from "./source.ts";

/** The key that stands beside the log. Refuses its absence (`verify.file-missing`). */
export async function keyOf(read: ReadFile): Promise<string> {
  return textOf(await need(read, files.verifierKey)).trim();
}

/**
 * The manifest whose hash the log's last `release` entry has, with that hash. Its tree must be the log's own as it
 * was at that size. Refuses another manifest (`verify.manifest-altered`), one whose tree is another
 * (`verify.root-altered`), and a log that records no release (`verify.release-unrecorded`).
 */
export async function provenManifest(
  read: ReadFile,
  recorded: Entry | undefined,
  size: number,
): Promise<{ manifest: Manifest; hash: string }> {
  const bytes = await need(read, files.manifest);
  if (recorded === undefined) return refuse("verify.release-unrecorded", [files.manifest]);
  const hash = await sha256(bytes);
  const stated = String(recorded.fields?.manifest);
  if (hash !== stated) refuse("verify.manifest-altered", [files.manifest], { found: hash, recorded: stated });
  const manifest = JSON.parse(textOf(bytes)) as Manifest;
  const { checkpoint } = manifest;
  // tiles of the published tree hold those of every smaller one
  const derived = await rootAt(
    checkpoint.size,
    async ({ level, index }) => {
      const tile = tileAt(level, index, size);
      if (tile === null)
        return refuse("verify.root-altered", [files.manifest, "checkpoint"], {
          stored: checkpoint.root,
          derived: "—",
        });
      return need(read, files.log + tilePath(tile));
    },
    webHashMany,
  );
  if (toHex(derived) !== checkpoint.root)
    refuse("verify.root-altered", [files.manifest, "checkpoint"], {
      stored: checkpoint.root,
      derived: toHex(derived),
    });
  return { manifest, hash };
}

/** A file that must be there. Refuses its absence (`verify.file-missing`). */
export async function need(read: ReadFile, path: string): Promise<Uint8Array> {
  return (await read(path)) ?? refuse("verify.file-missing", [path]);
}

/** Lower-case hex SHA-256. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  return toHex(await webHashMany([bytes]));
}

/** UTF-8 as text. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
