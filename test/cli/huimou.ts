import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { root } from "../architecture/source.ts";

/** How the program ended, and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** standard output: results */
  readonly out: string;
  /** standard error: progress, issues */
  readonly err: string;
}

/** What it is started with. */
export interface Setting {
  /** English unless told */
  readonly language?: "zh" | "en";
  /** address of a PostgreSQL database; none unless told */
  readonly databaseUrl?: string | undefined;
  readonly cwd?: string;
  /** standard input; it is at its end at once unless told */
  readonly input?: string | Uint8Array;
}

/** Runs `huimou` as another process does, to its end. */
export async function huimou(words: readonly string[], setting: Setting = {}): Promise<Ended> {
  const child = start(words, setting);
  child.stdin.end(setting.input ?? "");
  return ended(child);
}

function start(
  words: readonly string[],
  { language = "en", databaseUrl, cwd }: Setting,
): ChildProcessWithoutNullStreams {
  const env = { ...process.env, HUIMOU_LANGUAGE: language, DATABASE_URL: databaseUrl };
  const child = spawn(process.execPath, [join(root, "src/cli/main.ts"), ...words], {
    env,
    ...(cwd !== undefined && { cwd }),
  });
  // whoever ends without having read its input
  child.stdin.on("error", () => {});
  return child;
}

/** Starts `huimou` for the time of some work; what is still running then is killed. */
export async function running<T>(
  words: readonly string[],
  setting: Setting,
  work: (child: ChildProcessWithoutNullStreams) => Promise<T>,
): Promise<T> {
  const child = start(words, setting);
  try {
    return await work(child);
  } finally {
    child.kill("SIGKILL");
  }
}

/** How a process ends, once it has. */
export async function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  const [out, err, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close") as Promise<[number | null, NodeJS.Signals | null]>,
  ]);
  return { code, signal, out, err };
}

/** The first line of a process's output that has this in it. Throws where it ends without. */
export async function lineWith(of: NodeJS.ReadableStream, wanted: RegExp): Promise<string> {
  for await (const line of createInterface({ input: of })) if (wanted.test(line)) return line;
  throw new Error(`the process ended and never said ${wanted}`);
}
