/**
 * How much likelier a number is written as it is where it should lie in a range and was written wrongly, than where it
 * has nothing to do with that range. Floating point: nothing of it is shown, and what is said is proven in exact
 * decimals.
 */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A number's digits as an integer of its last place. */
export interface Digits {
  readonly integer: number;
  /** the digits without the zeros at the end, which a slip leaves as they are */
  readonly core: string;
  readonly zeros: number;
  /** whether it was counted, not measured and rounded */
  readonly whole: boolean;
}

/** The digits of a positive number written down to a place; null for what is too long or too small to be judged. */
export function digitsOf(value: number, place: number, whole: boolean): Digits | null {
  const integer = Math.round(value / place);
  if (!(integer > 0) || integer > MOST) return null;
  const written = String(integer);
  let length = written.length;
  while (written.charCodeAt(length - 1) === ZERO) length -= 1;
  return { integer, core: written.slice(0, length), zeros: written.length - length, whole };
}

const MOST = 1e12;
const ZERO = 48;

/** The likelihood ratio of a slip; 0 where a number is no slip of anything in the range. */
export function likelihoodOf(digits: Digits, place: number, range: Range): number {
  const { core, zeros } = digits;
  // 303 and 330, 3080 and 3800: a zero at the end may be one of the digits that were exchanged
  const own = likelihoodOfCore(digits, place, range);
  if (zeros === 0 || own > 0) return own;
  // of more zeros one is a digit where it was exchanged, and where 250 became 200 it was rounded
  if (zeros > 1 && !isExchanged(digits, place, range)) return 0;
  const written = { ...digits, core: `${core}0`, zeros: zeros - 1 };
  return LAST_IS_ZERO * likelihoodOfCore(written, place, range);
}

/** Whether the last digit and the zero behind it, the other way round, are in the range: 3080 written as 3800. */
function isExchanged({ integer, core, zeros }: Digits, place: number, { low, high }: Range): boolean {
  const meant = integer - 9 * (core.charCodeAt(core.length - 1) - ZERO) * tenTo(zeros - 1);
  return meant * place >= low && meant * place <= high;
}

/** How often a zero at the end is a digit as others are, and no rounding. */
const LAST_IS_ZERO = 0.3;

function likelihoodOfCore(digits: Digits, place: number, range: Range): number {
  const { integer, core, zeros, whole } = digits;
  const low = range.low / place - 1e-6;
  const high = range.high / place + 1e-6;
  if (!(high > 0) || low > integer * FURTHEST || high * FURTHEST < integer) return 0;
  const half = whole ? 0 : 0.5;
  const chance = chanceOfSlip(digits, low - half, high + half + 1e-9);
  const unrelated = SAME_LENGTH / (0.9 * tenTo(core.length));
  const among = Math.max(1, (high - low + 2 * half) / tenTo(zeros));
  return chance / among / unrelated;
}

/**
 * How often, of all wrong numbers, one is written like this where one from a bound on and below another was meant:
 * neighbouring digits exchanged, one digit changed, any two exchanged, one too many, the point moved.
 */
function chanceOfSlip({ integer, core, zeros }: Digits, from: number, to: number): number {
  const { length } = core;
  const largest = tenTo(zeros + length - 1);
  // no number begins with a zero
  const least = Math.max(from, largest);
  let neighbours = 0;
  let exchanged = 0;
  let changed = 0;
  let far = 0;
  let more = 0;
  let moved = 0;
  let unit = largest;
  // the digits up to a place, as a number of their own
  let through = 0;
  for (let at = 0; at < length; at += 1) {
    const own = core.charCodeAt(at) - ZERO;
    const without = through;
    through = 10 * without + own;
    if (integer + 10 * unit > from && integer - 10 * unit < to)
      for (let meant = integer - own * unit; meant <= integer + (9 - own) * unit; meant += unit)
        if (meant >= least && meant < to && meant !== integer) changed += 1;
    let less = unit;
    for (let other = at + 1; other < length; other += 1) {
      less /= 10;
      const digit = core.charCodeAt(other) - ZERO;
      const meant = integer + (digit - own) * (unit - less);
      const isMeant = digit !== own && meant >= least && meant < to;
      if (other === at + 1 && digit !== own) neighbours += 1;
      if (isMeant && other === at + 1) exchanged += 1;
      else if (isMeant) far += 1;
    }
    const shorter = without * unit + (integer - through * unit);
    if (length > 1 && shorter >= from && shorter >= largest / 10 && shorter < to) more += 1;
    unit /= 10;
  }
  if (integer * 10 >= from && integer * 10 < to) moved += 1;
  if (integer * 0.1 >= from && integer * 0.1 < to) moved += 1;
  return (
    (neighbours === 0 ? 0 : (EXCHANGED * exchanged) / neighbours) +
    (CHANGED * changed) / (9 * length) +
    (EXCHANGED_FAR * far) / length +
    (ONE_MORE * more) / length +
    MOVED * moved
  );
}

function tenTo(power: number): number {
  return POWERS[power] as number;
}

/** Powers of ten up to that of the longest digits. */
const POWERS = Array.from({ length: 14 }, (_, power) => 10 ** power);

const [EXCHANGED, CHANGED, EXCHANGED_FAR, ONE_MORE, MOVED] = [0.4, 0.42, 0.06, 0.02, 0.03];

const FURTHEST = 12;
/** How often an unrelated number has as many digits as another. */
const SAME_LENGTH = 0.3;

/**
 * The likelihood ratio of a number that was updated where others were not, or the other way round: it is often near what
 * it should be.
 */
export function likelihoodOfStale(integer: number, place: number, range: Range): number {
  const low = range.low / place;
  const high = range.high / place;
  const middle = (low + high) / 2;
  const off = Math.abs(integer / middle - 1);
  if (off === 0 || off > 0.35) return 0;
  const narrow = (high - low) / middle < 0.1 && integer > 20;
  if (!narrow) return 0.3;
  return off <= 0.03 ? 6 : off <= 0.12 ? 4 : 1;
}

/** How wide a rounded number may be, relative to itself, so that it fits few others by chance. */
export const PRECISE = 0.006;
/** What floating point may be off by, relative to a number. */
export const HAIR = 1e-9;
