import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Changes one file of a published folder; it may be a link to one that must stay. */
export async function tamper(
  folder: string,
  path: string,
  change: (bytes: Uint8Array) => Uint8Array = flip,
): Promise<void> {
  const file = join(folder, path);
  const bytes = new Uint8Array(await readFile(file));
  const changed = change(bytes.slice());
  assert.notDeepEqual(changed, bytes, path);
  await rm(file);
  await writeFile(file, changed);
}

/** Flips the last bit of the byte in the middle. */
export function flip(bytes: Uint8Array): Uint8Array {
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  return bytes;
}

/** The size of the tree that a folder's checkpoint is of. */
export async function sizeIn(folder: string): Promise<number> {
  return Number((await readFile(join(folder, "log", "checkpoint"), "utf8")).split("\n")[1]);
}
