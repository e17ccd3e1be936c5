import { unitWritten } from "../../quantity/index.ts";
import { countFirst } from "../binary-search.ts";
import { isChange } from "../checks/groups.ts";
import { CHANGE, OTHER } from "../derived/change-words.ts";
import type { Claim, Relations } from "../relate.ts";
import { type WordWeights, weightsOfWords } from "./chance.ts";
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
  /** whether these are of another time, or of what a level is held against */
  readonly ofThen: boolean;
  /** its last one and two characters before it, the first two of its words, and the marks on both sides */
  readonly around: readonly string[];
  /** what those of them weigh that tell anything */
  readonly words: readonly WordWeights[];
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
  /** the percentages before one whose names have most in common with its own; at most three */
  namedRatios(known: Known): readonly Known[];
  /** the largest level of a number's kind up to it; itself where there is none before */
  largest(known: Known): Known;
  /** the largest level of a kind before a number */
  largestOf(kind: string, before: Known): Known | undefined;
  /** the words that a number's sentence begins with, before its first number, and the amounts named like them */
  headOf(known: Known): Head;
  /** whether a number is an item of a list: its words follow the mark 、 */
  isListed(known: Known): boolean;
  /** in how many brackets a number stands */
  depthOf(known: Known): number;
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
  const all: Known[] = [];
  for (const claim of relations.claims) all.push(knownOf(relations, claim, all.at(-1)));
  const byPair = pairsOf(all.filter((it) => it.amount && !it.approximate && it.role === "level"));
  const ratiosByPair = pairsOf(all.filter((it) => !it.approximate && it.role === "ratio"));
  const held = new Uint8Array(all.length);
  const firsts: Known[] = [];
  const heads: Head[] = [];
  for (const known of all) firsts[known.sentence] ??= known;
  const largest = largestOf(all);
  const { semicolons, depths } = signsBefore(relations);
  return {
    relations,
    all,
    largest: (known) => largest.up[known.index] ?? known,
    largestOf: (kind, { index }) => {
      const rising = largest.of.get(kind) ?? [];
      return rising[firstFrom(rising, index) - 1];
    },
    named: (words, before) => named(byPair, held, words, before),
    namedRatios: (known) => named(ratiosByPair, held, known.name, known),
    headOf: ({ sentence }) => {
      const first = firsts[sentence] as Known;
      const from = relations.sentences[sentence]?.start ?? 0;
      const words = text.slice(from, Math.min(first.start, from + HEAD));
      heads[sentence] ??= { words, named: named(byPair, held, words, first) };
      return heads[sentence];
    },
    // 养殖、捕捞各为13.6万吨和6.1万吨: the names are listed, not the number
    isListed: ({ claim: { before, quantity } }) =>
      text.charAt(quantity.start - before.length - 1) === "、" && !/各为?$|分别|依次/.test(before),
    depthOf: ({ index }) => depths[index] ?? 0,
    apart: (one, other) => semicolons[one.index] !== semicolons[other.index],
    between: (from, to) => text.slice(Math.max(0, from), to.start),
  };
}

function knownOf({ text }: Relations, claim: Claim, last: Known | undefined): Known {
  const { kind, unit, dimension, value, possible, place, approximation, start, end } = claim.quantity;
  const amount = kind === "quantity" || kind === "duration";
  const measured = amount && MEASURED.has(dimension) ? unitWritten(unit) : null;
  const factor = measured === null ? 1 : measured.factor.toNumber();
  const number = value.toNumber() * factor;
  const step = place.toNumber() * factor;
  // 控制在限额18.6亿元以内: the limit itself is exact
  const isLimit = approximation === "at-most" && /限额$/.test(claim.before);
  const isCounted = kind === "quantity" && step <= 1 && Number.isInteger(number);
  const first = claim.before === "" ? firstOfTwo(text, claim, last) : null;
  const before = first?.before ?? claim.before;
  const wordsStart = start - claim.before.length;
  const own = `${before.replace(SAID_OF_ALL, " ")} ${claim.ownSubject ? claim.subject : ""} ${/^[一-龥]*/.exec(claim.after.slice(0, 8))?.[0] ?? ""}`;
  // 人均可支配收入由20147元增加到21457元: of the same thing
  const from = last !== undefined && REACHED.test(before) && isJoined(text, last, wordsStart) ? last : null;
  const around = [
    `…${before.slice(-1)}`,
    `…${before.slice(-2)}`,
    `${before.slice(0, 2)}…`,
    `${text.charAt(wordsStart - 1)}_`,
    `_${text.charAt(end)}`,
  ].filter((word, at, all) => all.indexOf(word) === at);
  // 覆盖率由21.4%提高到24.9%
  const ownWords = from !== null && !amount && !from.amount ? from.before : before;
  return {
    claim,
    index: claim.index,
    value: number,
    low: isLimit ? number - step / 2 : possible.low.toNumber() * factor,
    high: possible.high === null ? Number.POSITIVE_INFINITY : possible.high.toNumber() * factor,
    place: step,
    digits: approximation === null ? digitsOf(number, step, isCounted) : null,
    kind: measured === null ? `${kind} ${ALIKE[unit] ?? unit}` : measured.dimension,
    // 动物防疫624万元、种业提升415万元: an item of a list is no change
    role:
      first !== null
        ? first.role
        : text.charAt(wordsStart - 1) === "、" && amount
          ? "level"
          : from?.amount === true && from.amount === amount
            ? from.role
            : roleOf(claim),
    amount,
    // 每户3000元起
    approximate:
      (approximation !== null && !isLimit) ||
      MILESTONE.test(before) ||
      /^[元万亿]起(?!诉)/.test(text.slice(end - 1, end + 2)),
    name: from === null ? own : `${from.name} ${own}`,
    before: ownWords,
    ofThen: OTHER.test(ownWords),
    around,
    words: weightsOfWords(around),
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
  只: "头",
  头只: "头",
  匹: "头",
  峰: "头",
};
const SAID_OF_ALL =
  /其中|累计|完成|实现|合计|共计|总计|达到|增长|下降|同比|比上年|较上年|分别|全[区县市省镇乡年]|[元人]/g;

/** 由97家增加到110家: what a level became, told right behind what it was. */
const REACHED = /(?:[至到]|调整为|变[为成]|增为|降为|提为)(?:了|现在的?|目前的?|(?:19|20)\d{2}年的?)?$/;

/** 年初在册5240户、8646人: the second of two numbers of one thing is told by the words of the first. */
function firstOfTwo(text: string, { quantity }: Claim, last: Known | undefined): Known | null {
  if (last === undefined || last.claim.quantity.kind !== "quantity" || quantity.kind !== "quantity")
    return null;
  if (last.claim.quantity.dimension === quantity.dimension) return null;
  return /^、?$/.test(text.slice(last.end, quantity.start)) ? last : null;
}

function isJoined(text: string, last: Known, start: number): boolean {
  return start - last.end <= 8 && !/[,;。、:()]/.test(text.slice(last.end, start + 1));
}

function roleOf(claim: Claim): Role {
  const { kind } = claim.quantity;
  if (kind === "points" || kind === "multiple") return kind;
  if (kind === "ratio") return CHANGE.test(claim.before) || /^折合$/.test(claim.before) ? "growth" : "ratio";
  if (REACHED.test(claim.before) || BALANCE.test(claim.before)) return "level";
  // 核酸检测1680万元、…、其余支出230万元: the last of a list
  if (/^其余/.test(claim.before)) return "level";
  if (isChange(claim) || CHANGE.test(claim.before)) return "change";
  // 筹资标准为每人每年1020元: what its parts make up
  if (/标准(?:为)?每人每[年月]$/.test(claim.before)) return "level";
  return MEAN.test(claim.before) && !POPULATION.test(claim.before) ? "mean" : "level";
}

/** 迈上20亿元台阶: what was passed, not what it came to. */
const MILESTONE = /(?:突破|迈上|迈过|跨上|跨过|跨越|站上|登上|冲破|跃上)$/;

/** What was left over of all years, or of the last. */
const BALANCE = /(?:滚存|累计|上年|年初|期初)[^,;]{0,4}(?:结余|结存|结转|余额)(?:资金)?(?:达到?|为)?$/;

/** 年平均人口: a level that others are held against. */
const POPULATION = /平均(?:常住|户籍)?人口(?:为|约)?$/;

/** What a mean is told over in one character: 户均, 校均. */
export const EACH_OF = "人户村镇校笔亩车件台项场次店组班家案处点站师团单生床例座";
const MEAN = new RegExp(`(?:平均|每|[${EACH_OF}日天月年]均)[^,，、;]*$`);

/** Numbers by each two neighbouring characters of their names, in order. */
type ByPair = ReadonlyMap<number, readonly Known[]>;

function pairsOf(some: readonly Known[]): ByPair {
  const byPair = new Map<number, Known[]>();
  for (const known of some) {
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

/** The best of some numbers by a name's pairs; `held` counts for each of the text, and is left at nought. */
function named(byPair: ByPair, held: Uint8Array, words: string, before: Known): readonly Known[] {
  const some: Known[] = [];
  for (const pair of pairsIn(words.slice(-LONGEST).replace(SAID_OF_ALL, " "))) {
    const others = byPair.get(pair) ?? [];
    const to = firstFrom(others, before.index);
    for (let at = 0; at < to; at += 1) {
      // the first, which often are of all, and the last, which are near
      if (at === FIRST && to > FIRST + LAST) at = to - LAST;
      const other = others[at] as Known;
      const pairs = held[other.index] ?? 0;
      if (pairs === 0) some.push(other);
      held[other.index] = pairs + 1;
    }
  }
  const best: Known[] = [];
  for (const known of some) {
    const pairs = held[known.index] ?? 0;
    const isBetter = ({ index }: Known) => {
      const own = held[index] ?? 0;
      return own < pairs || (own === pairs && index < known.index);
    };
    const at = best.findIndex(isBetter);
    if (at >= 0) best.splice(at, 0, known);
    else if (best.length < BEST) best.push(known);
    if (best.length > BEST) best.pop();
  }
  for (const { index } of some) held[index] = 0;
  return best;
}

const [LONGEST, FIRST, LAST, BEST] = [24, 3, 8, 3];

/** How many characters of a sentence tell what it is about. */
const HEAD = 24;

/** How many of some numbers in order stand before an index. */
function firstFrom(some: readonly Known[], index: number): number {
  return countFirst(some, (it) => it.index < index);
}

/** For each number the largest exact level of its kind up to it: 常住人口523486人, of which the others are parts. */
function largestOf(all: readonly Known[]): {
  readonly up: readonly (Known | undefined)[];
  readonly of: ReadonlyMap<string, readonly Known[]>;
} {
  const byKind = new Map<string, Known[]>();
  const up = all.map((known) => {
    const rising = byKind.get(known.kind);
    const most = rising?.at(-1);
    const counts = known.amount && !known.approximate && known.role === "level";
    if (!counts || (most !== undefined && most.value >= known.value)) return most;
    if (rising === undefined) byKind.set(known.kind, [known]);
    else rising.push(known);
    return known;
  });
  return { up, of: byKind };
}

/** For each claim, how many semicolons stand before it, and in how many brackets it stands. */
function signsBefore({ text, claims }: Relations): {
  readonly semicolons: readonly number[];
  readonly depths: readonly number[];
} {
  const [semicolons, depths]: [number[], number[]] = [[], []];
  let [semicolon, depth, at] = [0, 0, 0];
  for (const { quantity } of claims) {
    for (; at < quantity.start; at += 1) {
      const sign = text.charCodeAt(at);
      if (sign === SEMICOLON) semicolon += 1;
      else if (sign === OPENING) depth += 1;
      else if (sign === CLOSING) depth -= 1;
    }
    semicolons.push(semicolon);
    depths.push(depth);
  }
  return { semicolons, depths };
}

const [SEMICOLON, OPENING, CLOSING] = [";", "(", ")"].map((sign) => sign.charCodeAt(0));
