import { existsSync } from "node:fs";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { refuse } from "../issue/index.ts";
import type { SiteFile } from "../site/index.ts";

/**
 * Refuses a folder that holds something else than a release (`release.folder-foreign`): it would be lost. A folder
 * that is not there, or empty, is free.
 */
export async function refuseForeignFolder(folder: string): Promise<void> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  if (names.length > 0 && !names.includes("manifest.json")) refuse("release.folder-foreign", [folder]);
}

/**
 * Replaces a folder by what `fill` writes into an empty one beside it. The old folder stays whole until the
 * new one is on the disk: a crash before the first rename leaves the old one where it was; between the two
 * renames it stands under `.<name>.old`, from which the next run puts it back; after them only that is left over.
 */
export async function replaceFolder(folder: string, fill: (staging: string) => Promise<void>): Promise<void> {
  const staging = beside(folder, "next");
  const old = beside(folder, "old");
  if (!existsSync(folder) && existsSync(old)) await rename(old, folder);
  await rm(staging, { recursive: true, force: true });
  await rm(old, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  await fill(staging);
  await syncFolder(staging);
  if (existsSync(folder)) await rename(folder, old);
  await rename(staging, folder);
  await syncFolder(dirname(folder));
  await rm(old, { recursive: true, force: true });
}

/** Writes files below a folder, each on the disk when it resolves. */
export async function writeFiles(folder: string, files: Iterable<SiteFile>): Promise<void> {
  const made = new Set<string>();
  for (const { path, bytes } of files) {
    const target = join(folder, ...path.split("/"));
    const parent = dirname(target);
    if (!made.has(parent)) {
      await mkdir(parent, { recursive: true });
      made.add(parent);
    }
    const file = await open(target, "w", 0o644);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

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
