import { once } from "node:events";
import stringWidth from "string-width";
import { type Issue, type Language, lineOf } from "../issue/index.ts";

/** Where a command writes, and how. */
export interface Output {
  /** results */
  readonly out: (text: string) => void;
  /** results that may be long: as fast as they are taken, so that they need no memory */
  readonly stream: (pieces: AsyncIterable<string>) => Promise<void>;
  /** progress, warnings, issues */
  readonly err: (text: string) => void;
  readonly language: Language;
  /** standard error is a terminal: a progress bar may draw over itself */
  readonly terminal: boolean;
}

/** Output of this process, in Chinese unless the locale is English. Ends the process once nobody reads it. */
export function processOutput(env: NodeJS.ProcessEnv = process.env): Output {
  const { stdout, stderr } = process;
  for (const to of [stdout, stderr]) to.on("error", endUnlessRead);
  const locale = env.HUIMOU_LANGUAGE ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? "";
  return {
    out: (text) => void stdout.write(text),
    stream: async (pieces) => {
      for await (const piece of pieces) if (!stdout.write(piece)) await once(stdout, "drain");
    },
    err: (text) => void stderr.write(text),
    language: locale.startsWith("en") ? "en" : "zh",
    terminal: stderr.isTTY === true,
  };
}

/** `huimou … | head`: the reader has gone. The exit code is that of a program which a broken pipe ended. */
function endUnlessRead(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit(141);
}

/** Issues, one a line; over a step's bar where one is drawn. */
export function writeIssues({ err, language, terminal }: Output, issues: readonly Issue[], most = 50): void {
  if (terminal && issues.length > 0) err(clearedLine);
  for (const it of issues.slice(0, most)) err(`${lineOf(it, language)}\n`);
  const left = issues.length - most;
  if (left > 0) err(language === "zh" ? `……另有 ${left} 处\n` : `… and ${left} more\n`);
}

/** Takes away what stands in a terminal's line. */
export const clearedLine = "\r\u001b[2K";

/** Names and numbers, a line each: names begin under each other, and numbers end so. */
export function listOf(lines: readonly (readonly [name: string, number: string])[]): string {
  const [names, numbers] = [0, 1].map((i) => Math.max(0, ...lines.map((line) => stringWidth(line[i] ?? ""))));
  return lines
    .map(([name, number]) => {
      const space = " ".repeat((names ?? 0) - stringWidth(name) + (numbers ?? 0) - stringWidth(number));
      return `  ${name}${space}  ${number}\n`;
    })
    .join("");
}

/** A table whose columns stand under each other, Han characters counted as two; numbers to the right. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) =>
    rows.reduce((widest, row) => Math.max(widest, stringWidth(row[i] ?? "")), stringWidth(title)),
  );
  const numeric = head.map((_, i) => rows.length > 0 && rows.every((row) => numberLike.test(row[i] ?? "")));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => {
        const space = " ".repeat(Math.max(0, (widths[i] ?? 0) - stringWidth(cell)));
        return numeric[i] === true ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd();
  return `${[line(head), widths.map((width) => "─".repeat(width)).join("  "), ...rows.map(line)].join("\n")}\n`;
}

/** A number, or why there is none. */
const numberLike = /^(-?[\d,]+(\.\d+)?%?|—.*|)$/u;
