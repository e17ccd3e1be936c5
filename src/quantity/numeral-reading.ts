import { Decimal } from "./decimal.ts";
import { type Token, tokensOf } from "./numeral-tokens.ts";

/** A numeral's value, and the place down to which its writer wrote it. */
export interface NumeralReading {
  readonly value: Decimal;
  /**
   * The place of the last digit that was meant: 0.1亿 for 3.5亿 and 1万 for 1200万, as their writers chose;
   * 1 for 1200; the last digit that is not zero for Chinese words (一万二千: 1000).
   */
  readonly place: Decimal;
}

/**
 * The value of a text that is one whole numeral, in Arabic digits, Chinese ones or both: 一万二千, 两百零五,
 * 二〇二一, 3.5亿, 5万4千6百, １，２００, 负三点五. Financial (壹贰叁) and traditional (萬億) characters are
 * read as well; spaces may stand between characters, but not within Arabic digits.
 *
 * Null for a text that is anything else, and for one with two readings: 三四 (3 or 4, or 34), 66千 (66 thousand,
 * or the head of 66千伏), 5兆 (10^12, or 10^6), 百 and 万 alone (in 百姓, 万一). Never a guess.
 */
export function readNumeral(text: string): Decimal | null {
  return readNumeralWithPlace(text)?.value ?? null;
}

/** Like {@link readNumeral}, with the place that the value was written to. */
export function readNumeralWithPlace(text: string): NumeralReading | null {
  const read = tokensOf(text);
  if (read === null) return null;
  const reading = withoutSign(read.tokens);
  if (reading === null || !read.negative) return reading;
  return { value: reading.value.negated(), place: reading.place };
}

/** A fraction in words, not divided out: 三分之二 has no exact decimal. */
export interface Fraction {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

/**
 * Reads 三分之二, 百分之五十五点五, 千分之三, 一又二分之一. Null for a text that is anything else, and for a
 * denominator that is not above zero. 负 before the whole makes all of it negative.
 */
export function readFraction(text: string): Fraction | null {
  const match = FRACTION.exec(text);
  if (match === null) return null;
  const [, minus, whole, under = "", over = ""] = match;
  // 百分之, 千分之, 万分之: the one before them is left out
  const denominator = readNumeral(under) ?? readNumeral(`一${under.trim()}`);
  const numerator = readNumeral(over);
  const units = whole === undefined ? Decimal.ZERO : readNumeral(whole);
  if (denominator === null || numerator === null || units === null || denominator.sign() <= 0) return null;
  const total = numerator.plus(units.times(denominator));
  return { numerator: minus === undefined ? total : total.negated(), denominator };
}

const FRACTION = /^\s*([-－负負])?(?:([^又]+)又)?([^又之]+?)\s*分\s*之([^之]+)$/u;

function withoutSign(tokens: readonly Token[]): NumeralReading | null {
  const point = tokens.findIndex((token) => token.kind === "point");
  if (point >= 0) return withPoint(tokens.slice(0, point), tokens.slice(point + 1));
  const [first, ...rest] = tokens;
  if (first?.kind === "arabic") {
    const scale = scaleOf(rest);
    if (scale !== null) {
      const value = Decimal.of(first.digits + (first.fraction === "" ? "" : `.${first.fraction}`));
      return { value: value.times(scale), place: scale.times(Decimal.powerOfTen(-first.fraction.length)) };
    }
  }
  if (tokens.some((token) => token.kind === "arabic" && token.fraction !== "")) return null;
  const whole = digitString(tokens) ?? wholeNumber(tokens, true);
  if (whole === null) return null;
  const value = Decimal.of(whole);
  return { value, place: value.lastPlace() };
}

/** 三点五亿, 两千万点五: digits after 点, and a scale after them only where none stands before it. */
function withPoint(before: readonly Token[], after: readonly Token[]): NumeralReading | null {
  const end = after.findIndex((token) => token.kind !== "digit" || token.two);
  const digits = end < 0 ? after : after.slice(0, end);
  const scale = end < 0 ? Decimal.ONE : scaleOf(after.slice(end));
  if (digits.length === 0 || scale === null) return null;
  if (before.some((token) => token.kind === "arabic")) return null;
  if (end >= 0 && before.some((token) => token.kind === "rank" && token.rank >= 4)) return null;
  const whole = wholeNumber(before, true);
  if (whole === null) return null;
  const fraction = digits.map((token) => (token.kind === "digit" ? token.value : "")).join("");
  return {
    value: Decimal.of(`${whole}.${fraction}`).times(scale),
    place: scale.times(Decimal.powerOfTen(-fraction.length)),
  };
}

/** 1 for no tokens, the product of 万, 亿 and 万亿; null for anything else. */
function scaleOf(tokens: readonly Token[]): Decimal | null {
  const [first, second] = tokens;
  if (first === undefined) return Decimal.ONE;
  if (first.kind !== "rank" || (first.rank !== 4 && first.rank !== 8) || tokens.length > 2) return null;
  if (second === undefined) return Decimal.powerOfTen(first.rank);
  return first.rank === 4 && second.kind === "rank" && second.rank === 8 ? Decimal.powerOfTen(12) : null;
}

/** 二〇二一, 〇二: digits one after another; fewer than four without a zero could as well be 三四 (3 or 4). */
function digitString(tokens: readonly Token[]): bigint | null {
  if (tokens.length < 2) return null;
  const values = tokens.map((token) => (token.kind === "digit" && !token.two ? token.value : null));
  if (values.includes(null) || (values.length < 4 && !values.includes(0))) return null;
  return BigInt(values.join(""));
}

/**
 * Splits at the highest rank: what stands before it says how many of them, what follows is less than one.
 * Every level of a Chinese numeral, from 十 to 兆, is built in this way.
 */
function wholeNumber(tokens: readonly Token[], atStart: boolean): bigint | null {
  const [first] = tokens;
  if (first === undefined) return null;
  const highest = tokens.reduce(
    (most, token) => (token.kind === "rank" ? Math.max(most, token.rank) : most),
    0,
  );
  if (highest === 0) return tokens.length === 1 ? digitOf(first) : null;
  const at = tokens.findIndex((token) => token.kind === "rank" && token.rank === highest);
  const rank = tokens[at];
  if (rank?.kind !== "rank") return null;
  const after = tokens.slice(at + 1);
  if (after.some((token) => token.kind === "rank" && token.rank === highest)) return null;
  // 兆 is 10^12 only where 亿 follows it; alone it can be the 10^6 of the metric system
  if (highest === 12 && !after.some((token) => token.kind === "rank" && token.rank === 8)) return null;
  const many = rank.times ?? howMany(tokens.slice(0, at), highest, atStart, after);
  if (many === null || (rank.times !== undefined && at > 0)) return null;
  const rest = remainder(after, highest);
  return rest === null ? null : many * 10n ** BigInt(highest) + rest;
}

function howMany(
  before: readonly Token[],
  rank: number,
  atStart: boolean,
  after: readonly Token[],
): bigint | null {
  const [first] = before;
  // 十 never needs its one; 百 and 千 may leave it out as the head of a longer numeral: 百三
  if (first === undefined) return rank === 1 || (rank < 4 && atStart && after.length > 0) ? 1n : null;
  const alone = before.length === 1;
  if (rank < 4) {
    const digit = alone && !(rank === 1 && isTwo(first)) ? digitOf(first) : null;
    return digit !== null && digit >= 1n && digit <= 9n ? digit : null;
  }
  // 十万 anywhere; 百万, 千亿, 万亿 as the head
  if (alone && first.kind === "rank" && first.times === undefined && first.rank < rank)
    return first.rank === 1 || atStart ? 10n ** BigInt(first.rank) : null;
  const many = wholeNumber(before, atStart);
  // 12345万 is written, 一万二千三百四十五万 is not
  const most = alone && first.kind === "arabic" ? null : 10n ** BigInt(rank === 4 ? 4 : 8);
  return many !== null && many > 0n && (most === null || many < most) ? many : null;
}

/**
 * What follows a rank, below it: 零五 is 5, 五 alone counts the rank below (四百五), 五十 what it says.
 * A 零 that stands for no missing place (四千万零六千) changes nothing.
 */
function remainder(after: readonly Token[], rank: number): bigint | null {
  const [first, second] = after;
  if (first === undefined) return 0n;
  const zero = first.kind === "digit" && first.value === 0;
  if (zero && rank === 1) return null;
  const rest = zero ? after.slice(1) : after;
  if (rest.length === 1) {
    const [only] = rest;
    if (only?.kind === "digit") {
      if (only.two || only.value === 0) return null;
      return zero ? BigInt(only.value) : BigInt(only.value) * 10n ** BigInt(rank - 1);
    }
    // without a 零, 3万40 could be 3万零40 or 3万4千
    if (only?.kind === "arabic" && !zero && only.digits.length !== rank) return null;
  }
  if (zero && second?.kind === "digit" && second.value === 0) return null;
  const value = wholeNumber(rest, false);
  return value !== null && value > 0n && value < 10n ** BigInt(rank) ? value : null;
}

function isTwo(token: Token): boolean {
  return token.kind === "digit" && token.two;
}

function digitOf(token: Token): bigint | null {
  if (token.kind === "digit") return BigInt(token.value);
  return token.kind === "arabic" ? BigInt(token.digits) : null;
}
