import { fileURLToPath } from "node:url";
import { type BuildOptions, buildSync } from "esbuild";

/** The programs that pages bring to a browser; each has its file in `script/`. */
export const SCRIPTS = ["verify", "figures", "compare", "search"] as const;

export type ScriptName = (typeof SCRIPTS)[number];

/**
 * A script with all that it imports, as one small file that browsers run as it is. The same sources give the same
 * bytes. It is a plain script, no module: modules do not run in a page that is opened from a folder. Throws on a
 * script that asks for what no browser has.
 */
export function scriptOf(name: ScriptName): Uint8Array {
  return bundled(`script/${name}.ts`, {
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
  });
}

/** The program of one file that checks a release on plain Node. It is not made small, so that it can be read. */
export function verifyProgram(): Uint8Array {
  return bundled("single-file/verify.ts", {
    banner: { js: `// ${BANNER.join("\n// ")}` },
    format: "esm",
    target: "node20",
    lineLimit: 160,
  });
}

const BANNER = [
  "Checks a release of Huimou: node verify.mjs https://… or a folder. Needs Node 20 or newer and nothing else.",
  "Apache License 2.0. Written together from the TypeScript sources of huimou, src/site/single-file/verify.ts.",
];

/** They are the same in every edition that a process builds. */
const built = new Map<string, Uint8Array>();

function bundled(entry: string, options: BuildOptions): Uint8Array {
  const before = built.get(entry);
  if (before !== undefined) return before;
  const { outputFiles } = buildSync({
    ...options,
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    absWorkingDir: fileURLToPath(new URL("../..", import.meta.url)),
    bundle: true,
    // what browsers are given of the sources, and nothing that only Node has, but where it is asked for
    platform: "browser",
    external: ["node:*"],
    charset: "utf8",
    tsconfigRaw: {},
    write: false,
    logLevel: "silent",
  });
  const bytes = outputFiles?.[0]?.contents;
  if (bytes === undefined) throw new Error(`nothing was made of ${entry}`);
  built.set(entry, bytes);
  return bytes;
}
