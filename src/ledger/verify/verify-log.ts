import { type Issue, IssueError, refuse } from "../../issue/index.ts";
import { sameBytes, toBase64, toHex } from "../bytes.ts";
import { openCheckpoint, type VerifiedCheckpoint } from "../checkpoint.ts";
import { decodeEntry, type Entry } from "../entry.ts";
import { HASH_LENGTH, type HashMany, leafHashes, webHashMany } from "../hash.ts";
import { consistencyProof, verifyConsistencyProof } from "../proof.ts";
import { TILE_WIDTH, type Tile } from "../tile.ts";
import { parseVerifierKey } from "../verifier-key.ts";
import { type FetchFile, LogFiles } from "./log-files.ts";
import { Positions } from "./positions.ts";
import { batches, type ProvenTree, proveTree } from "./proven-tree.ts";
import { VersionOrder } from "./version-order.ts";

/** A log to verify: where its files are, and what is believed beforehand. */
export interface LogToVerify {
  readonly fetch: FetchFile;
  /** the log's published key: `<name>+<key id>+<base64>`; take it from elsewhere than the log */
  readonly verifierKey: string;
  /** an older checkpoint of the log that the reader kept: the log must have grown from it */
  readonly since?: Uint8Array | string;
  /**
   * positions as runs `[first, last]`, ascending: these entries alone are read, and what else stands in the log is
   * not looked at. The whole log where it is not given
   */
  readonly only?: readonly (readonly [first: number, last: number])[];
  /** gets every entry once it is proven, in the order of the log; may refuse, and so end the verification */
  readonly entry?: (entry: Entry, position: number, bytes: Uint8Array) => void;
  /** hears how many entries are checked, of how many */
  readonly progress?: (entries: number, of: number) => void;
  readonly hashMany?: HashMany;
}

/** What was verified, and the first thing that does not match. Plain data. */
export interface LogReport {
  /** what the signed checkpoint says; null where none could be believed */
  readonly checkpoint: SignedTree | null;
  /** the older checkpoint from which growth was proven; null where none was given or it was not proven */
  readonly since: SignedTree | null;
  /** what was read and found right before `issue` */
  readonly checked: { readonly tiles: number; readonly bundles: number; readonly entries: number };
  /** null where everything matches */
  readonly issue: Issue | null;
}

/** A signed tree head. */
export interface SignedTree {
  readonly origin: string;
  readonly size: number;
  /** lower-case hex */
  readonly root: string;
}

/**
 * Verifies a log from its files alone: signature → checkpoint → tiles → growth since an older checkpoint →
 * entries, each entry against its proven leaf hash, its canonical form and its record's version. Stops at the
 * first thing that does not match and names it. Needs WebCrypto and nothing else.
 *
 * Rejects only where `fetch` or `entry` fail with something else than an {@link IssueError}.
 */
export async function verifyLog(log: LogToVerify): Promise<LogReport> {
  const files = new LogFiles(log.fetch);
  const report = {
    checkpoint: null as SignedTree | null,
    since: null as SignedTree | null,
    entries: 0,
    issue: null as Issue | null,
  };
  try {
    const hashMany = log.hashMany ?? webHashMany;
    const key = await parseVerifierKey(log.verifierKey, ["vkey"]);
    const checkpoint = await openCheckpoint(await files.file("checkpoint"), key, ["checkpoint"]);
    report.checkpoint = signedTree(checkpoint);
    const tree = await proveTree(files, checkpoint, hashMany);
    if (log.since !== undefined) {
      const since = await openCheckpoint(log.since, key, ["since"]);
      await refuseUnlessGrown(since, checkpoint, tree, hashMany);
      report.since = signedTree(since);
    }
    const order = new VersionOrder();
    const asked = new Positions(log.only ?? everyPosition(checkpoint.size), checkpoint.size);
    for await (const batch of provenEntries(files, asked.tiles(), tree, hashMany)) {
      for (const { path, position, bytes } of batch) {
        if (!asked.has(position)) continue;
        const entry = decodeEntry(bytes, [path, position]);
        order.follow(entry, [path, position]);
        log.entry?.(entry, position, bytes);
        report.entries += 1;
      }
      log.progress?.(report.entries, asked.count);
    }
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    report.issue = error.issues[0] as Issue;
  }
  const { entries, ...rest } = report;
  return { ...rest, checked: { tiles: files.tiles, bundles: files.bundles, entries } };
}

async function refuseUnlessGrown(
  since: VerifiedCheckpoint,
  now: VerifiedCheckpoint,
  tree: ProvenTree,
  hashMany: HashMany,
): Promise<void> {
  const told = {
    since: since.size,
    sinceRoot: toBase64(since.root),
    size: now.size,
    root: toBase64(now.root),
  };
  if (since.size > now.size) refuse("ledger.log-shrunk", ["since", 2], told);
  const proof = await consistencyProof(since.size, now.size, tree.tile, hashMany);
  if (!(await verifyConsistencyProof(since, now, proof, hashMany)))
    refuse("ledger.history-rewritten", ["since", 3], told);
}

interface ProvenEntry {
  readonly path: string;
  readonly position: number;
  readonly bytes: Uint8Array;
}

/** The entries in batches, each with the bundle that it stands in, once their hashes are those of the tree. */
async function* provenEntries(
  files: LogFiles,
  asked: Iterable<Tile>,
  tree: ProvenTree,
  hashMany: HashMany,
): AsyncGenerator<ProvenEntry[]> {
  const prove = async (tiles: Tile[]): Promise<ProvenEntry[]> => {
    const [hashes, bundles] = await Promise.all([
      tree.leaves(tiles),
      Promise.all(tiles.map((tile) => files.bundle(tile))),
    ]);
    const entries = bundles.flatMap(({ path, entries }, i) =>
      entries.map((bytes, within) => ({
        path,
        position: (tiles[i] as Tile).index * TILE_WIDTH + within,
        bytes,
      })),
    );
    const found = await leafHashes(
      entries.map((it) => it.bytes),
      hashMany,
    );
    refuseChanged(entries, found, hashes);
    return entries;
  };
  // The next batch is read while this one is used: over a network, waiting is most of the time.
  let next: Promise<ProvenEntry[]> | null = null;
  for (const tiles of batches(asked)) {
    const current = next;
    next = prove(tiles);
    // If the caller stops at an earlier batch nobody waits for this one; if not, it is awaited below.
    next.catch(() => undefined);
    if (current !== null) yield await current;
  }
  if (next !== null) yield await next;
}

function refuseChanged(
  entries: readonly ProvenEntry[],
  found: Uint8Array,
  proven: readonly Uint8Array[],
): void {
  let offset = 0;
  for (const hashes of proven) {
    const own = found.subarray(offset, offset + hashes.length);
    if (!sameBytes(own, hashes)) {
      let first = 0;
      while (own[first] === hashes[first]) first++;
      const entry = entries[Math.floor((offset + first) / HASH_LENGTH)] as ProvenEntry;
      refuse("ledger.entry-changed", [entry.path, entry.position], { position: entry.position });
    }
    offset += hashes.length;
  }
}

function everyPosition(size: number): [number, number][] {
  return size === 0 ? [] : [[0, size - 1]];
}

function signedTree({ origin, size, root }: VerifiedCheckpoint): SignedTree {
  return { origin, size, root: toHex(root) };
}
