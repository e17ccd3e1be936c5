import type { Approximation, Decimal, Interval } from "../../quantity/index.ts";
import type { QuantityKind } from "../reading.ts";

/**
 * What a numeral of prose is, where it is no quantity: a date, time or time span (2018年, 五年来); an ordinal,
 * grade or serial number (第三条, 二级, （二）); a name or code (四包一推进, 12345, 〔2021〕29号); an indefinite (一个,
 * 多个, 一次次); or a part of a word (千方百计, 进一步).
 */
export type OtherKind = "date" | "ordinal" | "name" | "indefinite" | "lexical";

/** A quantity as it stands in a text; offsets are UTF-16, end exclusive, and hold in the original text, too. */
export interface QuantityMention {
  readonly start: number;
  readonly end: number;
  readonly kind: QuantityKind;
  /** what the words state, in base numbers: 60余 (60, 70); 3.5亿 exactly 350000000 */
  readonly stated: Interval;
  /** what correct rounding lets the stated value stand for: 3.5亿 [345000000, 355000000) */
  readonly possible: Interval;
  /** the number as written, without its approximation */
  readonly value: Decimal;
  /** the place down to which it was written: 0.1亿 for 3.5亿 */
  readonly place: Decimal;
  readonly unit: string;
  readonly dimension: string;
  /** how it is approximate: by a word, or as two numbers or a numeral like 十几 (`range`); null where it is exact */
  readonly approximation: Approximation | "range" | null;
  /** where the number's own characters begin and end, without approximation and unit */
  readonly number: readonly [start: number, end: number];
  /** whether words of approximation stand after the unit: 以上, 左右 */
  readonly suffix: string;
  /** the words of approximation before the number: 近, 超过; empty where there are none */
  readonly prefix: string;
}

export interface OtherMention {
  readonly start: number;
  readonly end: number;
  readonly kind: OtherKind;
}

/** What one or more numerals of a text are. */
export type Mention = QuantityMention | OtherMention;

/** Whether a mention is a quantity. */
export function isQuantity(mention: Mention): mention is QuantityMention {
  return "stated" in mention;
}
