import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

/** A Chromium for the tests: its path, and how to call it when it is told of. */
export interface Chromium {
  readonly path: string;
  readonly origin: string;
}

/**
 * Finds a Chromium that starts: at `CHROME_PATH`, else the machine's own or, without one or with
 * `HUIMOU_TEST_BINARIES=npm`, the one of the npm package `@sparticuz/chromium`, unpacked into `folder`.
 * Throws one line where none can be had.
 */
export async function findChromium(folder: string, env: NodeJS.ProcessEnv): Promise<Chromium> {
  const packaged = env.HUIMOU_TEST_BINARIES === "npm";
  if (env.CHROME_PATH && !packaged) {
    return { path: env.CHROME_PATH, origin: `${await versionOf(env.CHROME_PATH)} at CHROME_PATH` };
  }
  const path = packaged ? undefined : installedChromium(env.PATH ?? "");
  if (path !== undefined) return { path, origin: `${await versionOf(path)} at ${path}` };
  return packagedChromium(folder, env);
}

function installedChromium(path: string): string | undefined {
  return path
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((file) => existsSync(file));
}

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

async function packagedChromium(folder: string, env: NodeJS.ProcessEnv): Promise<Chromium> {
  const unpacked = join(folder, "chromium");
  await mkdir(unpacked);
  // The package unpacks to the system's temporary folder, and adds the libraries that a bare machine lacks
  // only where it believes to be in the cloud; a process of its own keeps both from the tests.
  const script = `process.stdout.write(await (await import("@sparticuz/chromium")).default.executablePath())`;
  const { stdout: binary } = await run(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: import.meta.dirname,
    env: { ...env, TMPDIR: unpacked, AWS_LAMBDA_JS_RUNTIME: "nodejs24.x" },
  }).catch((error: unknown) => {
    throw new Error("no Chromium was found, and npm has not installed @sparticuz/chromium: set CHROME_PATH", {
      cause: error,
    });
  });
  const withLibraries = join(unpacked, "chromium-with-libraries");
  const settings = [`LD_LIBRARY_PATH='${join(unpacked, "al2023", "lib")}'`];
  if (!existsSync("/etc/fonts")) settings.push(`FONTCONFIG_PATH='${join(unpacked, "fonts")}'`);
  await writeFile(withLibraries, `#!/bin/sh\n${settings.join(" ")} exec '${binary}' "$@"\n`, { mode: 0o755 });
  const path = (await starts(binary)) ? binary : withLibraries;
  return { path, origin: `${await versionOf(path)} of @sparticuz/chromium` };
}

async function starts(path: string): Promise<boolean> {
  return run(path, ["--version"]).then(
    () => true,
    () => false,
  );
}

async function versionOf(path: string): Promise<string> {
  const { stdout } = await run(path, ["--version"]).catch((error: unknown) => {
    const reason = String(error).trim().split("\n").at(-1);
    throw new Error(`the Chromium at ${path} does not start: ${reason}`, { cause: error });
  });
  return stdout.trim();
}

const run = promisify(execFile);
