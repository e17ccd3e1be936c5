import type { Lattice } from "./lattice.ts";

/**
 * Another table that the public could not tell from the true one: at some places of a measure one record more, at
 * others one less, so that every sum still holds. Whoever sees all other places cannot know any of these.
 */
export interface Shift {
  readonly lattice: Lattice;
  /** where the change is one more (1) or one less (−1) */
  readonly area: Side;
  readonly time: Side;
  readonly slice: Side;
  /** 1, or −1 where everything is turned round */
  readonly sign: 1 | -1;
}

/** Points of one axis and by how much each takes part. A shift's change at a place is the product of its three. */
export interface Side {
  readonly points: readonly number[];
  readonly amounts: readonly (1 | -1)[];
}

/** One record in a leaf: all points that hold it take part. */
export function into(holders: readonly number[]): Side {
  return { points: holders, amounts: holders.map(() => 1) };
}

/** One record out of another leaf into this one: points that hold both stay as they are. */
export function between(holders: readonly number[], others: readonly number[]): Side {
  const gained = holders.filter((it) => !others.includes(it));
  const lost = others.filter((it) => !holders.includes(it));
  return {
    points: [...gained, ...lost],
    amounts: [...gained.map((): 1 => 1), ...lost.map((): -1 => -1)],
  };
}

/** By how much a point takes part. */
export function amountAt({ points, amounts }: Side, point: number): 0 | 1 | -1 {
  return amounts[points.indexOf(point)] ?? 0;
}

/** The places that a shift changes, and by how much. */
export function* changesOf({
  lattice,
  area,
  time,
  slice,
  sign,
}: Shift): Generator<[place: number, by: 1 | -1]> {
  for (const [i, a] of area.points.entries())
    for (const [j, t] of time.points.entries())
      for (const [k, s] of slice.points.entries()) {
        const by =
          sign * (area.amounts[i] as number) * (time.amounts[j] as number) * (slice.amounts[k] as number);
        yield [lattice.placeOf(a, t, s), by as 1 | -1];
      }
}

/** What cannot be: a place that must not change, is shown as zero, or has too few records to lose one. */
export const impossible = Number.POSITIVE_INFINITY;

/**
 * What withholding a slice costs where a shift changes it: the records of each place that was shown until now.
 * Stops at `most`, and gives {@link impossible} where the change cannot be.
 */
export function costOf(
  lattice: Lattice,
  area: Side,
  time: Side,
  slice: number,
  sign: 1 | -1,
  most: number = impossible,
): number {
  const { records, sums, suppressed, known, times, measure } = lattice;
  const isStock = measure.nature === "stock";
  const width = lattice.slices.size;
  let cost = 0;
  for (let i = 0; i < area.points.length; i++)
    for (let j = 0; j < time.points.length; j++) {
      const point = area.points[i] as number;
      const end = time.points[j] as number;
      const place = (point * times.size + end) * width + slice;
      const held = records[place] as number;
      if (held < 1 || known[place] === 1) return impossible;
      const by = sign * (area.amounts[i] as number) * (time.amounts[j] as number);
      // whoever knows how this is done knows that no zero is withheld: the last record must stay
      if (by < 0 && (held < 2 || sums?.[place] === 0n)) return impossible;
      if (suppressed[place] === 1 || lattice.isRemainder(point, slice)) continue;
      // a stock changes little from one end to the next: what was withheld then would tell what is withheld now
      if (isStock && end > 0 && suppressed[place - width] === 1) continue;
      cost += held;
      if (cost >= most) return impossible;
    }
  return cost;
}
