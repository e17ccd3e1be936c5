import stringWidth from "string-width";
import { type Issue, type Language, lineOf } from "../issue/index.ts";

/** Where a command writes, and how. */
export interface Output {
  /** results */
  readonly out: (text: string) => void;
  /** progress, warnings, issues */
  readonly err: (text: string) => void;
  readonly language: Language;
  /** standard error is a terminal: a progress bar may draw over itself */
  readonly terminal: boolean;
}

/** Output of this process, in Chinese unless the locale is English. */
export function processOutput(env: NodeJS.ProcessEnv = process.env): Output {
  const locale = env.HUIMOU_LANGUAGE ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? "";
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    language: locale.startsWith("en") ? "en" : "zh",
    terminal: process.stderr.isTTY === true,
  };
}

/** Issues, one a line. */
export function writeIssues({ err, language }: Output, issues: readonly Issue[], most = 50): void {
  for (const it of issues.slice(0, most)) err(`${lineOf(it, language)}\n`);
  const left = issues.length - most;
  if (left > 0) err(language === "zh" ? `……另有 ${left} 处\n` : `… and ${left} more\n`);
}

/** A table whose columns stand under each other, Han characters counted as two; numbers to the right. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) =>
    Math.max(stringWidth(title), ...rows.map((row) => stringWidth(row[i] ?? ""))),
  );
  const numeric = head.map(
    (_, i) => rows.length > 0 && rows.every((row) => /^(-?[\d,]+(\.\d+)?%?|—|)$/.test(row[i] ?? "")),
  );
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
