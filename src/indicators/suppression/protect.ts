import { cheapest } from "./cheapest.ts";
import { fewest, type Lattice } from "./lattice.ts";
import { changesOf } from "./shift.ts";
import type { Tie, Ties } from "./tie.ts";
import { none } from "./together.ts";

/**
 * Marks what is withheld in a family of measures: every place with one or two records; then, for each of these, the
 * places of the cheapest shifts that give it another value while all that is shown stays as it is. So there are, for
 * every place withheld, at least two tables between which nobody can tell by sums, differences and rules. Where the
 * rules allow no such shift, all places are withheld in which the records behind this one may count: one record more
 * of the same kind is such a table, too. Then the same for what rules leave over. Places are taken in order, coarse ones first: equal tables give equal marks.
 */
export function protect(lattices: readonly Lattice[], ties: Ties): void {
  const covered = new Map(lattices.map((it) => [it, new Uint8Array(it.records.length)]));
  const small = lattices.map((lattice) => ({ lattice, places: smallPlaces(lattice) }));
  for (const { lattice, places } of small) for (const place of places) lattice.suppressed[place] = 1;
  for (const { lattice, places } of small)
    for (const place of places) {
      if (covered.get(lattice)?.[place] === 1) continue;
      const { shifts } = cheapest(lattice, place, ties);
      for (const shift of shifts)
        for (const [changed] of changesOf(shift)) {
          shift.lattice.suppressed[changed] = 1;
          (covered.get(shift.lattice) as Uint8Array)[changed] = 1;
        }
      if (shifts.length === 0) withholdAround(lattices, lattice, place);
    }
  for (const tie of ties.leavingFew) protectRest(lattices, ties, tie);
}

/**
 * What is left of a whole when its declared parts are taken away may be one or two records, though no indicator counts
 * them: the cheapest shift that leaves one more, or one less, is withheld.
 */
function protectRest(lattices: readonly Lattice[], ties: Ties, tie: Tie): void {
  const { members } = tie;
  let best = none;
  for (const { lattice, place } of members)
    for (const sign of [1, -1] as const) {
      const found = cheapest(lattice, place, ties, sign, tie);
      if (found.cost < best.cost) best = found;
    }
  for (const shift of best.shifts)
    for (const [changed] of changesOf(shift)) shift.lattice.suppressed[changed] = 1;
  if (best.shifts.length === 0)
    for (const { lattice, place } of members) withholdAround(lattices, lattice, place);
}

/** Withholds all places in which the records behind one may count; none is a zero. */
function withholdAround(lattices: readonly Lattice[], lattice: Lattice, place: number): void {
  const leaves = leavesIn(lattice, place);
  for (const other of lattices) for (const it of placesWithLeaf(other, leaves)) other.suppressed[it] = 1;
}

function smallPlaces({ records }: Lattice): number[] {
  const places: number[] = [];
  for (let place = 0; place < records.length; place++) {
    const held = records[place] as number;
    if (held > 0 && held < fewest) places.push(place);
  }
  return places;
}

/** The codes of the finest areas in which the records of a place lie. */
function leavesIn(lattice: Lattice, place: number): string[] {
  const { areas, times } = lattice;
  const { area, time, slice } = lattice.pointsOf(place);
  const leaves = (areas.within[area] ?? []).filter((leaf) =>
    (times.within[time] ?? []).some((then) => holds(lattice, leaf, then, slice)),
  );
  return leaves.map((leaf) => areas.codes[leaf] as string);
}

/** All places in which a record of one of these areas may count. */
function* placesWithLeaf(lattice: Lattice, codes: readonly string[]): Generator<number> {
  const { areas, times, slices } = lattice;
  for (const leaf of new Set(codes.flatMap((code) => areas.leavesAt(code))))
    for (const then of times.leaves.keys())
      for (let slice = 0; slice < slices.size; slice++) {
        if (!holds(lattice, leaf, then, slice)) continue;
        for (const area of areas.leaves[leaf] ?? [])
          for (const time of times.leaves[then] ?? []) yield lattice.placeOf(area, time, slice);
      }
}

function holds(lattice: Lattice, areaLeaf: number, timeLeaf: number, slice: number): boolean {
  const [area, time] = [lattice.areas.leaves[areaLeaf]?.[0], lattice.times.leaves[timeLeaf]?.[0]];
  return (lattice.records[lattice.placeOf(area as number, time as number, slice)] as number) > 0;
}
