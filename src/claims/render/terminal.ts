import type { Language } from "../../issue/index.ts";
import type { Check, StatedFinding } from "../check-text.ts";
import type { ProseDocument } from "../document/read.ts";
import type { Table } from "../tables/table.ts";
import { type Excerpt, excerptsOf, type Stretch } from "./excerpt.ts";
import { placeOf } from "./place.ts";
import { summaryLines } from "./summary.ts";
import { type ShownCell, tableExcerptOf } from "./table-excerpt.ts";
import { calculates, RENDER_WORDS, SIGNS } from "./words.ts";
import { type Run, wrapped } from "./wrap.ts";

export interface TerminalOptions {
  readonly language: Language;
  /** whether marks are set in colour; else they stand in 【】 */
  readonly color: boolean;
  /** columns of a line */
  readonly width: number;
  /** columns of a character; Han takes two */
  readonly columnsOf: (character: string) => number;
  /** what an indicator is called, for those that could prove a vague statement */
  readonly titleOf?: (indicator: string) => string;
}

/**
 * A checked document for a terminal: the summary; then what does not agree, what cannot be told, what gives no
 * figure, and what holds. Each stands under the clauses that it is about, with its place in the document.
 */
export function renderTerminal(document: ProseDocument, check: Check, options: TerminalOptions): string {
  const words = RENDER_WORDS[options.language];
  const lines = summaryLines(check, options.language).flatMap((line) =>
    paragraph([plain(line)], "", options),
  );
  for (const verdict of ["inconsistent", "cannot-tell"] as const)
    lines.push(...findingsOf(document, check, verdict, options));
  if (check.vague.length > 0) {
    lines.push("", ...heading(words.vague, check.vague.length, "vague", options));
    for (const { start, end, indicators } of check.vague) {
      lines.push(...excerpts(document, [{ start, end }], "vague", options));
      if (indicators.length > 0) {
        const titles = indicators.map((it) => options.titleOf?.(it) ?? it).join(words.comma);
        lines.push(...paragraph([plain(`${words.couldProve}${titles}`)], NOTE, options));
      }
    }
  }
  lines.push(...findingsOf(document, check, "consistent", options));
  lines.push(...boundLines(check, options));
  return `${lines.join("\n")}\n`;
}

/** What is bound and was held against nothing, by what it is bound to. */
function boundLines({ bound = [] }: Check, options: TerminalOptions): string[] {
  const own = bound.filter(({ status }) => status === "bound" || status === "cited");
  if (own.length === 0) return [];
  const { bound: title, comma } = RENDER_WORDS[options.language];
  const groups = [...Map.groupBy(own, ({ to }) => to)].map(([to, all]) => {
    const texts = all.map(({ text, of }) => (of === "" ? text : `${text} (${of})`));
    return paragraph([plain(inLine(`${to}  ${texts.join(comma)}`))], INDENT, options);
  });
  return ["", ...heading(title, own.length, "dim", options), ...groups.flat()];
}

type Style = "plain" | "dim" | "bold" | "bad" | "unsure" | "good" | "vague";

const CODES: Readonly<Record<Style, string>> = {
  plain: "",
  dim: "2",
  bold: "1",
  bad: "1;31",
  unsure: "1;33",
  good: "32",
  vague: "4;35",
};

const STYLES = { inconsistent: "bad", "cannot-tell": "unsure", consistent: "good" } as const;

const INDENT = "  ";
const NOTE = "    ";
const SUM = "      ";

function findingsOf(
  document: ProseDocument,
  { findings }: Check,
  verdict: StatedFinding["verdict"],
  options: TerminalOptions,
): string[] {
  const own = findings.filter((finding) => finding.verdict === verdict);
  if (own.length === 0) return [];
  const [sign, style] = [SIGNS[verdict], STYLES[verdict]];
  const lines = ["", ...heading(RENDER_WORDS[options.language][verdict], own.length, style, options)];
  for (const { spans, message, arithmetic, rule } of own) {
    const marks = spans.map(([start, end]) => ({ start, end }));
    lines.push(...excerpts(document, marks, style, options));
    const told: Run<Style>[] = [
      { text: `${sign} ${message}`, style },
      { text: `  [${rule}]`, style: "dim" },
    ];
    lines.push(...paragraph(told, NOTE, options));
    if (calculates(arithmetic))
      for (const sum of arithmetic.split("; ")) lines.push(...paragraph([plain(sum)], SUM, options));
  }
  return lines;
}

function heading(words: string, count: number, style: Style, options: TerminalOptions): string[] {
  return paragraph([{ text: `${words} · ${count}`, style: style === "vague" ? "bold" : style }], "", options);
}

/** Every excerpt on lines of its own, its place before it; what stands in a table as the part of it that is about it. */
function excerpts(
  document: ProseDocument,
  marks: readonly Stretch[],
  style: Style,
  options: TerminalOptions,
): string[] {
  const words = RENDER_WORDS[options.language];
  const tableOf = ({ start }: Stretch) => document.tables.find((it) => it.start <= start && start < it.end);
  return [...Map.groupBy(marks, tableOf)].flatMap(([table, own]) => {
    if (table !== undefined) return tableLines(document, table, own, style, options);
    return excerptsOf(document.text, own).flatMap((excerpt) => {
      const place = placeOf(document, excerpt.marks[0]?.start ?? 0, words);
      const runs: Run<Style>[] = [{ text: `${place}  `, style: "dim" }];
      return paragraph([...runs, ...runsOf(document.text, excerpt, style, options)], INDENT, options);
    });
  });
}

/** Part of a table with its columns under each other. */
function tableLines(
  document: ProseDocument,
  table: Table,
  marks: readonly Stretch[],
  style: Style,
  options: TerminalOptions,
): string[] {
  const words = RENDER_WORDS[options.language];
  const rows = tableExcerptOf(document, table, marks).rows.map((row) => {
    if (row === null) return [[plain("…")]];
    const first = row.findLast((cell) => cell.marks.length > 0);
    const place = first === undefined ? "" : placeOf(document, first.start, words);
    const label: Run<Style> = { text: place, style: "dim" };
    return [[label], ...row.map((cell) => cellRuns(document.text, cell, style, options))];
  });
  const columnsOf = (runs: readonly Run<Style>[]) =>
    runs.reduce((sum, { text }) => sum + [...text].reduce((own, it) => own + options.columnsOf(it), 0), 0);
  const widths: number[] = [];
  for (const row of rows)
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, columnsOf(cell));
  return rows.flatMap((row) => {
    const padded = row.flatMap((cell, at) => {
      const space = " ".repeat(at === row.length - 1 ? 0 : (widths[at] ?? 0) - columnsOf(cell) + 2);
      return [...cell, plain(space)];
    });
    return paragraph(padded, INDENT, options);
  });
}

/** Longer cells are cut: their row tells which they are. */
const LONGEST_CELL = 24;

function cellRuns(
  text: string,
  { start, end, marks }: ShownCell,
  style: Style,
  { color }: TerminalOptions,
): Run<Style>[] {
  if (marks.length === 0) {
    const whole = inLine(text.slice(start, end));
    return [plain(whole.length > LONGEST_CELL ? `${whole.slice(0, LONGEST_CELL)}…` : whole)];
  }
  const runs: Run<Style>[] = [];
  let at = start;
  for (const mark of marks) {
    const marked = inLine(text.slice(mark.start, mark.end));
    runs.push(plain(inLine(text.slice(at, mark.start))), { text: color ? marked : `【${marked}】`, style });
    at = mark.end;
  }
  return [...runs, plain(inLine(text.slice(at, end)))];
}

function runsOf(text: string, excerpt: Excerpt, style: Style, { color }: TerminalOptions): Run<Style>[] {
  const runs: Run<Style>[] = [];
  if (excerpt.cutBefore) runs.push(plain("…"));
  for (const [index, piece] of excerpt.pieces.entries()) {
    if (index > 0) runs.push(plain(" … "));
    let at = piece.start;
    for (const mark of excerpt.marks) {
      if (mark.end <= at || mark.start >= piece.end) continue;
      const start = Math.max(mark.start, at);
      const end = Math.min(mark.end, piece.end);
      runs.push(plain(inLine(text.slice(at, start))));
      const marked = inLine(text.slice(start, end));
      runs.push({ text: color ? marked : `【${marked}】`, style });
      at = end;
    }
    runs.push(plain(inLine(text.slice(at, piece.end))));
  }
  if (excerpt.cutAfter) runs.push(plain("…"));
  return runs;
}

/** A text must not steer the terminal, nor break its lines. */
function inLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
}

function plain(text: string): Run<Style> {
  return { text, style: "plain" };
}

function paragraph(
  runs: readonly Run<Style>[],
  indent: string,
  { width, columnsOf, color }: TerminalOptions,
): string[] {
  const room = Math.max(20, width - indent.length);
  return wrapped(runs, room, columnsOf).map(
    (line) =>
      indent +
      line
        .map(({ text, style }) =>
          color && style !== "plain" ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text,
        )
        .join("")
        .trimEnd(),
  );
}
