import type { Language } from "../../issue/index.ts";
import type { Check, StatedFinding } from "../check-text.ts";
import { summaryLines } from "./summary.ts";

export interface TerminalOptions {
  readonly language: Language;
  /** whether marks are set in colour */
  readonly color: boolean;
}

/**
 * A checked text for a terminal: the summary, then the text with every finding and vague statement under the line
 * that it is about. Lines that nothing is said of are left out, but for one on each side.
 */
export function renderTerminal(text: string, check: Check, { language, color }: TerminalOptions): string {
  const paint = color ? painted : plain;
  const lines: string[] = summaryLines(check, language);
  lines.push("");
  const notes = notesByLine(text, check, language, paint);
  const marks = marksOf(check);
  let start = 0;
  for (const [number, line] of text.split("\n").entries()) {
    const found = notes.get(number) ?? [];
    if (found.length > 0) {
      lines.push(`${paint("dim", String(number + 1).padStart(4))}  ${marked(line, start, marks, paint)}`);
      for (const note of found) lines.push(`      ${note}`);
    }
    start += line.length + 1;
  }
  return `${lines.join("\n")}\n`;
}

type Style = "dim" | "bad" | "unsure" | "good" | "vague";
type Paint = (style: Style, text: string) => string;

const CODES: Readonly<Record<Style, string>> = {
  dim: "2",
  bad: "1;31",
  unsure: "33",
  good: "32",
  vague: "4;35",
};

const painted: Paint = (style, text) => `\u001b[${CODES[style]}m${text}\u001b[0m`;
const plain: Paint = (_style, text) => text;

const SIGNS: Readonly<Record<StatedFinding["verdict"], readonly [sign: string, style: Style]>> = {
  inconsistent: ["✗", "bad"],
  "cannot-tell": ["?", "unsure"],
  consistent: ["✓", "good"],
};

/** Notes by the number of the line on which what they are about ends. */
function notesByLine(
  text: string,
  check: Check,
  language: Language,
  paint: Paint,
): ReadonlyMap<number, string[]> {
  const notes = new Map<number, string[]>();
  const add = (offset: number, note: string) => {
    const line = lineAt(text, offset);
    notes.set(line, [...(notes.get(line) ?? []), note]);
  };
  for (const finding of check.findings) {
    const [sign, style] = SIGNS[finding.verdict];
    const places = finding.spans.map(([start, end]) => `“${text.slice(start, end)}”`).join(" · ");
    const sum = finding.arithmetic === "" ? "" : `  ${finding.arithmetic}`;
    const last = Math.max(...finding.spans.map(([start]) => start));
    add(
      last,
      `${paint(style, `${sign} ${finding.message}`)}${sum}  ${paint("dim", `${places} [${finding.rule}]`)}`,
    );
  }
  for (const { start, text: words, indicators } of check.vague) {
    const about = indicators.length === 0 ? "" : `: ${indicators.join(", ")}`;
    const message = language === "zh" ? `“${words}”没有数字${about}` : `“${words}” gives no figure${about}`;
    add(start, paint("vague", `～ ${message}`));
  }
  return notes;
}

function lineAt(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly style: Style;
}

/** What is set in colour: the places of findings, then vague statements; none over another. */
function marksOf(check: Check): readonly Mark[] {
  const order: readonly StatedFinding["verdict"][] = ["inconsistent", "cannot-tell", "consistent"];
  const all = order.flatMap((verdict) =>
    check.findings
      .filter((finding) => finding.verdict === verdict)
      .flatMap(({ spans }) => spans.map(([start, end]) => ({ start, end, style: SIGNS[verdict][1] }))),
  );
  all.push(...check.vague.map(({ start, end }) => ({ start, end, style: "vague" as const })));
  const kept: Mark[] = [];
  for (const mark of all) if (!kept.some((it) => it.start < mark.end && mark.start < it.end)) kept.push(mark);
  return kept.toSorted((one, other) => one.start - other.start);
}

function marked(line: string, start: number, marks: readonly Mark[], paint: Paint): string {
  let shown = "";
  let at = start;
  const end = start + line.length;
  for (const mark of marks) {
    if (mark.end <= at || mark.start >= end) continue;
    const from = Math.max(at, mark.start);
    const to = Math.min(end, mark.end);
    shown += line.slice(at - start, from - start) + paint(mark.style, line.slice(from - start, to - start));
    at = to;
  }
  return shown + line.slice(at - start);
}
