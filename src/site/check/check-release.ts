import { type Issue, IssueError, refuse } from "../../issue/index.ts";
import { type Entry, type SignedTree, verifyLog } from "../../ledger/verify/index.ts";
import { files } from "../address.ts";
import { isLogFile, type Manifest } from "../manifest.ts";
import type { checkFigures, FiguresCheck } from "./check-figures.ts";
import { keyOf, provenManifest, sha256 } from "./proven-manifest.ts";
import type { ReleaseFiles } from "./source.ts";

/** What is checked, in this order; each rests on those before it. */
export const STEPS = ["signature", "tree", "growth", "entries", "manifest", "files", "figures"] as const;

export type Step = (typeof STEPS)[number];

/** A release to check with WebCrypto alone: in a browser, or in any program that has it. */
export interface ReleaseToCheck extends ReleaseFiles {
  /** the district's key from elsewhere; without it the release's own is believed */
  readonly verifierKey?: string;
  /** an older checkpoint that the reader kept */
  readonly since?: Uint8Array | string;
  /** which of the manifest's files are read: none, all that are no pages, or every one */
  readonly files: "none" | "data" | "all";
  /** what counts the figures anew (check-figures.ts), where they are to be counted: it is not small */
  readonly figures?: typeof checkFigures;
  /** hears how far a step is: entries, bytes of files, or figures */
  readonly progress?: (step: Step, done: number, of: number) => void;
}

/** What was checked, and the first thing that does not match. Plain data. */
export interface ReleaseCheck {
  /** the key that was believed; empty where there was none */
  readonly verifierKey: string;
  readonly checkpoint: SignedTree | null;
  /** the reader's older checkpoint, once growth from it is proven */
  readonly since: SignedTree | null;
  readonly checked: {
    readonly tiles: number;
    readonly bundles: number;
    readonly entries: number;
    readonly files: number;
    /** of these files */
    readonly bytes: number;
  };
  /** the release that the log ends with, once its manifest is the one whose hash is recorded there */
  readonly release: { readonly number: number; readonly manifest: string } | null;
  /** observations that are what the entries give, and those that rest on what is sealed; null where none were derived */
  readonly figures: Pick<FiguresCheck, "derived" | "sealed"> | null;
  /** the step that does not match; null where everything does */
  readonly failed: Step | null;
  readonly issue: Issue | null;
}

/**
 * Checks a release from its files alone: signature → tree → growth since an older checkpoint → entries → manifest →
 * files → figures. Stops at the first thing that does not match and names it. Rejects where `read` does.
 */
export async function checkRelease(release: ReleaseToCheck): Promise<ReleaseCheck> {
  const found: { -readonly [K in keyof ReleaseCheck]: ReleaseCheck[K] } = {
    verifierKey: release.verifierKey ?? "",
    checkpoint: null,
    since: null,
    checked: { tiles: 0, bundles: 0, entries: 0, files: 0, bytes: 0 },
    release: null,
    figures: null,
    failed: null,
    issue: null,
  };
  let step: Step = "signature";
  try {
    found.verifierKey ||= await keyOf(release.read);
    const recorded: Entry[] = [];
    const counts = new Map<string, number>();
    const log = await verifyLog({
      fetch: (path) => release.read(files.log + path),
      verifierKey: found.verifierKey,
      ...(release.since !== undefined && { since: release.since }),
      entry: (entry) => {
        counts.set(entry.register, (counts.get(entry.register) ?? 0) + 1);
        if (entry.kind === "release") recorded.push(entry);
      },
      progress: (done, of) => release.progress?.("entries", done, of),
    });
    found.checkpoint = log.checkpoint;
    found.since = log.since;
    found.checked = { ...found.checked, ...log.checked };
    if (log.issue !== null) {
      step = stepOf(log.issue, log.checkpoint);
      throw new IssueError([inRelease(log.issue)]);
    }
    step = "manifest";
    const { manifest, hash } = await provenManifest(release.read, recorded.at(-1), log.checkpoint?.size ?? 0);
    found.release = { number: manifest.number, manifest: hash };
    step = "files";
    found.checked = { ...found.checked, ...(await checkFiles(release, manifest)) };
    step = "figures";
    if (release.figures !== undefined)
      found.figures = await countedAnew(release, release.figures, found.verifierKey, counts);
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    found.failed = step;
    found.issue = error.issues[0] as Issue;
  }
  return found;
}

/** Files read at once: as many as a browser asks a server for. */
const FILES_AT_ONCE = 6;

/** The files that were asked for, each against the manifest; and, where that can be known, that there are no others. */
async function checkFiles(
  release: ReleaseToCheck,
  manifest: Manifest,
): Promise<{ files: number; bytes: number }> {
  const wanted = manifest.files.filter(
    (it) => release.files === "all" || (release.files === "data" && !it.path.endsWith(".html")),
  );
  const of = wanted.reduce((sum, it) => sum + it.size, 0);
  let bytes = 0;
  for (let at = 0; at < wanted.length; at += FILES_AT_ONCE) {
    const batch = wanted.slice(at, at + FILES_AT_ONCE);
    const hashes = await Promise.all(
      batch.map(async ({ path }) => {
        const read = await release.read(path);
        return read === null ? refuse("verify.file-missing", [path]) : sha256(read);
      }),
    );
    for (const [i, { path, size, sha256: stated }] of batch.entries()) {
      if (hashes[i] !== stated) refuse("verify.file-altered", [path]);
      bytes += size;
    }
    release.progress?.("files", bytes, of);
  }
  if (release.files === "all") await refuseOthers(release, manifest);
  return { files: wanted.length, bytes };
}

async function refuseOthers({ list }: ReleaseToCheck, manifest: Manifest): Promise<void> {
  const listed = new Set(manifest.files.map((it) => it.path));
  for (const path of (await list?.()) ?? [])
    if (!listed.has(path) && path !== files.manifest && !isLogFile(path))
      refuse("verify.file-foreign", [path]);
}

/** Counts the figures; and that no entry of a register was kept from them, which the whole log tells. */
async function countedAnew(
  { read, progress }: ReleaseToCheck,
  count: typeof checkFigures,
  verifierKey: string,
  inLog: ReadonlyMap<string, number>,
): Promise<ReleaseCheck["figures"]> {
  const { derived, sealed, registers, issue } = await count({
    read,
    verifierKey,
    progress: (what, done, of) => {
      if (what === "figures") progress?.("figures", done, of);
    },
  });
  if (issue !== null) throw new IssueError([issue]);
  for (const [register, read] of Object.entries(registers))
    if (inLog.get(register) !== (read || undefined))
      refuse("verify.summary-altered", [files.registerJson(register)], { register });
  return { derived, sealed };
}

function stepOf({ code, path }: Issue, checkpoint: SignedTree | null): Step {
  if (checkpoint === null) return "signature";
  if (path[0] === "since") return "growth";
  const where = String(path[0]);
  const isTile = where.startsWith("tile/") && !where.startsWith("tile/entries/");
  return isTile || code === "ledger.root-mismatch" ? "tree" : "entries";
}

/** An issue of the log, with its file named as the release has it. */
function inRelease({ path, ...rest }: Issue): Issue {
  const [first, ...others] = path;
  const isFile = typeof first === "string" && (first === "checkpoint" || first.startsWith("tile/"));
  return { ...rest, path: isFile ? [files.log + first, ...others] : path };
}
