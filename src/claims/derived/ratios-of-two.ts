import { Decimal } from "../../quantity/index.ts";
import type { Finding } from "../checks/finding.ts";
import { addable, claimsBefore, isLevel, sentenceAt, spansOf, textOf } from "../checks/groups.ts";
import type { Claim, Relations } from "../relate.ts";
import { isExact, slipChance } from "./near.ts";

/**
 * A ratio of two amounts that stand side by side before it, or one of which it names: 招聘126名,报名3402人,报录比27:1;
 * 护理员729名,与入住老人之比为1:7.
 */
export function checkRatiosOfTwo(relations: Relations, told: readonly Finding[]): Finding[] {
  const settled = new Set(told.flatMap(({ spans }) => spans.map(([, end]) => end)));
  return [...relations.text.matchAll(RATIO)].flatMap((match) => {
    const end = match.index + match[0].length;
    const start = match.index - (match[1]?.length ?? 0);
    const place = sentenceAt(relations, start);
    const [, before = "", cue = "", one = "", other = ""] = match;
    const words = before + cue;
    if (settled.has(end) || place === null || OTHER_TIME.test(words)) return [];
    const near = claimsBefore(relations, start, BACK)
      .filter((claim) => claim.paragraph === place.sentence.paragraph && isRatioed(claim))
      .toReversed();
    const ratio = ratioOf(near, [one, other], end);
    return ratio === null ? [] : (judge(relations, ratio, words) ?? []);
  });
}

const RATIO =
  /(?<=([^,，;。:\d]{1,16}))(比例?)(?:约?为|达到?|是|缩小[至到为]|扩大[至到为]|优化为|降[至到为])?(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)(?![\d.:])/g;
const OTHER_TIME = /上年|去年|同期|按|最/;

interface Ratio {
  readonly place: readonly [number, number];
  readonly written: string;
  readonly one: Decimal;
  readonly other: Decimal;
  /** the amounts before it, the nearest first */
  readonly near: readonly Claim[];
}

function ratioOf(near: readonly Claim[], [one, other]: readonly [string, string], end: number): Ratio | null {
  const [a, b] = [Decimal.of(one), Decimal.of(other)];
  if (a.isZero() || b.isZero()) return null;
  const place = [end - one.length - 1 - other.length, end] as const;
  return { place, written: `${one}:${other}`, one: a, other: b, near };
}

const BACK = 10;

/** Amounts, and amounts a head, of now. */
function isRatioed(claim: Claim): boolean {
  return isExact(claim) && isLevel(claim);
}

interface Pair {
  readonly over: Claim;
  readonly under: Claim;
}

function judge(relations: Relations, ratio: Ratio, words: string): Finding | null {
  // 按6:4分担: a split that was set
  if (!ratio.one.equals(Decimal.ONE) && !ratio.other.equals(Decimal.ONE) && !/之比/.test(words)) return null;
  const pairs = pairsOf(ratio.near, words);
  const fitting = pairs.find((pair) => holdsFor(ratio, pair));
  if (fitting !== undefined) return result(relations, ratio, fitting, true);
  // of others than the two right before it nothing is said
  const [last] = ratio.near;
  if (last !== undefined && !/[二两]者|[二两]项/.test(words) && fitsAnother(relations, ratio, last))
    return null;
  const wrong = pairs.find(
    ({ over, under }) =>
      (over === last || under === last) &&
      (pairs.length === 1 || Math.abs(over.index - under.index) === 1) &&
      isClose(ratio, { over, under }),
  );
  return wrong === undefined ? null : result(relations, ratio, wrong, false);
}

/** 小学在校生12.95万人…合计19.38万人…专任教师7620人,生师比17:1: another amount of the paragraph that gives the ratio. */
function fitsAnother({ claims }: Relations, ratio: Ratio, last: Claim): boolean {
  return claims
    .slice(Math.max(0, last.index - PARAGRAPH), last.index)
    .filter((it) => it.paragraph === last.paragraph && isRatioed(it) && !ratio.near.slice(0, 2).includes(it))
    .some((it) => holdsFor(ratio, { over: it, under: last }) || holdsFor(ratio, { over: last, under: it }));
}

const PARAGRAPH = 24;

/** The pairs that a ratio can be of: the one that it names, the two before 二者, or any two of the nearest in either order. */
function pairsOf(near: readonly Claim[], words: string): Pair[] {
  const [last, second] = near;
  if (last === undefined || second === undefined) return [];
  const named = /与([一-龥]{2,6}?)(?:人?数)?之比/.exec(words)?.[1];
  const under = named === undefined ? undefined : near.find((it) => it.before.includes(named));
  if (named !== undefined) {
    const found = under !== undefined && under !== last && areAlike(last, under);
    return found ? [{ over: last, under }] : [];
  }
  if (/[二两]者之比|[二两]项之比/.test(words))
    return areAlike(second, last) ? [{ over: second, under: last }] : [];
  const few = near.slice(0, FEW);
  return few.flatMap((over) =>
    few.flatMap((under) => (over !== under && areAlike(over, under) ? [{ over, under }] : [])),
  );
}

/** How many amounts before it a ratio can be of. */
const FEW = 4;

/** Persons and persons, things and things, money and money. */
function areAlike(one: Claim, other: Claim): boolean {
  return (
    addable(one, other) ||
    (one.quantity.dimension === other.quantity.dimension && one.quantity.dimension === "count")
  );
}

/** What the larger side of the ratio would be, to the smaller one as told. */
function exactOf({ one, other }: Ratio, { over, under }: Pair): { exact: Decimal | null; stated: Decimal } {
  const [a, b] = [over.quantity.value, under.quantity.value];
  const first = one.compare(other) >= 0;
  const [large, small, x, y] = first ? [a, b, other, one] : [b, a, one, other];
  return { exact: small.isZero() ? null : large.times(x).divide(small, 6), stated: y };
}

function holdsFor(ratio: Ratio, pair: Pair): boolean {
  const { exact, stated } = exactOf(ratio, pair);
  if (exact === null) return false;
  return stated.minus(exact).abs().times(Decimal.of(2)).compare(placeOf(stated)) <= 0;
}

function placeOf(value: Decimal): Decimal {
  return Decimal.powerOfTen(-(value.toString().split(".")[1] ?? "").length);
}

/** A ratio that is a slip of the true one, or within a few times of it. */
function isClose(ratio: Ratio, pair: Pair): boolean {
  const { exact, stated } = exactOf(ratio, pair);
  if (exact === null || exact.isZero()) return false;
  if (slipChance(stated, exact, (stated.toString().split(".")[1] ?? "").length) !== null) return true;
  return exact.times(THREE).compare(stated) >= 0 && stated.times(THREE).compare(exact) >= 0;
}

const THREE = Decimal.of(3);

function result(relations: Relations, ratio: Ratio, { over, under }: Pair, holds: boolean): Finding {
  const [a, b] = [textOf(relations, over), textOf(relations, under)];
  const { exact, stated } = exactOf(ratio, { over, under });
  const told = exact?.round(2).toString() ?? "?";
  const sides = ratio.one.compare(ratio.other) >= 0 ? `${told}:${ratio.other}` : `${ratio.one}:${told}`;
  return {
    rule: "share",
    verdict: holds ? "consistent" : "inconsistent",
    spans: [...spansOf([over, under]), ratio.place],
    arithmetic: `${a} : ${b} = ${sides} ${holds ? (exact?.equals(stated) ? "=" : "≈") : "≠"} ${ratio.written}`,
    message: holds
      ? { zh: "比例与两数相符", en: "the ratio agrees with its two numbers" }
      : {
          zh: `按前后两数计算应为${sides}，文中为${ratio.written}`,
          en: `the two numbers give ${sides}, the text says ${ratio.written}`,
        },
  };
}
