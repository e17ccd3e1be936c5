import { countFirst } from "../binary-search.ts";
import type { Match } from "../match.ts";
import type { QuantityMention } from "../mentions/mention.ts";
import { tellsOf } from "../relate/tells.ts";
import type { Claim, PeriodMention, Relations } from "../relate.ts";
import type { CellQuantity } from "./cell-quantity.ts";
import type { Line } from "./lines.ts";
import type { TableNumbers } from "./read-tables.ts";

/** The claims of a text with those of its tables' cells, in order; what a cell counts and when, its heads say. */
export function withTableClaims(
  prose: Relations,
  cells: readonly CellClaim[],
  aside: readonly QuantityMention[],
): Relations {
  if (cells.length + aside.length === 0) return prose;
  const own = [...cells.map(({ claim }) => claim), ...aside.map((it) => claimOf(prose, it))];
  const all = [...prose.claims, ...own].toSorted((one, other) => one.quantity.start - other.quantity.start);
  const claims = all.map((claim, index) => ({ ...claim, index }));
  const bySentence: Claim[][] = prose.sentences.map(() => []);
  for (const claim of claims) bySentence[claim.sentence]?.push(claim);
  return { ...prose, claims, bySentence };
}

/** The claim of a cell, and whether it is told of all that its name says, not of one part. */
export interface CellClaim {
  readonly claim: Claim & { readonly quantity: CellQuantity };
  readonly whole: boolean;
}

/** The claims of a table's cells. The heads that do not name what is counted narrow it, as a verb does. */
export function cellClaims(prose: Relations, { read, numbers }: TableNumbers): CellClaim[] {
  const caption = periodWithin(prose, read.captionStart, read.table.start);
  const columns = read.columns.map((line) => headOf(prose, line));
  const rows = read.rows.map((line) => headOf(prose, line));
  const generic = columns.every(({ line, own }) => line.kind !== "item" || own === "");
  const subjects = columns.map((column) => subjectOfColumn(column, generic));
  const claims: CellClaim[] = [];
  for (const [at, row] of rows.entries())
    for (const [index, quantity] of (numbers[at] ?? []).entries()) {
      if (quantity === null || quantity === "gap") continue;
      const column = columns[index] as Head;
      // 编制(人) beside 示例局: the row says what is counted, and in what
      const before = row.words + column.words;
      const isRow = row.line.unit !== null && column.line.unit === null;
      const subject = (isRow ? "" : subjects[index]) || row.name || column.name;
      const claim = {
        ...claimOf(prose, quantity),
        quantity,
        subject,
        counts: subject,
        verb: without(row, subject) + without(column, subject),
        before,
        tells: tellsOf(before),
        period: column.period ?? row.period ?? caption,
      };
      claims.push({ claim, whole: isWhole(row, column) || isWhole(column, row) });
    }
  return claims;
}

/** What the head of a line says to its cells. */
interface Head {
  readonly line: Line;
  /** all of its words */
  readonly words: string;
  /** the innermost part that does not say that it is a sum */
  readonly name: string;
  /** the part that says what is counted; empty where none does */
  readonly own: string;
  readonly period: PeriodMention | null;
}

function headOf(prose: Relations, line: Line): Head {
  return {
    line,
    words: line.path.join(""),
    name: line.path.findLast((_, at) => at !== line.sumAt) ?? "",
    own: ownName(line),
    period: line.cells.map((it) => periodWithin(prose, it.start, it.end)).find((it) => it !== null) ?? null,
  };
}

/** The words of a head but for a part of it. */
function without({ line: { path }, words }: Head, part: string): string {
  return path.includes(part) ? path.filter((it) => it !== part).join("") : words;
}

/** Whether one head names what is counted, alone, and the other says that it is the sum, or no more than when. */
function isWhole({ line: named, own }: Head, { line: other, own: rest }: Head): boolean {
  if (named.path.length !== 1 || named.kind !== "item" || own === "" || other.path.length !== 1) return false;
  return other.kind === "total" || other.kind === "whole" || (other.kind === "item" && rest === "");
}

/**
 * Matches without those that hold a cell of one part (甲镇) against what the records say of a whole area: the part may be
 * one that they do not know. What agrees stays, and so does what is of an area that they do know.
 */
export function matchesOfCells(
  matches: readonly Match[],
  cells: readonly CellClaim[],
  area: string,
): readonly Match[] {
  const parts = new Set(cells.flatMap(({ claim, whole }) => (whole ? [] : [claim.quantity.start])));
  if (parts.size === 0) return matches;
  return matches.map((match): Match => {
    if (!parts.has(match.start)) return match;
    const candidates = match.candidates.filter((it) => it.agrees || it.area !== area);
    return candidates.length > 0
      ? { ...match, candidates }
      : { ...match, status: "no-candidate", candidates };
  });
}

/** A claim of which nothing is known but where it stands; its place among all is told when these are put in order. */
function claimOf(prose: Relations, quantity: QuantityMention): Claim {
  const sentence = sentenceAt(prose, quantity.start);
  return {
    index: 0,
    quantity,
    sentence,
    paragraph: prose.sentences[sentence]?.paragraph ?? 0,
    subject: "",
    ownSubject: true,
    counts: "",
    verb: "",
    before: "",
    after: "",
    tells: tellsOf(""),
    period: null,
    comparison: "",
  };
}

/** A column's own name, unless it says no more than when, or that it is a number; empty then. */
function subjectOfColumn({ line, own }: Head, generic: boolean): string {
  const isChange = line.kind === "growth" || line.kind === "change";
  return isChange && (generic || line.path.length > 1)
    ? ownName({ ...line, path: line.path.slice(0, -1) })
    : own;
}

/** The part of a head that says what is counted; empty where none does. */
function ownName({ path, sumAt }: Line): string {
  return path.findLast((words, at) => at !== sumAt && !GENERIC.test(words)) ?? "";
}

const GENERIC =
  /^(?:数量|数值|数额|金额|总数|数据|数|值|指标值|(?:累计)?完成(?:数|值|额|情况)?|实绩|实际(?:完成|执行)?数?|决算数?|预算数?|执行数|计划数?|目标值?|任务数?|[本上去今当]年?(?:年|期|月|季度)?(?:末|同期)?(?:数|实际)?|期[末初]数?|年[末初]数?|(?:19|20)\d{2}年?.*|\d{1,2}月.*|[一二三四1-4]季度)?$/;

/** The first period that the text tells within a stretch. */
function periodWithin({ periods }: Relations, start: number, end: number): PeriodMention | null {
  const period = periods[countFirst(periods, (it) => it.start < start)];
  return period !== undefined && period.end <= end ? period : null;
}

/** The index of the sentence that an offset lies in. */
function sentenceAt({ sentences }: Relations, offset: number): number {
  const index = countFirst(sentences, ({ end }) => end <= offset);
  return Math.min(index, Math.max(0, sentences.length - 1));
}
