import { createHash } from "node:crypto";
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { District } from "../district/index.ts";
import type { StandingPages } from "../site/index.ts";
import { type Manifest, sha256 } from "./manifest.ts";

/** What is known of the last release: its manifest's hash as the log has it, and the entries that it covers. */
export interface LastRelease {
  readonly manifest: string;
  readonly position: number;
}

/**
 * The pages of records in a published folder that the next release may take over (docs/decisions/0030). Null where it
 * is not sure that they would be made the same again: the folder does not hold the last release, the program is
 * another, to the letter, or the pack is. Each file is still held against the manifest when it is asked for.
 */
export async function standingPages(
  { directory }: Pick<District, "directory">,
  folder: string,
  { manifest: recorded, position }: LastRelease,
  pack: string,
): Promise<StandingPages | null> {
  const made = await makerOf(directory);
  if (made === null || made.manifest !== recorded || made.program !== (await programDigest())) return null;
  const bytes = await bytesOrNull(join(folder, "manifest.json"));
  if (bytes === null || sha256(bytes) !== recorded) return null;
  const manifest = JSON.parse(bytes.toString("utf8")) as Manifest;
  if (manifest.pack !== pack) return null;
  const released = new Map(manifest.files.map((it) => [it.path, it.sha256]));
  return {
    position,
    bytes: async (path) => {
      const found = await bytesOrNull(join(folder, ...path.split("/")));
      return found !== null && sha256(found) === released.get(path) ? found : null;
    },
  };
}

/** Notes which program made a release, so that the next one may take over what it would make the same. */
export async function noteMaker({ directory }: Pick<District, "directory">, manifest: string): Promise<void> {
  const file = makerFile(directory);
  await writeFile(`${file}.next`, `${JSON.stringify({ manifest, program: await programDigest() })}\n`, {
    flush: true,
  });
  await rename(`${file}.next`, file);
}

const schema = z.object({ manifest: z.string(), program: z.string() });

function makerFile(directory: string): string {
  return join(directory, "pages.json");
}

/** What was noted; null where nothing was, or it cannot be read: then everything is made anew, and it is noted again. */
async function makerOf(directory: string): Promise<z.infer<typeof schema> | null> {
  const bytes = await bytesOrNull(makerFile(directory));
  if (bytes === null) return null;
  try {
    return schema.parse(JSON.parse(bytes.toString("utf8")));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

let digest: Promise<string> | null = null;

/**
 * The hash of all that the program is: every file of `src/`, the exact versions that it asks for, and Node's own. A
 * version number would not do: it stays the same while somebody works on the program.
 */
function programDigest(): Promise<string> {
  digest ??= digestOf(fileURLToPath(new URL("..", import.meta.url)));
  return digest;
}

async function digestOf(source: string): Promise<string> {
  const hash = createHash("sha256").update(process.version);
  hash.update(await readFile(join(source, "..", "package.json")));
  const files = (await readdir(source, { recursive: true, withFileTypes: true }))
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name))
    .sort();
  for (const file of files) hash.update(`\n${file.slice(source.length)}\n`).update(await readFile(file));
  return hash.digest("hex");
}

/** A file's bytes; null where there is no such file. */
async function bytesOrNull(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return null;
    throw error;
  }
}
