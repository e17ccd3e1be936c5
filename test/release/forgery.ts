import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  decodeBundle,
  decodeEntry,
  type Entry,
  emptyEdge,
  encodeEntry,
  grow,
  type Keys,
  leafHashes,
  nodeHashMany,
  rootOf,
  signCheckpoint,
  type TileSource,
  toHex,
  writeLog,
  writeNote,
} from "../../src/ledger/index.ts";
import { logOfEntries } from "../../src/release/edition-log.ts";
import { factsOf, type Manifest, manifestBytes, manifestOf, sha256 } from "../../src/release/manifest.ts";
import { editionFile } from "../../src/release/write-site.ts";
import { buildSite, type Edition, type SiteFile } from "../../src/site/index.ts";
import { program } from "./made-up-release.ts";

/** What an operator who holds the signing key makes of a published folder. */
export interface Forgery {
  /** another edition, from which pages and manifest are made anew */
  readonly edition?: (edition: Edition) => unknown;
  /** pages that fit, for what is not found before pages are looked at; they take long to make */
  readonly pages?: true;
  /** other files than the edition gives, which the manifest lists all the same */
  readonly files?: (files: SiteFile[]) => SiteFile[];
  /** another manifest, recorded all the same */
  readonly manifest?: (manifest: Manifest) => unknown;
  /** another history: the entries before the last release's own */
  readonly entries?: (entries: Entry[]) => Entry[];
  /** leaves log and signature as they were */
  readonly unrecorded?: true;
}

/**
 * Rewrites a published folder as consistently as the key's holder can: pages, manifest, the release's entry in the
 * log, tiles and signed checkpoint all agree with each other.
 */
export async function forge(folder: string, keys: Keys, forgery: Forgery): Promise<void> {
  const text = (path: string) => readFile(join(folder, path), "utf8");
  const old = JSON.parse(await text("manifest.json")) as Manifest;
  const entries = await entriesOf(folder);
  const own = entries.pop() as Entry;
  const history = forgery.entries?.(structuredClone(entries)) ?? entries;
  const covered = Number(own.fields?.position);
  const published = JSON.parse(await text("data/edition.json")) as Edition;
  const rootAt = (position: number) => rootOver(history.slice(0, position));
  const rerooted: Edition = {
    ...published,
    root: await rootAt(covered),
    predecessors: await Promise.all(
      published.predecessors.map(async (it) => ({ ...it, root: await rootAt(it.position) })),
    ),
  };
  const edition = (forgery.edition?.(structuredClone(rerooted)) ?? rerooted) as Edition;

  const pages =
    forgery.pages || forgery.files
      ? await Array.fromAsync(buildSite(edition, logOfEntries(history.map((entry) => ({ entry })))))
      : [];
  const built = [...pages, editionFile(edition)];
  const files = forgery.files?.(built) ?? built;
  const facts = files.map(({ path, bytes }) => factsOf(path, bytes));
  const listed = await manifestOf(edition, facts, program);
  const manifest = (forgery.manifest?.(structuredClone(listed)) ?? listed) as Manifest;
  for (const { path } of old.files) await rm(join(folder, path));
  for (const { path, bytes } of [...files, { path: "manifest.json", bytes: manifestBytes(manifest) }]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  if (forgery.unrecorded) return;
  const release = { ...own, fields: { ...own.fields, manifest: sha256(manifestBytes(manifest)) } };
  await rm(join(folder, "log"), { recursive: true });
  await writeSigned(join(folder, "log"), keys, [...history, release]);
}

async function entriesOf(folder: string): Promise<Entry[]> {
  const size = Number((await readFile(join(folder, "log", "checkpoint"), "utf8")).split("\n")[1]);
  const bundle = await readFile(join(folder, "log", "tile", "entries", "000.p", String(size)));
  return decodeBundle(bundle, size, []).map((bytes) => decodeEntry(bytes));
}

async function rootOver(entries: readonly Entry[]): Promise<string> {
  const leaves = await leafHashes(
    entries.map((it) => encodeEntry(it)),
    nodeHashMany,
  );
  return toHex(await rootOf((await grow(emptyEdge, leaves, nodeHashMany)).edge, nodeHashMany));
}

/** Writes and signs a log of fewer than 256 entries, whatever was signed before. */
async function writeSigned(folder: string, keys: Keys, entries: readonly Entry[]): Promise<void> {
  const bytes = entries.map((it) => encodeEntry(it));
  const hashes = await leafHashes(bytes, nodeHashMany);
  const { edge } = await grow(emptyEdge, hashes, nodeHashMany);
  const root = await rootOf(edge, nodeHashMany);
  const tiles: TileSource = async ({ width }) => hashes.subarray(0, width * 32);
  const tree = { origin: keys.signer.key.name, size: entries.length, root };
  await writeLog(folder, entries.length, {
    tiles,
    entries: async (from, to) => bytes.slice(from, to),
    checkpoint: writeNote(await signCheckpoint(tree, keys.signer)),
    verifierKey: keys.verifierKey,
  });
}
