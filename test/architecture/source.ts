import { glob, readFile } from "node:fs/promises";
import { dirname, join, posix, resolve } from "node:path";

/** Where the project stands. */
export const root = resolve(import.meta.dirname, "../..");

/** One import, export-from or dynamic import: the file that has it, and what it names as it is written. */
export interface Import {
  readonly file: string;
  readonly name: string;
  /** whether it is gone when the program runs: `import type` */
  readonly typeOnly: boolean;
}

/** The project's files at some patterns, paths from its root, sorted. */
export async function filesAt(...patterns: readonly string[]): Promise<string[]> {
  const entries = await Array.fromAsync(glob(patterns, { cwd: root, withFileTypes: true }));
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => posix.relative(root, join(entry.parentPath, entry.name))).sort();
}

/** A file's text. */
export function textOf(file: string): Promise<string> {
  return readFile(join(root, file), "utf8");
}

/** What a file imports. */
export async function importsOf(file: string): Promise<Import[]> {
  const text = await textOf(file);
  return statements
    .flatMap((form) => [...text.matchAll(form)])
    .map(([statement, name]) => ({
      file,
      name: name as string,
      typeOnly: /^(import|export)\s+type\b/.test(statement),
    }));
}

/** The file that a relative import names, from the project's root. */
export function targetOf({ file, name }: Import): string {
  return posix.join(dirname(file), name);
}

/** `import … from "x"`, `export … from "x"`, `import "x"`, `import("x")` and `import.meta.resolve("x")`. */
const statements = [
  /^(?:import|export)\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\w+(?:\s*,\s*\{[^}]*\})?|\{[^}]*\})\s+from\s+"([^"]+)"/gm,
  /^import\s+"([^"]+)"/gm,
  /\bimport\(\s*"([^"]+)"/g,
  /\bimport\.meta\.resolve\(\s*"([^"]+)"/g,
];
