import { unitWritten } from "../../quantity/index.ts";
import { isChange } from "../checks/groups.ts";
import { CHANGE } from "../derived/change-words.ts";
import type { Claim, Relations } from "../relate.ts";
import { type Digits, digitsOf, type Range } from "./slip.ts";

/** What a number tells of its thing, by its own words. */
export type Role = "level" | "mean" | "change" | "ratio" | "growth" | "points" | "multiple";

/** A claim as a number that others can be calculated from, in the base unit of its kind. */
export interface Known extends Range {
  readonly claim: Claim;
  readonly index: number;
  readonly value: number;
  readonly place: number;
  readonly digits: Digits | null;
  /** numbers of one kind can be added and divided: 人 and 名; 公里 and 米 */
  readonly kind: string;
  readonly role: Role;
  /** an amount or a length of time, not a ratio */
  readonly amount: boolean;
  readonly approximate: boolean;
  /** the words that say what it is of, without those that are said of everything */
  readonly name: string;
  readonly before: string;
  readonly sentence: number;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** A document's numbers, found by place, by kind and by name. */
export interface Numbers {
  readonly relations: Relations;
  readonly all: readonly Known[];
  /** the amounts before a number whose names have most in common with some words, the best first; at most three */
  named(words: string, before: Known): readonly Known[];
  /** the largest level of a number's kind up to it; itself where there is none before */
  largest(known: Known): Known;
  /** the words that a number's sentence begins with, before its first number, and the amounts named like them */
  headOf(known: Known): Head;
  /** whether a number is an item of a list: its words follow the mark 、 */
  isListed(known: Known): boolean;
  /** whether a semicolon stands between two numbers */
  apart(one: Known, other: Known): boolean;
  /** the words from the end of a number, or from an offset, to the next one's start */
  between(from: number, to: Known): string;
}

/** What a sentence begins with. */
export interface Head {
  readonly words: string;
  readonly named: readonly Known[];
}

/** All numbers of a text. Linear in its length. */
export function numbersOf(relations: Relations): Numbers {
  const { text } = relations;
  const all = relations.claims.map((claim) => knownOf(relations, claim));
  const byPair = pairsOf(all);
  const firsts: Known[] = [];
  const heads: Head[] = [];
  for (const known of all) firsts[known.sentence] ??= known;
  const largest = largestOf(all);
  const semicolons = semicolonsBefore(relations);
  return {
    relations,
    all,
    largest: (known) => largest[known.index] ?? known,
    named: (words, before) => named(byPair, words, before),
    headOf: ({ sentence }) => {
      const first = firsts[sentence] as Known;
      const from = relations.sentences[sentence]?.start ?? 0;
      const words = text.slice(from, Math.min(first.start, from + HEAD));
      heads[sentence] ??= { words, named: named(byPair, words, first) };
      return heads[sentence];
    },
    isListed: ({ claim }) => text.charAt(claim.quantity.start - claim.before.length - 1) === "、",
    apart: (one, other) => semicolons[one.index] !== semicolons[other.index],
    between: (from, to) => text.slice(Math.max(0, from), to.start),
  };
}

function knownOf({ text }: Relations, claim: Claim): Known {
  const { kind, unit, dimension, value, possible, place, approximation, start, end } = claim.quantity;
  const amount = kind === "quantity" || kind === "duration";
  const measured = amount && MEASURED.has(dimension) ? unitWritten(unit) : null;
  const factor = measured === null ? 1 : measured.factor.toNumber();
  const number = value.toNumber() * factor;
  const step = place.toNumber() * factor;
  const isCounted = kind === "quantity" && step <= 1 && Number.isInteger(number);
  return {
    claim,
    index: claim.index,
    value: number,
    low: possible.low.toNumber() * factor,
    high: possible.high === null ? Number.POSITIVE_INFINITY : possible.high.toNumber() * factor,
    place: step,
    digits: approximation === null ? digitsOf(number, step, isCounted) : null,
    kind: measured === null ? `${kind} ${ALIKE[unit] ?? unit}` : measured.dimension,
    // 动物防疫624万元、种业提升415万元: an item of a list is no change
    role: text.charAt(start - claim.before.length - 1) === "、" && amount ? "level" : roleOf(claim),
    amount,
    approximate: approximation !== null,
    name: `${claim.before.replace(SAID_OF_ALL, " ")} ${claim.ownSubject ? claim.subject : ""} ${/^[一-龥]*/.exec(claim.after.slice(0, 8))?.[0] ?? ""}`,
    before: claim.before,
    sentence: claim.sentence,
    paragraph: claim.paragraph,
    start,
    end,
  };
}

const MEASURED: ReadonlySet<string> = new Set([
  "mass",
  "length",
  "area",
  "volume",
  "energy",
  "power",
  "time",
]);
const ALIKE: Readonly<Record<string, string>> = {
  名: "人",
  位: "人",
  口人: "人",
  元人民币: "元",
  元钱: "元",
  块钱: "元",
  平米: "平方米",
};
const SAID_OF_ALL =
  /其中|累计|完成|实现|合计|共计|总计|达到|增长|下降|同比|比上年|较上年|分别|全[区县市省镇乡年]|[元人]/g;

function roleOf(claim: Claim): Role {
  const { kind } = claim.quantity;
  if (kind === "points" || kind === "multiple") return kind;
  if (kind === "ratio") return CHANGE.test(claim.before) ? "growth" : "ratio";
  if (isChange(claim) || CHANGE.test(claim.before)) return "change";
  return MEAN.test(claim.before) ? "mean" : "level";
}

const MEAN = /(?:平均|每|[人户村镇校笔亩车件台项场次店组班日天月年家案处点站师团单]均)[^,，、;]*$/;

/** The levels by each two neighbouring characters of their names, in order. */
type ByPair = ReadonlyMap<number, readonly Known[]>;

function pairsOf(all: readonly Known[]): ByPair {
  const byPair = new Map<number, Known[]>();
  for (const known of all) {
    if (!known.amount || known.approximate || known.role !== "level") continue;
    for (const pair of pairsIn(known.name)) {
      const others = byPair.get(pair);
      if (others === undefined) byPair.set(pair, [known]);
      else if (others.at(-1) !== known) others.push(known);
    }
  }
  return byPair;
}

/** Each two neighbouring Chinese characters of some words, as one number. */
function pairsIn(words: string): number[] {
  const pairs: number[] = [];
  let before = -1;
  for (let at = 0; at < words.length; at += 1) {
    const han = words.charCodeAt(at) - FIRST_HAN;
    const isHan = han >= 0 && han < HAN;
    if (isHan && before >= 0) pairs.push(before * HAN + han);
    before = isHan ? han : -1;
  }
  return pairs;
}

const [FIRST_HAN, HAN] = [0x4e00, 0x9fa5 - 0x4e00 + 1];

function named(byPair: ByPair, words: string, before: Known): readonly Known[] {
  const held = new Map<Known, number>();
  for (const pair of pairsIn(words.slice(-LONGEST).replace(SAID_OF_ALL, " "))) {
    const others = byPair.get(pair) ?? [];
    const to = firstFrom(others, before.index);
    for (let at = 0; at < to; at += 1) {
      // the first, which often are of all, and the last, which are near
      if (at === FIRST && to > FIRST + LAST) at = to - LAST;
      const other = others[at] as Known;
      held.set(other, (held.get(other) ?? 0) + 1);
    }
  }
  const best: Known[] = [];
  for (const [known, pairs] of held) {
    const isBetter = (it: Known) => {
      const own = held.get(it) ?? 0;
      return own < pairs || (own === pairs && it.index < known.index);
    };
    const at = best.findIndex(isBetter);
    if (at >= 0) best.splice(at, 0, known);
    else best.push(known);
    best.length = Math.min(best.length, BEST);
  }
  return best;
}

const [LONGEST, FIRST, LAST, BEST] = [24, 3, 8, 3];

/** How many characters of a sentence tell what it is about. */
const HEAD = 24;

/** How many of some numbers in order stand before an index. */
function firstFrom(some: readonly Known[], index: number): number {
  let low = 0;
  let high = some.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((some[middle] as Known).index < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For each number the largest exact level of its kind up to it: 常住人口523486人, of which the others are parts. */
function largestOf(all: readonly Known[]): (Known | undefined)[] {
  const byKind = new Map<string, Known>();
  return all.map((known) => {
    const most = byKind.get(known.kind);
    const counts = known.amount && !known.approximate && known.role === "level";
    if (counts && (most === undefined || most.value < known.value)) byKind.set(known.kind, known);
    return byKind.get(known.kind);
  });
}

/** For each claim, how many semicolons of the text stand before it. */
function semicolonsBefore({ text, claims }: Relations): number[] {
  const counts: number[] = [];
  let [count, at] = [0, 0];
  for (const { quantity } of claims) {
    for (; at < quantity.start; at += 1) if (text.charAt(at) === ";") count += 1;
    counts.push(count);
  }
  return counts;
}
