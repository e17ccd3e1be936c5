import {
  CellTable,
  type Declarations,
  Derivation,
  differenceOf,
  followPack,
  type IndicatorDefinition,
  isDerivable,
  type Observation,
  observeAgain,
  type PackDefinition,
  registersUnder,
} from "../../indicators/index.ts";
import { type Issue, IssueError, refuse } from "../../issue/index.ts";
import { type Entry, type SignedTree, verifyCheckpoint, verifyLog } from "../../ledger/verify/index.ts";
import { files } from "../address.ts";
import type { Manifest } from "../manifest.ts";
import { keyOf, need, provenManifest, sha256, textOf } from "./proven-manifest.ts";
import type { ReadFile } from "./source.ts";

/** Figures to derive anew from the log, with WebCrypto alone. */
export interface FiguresToCheck {
  readonly read: ReadFile;
  /** ids of indicators; all of the release where it is not given */
  readonly figures?: readonly string[];
  /** the district's key from elsewhere; without it the release's own is believed */
  readonly verifierKey?: string;
  /** hears of every published observation and what the entries give there; null where the public cannot tell */
  readonly place?: (published: Observation, derived: Observation | null) => void;
  /** hears how many entries are read, and then how many figures are counted, of how many */
  readonly progress?: (what: "entries" | "figures", done: number, of: number) => void;
}

/** What was derived, and the first thing that does not match. Plain data. */
export interface FiguresCheck {
  readonly checkpoint: SignedTree | null;
  /** how many entries were read of each register that the figures rest on */
  readonly registers: Readonly<Record<string, number>>;
  /** observations that are what the entries give */
  readonly derived: number;
  /** observations that rest on what is sealed: as they were signed, and no more can be told */
  readonly sealed: number;
  readonly issue: Issue | null;
}

/**
 * Derives figures anew from the entries that they rest on, and compares every published observation: signature →
 * the release's entry → manifest → declarations, positions of entries and published values, each by its hash →
 * entries, each by the tree → records → values. Reads of the log only what it needs. Rejects where `read` does.
 *
 * The positions of a register's entries are believed as they were signed: that no other entry is of that register,
 * only a reading of the whole log shows (check-release.ts). So do the declarations: that they are those that the log
 * put in force, `huimou verify` shows.
 */
export async function checkFigures(asked: FiguresToCheck): Promise<FiguresCheck> {
  const found = {
    checkpoint: null as SignedTree | null,
    registers: {} as Record<string, number>,
    derived: 0,
    sealed: 0,
    issue: null as Issue | null,
  };
  try {
    const release = await openRelease(asked);
    found.checkpoint = release.checkpoint;
    const declarations = followPack(await packOf(release));
    const ids = asked.figures ?? declarations.pack.indicators.map((it) => it.id);
    const indicators = ids.map((id) => indicatorOf(declarations, id));
    const registers = [...new Set(indicators.flatMap((it) => registersUnder(declarations, it)))];
    for (const it of registers) found.registers[it] = 0;
    const derivation = new Derivation(declarations);
    await readEntries(asked, release, registers, (entry, position) => {
      const issues = derivation.add(entry, ["entry", position]);
      if (issues.length > 0) throw new IssueError(issues);
      found.registers[entry.register] = (found.registers[entry.register] ?? 0) + 1;
    });
    const cells = new CellTable(derivation.sums.cells()).inClear();
    for (const [at, { id }] of indicators.entries()) {
      const path = files.figureJson(id);
      const { observations } = JSON.parse(await listed(release, path)) as { observations: Observation[] };
      for (const published of observations) {
        // what a formula was calculated from stays out of the published file
        const { parts: _, ...own } = observeAgain(declarations, cells, published, [path]);
        const derivable = isDerivable(declarations, published, own.former);
        asked.place?.(published, derivable ? own : null);
        if (derivable) refuseOther(published, own, path);
        found[derivable ? "derived" : "sealed"] += 1;
      }
      asked.progress?.("figures", at + 1, indicators.length);
    }
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    found.issue = error.issues[0] as Issue;
  }
  return found;
}

interface OpenRelease {
  readonly read: ReadFile;
  readonly verifierKey: string;
  readonly checkpoint: SignedTree;
  readonly manifest: Manifest;
}

/** The release that the signed log ends with, its manifest proven by the log's last entry. */
async function openRelease({ read, verifierKey: given = "" }: FiguresToCheck): Promise<OpenRelease> {
  const verifierKey = given || (await keyOf(read));
  const checkpoint = await verifyCheckpoint(await read(files.checkpoint), verifierKey);
  const last = checkpoint.size - 1;
  const recorded: Entry[] = [];
  const { issue } = await verifyLog({
    fetch: (path) => read(files.log + path),
    verifierKey,
    only: last < 0 ? [] : [[last, last]],
    entry: (entry) => {
      if (entry.kind === "release") recorded.push(entry);
    },
  });
  if (issue !== null) throw new IssueError([issue]);
  const { manifest } = await provenManifest(read, recorded[0], checkpoint.size);
  return { read, verifierKey, checkpoint, manifest };
}

/** A file's text, once its hash is the one that the manifest has. */
async function listed({ read, manifest }: OpenRelease, path: string): Promise<string> {
  const bytes = await need(read, path);
  const stated = manifest.files.find((it) => it.path === path)?.sha256;
  if ((await sha256(bytes)) !== stated) refuse("verify.file-altered", [path]);
  return textOf(bytes);
}

async function packOf(release: OpenRelease): Promise<PackDefinition> {
  return JSON.parse(await listed(release, files.pack)) as PackDefinition;
}

function indicatorOf(declarations: Declarations, id: string): IndicatorDefinition {
  return (
    declarations.indicators.get(id) ??
    refuse("indicators.indicator-unknown", [id], { indicator: id, near: "—" })
  );
}

/** Hands on the entries of registers, proven by the tree, from the positions that the release states. */
async function readEntries(
  { progress }: FiguresToCheck,
  release: OpenRelease,
  registers: readonly string[],
  take: (entry: Entry, position: number) => void,
): Promise<void> {
  const runs: (readonly [number, number])[] = [];
  for (const name of registers) {
    const stated = JSON.parse(await listed(release, files.registerJson(name))) as { runs: typeof runs };
    runs.push(...stated.runs);
  }
  const wanted = new Set(registers);
  const { issue } = await verifyLog({
    fetch: (path) => release.read(files.log + path),
    verifierKey: release.verifierKey,
    only: runs.sort(([a], [b]) => a - b),
    entry: (entry, position) => {
      if (!wanted.has(entry.register))
        refuse("verify.summary-altered", [files.registerJson(entry.register), position], {
          register: entry.register,
        });
      take(entry, position);
    },
    progress: (done, of) => progress?.("entries", done, of),
  });
  if (issue !== null) throw new IssueError([issue]);
}

/** Refuses an observation that says in any way something else than what was derived; names the first such member. */
function refuseOther(published: Observation, own: Observation, path: string): void {
  const difference = differenceOf(published, own);
  if (difference === null) return;
  const { area, period, breakdown } = published;
  const place = [area, period, ...Object.entries(breakdown).map(([name, value]) => `${name}=${value}`)];
  const { member, ...values } = difference;
  refuse("verify.observation-altered", [path, place.join(" "), member], values);
}
