import { mkdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { listFiles } from "../src/release/index.ts";
import { secondsOf } from "./measure.ts";

/** Files on their way to the disk at once. */
const AT_ONCE = 16;

/**
 * Seconds to put the bytes of a published folder on the disk once more, each file synced, and nothing else: reading
 * them and making the folders is not counted. No release of these files can be quicker on this machine.
 */
export async function bareWriting(folder: string, target: string): Promise<number> {
  const paths = await listFiles(folder);
  const files = paths.map((path) => [join(target, path), readFileSync(join(folder, path))] as const);
  for (const parent of new Set(files.map(([path]) => dirname(path)))) mkdirSync(parent, { recursive: true });
  const left = files.values();
  const work = async () => {
    for (const [path, bytes] of left) await writeFile(path, bytes, { flush: true });
  };
  return secondsOf(() => Promise.all(Array.from({ length: AT_ONCE }, work)));
}
