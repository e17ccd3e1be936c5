/** What kind of number a mention is. */
export type QuantityKind = "quantity" | "ratio" | "points" | "multiple" | "duration";

/** A quantity that the reader found in prose. Offsets are UTF-16, end exclusive; `text === prose.slice(start, end)`. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** decimal strings in base numbers: 3.5亿元 → "350000000"; 6.8% → "6.8" with unit "%" */
  readonly low: string;
  /** decimal string, or "inf" */
  readonly high: string;
  /** whether low and high themselves are out: 60余 is (60, 70) */
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
  /** the unit as written, empty where there is none */
  readonly unit: string;
  /** dimension of the unit as `quantity/` names it: count, person, money, length, area, ratio, time … */
  readonly dimension: string;
  readonly kind: QuantityKind;
  readonly approx: boolean;
}

/** A quantity with what it counts, when, and against what: words of the text, or `none` where it does not say. */
export interface CountedQuantity extends Quantity {
  /** what is counted or measured: 线索 */
  readonly counts: string;
  /** the words that say when: 截至目前, 2018年 */
  readonly period: string;
  /** the words that say against what: 同比, 比上年 */
  readonly comparison: string;
}

/** A quantity as `check --json` prints it. */
export type StatedQuantity = Omit<CountedQuantity, "lowOpen" | "highOpen">;

/** A statement that an indicator could measure and that gives no figure: 稳步增长. */
export interface VagueStatement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
