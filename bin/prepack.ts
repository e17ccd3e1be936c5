/**
 * What `npm pack` adds to the package: the reader of claims as one file of JavaScript with its types, in `dist/claims`,
 * for programs that import `huimou/claims`. All else in the package runs as it is (docs/decisions/0033).
 */
import { execFileSync } from "node:child_process";
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Writes the reader into a folder, which it empties first. */
export async function packClaims(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ["src/claims/index.ts"],
    outdir: folder,
    bundle: true,
    // what reads Word files and words issues is loaded when it is needed, as in the sources
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
    charset: "utf8",
    tsconfigRaw: {},
    logLevel: "warning",
  });
  const compiler = join(dirname(fileURLToPath(import.meta.resolve("typescript/package.json"))), "bin", "tsc");
  const types = [
    "--noEmit",
    "false",
    "--declaration",
    "--emitDeclarationOnly",
    "--outDir",
    join(folder, "types"),
  ];
  const reading = ["--ignoreConfig", "--rootDir", "src", "--target", "esnext", "--module", "nodenext"];
  execFileSync(
    process.execPath,
    [
      compiler,
      ...types,
      ...reading,
      "--allowImportingTsExtensions",
      "--types",
      "node",
      "src/claims/index.ts",
    ],
    { cwd: root, stdio: "inherit" },
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await packClaims(join(root, "dist", "claims"));
