import type { Command } from "commander";
import { type District, openDistrict } from "../district/index.ts";
import { IssueError, issue } from "../issue/index.ts";
import type { Output } from "./output.ts";

/** Adds a command to the program. `exit` is told the exit code where it is not 0. */
export type AddCommand = (program: Command, output: Output, exit: (code: 0 | 1) => void) => void;

/** The option that names the data directory, alike for every command. */
export const dataOption = ["--data <dir>", "数据目录 · data directory", "data"] as const;

/** Opens the district in a data directory for the time of some work. */
export async function withDistrict<T>(
  directory: string,
  work: (district: District) => Promise<T>,
): Promise<T> {
  const district = await openDistrict(directory, { databaseUrl: process.env.DATABASE_URL });
  try {
    return await work(district);
  } finally {
    await district.close();
  }
}

/** Reads `name=value` words into an object; refuses a word without a name. */
export function pairs(words: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf("=");
      if (at < 1) throw new IssueError([issue("cli.pair-malformed", [word], { word })]);
      return [word.slice(0, at), word.slice(at + 1)];
    }),
  );
}
