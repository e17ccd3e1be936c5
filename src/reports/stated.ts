import type { QuantityMention } from "../claims/index.ts";
import { Decimal, Interval, type Unit, unitWritten } from "../quantity/index.ts";

/** What a written quantity stands for, ready to be held against an observation. */
export interface Stated {
  /** every value that the text may be written for, in the written unit */
  readonly interval: Interval;
  /** null where no unit is written, or one that `quantity/` cannot convert */
  readonly unit: Unit | null;
  /** what the unit measures; null where none is written */
  readonly dimension: string | null;
  /** its digits as written, with their separators; null where there are none (一万余名) or two (5—8名) */
  readonly numeral: string | null;
  /** digits after the point */
  readonly decimals: number;
  /** what the digits are multiplied by: a hundred million for 3.5亿 */
  readonly scale: Decimal;
}

/**
 * What a quantity that was read from `text` says of the value behind it. A plain number stands for all that
 * rounds to it at the place to which it was written: 3.5亿 for [3.45亿, 3.55亿), 97.4% for [97.35, 97.45).
 * Approximate words have their own interval: 60余 is (60, 70), and nothing beside it.
 */
export function statedBy(mention: QuantityMention, text: string): Stated {
  const { value, place, possible, approximation, kind, unit, dimension } = mention;
  const numerals = text.slice(...mention.number).match(NUMERAL) ?? [];
  const numeral = numerals.length === 1 ? (numerals[0] ?? null) : null;
  // 翻一番 and 增长2倍 are read by a rule of their own, and so is what they stand for
  const plain = approximation === null && kind !== "multiple";
  return {
    interval: plain ? Interval.rounding(value, place) : possible,
    unit: unitWritten(unit),
    dimension: unit === "" ? null : dimension,
    numeral,
    decimals: numeral?.split(/[.．]/)[1]?.length ?? 0,
    scale: (numeral !== null && value.abs().divideExactly(digitsOf(numeral))) || Decimal.ONE,
  };
}

const NUMERAL = /[\d０-９](?:[\d０-９]|[,，](?=[\d０-９]{3}))*(?:[.．][\d０-９]+)?/g;

function digitsOf(numeral: string): Decimal {
  return Decimal.of(numeral.replace(/[,，]/g, "").normalize("NFKC"));
}
