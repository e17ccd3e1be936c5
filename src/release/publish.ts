import { type District, pastReleases, releaseFields, releaseRegister } from "../district/index.ts";
import { type Issue, refuse } from "../issue/index.ts";
import { encodeEntry, putPending } from "../ledger/index.ts";
import type { Edition, StandingPages } from "../site/index.ts";
import { composeEdition, sentencesOf } from "./compose.ts";
import { logOfDistrict } from "./edition-log.ts";
import { gather, type Place } from "./gather.ts";
import { type Manifest, manifestBytes, manifestOf, packHash, sha256 } from "./manifest.ts";
import type { PastRelease } from "./source.ts";
import { refuseForeignFolder, stageFolder, swapFolder, writeFiles } from "./staging.ts";
import { noteMaker, standingPages } from "./standing-pages.ts";
import { writeSite } from "./write-site.ts";

/** A release, or everything that stops it. */
export interface Released {
  readonly edition: Edition | null;
  readonly manifest: Manifest | null;
  /** whether the ledger held this very release already */
  readonly repeated: boolean;
  readonly files: number;
  /** how many of them are as the release before had them, and were not written again */
  readonly stayed: number;
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
}

/** Told of each step as it begins. */
export type Stage = "integrate" | "compose" | "build" | "record" | "sign";

/** What a release is made with. */
export interface ReleaseOptions {
  /** folder to publish into: replaced as a whole; refused where it holds something else than a release */
  readonly out: string;
  /** version of the program, for the manifest */
  readonly program: string;
  readonly onStage?: (stage: Stage) => void;
  /** how many threads build it, where not as many as there are cores and work for; no more than two are used */
  readonly threads?: number;
  /** told of each page's path below the release once it is made, before it is written */
  readonly onPage?: (path: string) => void;
}

/**
 * Publishes what the ledger holds: reconciles, holds the reports against the records, builds the site, records
 * the manifest's hash as the next entry, and signs. Where nothing was appended since the last release and all
 * else is the same, it is that release again, byte for byte.
 *
 * Order of durable writes: pages and data files, into a folder beside the published one; the `release` entry and its
 * row, in one transaction; then manifest and log, its checkpoint last of all; then the swap. A crash before the second
 * leaves a folder that the next run takes away; after it, a recorded release that is not published: the next run
 * publishes the same.
 */
export async function release(district: District, options: ReleaseOptions): Promise<Released> {
  const stage = options.onStage ?? (() => {});
  district.refuseChangedPack();
  await refuseForeignFolder(options.out);
  stage("integrate");
  const { size } = await district.ledger.integrate();
  const past = (await pastReleases(district)).map(({ body, manifest }, at, { length }) => ({
    past: pastOf(body, at >= length - 2),
    manifest,
  }));
  const log = logOfDistrict(district);
  for (const place of places(size, past)) {
    stage("compose");
    const { edition, issues, warnings } = await composeEdition(
      await gather(
        district,
        place,
        past.map((it) => it.past),
      ),
    );
    if (edition === null)
      return { edition, manifest: null, repeated: false, files: 0, stayed: 0, issues, warnings };
    stage("build");
    const staging = await stageFolder(options.out);
    const standing = await standingBefore(district, options.out, past.at(-1), edition);
    const { files, stayed } = await writeSite(staging, edition, log, {
      standing,
      previous: options.out,
      ...options,
    });
    const manifest = await manifestOf(edition, files, options.program);
    const hash = sha256(manifestBytes(manifest));
    const before = past.find((it) => it.past.number === place.number);
    if (before !== undefined && before.manifest !== hash) continue;
    if (before === undefined) {
      stage("record");
      await record(district, edition, hash);
    }
    stage("sign");
    await publish(district, manifest, staging, options.out);
    await noteMaker(district, hash);
    const repeated = before !== undefined;
    return { edition, manifest, repeated, files: files.length, stayed, issues, warnings };
  }
  throw new Error("a release has a place of its own");
}

/** What was kept of a release: its values and sentences for the last two alone, for a release is compared with one before. */
function pastOf(body: string, isCompared: boolean): PastRelease {
  const past = JSON.parse(body) as PastRelease;
  return isCompared ? past : { ...past, observations: [], sentences: {}, revisions: [] };
}

/** The last release's place where nothing but its own entry followed it, then a new one. */
function places(size: number, past: readonly { past: PastRelease }[]): Place[] {
  const last = past.at(-1)?.past;
  const next = { number: (last?.number ?? 0) + 1, position: size };
  return last !== undefined && last.position + 1 === size
    ? [{ number: last.number, position: last.position }, next]
    : [next];
}

/** What the new release may take over from the last one, if there was one. */
function standingBefore(
  district: District,
  out: string,
  last: { readonly past: PastRelease; readonly manifest: string } | undefined,
  { pack }: Edition,
): Promise<StandingPages | null> {
  if (last === undefined) return Promise.resolve(null);
  const { manifest, past } = last;
  return standingPages(district, out, { manifest, position: past.position }, packHash(pack));
}

async function record(district: District, edition: Edition, manifest: string): Promise<void> {
  const { code, store, clock } = district;
  const recorded = clock().toISOString();
  const past: PastRelease = {
    number: edition.number,
    position: edition.position,
    root: edition.root,
    recorded: edition.recorded,
    observations: edition.figures.flatMap((it) => it.observations.map(({ parts: _, ...rest }) => rest)),
    sentences: sentencesOf(edition),
    revisions: edition.revisions,
  };
  const body = JSON.stringify(past);
  const entry = encodeEntry({
    v: 1,
    register: releaseRegister,
    record: String(edition.number),
    kind: "release",
    version: 0,
    at: recorded.slice(0, 10),
    recorded,
    actor: "huimou release",
    fields: releaseFields({ manifest, position: edition.position, body }),
  });
  await store.transaction(async (tx) => {
    await tx.lockDistrict(code);
    const taken = await tx.db
      .selectFrom("release")
      .select("number")
      .where("district", "=", code)
      .where("number", ">=", edition.number)
      .execute();
    if (taken.length > 0) refuse("release.overtaken", []);
    await tx.insert(
      "release",
      ["district", "number", "position", "manifest", "body"],
      [[code, edition.number, edition.position, manifest, body]],
    );
    await putPending(tx, code, { entries: [entry], cells: [] });
  });
  await district.ledger.integrate();
}

async function publish(district: District, manifest: Manifest, staging: string, out: string): Promise<void> {
  await writeFiles(staging, [{ path: "manifest.json", bytes: manifestBytes(manifest) }]);
  const { size, earlier } = await sizesWith(district, manifest.number);
  await district.ledger.writeLog(`${staging}/log`, size, { previous: `${out}/log`, earlier });
  await swapFolder(out, staging);
}

/** Size of the log that ends with a release's own entry, and its sizes at the releases before. */
async function sizesWith(
  { store, code }: District,
  number: number,
): Promise<{ size: number; earlier: number[] }> {
  const rows = await store.db
    .selectFrom("entry")
    .select(["record", "position"])
    .where("district", "=", code)
    .where("register", "=", releaseRegister)
    .execute();
  const sizes = new Map(rows.map((it) => [Number(it.record), it.position + 1]));
  const size = sizes.get(number);
  if (size === undefined) throw new Error(`release ${number} has no entry`);
  return { size, earlier: [...sizes.values()].filter((it) => it < size).sort((a, b) => a - b) };
}
