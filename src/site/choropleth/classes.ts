import type { Observation } from "../../indicators/index.ts";
import { Decimal } from "../../quantity/index.ts";

/** Shades that there are. */
const SHADES = 5;

/** Values in classes of one width between round bounds, each with its shade. */
export interface Classes {
  /** from the least to the greatest: one more than there are classes */
  readonly bounds: readonly Decimal[];
  /** of each class, from 1, the palest, to 5 */
  readonly shades: readonly number[];
}

/**
 * The classes that values fall into: at most five, their bounds round numbers (a step of 1, 2 or 5 with noughts) and,
 * where values are shown without fraction, whole ones. Null where fewer than three have a value. What is withheld
 * takes no part, so that no bound tells of it.
 */
export function classesOf(all: readonly (Observation | undefined)[], decimals: number): Classes | null {
  const values = all.flatMap((it) => (it?.value == null ? [] : Decimal.of(it.value)));
  const [first] = values;
  if (first === undefined || values.length < 3) return null;
  const low = values.reduce((least, it) => (it.compare(least) < 0 ? it : least), first);
  const high = values.reduce((greatest, it) => (it.compare(greatest) > 0 ? it : greatest), first);
  for (const step of steps(decimals)) {
    const start = floorTo(low, step);
    if (high.compare(start.plus(step.times(Decimal.of(SHADES)))) > 0) continue;
    const bounds = [start];
    do bounds.push((bounds.at(-1) as Decimal).plus(step));
    while (high.compare(bounds.at(-1) as Decimal) > 0);
    const count = bounds.length - 1;
    return { bounds, shades: Array.from({ length: count }, (_, at) => shadeOf(at, count)) };
  }
  throw new Error("no step is wide enough");
}

/** The class in the page's style of a tile or an area: its shade, or why it has none. */
export function classNameOf(it: Observation | undefined, { bounds, shades }: Classes): string {
  if (it?.missing === "suppressed") return "withheld";
  if (it?.value == null) return "empty";
  const value = Decimal.of(it.value);
  const within = bounds.slice(1, -1).filter((bound) => value.compare(bound) >= 0).length;
  return `shade-${shades[within]}`;
}

/** Of few classes the shades lie apart: two are the palest and the strongest. */
function shadeOf(at: number, count: number): number {
  return count === 1 ? 1 : 1 + Math.round((at * (SHADES - 1)) / (count - 1));
}

/** 1, 2, 5, 10, 20 … in units of the last digit that is shown. */
function* steps(decimals: number): Generator<Decimal> {
  for (let power = -decimals; power < 40; power++)
    for (const times of [1, 2, 5]) yield Decimal.powerOfTen(power).times(Decimal.of(times));
}

/** The greatest multiple of a step that is not above a value. */
function floorTo(value: Decimal, step: Decimal): Decimal {
  const nearest = (value.divide(step, 0) as Decimal).times(step);
  return nearest.compare(value) > 0 ? nearest.minus(step) : nearest;
}
