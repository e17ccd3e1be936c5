/**
 * How much likelier a number is written as it is where it should lie in a range and was written wrongly, than where it
 * has nothing to do with that range. Floating point: nothing of it is shown, and what is said is proven in exact
 * decimals.
 */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A number's digits as an integer of its last place, with what each slip of the pen would have made it from. */
export interface Digits {
  readonly integer: number;
  /** zeros at the end, which a slip leaves as they are */
  readonly zeros: number;
  /** whether it was counted, not measured and rounded */
  readonly whole: boolean;
  /** what could have been meant, in order, with the chances of all up to it */
  readonly meant: readonly number[];
  readonly chances: readonly number[];
}

/** The digits of a positive number written down to a place; null for what is too long or too small to be judged. */
export function digitsOf(value: number, place: number, whole: boolean): Digits | null {
  const integer = Math.round(value / place);
  if (!(integer > 0) || integer > MOST) return null;
  const written = String(integer);
  const zeros = /0*$/.exec(written)?.[0].length ?? 0;
  const slips = slipsOf(written.slice(0, written.length - zeros), zeros).toSorted(
    ([one], [other]) => one - other,
  );
  let sum = 0;
  const chances = slips.map(([, chance]) => {
    sum += chance;
    return sum;
  });
  return { integer, zeros, whole, meant: slips.map(([meant]) => meant), chances };
}

const MOST = 1e12;

/**
 * What a number could be a slip of, and how often such a slip is made, of all wrong numbers: neighbouring digits
 * exchanged, one digit changed, any two exchanged, one too many, the point moved.
 */
function slipsOf(digits: string, zeros: number): [meant: number, chance: number][] {
  const slips: [number, number][] = [];
  const scale = 10 ** zeros;
  const add = (meant: string, chance: number) => {
    if (!meant.startsWith("0")) slips.push([Number(meant) * scale, chance]);
  };
  const last = digits.length - 1;
  const swaps: string[] = [];
  for (let at = 0; at < last; at += 1)
    if (digits[at] !== digits[at + 1])
      swaps.push(`${digits.slice(0, at)}${digits[at + 1]}${digits[at]}${digits.slice(at + 2)}`);
  for (const swap of swaps) add(swap, SWAPPED / swaps.length);
  for (let at = 0; at <= last; at += 1) {
    for (let digit = 0; digit < 10; digit += 1)
      if (String(digit) !== digits[at])
        add(`${digits.slice(0, at)}${digit}${digits.slice(at + 1)}`, CHANGED / (9 * digits.length));
    for (let other = at + 2; other <= last; other += 1)
      if (digits[at] !== digits[other])
        add(
          `${digits.slice(0, at)}${digits[other]}${digits.slice(at + 1, other)}${digits[at]}${digits.slice(other + 1)}`,
          SWAPPED_FAR / digits.length,
        );
    if (last > 0) add(digits.slice(0, at) + digits.slice(at + 1), ONE_MORE / digits.length);
  }
  add(`${digits}0`, MOVED);
  slips.push([Number(digits) * scale * 0.1, MOVED]);
  return slips;
}

const [SWAPPED, CHANGED, SWAPPED_FAR, ONE_MORE, MOVED] = [0.4, 0.42, 0.06, 0.02, 0.03];

/** The likelihood ratio of a slip; 0 where a number is no slip of anything in the range. */
export function likelihoodOf(
  { integer, zeros, whole, meant, chances }: Digits,
  place: number,
  range: Range,
): number {
  const [low, high] = [range.low / place - 1e-6, range.high / place + 1e-6];
  if (!(high > 0) || low > integer * FURTHEST || high * FURTHEST < integer) return 0;
  const half = whole ? 0 : 0.5;
  const from = firstAtLeast(meant, low - half);
  const to = firstAtLeast(meant, high + half + 1e-9);
  if (from >= to) return 0;
  const chance = (chances[to - 1] ?? 0) - (chances[from - 1] ?? 0);
  const length = String(integer).length - zeros;
  const unrelated = SAME_LENGTH / (0.9 * 10 ** length);
  const among = Math.max(1, (high - low + 2 * half) / 10 ** zeros);
  return chance / among / unrelated;
}

const FURTHEST = 12;
/** How often an unrelated number has as many digits as another. */
const SAME_LENGTH = 0.3;

/**
 * The likelihood ratio of a number that was updated where others were not, or the other way round: it is often near what
 * it should be.
 */
export function likelihoodOfStale(integer: number, place: number, range: Range): number {
  const [low, high] = [range.low / place, range.high / place];
  const middle = (low + high) / 2;
  const off = Math.abs(integer / middle - 1);
  if (off === 0 || off > 0.35) return 0;
  const narrow = (high - low) / middle < 0.1 && integer > 20;
  if (!narrow) return 0.3;
  return off <= 0.03 ? 6 : off <= 0.12 ? 4 : 1;
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
