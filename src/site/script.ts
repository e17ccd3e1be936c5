import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

/** The programs that pages bring to a browser; each has its file in `script/`. */
export const SCRIPTS = ["verify"] as const;

export type ScriptName = (typeof SCRIPTS)[number];

/**
 * A script with all that it imports, as one small file that browsers run as it is. The same sources give the same
 * bytes. It is a plain script, no module: modules do not run in a page that is opened from a folder. Throws on a
 * script that asks for what no browser has.
 */
export function scriptOf(name: ScriptName): Uint8Array {
  const before = built.get(name);
  if (before !== undefined) return before;
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL(`./script/${name}.ts`, import.meta.url))],
    absWorkingDir: fileURLToPath(new URL("../..", import.meta.url)),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    platform: "browser",
    charset: "utf8",
    legalComments: "none",
    tsconfigRaw: {},
    write: false,
    logLevel: "silent",
  });
  const bytes = outputFiles[0]?.contents;
  if (bytes === undefined) throw new Error(`nothing was made of the script ${name}`);
  built.set(name, bytes);
  return bytes;
}

/** They are the same in every edition that a process builds. */
const built = new Map<ScriptName, Uint8Array>();
