import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";

/** Makes a file that must not be there yet, with that mode; its bytes are on disk when it resolves. */
export async function writeNewFile(path: string, content: string | Uint8Array, mode: number): Promise<void> {
  const file = await open(path, "wx", mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Puts a file in the place of another: whoever reads sees the old content or the new one, never a part.
 * `mode` is that of the new file.
 */
export async function replaceFile(path: string, content: string | Uint8Array, mode: number): Promise<void> {
  const next = `${path}.next`;
  const file = await open(next, "w", mode);
  try {
    // A crash up to here leaves the old file, and a .next that the next write overwrites.
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  // A crash before the folder is synced may bring the old file back: whole, too.
  await rename(next, path);
  await syncFolder(dirname(path));
}

/** Makes the names in a folder durable: files made, renamed and removed in it. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
