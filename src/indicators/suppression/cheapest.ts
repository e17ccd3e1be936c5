import type { Lattice } from "./lattice.ts";
import { type Reach, reaches } from "./reach.ts";
import { amountAt, impossible, type Shift, type Side } from "./shift.ts";
import { sliceSides } from "./slice-sides.ts";
import type { Tie, Ties } from "./tie.ts";
import { balanced, type Found, none } from "./together.ts";

/**
 * The cheapest shift under which a place has one record more (or less, where `sign` is −1) and all that is shown stays
 * as it is: among those that move a record to the nearest places first, further away where there is none. With
 * `leaving`, what that tie leaves must change, too. Without shifts where there is none at all.
 */
export function cheapest(
  lattice: Lattice,
  place: number,
  ties: Ties,
  sign: 1 | -1 = 1,
  leaving?: Tie,
): Found {
  const { area, time, slice } = lattice.pointsOf(place);
  const isTied = ties.has(lattice);
  for (const reach of reaches) {
    let best = none;
    for (const [areaSide, timeSide] of sidesAt(lattice, area, time, slice, reach))
      for (const [side, cost] of sliceSides(lattice, areaSide, timeSide, slice, sign, best.cost, isTied)) {
        const shift: Shift = { lattice, area: areaSide, time: timeSide, slice: side, sign };
        const own: Found = { shifts: [shift], cost };
        const found = isTied ? balanced(own, ties, best.cost, leaving) : own;
        if (found.cost < best.cost) best = found;
        if (best.cost === 0) return best;
      }
    if (best.cost < impossible) return best;
  }
  return none;
}

/** Both sides of all shifts that put one record more into a place, by the leaves in it that have a record. */
function* sidesAt(
  lattice: Lattice,
  area: number,
  time: number,
  slice: number,
  reach: Reach,
): Generator<readonly [Side, Side]> {
  const { areas, times } = lattice;
  for (const areaLeaf of areas.within[area] ?? [])
    for (const timeLeaf of times.within[time] ?? []) {
      const [at, then] = [areas.leaves[areaLeaf]?.[0] as number, times.leaves[timeLeaf]?.[0] as number];
      if ((lattice.records[lattice.placeOf(at, then, slice)] as number) < 1) continue;
      // an exchange inside the place leaves it as it is
      for (const [one, other] of reach(lattice, areaLeaf, timeLeaf))
        if (amountAt(one, area) === 1 && amountAt(other, time) === 1) yield [one, other];
    }
}
