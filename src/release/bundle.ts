import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, mkdtemp, open, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { extract, pack } from "tar-stream";
import { IssueError, issue, refuse } from "../issue/index.ts";
import type { Edition } from "../site/index.ts";
import { logOfFolder } from "./edition-log.ts";
import { manifestBytes, manifestOf, sha256 } from "./manifest.ts";
import { listFiles, refuseForeignFolder, stageFolder, swapFolder, writeFiles } from "./staging.ts";
import { writeSite } from "./write-site.ts";

/** What a bundle holds of a release: all that the rest can be built from again. */
const kept = (path: string) =>
  path === "manifest.json" || path === "data/edition.json" || path.startsWith("log/");

/**
 * Writes the portable bundle of a published release: a tar file of its manifest, edition and log. Two bundles of
 * one release are equal byte for byte.
 */
export async function writeBundle(folder: string, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const tar = pack();
  const next = join(dirname(file), `.${basename(file)}.next`);
  const written = pipeline(tar, createWriteStream(next));
  for (const path of (await listFiles(folder)).filter(kept)) {
    const bytes = await readFile(join(folder, path));
    const header = { name: path, size: bytes.length, mode: 0o644, mtime: new Date(0), uid: 0, gid: 0 };
    await new Promise<void>((resolve, reject) => {
      tar.entry(header, bytes, (error) => (error ? reject(error) : resolve()));
    });
  }
  tar.finalize();
  await written;
  const handle = await open(next);
  await handle.sync();
  await handle.close();
  await rename(next, file);
}

/**
 * Builds the site of a bundle into a folder, without ledger or network: byte for byte the one that was released,
 * or refused (`release.bundle-differs`) naming the first file that this program builds otherwise.
 */
export async function releaseFromBundle(
  file: string,
  out: string,
): Promise<{ edition: Edition; files: number }> {
  await stat(file).catch(() => refuse("release.bundle-missing", [file]));
  await refuseForeignFolder(out);
  await mkdir(dirname(out), { recursive: true });
  const unpacked = await mkdtemp(join(dirname(out), ".bundle-"));
  try {
    await unpack(file, unpacked);
    const published = await partOf(file, unpacked, "manifest.json");
    const kept = await partOf(file, unpacked, "data/edition.json");
    await partOf(file, unpacked, "log/checkpoint");
    const manifest = jsonOf(file, "manifest.json", published) as {
      program: string;
      files: { path: string; sha256: string }[];
    };
    const listed = manifest.files.find((it) => it.path === "data/edition.json")?.sha256;
    if (sha256(kept) !== listed) refuse("release.bundle-damaged", [file, "data/edition.json"]);
    const edition = jsonOf(file, "data/edition.json", kept) as Edition;
    // the log is one entry longer than what the edition covers
    const log = logOfFolder(join(unpacked, "log"), edition.position + 1);
    const staging = await stageFolder(out);
    const { files } = await writeSite(staging, edition, log, { previous: out });
    const built = manifestBytes(await manifestOf(edition, files, manifest.program));
    if (sha256(built) !== sha256(published)) {
      await rm(staging, { recursive: true });
      const own = new Map(files.map((it) => [it.path, it.sha256]));
      const differing = manifest.files.find((it) => own.get(it.path) !== it.sha256)?.path ?? "manifest.json";
      throw new IssueError([
        issue("release.bundle-differs", [file, differing], { program: manifest.program }),
      ]);
    }
    await writeFiles(staging, [{ path: "manifest.json", bytes: published }]);
    await rename(join(unpacked, "log"), join(staging, "log"));
    await swapFolder(out, staging);
    return { edition, files: files.length };
  } finally {
    await rm(unpacked, { recursive: true, force: true });
  }
}

function partOf(file: string, folder: string, path: string): Promise<Buffer> {
  return readFile(join(folder, path)).catch(() => refuse("release.bundle-damaged", [file, path]));
}

function jsonOf(file: string, path: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return refuse("release.bundle-damaged", [file, path]);
  }
}

async function unpack(file: string, folder: string): Promise<void> {
  const tar = extract();
  const reading = pipeline(createReadStream(file), tar);
  // it is waited for below; until then its failure is that of the parts that it gives
  reading.catch(() => {});
  try {
    for await (const entry of tar) {
      const { name, type } = entry.header;
      const plain = type === "file" && kept(name) && !name.split("/").includes("..");
      if (!plain) refuse("release.bundle-damaged", [file, name]);
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      await writeFiles(folder, [{ path: name, bytes: Buffer.concat(chunks) }]);
    }
    await reading;
  } catch (error) {
    // what the system refuses is no fault of the bundle
    if (error instanceof IssueError || (error instanceof Error && "syscall" in error)) throw error;
    refuse("release.bundle-damaged", [file]);
  }
}
