/** How a digit that falls away moves the last one that stays. */
export type Rounding =
  /** 四舍五入: a half goes away from zero; what statistical communiqués use */
  | "half-up"
  /** 四舍六入五成双 (GB/T 8170-2008, 3.2): a half goes to the even neighbour */
  | "half-even";

/**
 * An exact decimal number: an integer coefficient divided by a power of ten. Immutable; never a float.
 * Decimals of the same value are equal however many zeros they were written with.
 *
 * @example Decimal.of("0.1").plus(Decimal.of("0.2")).toString() // "0.3"
 */
export class Decimal {
  /** the value is `#coefficient` ÷ 10^`#decimals`; `#decimals` ≥ 0, trailing zeros allowed */
  readonly #coefficient: bigint;
  readonly #decimals: number;

  private constructor(coefficient: bigint, decimals: number) {
    this.#coefficient = coefficient;
    this.#decimals = decimals;
  }

  static readonly ZERO = new Decimal(0n, 0);
  static readonly ONE = new Decimal(1n, 0);
  static readonly TEN = new Decimal(10n, 0);
  static readonly HUNDRED = new Decimal(100n, 0);

  /**
   * Reads plain decimal text: digits, at most one point with digits on both sides, a minus before them.
   * No plus sign, exponent, separators or spaces. Null for everything else, and for more than 1,000 characters.
   */
  static parse(text: string): Decimal | null {
    if (text.length > LONGEST || !PLAIN.test(text)) return null;
    const point = text.indexOf(".");
    if (point < 0) return new Decimal(BigInt(text), 0);
    return new Decimal(BigInt(text.slice(0, point) + text.slice(point + 1)), text.length - point - 1);
  }

  /** The decimal of a literal. Throws where text is not plain decimal or a number is not a safe integer. */
  static of(value: string | number | bigint): Decimal {
    if (typeof value === "bigint") return new Decimal(value, 0);
    if (typeof value === "number") {
      if (!Number.isSafeInteger(value)) throw new Error(`not a whole number that is exact: ${value}`);
      return new Decimal(BigInt(value), 0);
    }
    const parsed = Decimal.parse(value);
    if (parsed === null) throw new Error(`not a plain decimal: ${value}`);
    return parsed;
  }

  /** `scaled` ÷ 10^`decimals`: the way back from {@link scaled}. */
  static fromScaled(scaled: bigint, decimals: number): Decimal {
    return new Decimal(scaled, wholeDecimals(decimals));
  }

  /** 10^`exponent`, for a whole exponent of either sign. */
  static powerOfTen(exponent: number): Decimal {
    return exponent < 0 ? new Decimal(1n, -exponent) : new Decimal(tenTo(exponent), 0);
  }

  plus(other: Decimal): Decimal {
    const shift = this.#decimals - other.#decimals;
    if (shift === 0) return new Decimal(this.#coefficient + other.#coefficient, this.#decimals);
    return shift > 0
      ? new Decimal(this.#coefficient + other.#coefficient * tenTo(shift), this.#decimals)
      : new Decimal(this.#coefficient * tenTo(-shift) + other.#coefficient, other.#decimals);
  }

  minus(other: Decimal): Decimal {
    return this.plus(other.negated());
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.#coefficient * other.#coefficient, this.#decimals + other.#decimals);
  }

  negated(): Decimal {
    return new Decimal(-this.#coefficient, this.#decimals);
  }

  abs(): Decimal {
    return this.#coefficient < 0n ? this.negated() : this;
  }

  /** Negative where this is less than `other`, 0 where they are equal, positive where it is more. */
  compare(other: Decimal): number {
    const shift = this.#decimals - other.#decimals;
    const left = shift < 0 ? this.#coefficient * tenTo(-shift) : this.#coefficient;
    const right = shift > 0 ? other.#coefficient * tenTo(shift) : other.#coefficient;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Decimal): boolean {
    return this.compare(other) === 0;
  }

  isZero(): boolean {
    return this.#coefficient === 0n;
  }

  /** Whether it has no fraction: 2.0 is an integer, too. */
  isInteger(): boolean {
    return this.#coefficient % tenTo(this.#decimals) === 0n;
  }

  sign(): -1 | 0 | 1 {
    return this.#coefficient < 0n ? -1 : this.#coefficient > 0n ? 1 : 0;
  }

  /** The nearest decimal with at most `decimals` digits after the point. */
  round(decimals: number, rounding: Rounding = "half-up"): Decimal {
    const dropped = this.#decimals - wholeDecimals(decimals);
    if (dropped <= 0) return this;
    return new Decimal(quotient(this.#coefficient, tenTo(dropped), rounding), decimals);
  }

  /** This ÷ `by`, correctly rounded half-up to `decimals` digits after the point; null where `by` is zero. */
  divide(by: Decimal, decimals: number, rounding: Rounding = "half-up"): Decimal | null {
    if (by.#coefficient === 0n) return null;
    const shift = wholeDecimals(decimals) + by.#decimals - this.#decimals;
    const over = shift > 0 ? this.#coefficient * tenTo(shift) : this.#coefficient;
    const under = shift < 0 ? by.#coefficient * tenTo(-shift) : by.#coefficient;
    return new Decimal(quotient(over, under, rounding), decimals);
  }

  /** This ÷ `by` where the quotient has an end; null where it has none (1 ÷ 3) or `by` is zero. */
  divideExactly(by: Decimal): Decimal | null {
    // a fraction in lowest terms ends exactly where its denominator is 2^i × 5^j, after max(i, j) digits;
    // neither exponent can be more than the denominator's length in bits
    const digits = by.#coefficient.toString(2).length + this.#decimals;
    const result = this.divide(by, digits);
    return result?.times(by).equals(this) ? result.#trimmed() : null;
  }

  /** The square root, correctly rounded half-up to `decimals` digits after the point; null below zero. */
  sqrt(decimals: number): Decimal | null {
    return this.root(2, decimals);
  }

  /**
   * The root of a whole degree of 1 or more, correctly rounded half-up to `decimals` digits after the point;
   * null below zero. Mean yearly growth is `end.divide(start, …).root(years, …)` − 1.
   */
  root(degree: number, decimals: number): Decimal | null {
    if (!Number.isSafeInteger(degree) || degree < 1) throw new Error(`not a degree of a root: ${degree}`);
    if (this.#coefficient < 0n) return null;
    const power = BigInt(degree);
    const over = this.#coefficient * tenTo(degree * wholeDecimals(decimals));
    const under = tenTo(this.#decimals);
    const floor = floorRoot(over / under, power);
    const halfway = (2n * floor + 1n) ** power * under;
    return new Decimal(halfway <= over * 2n ** power ? floor + 1n : floor, decimals);
  }

  /** The place of the last digit that is not zero: 100 for 1200, 0.1 for 3.50; 1 for zero. */
  lastPlace(): Decimal {
    if (this.#coefficient === 0n) return Decimal.ONE;
    const digits = this.#coefficient.toString();
    let zeros = 0;
    while (digits.charCodeAt(digits.length - 1 - zeros) === DIGIT_ZERO) zeros += 1;
    return Decimal.powerOfTen(zeros - this.#decimals);
  }

  /** This × 10^`decimals` as an integer; null where that would lose a digit. */
  scaled(decimals: number): bigint | null {
    const shift = wholeDecimals(decimals) - this.#decimals;
    if (shift >= 0) return shift === 0 ? this.#coefficient : this.#coefficient * tenTo(shift);
    const divisor = tenTo(-shift);
    return this.#coefficient % divisor === 0n ? this.#coefficient / divisor : null;
  }

  /** The nearest floating-point number: for likelihoods, never for what is shown or added up. */
  toNumber(): number {
    const coefficient = Number(this.#coefficient);
    // both exact, so that their quotient is the nearest
    if (Number.isSafeInteger(coefficient) && this.#decimals < EXACT_TENS.length)
      return coefficient / (EXACT_TENS[this.#decimals] as number);
    return Number(this.toString());
  }

  /** Canonical text, one for each value: `1.2`, `-0.05`, `0`; no exponent, no trailing zeros, no `-0`. */
  toString(): string {
    if (this.#decimals === 0) return this.#coefficient.toString();
    const text = this.#text(this.#coefficient, this.#decimals);
    let end = text.length;
    while (text.charCodeAt(end - 1) === DIGIT_ZERO) end -= 1;
    if (text.charCodeAt(end - 1) === POINT) end -= 1;
    return text.slice(0, end);
  }

  /** Text with exactly `decimals` digits after the point, rounded half-up: `1.20`. */
  toFixed(decimals: number, rounding: Rounding = "half-up"): string {
    const rounded = this.round(decimals, rounding);
    return this.#text(rounded.#coefficient * tenTo(decimals - rounded.#decimals), decimals);
  }

  /** Canonical text: amounts stand in JSON as strings. */
  toJSON(): string {
    return this.toString();
  }

  #trimmed(): Decimal {
    let coefficient = this.#coefficient;
    let decimals = this.#decimals;
    while (decimals > 0 && coefficient % 10n === 0n) {
      coefficient /= 10n;
      decimals -= 1;
    }
    return new Decimal(coefficient, decimals);
  }

  #text(coefficient: bigint, decimals: number): string {
    if (decimals === 0) return coefficient.toString();
    const negative = coefficient < 0n;
    const digits = (negative ? -coefficient : coefficient).toString().padStart(decimals + 1, "0");
    const point = digits.length - decimals;
    return `${negative ? "-" : ""}${digits.slice(0, point)}.${digits.slice(point)}`;
  }
}

const PLAIN = /^-?\d+(?:\.\d+)?$/;
const LONGEST = 1_000;
const DIGIT_ZERO = 48;
const POINT = 46;

/** A power of a bigint costs more than most sums; nearly all that are asked for are small. */
const POWERS: readonly bigint[] = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent));

/** The powers of ten that floating point holds exactly. */
const EXACT_TENS: readonly number[] = POWERS.slice(0, 23).map(Number);

function tenTo(exponent: number): bigint {
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}

function wholeDecimals(decimals: number): number {
  if (!Number.isSafeInteger(decimals) || decimals < 0) throw new Error(`not a number of digits: ${decimals}`);
  return decimals;
}

function quotient(over: bigint, under: bigint, rounding: Rounding): bigint {
  const whole = over / under;
  const rest = over % under;
  if (rest === 0n) return whole;
  const twice = 2n * (rest < 0n ? -rest : rest);
  const divisor = under < 0n ? -under : under;
  const half = twice === divisor;
  if (twice < divisor || (half && rounding === "half-even" && whole % 2n === 0n)) return whole;
  return over < 0n === under < 0n ? whole + 1n : whole - 1n;
}

/** The largest integer whose `power`th power is not above `value`, by Newton's method from above. */
function floorRoot(value: bigint, power: bigint): bigint {
  if (value < 2n || power === 1n) return value;
  const bits = BigInt(value.toString(2).length);
  let root = 1n << (bits / power + 1n);
  for (;;) {
    const next = ((power - 1n) * root + value / root ** (power - 1n)) / power;
    if (next >= root) return root;
    root = next;
  }
}
