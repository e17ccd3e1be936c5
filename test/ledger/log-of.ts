import {
  bundlePath,
  type Entry,
  emptyEdge,
  encodeBundle,
  encodeEntry,
  grow,
  leafHashes,
  nodeHashMany,
  rootOf,
  type Signer,
  signCheckpoint,
  signerOf,
  signingKeyPem,
  TILE_WIDTH,
  tilePath,
  writeNote,
  writeVerifierKey,
} from "../../src/ledger/index.ts";

/** A made-up log's files by path, as a release writes them. */
export interface MadeUpLog {
  readonly files: Map<string, Uint8Array>;
  readonly entries: readonly Uint8Array[];
  readonly verifierKey: string;
  readonly checkpoint: string;
}

export const signer: Signer = signerOf(
  "log.example/huimou/990001",
  signingKeyPem(new Uint8Array(32).fill(7)),
);

/** Entries of records that each are opened, advanced and amended. */
export function madeUpEntries(count: number): Entry[] {
  return Array.from({ length: count }, (_, i): Entry => {
    const version = i % 3;
    return {
      v: 1,
      register: "project",
      record: `p${Math.floor(i / 3)}`,
      kind: version === 0 ? "open" : version === 1 ? "advance" : "amend",
      version,
      at: "2020-05-06",
      recorded: "2020-05-06T07:08:09.010Z",
      actor: "住建局",
      ...(version === 2 ? { reason: "更正" } : {}),
      state: "planned",
      fields: { number: String(i) },
    };
  });
}

/** The log of some entries' bytes, signed. */
export async function logOf(entries: readonly Uint8Array[], by: Signer = signer): Promise<MadeUpLog> {
  const files = new Map<string, Uint8Array>();
  const { edge, tiles } = await grow(emptyEdge, await leafHashes(entries, nodeHashMany), nodeHashMany);
  for (const { level, index, hashes } of tiles)
    files.set(tilePath({ level, index, width: hashes.length / 32 }), hashes);
  for (let start = 0; start < entries.length; start += TILE_WIDTH) {
    const bundle = entries.slice(start, start + TILE_WIDTH);
    files.set(bundlePath(start / TILE_WIDTH, bundle.length), encodeBundle(bundle));
  }
  const root = await rootOf(edge, nodeHashMany);
  const note = await signCheckpoint({ origin: by.key.name, size: edge.size, root }, by);
  files.set("checkpoint", new TextEncoder().encode(writeNote(note)));
  return { files, entries, verifierKey: await writeVerifierKey(by.key), checkpoint: writeNote(note) };
}

/** The log of made-up entries. */
export function madeUpLog(count: number): Promise<MadeUpLog> {
  return logOf(madeUpEntries(count).map((entry) => encodeEntry(entry)));
}
