import { isCounted, isTotal, type Line } from "./lines.ts";

/** Lines that may be what a total is the sum of. */
export interface CandidateParts {
  readonly parts: readonly Line[];
  /** whether the table leaves no doubt that the total is of these: nothing is told apart, nothing is added before */
  readonly plain: boolean;
}

/**
 * The sets of lines that a total may be the sum of, the likeliest first: those on one side of it up to the next total;
 * subtotals and what stands in none; the outermost lines; what is left where the lines behind an 其中 are part of it,
 * too; the last total and what follows it; all lines; the first of them, where they are divided anew.
 */
export function candidateParts(total: Line, lines: readonly Line[], leads: boolean): CandidateParts[] {
  const before = sideOf(total, lines, -1);
  const after = sideOf(total, lines, 1);
  if (total.kind === "subtotal") return ofSubtotal(leads ? after : before);
  // where the first line is a part and the last a total, each total stands behind its parts
  const trails = isItem(lines.find(isCounted)) && !isItem(lines.findLast(isCounted));
  const single = trails || ![before, after].every((side) => side.some(isItem));
  return [...ofSide(total, before, leads, single), ...ofSide(total, after, leads, single && !trails)];
}

function isItem(line: Line | undefined): boolean {
  return line?.kind === "item" || line?.kind === "subtotal";
}

/**
 * The lines before or behind a total that are counted and of its group, from the nearest on. Of a subtotal up to the
 * next sum; of others so many totals far that all of a long table cost no more than a part of it.
 */
function sideOf(total: Line, lines: readonly Line[], step: 1 | -1): Line[] {
  const side: Line[] = [];
  let sums = 0;
  for (let at = total.index + step; at >= 0 && at < lines.length && sums <= MOST_SUMS; at += step) {
    const line = lines[at] as Line;
    if (total.kind === "subtotal" ? isTotal(line) : isGrand(line))
      sums += total.kind === "subtotal" ? MOST_SUMS + 1 : 1;
    if (isCounted(line) && isOfGroup(line, total)) side.push(line);
  }
  return side;
}

/** Whether a line is of the group that a total is of: 小学 小计 sums 小学 男 and 小学 女; 合计 户数 sums what is 户数. */
function isOfGroup(line: Line, total: Line): boolean {
  return total.path.every((words, at) => at === total.sumAt || line.path[at] === words);
}

/** Whether subtotals stand before what they sum, not behind it. */
export function isLed(lines: readonly Line[]): boolean {
  return lines.find(({ kind }) => kind === "item" || kind === "subtotal")?.kind === "subtotal";
}

/** The lines of a subtotal, from the nearest on: up to the next sum. */
function ofSubtotal(side: readonly Line[]): CandidateParts[] {
  const near = upTo(side, isTotal);
  const items = near.filter(({ kind }) => kind === "item");
  const found = new Candidates();
  const plain = items.length === near.length && levelsOf(items) < 2;
  found.add(items, plain);
  addInner(found, near, items);
  return found.all;
}

/** Candidates among the lines on one side of a total, from the nearest on. */
function ofSide(total: Line, side: readonly Line[], leads: boolean, single: boolean): CandidateParts[] {
  const near = upTo(side, isGrand);
  const items = near.filter(({ kind }) => kind === "item");
  const subtotals = near.filter(({ kind }) => kind === "subtotal");
  const last = side[near.length];
  const found = new Candidates();
  const plain = single && !near.some(({ kind }) => kind === "among") && levelsOf(items) < 2;
  const adds = last !== undefined && isGrandTotal(total) && !isGrandTotal(last);
  // 收入合计, 上级补助, 收入总计: the last total and what was added to it
  if (last !== undefined && adds) found.add([last, ...items], plain && subtotals.length === 0);
  if (subtotals.length > 0) {
    found.add([...subtotals, ...looseItems(near, leads)], plain && !adds);
    found.add(subtotals);
  }
  found.add(items, plain && !adds && subtotals.length === 0);
  addInner(found, near, items);
  if (last !== undefined) {
    found.add([last, ...items]);
    found.add([last, ...outermost(items)]);
    const sums = side.filter(isGrand);
    found.add(side.filter(({ kind }) => kind === "item"));
    found.add(sums);
  }
  // 合计 男 女 城镇 农村: it is divided anew
  if (items.length <= MOST_DIVIDED)
    for (let count = items.length - 1; count > 1; count -= 1) {
      found.add(items.slice(0, count));
      found.add(items.slice(-count));
    }
  return found.all;
}

/** Over more totals than this nothing is added. */
const MOST_SUMS = 6;
const MOST_DIVIDED = 12;

/** Sets of lines, each once. */
class Candidates {
  readonly all: CandidateParts[] = [];

  add(parts: readonly Line[], plain = false): void {
    const ordered = inOrder(parts);
    if (parts.length < 2 || this.all.some((it) => isSame(it.parts, ordered))) return;
    this.all.push({ parts: ordered, plain });
  }
}

function isSame(one: readonly Line[], other: readonly Line[]): boolean {
  return one.length === other.length && one.every((line, at) => line === other[at]);
}

function upTo(side: readonly Line[], ends: (line: Line) => boolean): readonly Line[] {
  const until = side.findIndex(ends);
  return until < 0 ? side : side.slice(0, until);
}

function isGrand({ kind }: Line): boolean {
  return kind === "total" || kind === "whole";
}

/** 总计 is of more than 合计. */
function isGrandTotal({ path, sumAt }: Line): boolean {
  return /总计$/.test(path[sumAt] ?? "");
}

function levelsOf(items: readonly Line[]): number {
  return new Set(items.map(({ level }) => level)).size;
}

/** What is left of items that are not all of one level, or of which some are of others. */
function addInner(found: Candidates, near: readonly Line[], items: readonly Line[]): void {
  if (levelsOf(items) > 1) found.add(outermost(items));
  for (const parts of withoutAmong(near)) found.add(parts);
}

function outermost(items: readonly Line[]): Line[] {
  const least = items.reduce((least, { level }) => Math.min(least, level), Number.POSITIVE_INFINITY);
  return items.filter(({ level }) => level === least);
}

/** Items that stand in no subtotal: before the first, where it leads what it sums, else behind the last. */
function looseItems(near: readonly Line[], leads: boolean): Line[] {
  const ordered = inOrder(near);
  const isSub = ({ kind }: Line) => kind === "subtotal";
  const loose = leads
    ? ordered.slice(0, ordered.findIndex(isSub))
    : ordered.slice(ordered.findLastIndex(isSub) + 1);
  return loose.filter(({ kind }) => kind === "item");
}

function inOrder(lines: readonly Line[]): Line[] {
  return lines.toSorted((one, other) => one.index - other.index);
}

/** 收入, 其中:税收, 非税: the lines behind an 其中 may be part of it, too; how many, the words do not say. */
function withoutAmong(near: readonly Line[]): Line[][] {
  if (!near.some(({ kind }) => kind === "among")) return [];
  const ordered = inOrder(near);
  const sets: Line[][] = [];
  for (let count = 1; count <= MOST_DIVIDED; count += 1) {
    let left = 0;
    sets.push(
      ordered.filter(({ kind }) => {
        left = kind === "among" ? count : left - 1;
        return kind === "item" && left < 0;
      }),
    );
  }
  return sets;
}
