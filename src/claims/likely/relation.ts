import type { Finding } from "../checks/finding.ts";
import type { Known } from "./numbers.ts";
import type { Range } from "./slip.ts";

/** The kinds of relation, each with weights of its own. */
export type Kind =
  | "account"
  | "again"
  | "share"
  | "listed"
  | "growth"
  | "step"
  | "difference"
  | "points"
  | "times"
  | "mean"
  | "perHead"
  | "whole"
  | "total";

/** Whether a relation is of parts that make up what they are of, told before them or behind. */
export function isSum(kind: Kind): boolean {
  return kind === "whole" || kind === "total";
}

/** A relation that some numbers of a text may stand in, and that may have been meant. */
export interface Candidate {
  readonly kind: Kind;
  /** the number that would be calculated from the others */
  readonly derived: Known;
  readonly members: readonly Known[];
  /** whether the numbers stand in it, each as rounded as it is written */
  readonly holds: boolean;
  /** what a member would have to be, so that they do */
  readonly rangeOf: (member: Known) => Range;
  /** what speaks for and against it having been meant */
  readonly features: () => readonly (string | false)[];
  /** the relation worked out exactly; null where that cannot be, or where it holds after all */
  readonly finding: () => Finding | null;
}

/** What a candidate says, and by what it is told whether it was meant; the rest of it is its arithmetic. */
export type Meaning = Pick<Candidate, "kind" | "derived" | "features" | "finding">;

/** How a member enters a product, and how it is got back. */
export interface Transform {
  readonly into: (range: Range) => Range;
  readonly back: (range: Range) => Range;
}

/** As a factor is written. */
export const ITSELF: Transform = { into: (range) => range, back: (range) => range };

/** whole = one × other, other as the transform makes it. */
export function productOf(
  [whole, one, other]: readonly [whole: Known, one: Known, other: Known],
  { into, back }: Transform,
  { kind, derived, features, finding }: Meaning,
): Candidate {
  const factor = into(other);
  return {
    kind,
    derived,
    members: [whole, one, other],
    holds: overlap(times(one, factor), whole),
    rangeOf: (member) =>
      member === whole ? times(one, factor) : member === one ? over(whole, factor) : back(over(whole, one)),
    features,
    finding,
  };
}

/** Whether whole = one × other, other as the transform makes it, each as rounded as it is written. */
export function isProduct(whole: Known, one: Known, other: Known, { into }: Transform): boolean {
  return overlap(times(one, into(other)), whole);
}

/** The sum of some = the sum of others. */
export function sumOfRanges(
  some: readonly Known[],
  others: readonly Known[],
  { kind, derived, features, finding }: Meaning,
): Candidate {
  const one = sum(some);
  const other = sum(others);
  return {
    kind,
    derived,
    members: some.concat(others),
    holds: overlap(one, other),
    rangeOf: (member) => {
      const isOne = some.includes(member);
      const own = isOne ? one : other;
      const facing = isOne ? other : one;
      return {
        low: facing.low - (own.high - member.high),
        high: facing.high - (own.low - member.low),
      };
    },
    features,
    finding,
  };
}

/** A factor that is told in so many times what it is. */
export function percent(scale: number): Transform {
  return {
    into: ({ low, high }) => ({ low: low * scale, high: high * scale }),
    back: ({ low, high }) => ({ low: low / scale, high: high / scale }),
  };
}

/** A percentage as a factor. */
export const PERCENT = percent(0.01);

/** A percentage of growth, as a factor. */
export const RISE: Transform = {
  into: ({ low, high }) => ({ low: 1 + low / 100, high: 1 + high / 100 }),
  back: ({ low, high }) => ({ low: (low - 1) * 100, high: (high - 1) * 100 }),
};

/** A percentage of a fall, as a factor. */
export const FALL: Transform = {
  into: ({ low, high }) => ({ low: 1 - high / 100, high: 1 - low / 100 }),
  back: ({ low, high }) => ({ low: (1 - high) * 100, high: (1 - low) * 100 }),
};

/** A step over the level that it led to: 5 % of what was before is 4.76 % of what is now. */
export function stepOf(falls: boolean): Transform {
  const sign = falls ? -1 : 1;
  const into = (rate: number) => rate / (100 + sign * rate);
  const back = (factor: number) => (100 * factor) / (1 - sign * factor);
  return {
    into: ({ low, high }) => ({ low: into(low), high: into(high) }),
    back: ({ low, high }) => ({ low: back(low), high: back(high) }),
  };
}

function sum(some: readonly Known[]): Range {
  let low = 0;
  let high = 0;
  for (const known of some) {
    low += known.low;
    high += known.high;
  }
  return { low, high };
}

function times(one: Range, other: Range): Range {
  return { low: one.low * other.low, high: one.high * other.high };
}

function over(one: Range, other: Range): Range {
  return {
    low: other.high === Number.POSITIVE_INFINITY ? 0 : one.low / other.high,
    high: other.low <= 0 ? Number.POSITIVE_INFINITY : one.high / other.low,
  };
}

/**
 * Whether two ranges meet in more than their ends, which rounding leaves out; a hair of room is for floating point, as
 * what is said is worked out exactly.
 */
function overlap(one: Range, other: Range): boolean {
  const most = one.high === Number.POSITIVE_INFINITY ? one.low : one.high;
  const hair = 1e-9 * Math.max(Math.abs(most), Math.abs(other.low));
  const exact = one.high - one.low <= hair && other.high - other.low <= hair;
  const room = exact ? hair : -hair;
  return one.low <= other.high + room && other.low <= one.high + room;
}
