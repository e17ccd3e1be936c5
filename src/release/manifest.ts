import { hash } from "node:crypto";
import {
  canonicalBytes,
  emptyEdge,
  grow,
  type Json,
  leafHashes,
  nodeHashMany,
  rootOf,
  toHex,
} from "../ledger/index.ts";
import type { Edition, Manifest } from "../site/index.ts";

export type { Manifest } from "../site/index.ts";

/** What a manifest says of one file. */
export type FileFacts = Manifest["files"][number];

/** A file's path, size and hash. */
export function factsOf(path: string, bytes: Uint8Array): FileFacts {
  return { path, size: bytes.length, sha256: sha256(bytes) };
}

/** Makes the manifest of an edition's files. */
export async function manifestOf(
  edition: Edition,
  files: readonly FileFacts[],
  program: string,
): Promise<Manifest> {
  return {
    v: 1,
    district: edition.pack.district.code,
    number: edition.number,
    checkpoint: { origin: edition.origin, size: edition.position, root: edition.root },
    pack: packHash(edition.pack),
    program,
    observations: await observationTree(edition),
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** A pack's hash, as a manifest has it. */
export function packHash(pack: Edition["pack"]): string {
  return sha256(canonicalBytes(pack));
}

/** The manifest as it is published. */
export function manifestBytes(manifest: Manifest): Uint8Array {
  return canonicalBytes(manifest as unknown as Json);
}

/** Lower-case hex SHA-256. */
export function sha256(bytes: Uint8Array): string {
  return hash("sha256", bytes);
}

/** Count and root of the tree over an edition's observations. */
export async function observationTree({ figures }: Edition): Promise<Manifest["observations"]> {
  let edge = emptyEdge;
  let count = 0;
  for (const { observations } of figures) {
    const leaves = observations.map((it) => canonicalBytes(it as unknown as Json));
    ({ edge } = await grow(edge, await leafHashes(leaves, nodeHashMany), nodeHashMany));
    count += leaves.length;
  }
  return { count, root: toHex(await rootOf(edge, nodeHashMany)) };
}
