import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "../architecture/source.ts";

/** How a program ended: its exit code, what it printed, and both of its outputs as a terminal shows them. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly shown: string;
}

/** Runs `huimou` as another process does, with words on the command line and text on standard input. */
export function huimou(words: readonly string[], input = ""): Promise<Ended> {
  return run(process.execPath, [join(root, "src/cli/main.ts"), ...words], { HUIMOU_LANGUAGE: "en" }, input);
}

/** Runs a program with more in its environment than this process has. */
export async function run(
  program: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  input = "",
  cwd = process.cwd(),
): Promise<Ended> {
  const child = spawn(program, words, { cwd, env: { ...process.env, ...env } });
  const out: Buffer[] = [];
  const shown: Buffer[] = [];
  child.stdout.on("data", (bytes: Buffer) => {
    out.push(bytes);
    shown.push(bytes);
  });
  child.stderr.on("data", (bytes: Buffer) => {
    shown.push(bytes);
  });
  // whoever ends without having read its input
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const code = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (ended) => resolve(ended ?? -1));
  });
  return { code, out: Buffer.concat(out).toString("utf8"), shown: Buffer.concat(shown).toString("utf8") };
}
