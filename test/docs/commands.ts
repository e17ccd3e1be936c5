import type { Code } from "mdast";
import type { Document } from "./documents.ts";

/** A command as a document tells it. */
export interface Told {
  /** without what it says beside it, its lines joined */
  readonly command: string;
  /** the exit code that it is said to have */
  readonly code: number;
}

/** The commands of a block of shell: a line each, more where a line ends in a backslash. `# exits 1` is its exit code. */
export function commandsIn({ value }: Code): Told[] {
  return value
    .replaceAll(/\\\n\s*/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => {
      const [, command = "", code = "0"] = /^(.*?)(?:\s+#\s.*?(\d+).*)?$/.exec(line) ?? [];
      return { command, code: Number(code) };
    });
}

/** Every command that a document tells, in blocks and in its text. */
export function commandsOf({ blocks, codes }: Document): string[] {
  const shell = blocks.filter((it) => it.lang === "sh").flatMap(commandsIn);
  return [...shell.map((it) => it.command), ...codes];
}
