import { Decimal, Interval, readNumeral } from "../../quantity/index.ts";
import type { QuantityMention } from "../mentions/mention.ts";

/** Every product of a value of one and a value of the other, divided by a hundred. */
export function percentOf(whole: Interval, percent: Interval): Interval {
  return product(whole, percent).times(HUNDREDTH);
}

const HUNDREDTH = Decimal.of("0.01");

/** Every product of a value of one and a value of the other; where one has no end, both are not below zero. */
export function product(one: Interval, other: Interval): Interval {
  if (one.high === null || other.high === null) return Interval.atLeast(one.low.times(other.low));
  // as nearly all are
  if (one.low.sign() > 0 && other.low.sign() > 0)
    return Interval.of(
      { value: one.low.times(other.low), open: one.lowOpen || other.lowOpen },
      { value: one.high.times(other.high), open: one.highOpen || other.highOpen },
    );
  const ends = (it: Interval) => [
    { value: it.low, open: it.lowOpen },
    { value: it.high as Decimal, open: it.highOpen },
  ];
  // below zero the order of the ends turns round
  const corners = ends(one).flatMap((a) =>
    ends(other).map((b) => ({ value: a.value.times(b.value), open: a.open || b.open })),
  );
  // where two corners meet, the closed one is reached
  const end = (sign: 1 | -1) =>
    corners.reduce((best, it) => {
      const order = sign * it.value.compare(best.value);
      return order > 0 || (order === 0 && best.open) ? it : best;
    });
  const [low, high] = [end(-1), end(1)];
  return low.value.equals(high.value) ? Interval.exactly(low.value) : Interval.of(low, high);
}

/** Every difference of a value of one and a value of the other that is not below zero; null where there is none. */
export function difference(one: Interval, other: Interval): Interval | null {
  const high = one.high?.minus(other.low) ?? null;
  if (high !== null && high.sign() < 0) return null;
  const low = other.high === null ? Decimal.ZERO : one.low.minus(other.high);
  const from = low.sign() < 0 ? Decimal.ZERO : low;
  if (high === null) return Interval.atLeast(from);
  if (from.compare(high) >= 0) return Interval.exactly(high);
  return Interval.of(
    { value: from, open: low.sign() >= 0 && (one.lowOpen || other.highOpen) },
    { value: high, open: one.highOpen || other.lowOpen },
  );
}

export function sumOf(intervals: readonly Interval[]): Interval {
  return intervals.reduce((sum, it) => sum.plus(it), Interval.exactly(Decimal.ZERO));
}

export function totalOf(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, it) => sum.plus(it), Decimal.ZERO);
}

/** Whether a difference is one digit of one number: 9 × 10^n or less of it. */
export function isOneDigit(difference: Decimal): boolean {
  const digits = difference.abs().toString().replace(/[.0]/g, "");
  return digits.length === 1;
}

/** A value in the words of a quantity: with its rank and unit, 189.4亿元. */
export function inWordsOf(
  value: Decimal,
  { text, mention }: { text: string; mention: QuantityMention },
): string {
  const rank = /[万亿]+$/.exec(text.slice(...mention.number))?.[0] ?? "";
  const power = [...rank].reduce((sum, it) => sum + (it === "亿" ? 8 : 4), 0);
  const scaled = value.times(Decimal.powerOfTen(-power));
  return `${scaled}${rank}${mention.unit}`;
}

/** How many decimals a number of so fine a last place is written with. */
export function decimalsOf(place: Decimal): number {
  return (place.toString().split(".")[1] ?? "").length;
}

/** A small number as it is written, in digits or in characters: 12, 两, 十二; 0 where it is none. */
export function writtenCount(words: string): number {
  return Number(/^\d+$/.test(words) ? words : (readNumeral(words === "两" ? "二" : words) ?? 0));
}
