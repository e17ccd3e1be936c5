import { glob, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { run } from "node:test";
import { inspect } from "node:util";

/** What came of the tests. */
export interface Tally {
  passed: number;
  failed: number;
  /** skipped or marked as still to do: a run that leaves tests out has not passed */
  left: number;
}

/**
 * The test files at some paths below `root`, each a file, a pattern or a folder; all there are without any. Throws for a path that
 * has none.
 */
export async function testFiles(root: string, paths: readonly string[]): Promise<string[]> {
  const files = new Set<string>();
  for (const path of paths.length === 0 ? ["test", "districts"] : paths) {
    const folder = await stat(join(root, path)).then(
      (it) => it.isDirectory(),
      () => false,
    );
    const found = await Array.fromAsync(glob(folder ? `${path}/**/*.test.ts` : path, { cwd: root }));
    if (found.length === 0) throw new Error(`${path} has no test files`);
    for (const file of found) files.add(file);
  }
  return [...files].sort();
}

/**
 * Runs test files, each in a process of its own, and writes one line for each file, and for a test that
 * failed where it stands and why. What tests print is shown where their file fails.
 */
export async function runTests(
  root: string,
  files: readonly string[],
  write: (text: string) => void,
  signal: AbortSignal,
): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0, left: 0 };
  const printed = new Map<string, string>();
  const nameOf = (name: string, file: string) => (name === file ? "the file itself" : name);
  const stream = run({
    cwd: root,
    files: files.map((file) => `${root}/${file}`),
    concurrency: availableParallelism(),
    timeout: 600_000,
    signal,
  });
  stream.on("test:pass", ({ name, details, skip, todo, file = "" }) => {
    if (details.type === "suite") return;
    // Node counts a file that ran and held no test as one test, named for it
    const reason = name === file ? "no test in it" : skip || todo;
    if (reason) {
      tally.left += 1;
      write(`  ﹣ left out: ${nameOf(name, file)} (${relative(root, file)}) ${reason}\n`);
    } else tally.passed += 1;
  });
  stream.on("test:fail", ({ name, details, file = "", line = 1 }) => {
    const { error } = details;
    // a suite, or a file, fails with the tests in it, which are told themselves
    if ("failureType" in error && error.failureType === "subtestsFailed") return;
    tally.failed += 1;
    const why = name === file ? (printed.get(file) ?? "its process failed") : inspect(error.cause ?? error);
    write(`\n  ✖ ${nameOf(name, file)}\n    ${relative(root, file)}:${line}\n${indented(why)}\n\n`);
  });
  for (const event of ["test:stdout", "test:stderr"] as const) {
    stream.on(event, ({ file, message }) => printed.set(file, (printed.get(file) ?? "") + message));
  }
  stream.on("test:summary", ({ file, counts, duration_ms, success }) => {
    if (file === undefined) return;
    const tests = `${counts.tests} ${counts.tests === 1 ? "test" : "tests"}`;
    write(`${success ? "✔" : "✖"} ${relative(root, file)}  ${tests}  ${(duration_ms / 1000).toFixed(1)} s\n`);
    if (!success && printed.has(file)) write(`${indented(printed.get(file) ?? "")}\n`);
  });
  for await (const _ of stream);
  return tally;
}

function indented(text: string): string {
  return text.trimEnd().replaceAll(/^/gm, "    ");
}
