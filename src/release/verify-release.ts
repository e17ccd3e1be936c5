import type { Verification } from "../district/index.ts";
import { type Issue, IssueError, issue } from "../issue/index.ts";
import { type Entry, nodeHashMany, type TileSource, tileAt, tilePath } from "../ledger/index.ts";
import { verifyLog } from "../ledger/verify/index.ts";
import { type Edition, isLogFile, type PlacedEntry } from "../site/index.ts";
import { checkPlace } from "./check-facts.ts";
import { logOfEntries } from "./edition-log.ts";
import { Evidence } from "./evidence.ts";
import { type Manifest, observationTree, sha256 } from "./manifest.ts";
import { releaseFiles } from "./write-site.ts";

/** A release to verify: a folder or a web address behind one argument. */
export interface ReleaseToVerify {
  /** a file by its path below the release, null where there is none */
  readonly read: (path: string) => Promise<Uint8Array | null>;
  /** every path below the release, where that can be known */
  readonly list?: () => Promise<readonly string[]>;
  /** the district's key from elsewhere; without it the release's own is believed */
  readonly verifierKey?: string;
  /** an older checkpoint that the reader kept */
  readonly since?: Uint8Array;
  /** version of this program: pages are built anew and compared where it is the one that wrote them */
  readonly program: string;
  readonly onProgress?: (step: string, done: number, total: number) => void;
}

/** What was verified, the first thing that does not match, and what the public cannot verify. */
export interface ReleaseVerification extends Verification {
  /** the key that was believed */
  readonly verifierKey: string;
  /** observations that rest on sealed registers: vouched for by the district, not re-derived */
  readonly sealed: number;
  /** those of them that the release withholds, because they tell of too few records or would tell of such */
  readonly withheld: number;
  readonly pagesRebuilt: boolean;
}

/**
 * Verifies a release from its files alone: signature → checkpoint → tiles → entries → manifest → declarations →
 * records → observations → rules → revisions → report → files and pages. Names the first thing that does not match.
 */
export async function verifyRelease(release: ReleaseToVerify): Promise<ReleaseVerification> {
  const checked: Record<string, number> = {};
  const found = { verifierKey: release.verifierKey ?? "", sealed: 0, withheld: 0, pagesRebuilt: false };
  const step = (name: string, done: number, total = done) => {
    checked[name] = done;
    release.onProgress?.(name, done, total);
  };
  try {
    const own = text(await need(release, "log/vkey")).trim();
    found.verifierKey = release.verifierKey ?? own;
    const log = new LogContent();
    const report = await verifyLog({
      fetch: (path) => release.read(`log/${path}`),
      verifierKey: found.verifierKey,
      ...(release.since && { since: release.since }),
      entry: (entry, position) => log.add(entry, position),
      progress: (done, size) => step("entries", done, size),
      hashMany: nodeHashMany,
    });
    if (report.issue !== null) return { checked, issue: report.issue, ...found };
    step("tiles", report.checked.tiles);
    const { manifest, edition } = await manifestAndEdition(release, log);
    await checkPlace(
      edition,
      manifest,
      { entries: log.entries, number: log.release?.number ?? "", verifierKey: found.verifierKey },
      publishedTiles(release, report.checkpoint?.size ?? 0),
    );
    step("observations in the manifest", (await observationsAsPublished(manifest, edition)).count);
    const evidence = new Evidence(edition, log.entries);
    step("declarations", evidence.checkDeclarations());
    step("records", evidence.checkRecords());
    const { derived, sealed, withheld } = evidence.checkObservations();
    step("observations", derived);
    found.sealed = sealed;
    found.withheld = withheld;
    step("rules", evidence.checkRules());
    step("revisions", await evidence.checkRevisions());
    step("bindings", await evidence.checkReports());
    step("files", await checkFiles(release, manifest, edition, log.entries));
    found.pagesRebuilt = manifest.program === release.program;
    return { checked, issue: null, ...found };
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return { checked, issue: error.issues[0] as Issue, ...found };
  }
}

/** What the log holds, once proven: the last release's entry, and the entries that it covers. */
class LogContent {
  readonly entries: { entry: Entry; position: number }[] = [];
  release: { number: string; manifest: string; position: number } | null = null;

  add(entry: Entry, position: number): void {
    this.entries.push({ entry, position });
    if (entry.kind === "release")
      this.release = {
        number: entry.record,
        manifest: String(entry.fields?.manifest),
        position: Number(entry.fields?.position),
      };
  }
}

/** The manifest whose hash stands in the log, and the edition whose hash stands in the manifest. */
async function manifestAndEdition(
  release: ReleaseToVerify,
  log: LogContent,
): Promise<{ manifest: Manifest; edition: Edition }> {
  const bytes = await need(release, "manifest.json");
  const recorded = log.release;
  if (recorded === null) return refuse("verify.release-unrecorded", ["manifest.json"], {});
  const hash = sha256(bytes);
  if (hash !== recorded.manifest)
    refuse("verify.manifest-altered", ["manifest.json"], { found: hash, recorded: recorded.manifest });
  const manifest = JSON.parse(text(bytes)) as Manifest;
  const path = "data/edition.json";
  const edition = await need(release, path);
  const listed = manifest.files.find((it) => it.path === path)?.sha256;
  if (sha256(edition) !== listed) refuse("verify.file-altered", [path], {});
  log.entries.length = Math.min(log.entries.length, recorded.position);
  return { manifest, edition: JSON.parse(text(edition)) as Edition };
}

/** The tiles of smaller trees, read from those of the published one. */
function publishedTiles(release: ReleaseToVerify, size: number): TileSource {
  return async ({ level, index }) => {
    const tile = tileAt(level, index, size);
    if (tile === null) return refuse("verify.manifest-altered", ["manifest.json", "checkpoint"], {});
    return need(release, `log/${tilePath(tile)}`);
  };
}

async function observationsAsPublished(
  manifest: Manifest,
  edition: Edition,
): Promise<Manifest["observations"]> {
  const tree = await observationTree(edition);
  if (tree.root !== manifest.observations.root || tree.count !== manifest.observations.count)
    refuse("verify.observations-altered", ["data/edition.json"], {});
  return tree;
}

/** Every file against the manifest; every page against what the edition gives, where this program wrote it. */
async function checkFiles(
  release: ReleaseToVerify,
  manifest: Manifest,
  edition: Edition,
  entries: readonly PlacedEntry[],
): Promise<number> {
  for (const { path, sha256: expected } of manifest.files) {
    const bytes = await release.read(path);
    if (bytes === null) refuse("verify.file-missing", [path], {});
    else if (sha256(bytes) !== expected) refuse("verify.file-altered", [path], {});
  }
  const listed = new Set(manifest.files.map((it) => it.path));
  for (const path of (await release.list?.()) ?? [])
    if (!listed.has(path) && path !== "manifest.json" && !isLogFile(path))
      refuse("verify.file-foreign", [path], {});
  if (manifest.program === release.program) {
    const built = new Map<string, string>();
    for await (const it of releaseFiles(edition, logOfEntries(entries))) built.set(it.path, sha256(it.bytes));
    for (const { path, sha256: published } of manifest.files)
      if (built.get(path) !== published) refuse("verify.page-differs", [path], {});
    for (const path of built.keys()) if (!listed.has(path)) refuse("verify.page-missing", [path], {});
  }
  return manifest.files.length;
}

async function need(release: ReleaseToVerify, path: string): Promise<Uint8Array> {
  return (await release.read(path)) ?? refuse("verify.file-missing", [path], {});
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function refuse(code: Issue["code"], path: Issue["path"], params: Issue["params"]): never {
  throw new IssueError([issue(code, path, params)]);
}
