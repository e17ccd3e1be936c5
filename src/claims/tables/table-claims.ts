import { countFirst } from "../binary-search.ts";
import type { Match } from "../match.ts";
import type { QuantityMention } from "../mentions/mention.ts";
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
  const { rows, columns } = read;
  const periodOf = ({ cells }: Line) =>
    cells.map((it) => periodWithin(prose, it.start, it.end)).find((it) => it !== null) ?? null;
  const caption = periodWithin(prose, read.captionStart, read.table.start);
  const ofRow = rows.map(periodOf);
  const ofColumn = columns.map(periodOf);
  const generic = columns.every((column) => column.kind !== "item" || ownName(column) === "");
  const claims: CellClaim[] = [];
  for (const [at, row] of rows.entries())
    for (const [column, quantity] of (numbers[at] ?? []).entries()) {
      if (quantity === null || quantity === "gap") continue;
      const head = columns[column] as Line;
      const subject = subjectOf(row, head, generic);
      const heads = [...row.path, ...head.path];
      const period = ofColumn[column] ?? ofRow[at] ?? caption;
      const claim = {
        ...claimOf(prose, quantity),
        quantity,
        subject,
        verb: heads.filter((words) => words !== subject).join(""),
        before: heads.join(""),
        period,
      };
      claims.push({ claim, whole: isWhole(row, head) || isWhole(head, row) });
    }
  return claims;
}

/** Whether one head names what is counted, alone, and the other says that it is the sum, or no more than when. */
function isWhole(named: Line, other: Line): boolean {
  if (named.path.length !== 1 || named.kind !== "item" || ownName(named) === "" || other.path.length !== 1)
    return false;
  return other.kind === "total" || other.kind === "whole" || (other.kind === "item" && ownName(other) === "");
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
    verb: "",
    before: "",
    after: "",
    period: null,
    comparison: "",
  };
}

/** A column's own name, unless it says no more than when, or that it is a number; then its row's. */
function subjectOf(row: Line, column: Line, generic: boolean): string {
  const named = (line: Line) => line.path.findLast((_, at) => at !== line.sumAt) ?? "";
  const isChange = column.kind === "growth" || column.kind === "change";
  const own =
    isChange && (generic || column.path.length > 1)
      ? ownName({ ...column, path: column.path.slice(0, -1) })
      : ownName(column);
  // 编制(人) beside 示例局: the row says what is counted, and in what
  const isRow = row.unit !== null && column.unit === null;
  return (isRow ? "" : own) || named(row) || named(column);
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
