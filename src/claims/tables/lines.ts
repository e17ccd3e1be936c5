import { isHeadOf } from "../dictionary/table-words.ts";
import { type HeadUnit, headWords } from "./head-unit.ts";
import type { TableCell } from "./table.ts";

/**
 * What a row or a column is by its head: a number of things (`item`), the sum of others, a part that is told beside
 * them (其中), or what was calculated from others: a share, a change in per cent or in number, another quotient.
 */
export type LineKind =
  | "item"
  | "total"
  | "whole"
  | "subtotal"
  | "among"
  | "share"
  | "growth"
  | "change"
  | "quotient";

/** A row or a column of a table, with what its head says. */
export interface Line {
  /** its place among the rows or columns that are read */
  readonly index: number;
  readonly kind: LineKind;
  /** the words of its head, from the outermost to its own, without units */
  readonly path: readonly string[];
  /** which of these says that it is a sum; -1 where none */
  readonly sumAt: number;
  /** how deep it is set in; 0 is the outermost */
  readonly level: number;
  readonly unit: HeadUnit | null;
  /** the cells of its head */
  readonly cells: readonly TableCell[];
}

/** One part of a head: a cell, and what it says. */
export interface HeadPart {
  readonly cell: TableCell;
  readonly text: string;
}

/** What stands beside a head: how far it is set in, its number in a column of numbers, the unit in one of units. */
export interface BesideHead {
  readonly indent: number;
  readonly number: string;
  readonly unit: HeadUnit | null;
}

/** The line whose head has these parts, from the outermost to its own. */
export function lineOf(
  index: number,
  parts: readonly HeadPart[],
  { indent, number, unit: given }: BesideHead = { indent: 0, number: "", unit: null },
): Line {
  const heads = parts.map(({ text }) => headWords(text.slice(0, LONGEST)));
  const path = heads.map(({ words }) => words);
  const sumAt = path.findIndex((words) => isSum(words));
  return {
    index,
    kind: kindOf(path, sumAt, parts.at(-1)?.text ?? ""),
    path,
    sumAt,
    level: levelOf(path.at(-1) ?? "", indent, number),
    unit: heads.findLast(({ unit }) => unit !== null)?.unit ?? given,
    cells: parts.map(({ cell }) => cell),
  };
}

/** No head has so many characters. */
const LONGEST = 60;

/** Whether a head says that its numbers are sums. */
export function isSum(words: string): boolean {
  const plain = withoutNumber(words);
  return isHeadOf("total", plain) || isHeadOf("subtotal", plain) || isHeadOf("whole", plain);
}

function kindOf(path: readonly string[], sumAt: number, own: string): LineKind {
  const last = withoutNumber(path.at(-1) ?? "");
  const written = `${last}${/[±]?[%‰]/.exec(own)?.[0] ?? ""}`;
  if (path.some((words) => isHeadOf("among", words))) return "among";
  if (isHeadOf("change", last)) return "change";
  if (isHeadOf("share", last)) return "share";
  if (isHeadOf("growth", written) || isHeadOf("growth", last))
    return isHeadOf("mean", last) ? "quotient" : "growth";
  if (isHeadOf("apart", last)) return "quotient";
  if (sumAt < 0) return "item";
  const sum = withoutNumber(path[sumAt] ?? "");
  return isHeadOf("subtotal", sum) ? "subtotal" : isHeadOf("total", sum) ? "total" : "whole";
}

/** 一、税收收入 is 税收收入. */
function withoutNumber(words: string): string {
  return words.replace(NUMBERED, "");
}

const NUMBERED =
  /^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|\d{1,3}(?:[、)]|\.(?!\d))|[①-⑳])/;

/** How deep numbering and indentation set a head in: 一、 then (一) then 1. then (1), then no number. */
function levelOf(words: string, indent: number, beside: string): number {
  const number = beside || (NUMBERED.exec(words)?.[0] ?? "");
  if (number === "") return UNNUMBERED + indent;
  if (/^[一二三四五六七八九十]/.test(number)) return 0;
  if (/^\([一二三四五六七八九十]/.test(number)) return 1;
  return /^\d/.test(number) ? 2 : 3;
}

/** What has no number is deeper than what has one, where any has. */
const UNNUMBERED = 4;

/** Whether a line counts things that can be added to others, so that it may be a part or a sum. */
export function isCounted({ kind }: Line): boolean {
  return kind === "item" || kind === "total" || kind === "whole" || kind === "subtotal" || kind === "among";
}

export function isTotal({ kind }: Line): boolean {
  return kind === "total" || kind === "whole" || kind === "subtotal";
}

/** What a line is called, for a reader. */
export function nameOf({ path }: Line): string {
  return path.join(" ");
}
