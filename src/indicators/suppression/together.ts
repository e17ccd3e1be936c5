import type { Lattice } from "./lattice.ts";
import { alone, everyOther, exchanges, exchangesOf } from "./reach.ts";
import { amountAt, impossible, into, type Shift, type Side } from "./shift.ts";
import { sliceSides } from "./slice-sides.ts";
import type { Member, Tie, Ties } from "./tie.ts";

/** Shifts that go together, and how many records are withheld for them that were shown until now. */
export interface Found {
  readonly shifts: readonly Shift[];
  readonly cost: number;
}

/** No shifts: there are none that would do. */
export const none: Found = { shifts: [], cost: impossible };

/** Measures that may have to shift together, at most. */
const mostTogether = 4;

/**
 * The same shifts with those of other measures that the ties ask for, below a cost; none where no tie can be kept so,
 * nor where the rest that `leaving` leaves would be the same after all.
 */
export function balanced(found: Found, ties: Ties, most: number, leaving?: Tie): Found {
  if (found.cost >= most) return none;
  const off = ties.offBy(found.shifts);
  const [first] = off;
  if (first === undefined) return leaving === undefined || ties.changes(leaving, found.shifts) ? found : none;
  if (found.shifts.length >= mostTogether) return none;
  const [tie, by] = first;
  let best = none;
  for (const member of tie.members) {
    if (found.shifts.some((it) => it.lattice === member.lattice)) continue;
    for (const [shift, cost] of answers(member, -by * member.sign, found.shifts[0] as Shift, off)) {
      const more: Found = { shifts: [...found.shifts, shift], cost: found.cost + cost };
      const together = balanced(more, ties, Math.min(best.cost, most), leaving);
      if (together.cost < best.cost) best = together;
    }
  }
  return best;
}

/** Shifts of another measure that change a tied place by so much, in the areas in which the first one did. */
function* answers(
  { lattice, place }: Member,
  by: number,
  first: Shift,
  off: ReadonlyMap<Tie, number>,
): Generator<readonly [Shift, number]> {
  if (by !== 1 && by !== -1) return;
  const { area, time, slice } = lattice.pointsOf(place);
  const { areas } = lattice;
  const concerned = new Set(codesOf(first).flatMap((code) => areas.leavesAt(code)));
  const isExchange = first.area.amounts.includes(-1);
  for (const leaf of areas.within[area] ?? []) {
    if (!concerned.has(leaf)) continue;
    const sides = isExchange ? exchanges(areas, leaf, [...concerned]) : [alone(areas, leaf)];
    for (const areaSide of sides) {
      if (amountAt(areaSide, area) !== 1) continue;
      for (const timeSide of lattice.measure.nature === "stock"
        ? ends(lattice, place, off)
        : spans(lattice, time))
        for (const [side, cost] of sliceSides(lattice, areaSide, timeSide, slice, by, impossible, true))
          yield [{ lattice, area: areaSide, time: timeSide, slice: side, sign: by }, cost];
    }
  }
}

/** The areas of the leaves that a shift takes from and gives to. */
function codesOf({ lattice: { areas }, area }: Shift): string[] {
  return area.points.flatMap((point) => {
    const leaves = areas.within[point] ?? [];
    return leaves.length === 1 ? [areas.codes[leaves[0] as number] as string] : [];
  });
}

function* spans({ times }: Lattice, time: number): Generator<Side> {
  for (const leaf of times.within[time] ?? [])
    for (const side of [...exchangesOf(times, leaf, everyOther), alone(times, leaf)])
      if (amountAt(side, time) === 1) yield side;
}

/** A stock's ends are sums of nothing: it changes at every end at which a tie of it is off, or at one alone. */
function* ends(lattice: Lattice, place: number, off: ReadonlyMap<Tie, number>): Generator<Side> {
  const amounts = new Map<number, number>();
  for (const [tie, by] of off)
    for (const it of tie.members)
      if (it.lattice === lattice) amounts.set(lattice.pointsOf(it.place).time, by * it.sign);
  const time = lattice.pointsOf(place).time;
  const own = amounts.get(time);
  yield {
    points: [...amounts.keys()],
    amounts: [...amounts.values()].map((it) => (it === own ? 1 : -1)),
  };
  if (amounts.size > 1) yield into([time]);
}
