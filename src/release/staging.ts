import { existsSync, writeFile } from "node:fs";
import { link, lstat, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import { refuse } from "../issue/index.ts";
import type { SiteFile } from "../site/index.ts";
import { type FileFacts, factsOf } from "./manifest.ts";

/**
 * Refuses a folder that holds something else than a release (`release.folder-foreign`): it would be lost. A folder
 * that is not there, or empty, is free.
 */
export async function refuseForeignFolder(folder: string): Promise<void> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  if (names.length > 0 && !names.includes("manifest.json")) refuse("release.folder-foreign", [folder]);
}

/** Files of a release as they came onto the disk. */
export interface Written {
  /** in the order in which they were written */
  readonly files: readonly FileFacts[];
  /** how many have the bytes that the release before had at the same path: they were linked, not written again */
  readonly stayed: number;
}

/**
 * Makes an empty folder beside the one to be published. The old one stays whole until {@link swapFolder}: a crash
 * before its first rename leaves the old one where it was; between its two renames it stands under `.<name>.old`, from
 * which the next run puts it back; after them only that is left over.
 */
export async function stageFolder(folder: string): Promise<string> {
  const staging = beside(folder, "next");
  const old = beside(folder, "old");
  if (!existsSync(folder) && existsSync(old)) await rename(old, folder);
  await rm(staging, { recursive: true, force: true });
  await rm(old, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  return staging;
}

/** Puts what was staged in the place of the published folder. */
export async function swapFolder(folder: string, staging: string): Promise<void> {
  const old = beside(folder, "old");
  await syncFolder(staging);
  if (existsSync(folder)) await rename(folder, old);
  await rename(staging, folder);
  await syncFolder(dirname(folder));
  await rm(old, { recursive: true, force: true });
}

/** Files that are on their way to the disk at once: it is asked for many together sooner than for one after the other. */
const AT_ONCE = 64;

/**
 * Writes files below a folder as they are made, several at once; all are on the disk when it resolves. Where a file of
 * `previous`, the release before, has the same bytes at the same path, it is linked instead: it is on the disk already.
 * Its bytes are read and compared, for somebody may have changed it since it was published.
 */
export async function writeFiles(
  folder: string,
  files: Iterable<SiteFile> | AsyncIterable<SiteFile>,
  previous?: string,
): Promise<Written> {
  const parents = new Map<string, Promise<unknown>>();
  const facts: FileFacts[] = [];
  let stayed = 0;
  const before = previous !== undefined && existsSync(previous) ? previous : null;
  const several = new Several(AT_ONCE);
  for await (const { path, bytes } of files) {
    const parts = path.split("/");
    const target = join(folder, ...parts);
    const parent = dirname(target);
    facts.push(factsOf(path, bytes));
    await several.begin(async () => {
      if (!parents.has(parent)) parents.set(parent, mkdir(parent, { recursive: true }));
      await parents.get(parent);
      if (before !== null && (await linkedAlike(join(before, ...parts), target, bytes))) stayed += 1;
      else await written(target, bytes, { mode: 0o644, flush: true });
    });
  }
  await several.end();
  for (const parent of parents.keys()) await several.begin(() => syncFolder(parent));
  await several.end();
  return { files: facts, stayed };
}

/** Works that go on beside each other, and no more than some at once. */
class Several {
  readonly #most: number;
  readonly #going = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | null = null;

  constructor(most: number) {
    this.#most = most;
  }

  /** Begins a work, once there is room for it. Throws what one before it threw. */
  async begin(work: () => Promise<void>): Promise<void> {
    const going = work()
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#going.delete(going));
    this.#going.add(going);
    // gives those that are ready their turn, too: what makes the next file may never wait for anything else
    await (this.#going.size < this.#most ? setImmediate() : Promise.race(this.#going));
    if (this.#failure !== null) await this.end();
  }

  /** Waits for all. Throws what one of them threw. */
  async end(): Promise<void> {
    await Promise.all(this.#going);
    if (this.#failure !== null) throw this.#failure.error;
  }
}

/** Not that of `node:fs/promises`, which takes an object of its own for each file: there are thousands. */
const written = promisify(writeFile);

/** Whether a plain file with these bytes stood at `from` and stands at `to` now, too; not where no link can be made. */
async function linkedAlike(from: string, to: string, bytes: Uint8Array): Promise<boolean> {
  try {
    const facts = await lstat(from);
    if (!facts.isFile() || facts.size !== bytes.length || !(await readFile(from)).equals(bytes)) return false;
    await link(from, to);
    return true;
  } catch (error) {
    if (NOT_LINKED.has((error as NodeJS.ErrnoException).code ?? "")) return false;
    throw error;
  }
}

/** There is no such file, or the file system makes no links between the two places, or no more to this file. */
const NOT_LINKED: ReadonlySet<string> = new Set([
  "ENOENT",
  "ENOTDIR",
  "EXDEV",
  "EPERM",
  "ENOTSUP",
  "ENOSYS",
  "EMLINK",
]);

/** Every file below a folder, as paths with slashes, in order. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((it) => it.isFile())
    .map((it) =>
      join(it.parentPath, it.name)
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
    )
    .sort();
}

function beside(folder: string, suffix: string): string {
  return join(dirname(folder), `.${basename(folder)}.${suffix}`);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
