import { Decimal } from "./decimal.ts";

/** An end of an interval: its number, and whether the number itself is out. */
export interface End {
  readonly value: Decimal;
  readonly open: boolean;
}

/**
 * A connected set of decimals, never empty: what a stated or approximate value can stand for.
 * The low end is always there; the high end is null where nothing bounds it.
 *
 * @example Interval.between(Decimal.of(60), Decimal.of(70), "open").toString() // "(60, 70)"
 */
export class Interval {
  readonly low: Decimal;
  /** null: unbounded */
  readonly high: Decimal | null;
  readonly lowOpen: boolean;
  /** true where there is no high end */
  readonly highOpen: boolean;

  private constructor(low: End, high: End | null) {
    this.low = low.value;
    this.lowOpen = low.open;
    this.high = high?.value ?? null;
    this.highOpen = high?.open ?? true;
  }

  /** Throws where nothing would lie between the ends. */
  static of(low: End, high: End | null): Interval {
    if (high !== null) {
      const order = low.value.compare(high.value);
      if (order > 0 || (order === 0 && (low.open || high.open)))
        throw new Error(`nothing lies between ${low.value} and ${high.value}`);
    }
    return new Interval(low, high);
  }

  /** That value and no other. */
  static exactly(value: Decimal): Interval {
    const end = closed(value);
    return new Interval(end, end);
  }

  /** From `low` to `high`; `ends` says which of the two are out. Throws where nothing lies between them. */
  static between(
    low: Decimal,
    high: Decimal,
    ends: "closed" | "open" | "low-open" | "high-open" = "closed",
  ): Interval {
    return Interval.of(
      { value: low, open: ends === "open" || ends === "low-open" },
      { value: high, open: ends === "open" || ends === "high-open" },
    );
  }

  /** That value and everything above it. */
  static atLeast(value: Decimal): Interval {
    return new Interval(closed(value), null);
  }

  /** Everything above that value, and not the value. */
  static above(value: Decimal): Interval {
    return new Interval({ value, open: true }, null);
  }

  /**
   * The values that are written as `value` when they are rounded half-up to a multiple of `place`:
   * 3.5亿, with 0.1亿 for its place, stands for [3.45亿, 3.55亿). A negative value's interval is the mirror image;
   * zero's is open at both ends.
   */
  static rounding(value: Decimal, place: Decimal): Interval {
    const half = place.abs().times(HALF);
    if (half.isZero()) return Interval.exactly(value);
    const low = value.minus(half);
    const high = value.plus(half);
    const sign = value.sign();
    return Interval.between(low, high, sign > 0 ? "high-open" : sign < 0 ? "low-open" : "open");
  }

  /** Whether it is one value alone. */
  isExact(): boolean {
    return this.high !== null && (this.high === this.low || this.low.equals(this.high));
  }

  contains(value: Decimal): boolean {
    const fromLow = value.compare(this.low);
    if (fromLow < 0 || (fromLow === 0 && this.lowOpen)) return false;
    if (this.high === null) return true;
    const toHigh = value.compare(this.high);
    return toHigh < 0 || (toHigh === 0 && !this.highOpen);
  }

  /** Whether every value of `other` is a value of this. */
  includes(other: Interval): boolean {
    const low = this.low.compare(other.low);
    if (low > 0 || (low === 0 && this.lowOpen && !other.lowOpen)) return false;
    if (this.high === null) return true;
    if (other.high === null) return false;
    const high = this.high.compare(other.high);
    return high > 0 || (high === 0 && (!this.highOpen || other.highOpen));
  }

  /** Whether the two have a value in common. */
  overlaps(other: Interval): boolean {
    return beginsBefore(this, other) && beginsBefore(other, this);
  }

  /** All sums of a value of this and a value of `other`. */
  plus(other: Interval): Interval {
    return new Interval(
      { value: this.low.plus(other.low), open: this.lowOpen || other.lowOpen },
      this.high === null || other.high === null
        ? null
        : { value: this.high.plus(other.high), open: this.highOpen || other.highOpen },
    );
  }

  /** Every value times `factor`, which is above zero; throws for another, that would turn or empty it. */
  times(factor: Decimal): Interval {
    if (factor.sign() <= 0) throw new Error(`an interval is scaled by a factor above zero, not ${factor}`);
    return new Interval(
      { value: this.low.times(factor), open: this.lowOpen },
      this.high === null ? null : { value: this.high.times(factor), open: this.highOpen },
    );
  }

  equals(other: Interval): boolean {
    return this.includes(other) && other.includes(this);
  }

  /** `[3.45, 3.55)`, `(60, 70)`, `[100, ∞)`. */
  toString(): string {
    return `${this.lowOpen ? "(" : "["}${this.low}, ${this.high ?? "∞"}${this.highOpen ? ")" : "]"}`;
  }
}

const HALF = Decimal.of("0.5");

function closed(value: Decimal): End {
  return { value, open: false };
}

/** Whether some value of `one` is not above every value of `other`. */
function beginsBefore(one: Interval, other: Interval): boolean {
  if (other.high === null) return true;
  const order = one.low.compare(other.high);
  return order < 0 || (order === 0 && !one.lowOpen && !other.highOpen);
}
