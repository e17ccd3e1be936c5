import { createHash } from "node:crypto";
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
import type { Edition, SiteFile } from "../site/index.ts";

/** One published file. */
export interface FileFacts {
  readonly path: string;
  /** bytes */
  readonly size: number;
  /** lower-case hex */
  readonly sha256: string;
}

/**
 * What a release vouches for (docs/formats/manifest.md). The SHA-256 of its canonical JSON stands in the log
 * as a `release` entry right behind the entries that it covers.
 */
export interface Manifest {
  readonly v: 1;
  readonly district: string;
  readonly number: number;
  readonly checkpoint: { readonly origin: string; readonly size: number; readonly root: string };
  /** hash of the pack's canonical JSON, lower-case hex */
  readonly pack: string;
  /** version of the program that wrote it */
  readonly program: string;
  /** RFC 6962 tree over the canonical JSON of every published observation, in the edition's order */
  readonly observations: { readonly count: number; readonly root: string };
  /** every file of the release but the manifest itself and what lies under `log/` */
  readonly files: readonly FileFacts[];
}

/** Makes the manifest of an edition's files. */
export async function manifestOf(
  edition: Edition,
  files: readonly SiteFile[],
  program: string,
): Promise<Manifest> {
  return {
    v: 1,
    district: edition.pack.district.code,
    number: edition.number,
    checkpoint: { origin: edition.origin, size: edition.position, root: edition.root },
    pack: sha256(canonicalBytes(edition.pack)),
    program,
    observations: await observationTree(edition),
    files: files
      .map(({ path, bytes }) => ({ path, size: bytes.length, sha256: sha256(bytes) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** The manifest as it is published. */
export function manifestBytes(manifest: Manifest): Uint8Array {
  return canonicalBytes(manifest as unknown as Json);
}

/** Lower-case hex SHA-256. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Count and root of the tree over an edition's observations. */
export async function observationTree({ figures }: Edition): Promise<Manifest["observations"]> {
  const leaves = figures.flatMap((it) =>
    it.observations.map((one) => canonicalBytes(one as unknown as Json)),
  );
  const { edge } = await grow(emptyEdge, await leafHashes(leaves, nodeHashMany), nodeHashMany);
  return { count: leaves.length, root: toHex(await rootOf(edge, nodeHashMany)) };
}
