import { cheapest } from "./cheapest.ts";
import { fewest, type Lattice } from "./lattice.ts";
import { type Changes, type Goal, SecondTables } from "./second-table.ts";
import { changesOf, type Shift } from "./shift.ts";
import type { Tie, Ties } from "./tie.ts";
import { type Found, none } from "./together.ts";

/**
 * Marks what is withheld in a family of measures: every place with one or two records; then, for each of these and for
 * the rests of one or two that rules leave over, the places by which a second table differs in it while all that is
 * shown stays as it is. So there are, for every place withheld, at least two tables between which nobody can tell by
 * sums, differences and rules. The cheapest shifts are tried first, and taken only if each sum and rule holds after
 * them; then tables are looked for change by change. Places are taken in order, coarse ones first: equal tables give
 * equal marks.
 */
export function protect(lattices: readonly Lattice[], ties: Ties): void {
  const protection = new Protection(lattices, ties);
  const small = lattices.map((lattice) => ({ lattice, places: smallPlaces(lattice) }));
  for (const { lattice, places } of small) for (const place of places) lattice.suppressed[place] = 1;
  for (const { lattice, places } of small) for (const place of places) protection.ofPlace(lattice, place);
  for (const tie of ties.leavingFew) protection.ofRest(tie);
}

class Protection {
  readonly #lattices: readonly Lattice[];
  readonly #ties: Ties;
  readonly #tables: SecondTables;
  /** places that differ in a second table which was found for another */
  readonly #covered: ReadonlyMap<Lattice, Uint8Array>;
  /** whether every place is withheld, so that nothing is left to do */
  #isWhole = false;

  constructor(lattices: readonly Lattice[], ties: Ties) {
    this.#lattices = lattices;
    this.#ties = ties;
    this.#tables = new SecondTables(ties);
    this.#covered = new Map(lattices.map((it) => [it, new Uint8Array(it.records.length)]));
  }

  ofPlace(lattice: Lattice, place: number): void {
    if (this.#isWhole || this.#covered.get(lattice)?.[place] === 1) return;
    const shifts = cheapest(lattice, place, this.#ties);
    this.#protect({ lattice, place }, shifts, [{ lattice, place }]);
  }

  /**
   * What is left of a whole when its declared parts are taken away may be one or two records, though no indicator
   * counts them.
   */
  ofRest(tie: Tie): void {
    if (this.#isWhole) return;
    let best = none;
    for (const { lattice, place } of tie.members)
      for (const sign of [1, -1] as const) {
        const found = cheapest(lattice, place, this.#ties, sign, tie);
        if (found.cost < best.cost) best = found;
      }
    this.#protect({ rest: tie }, best, tie.members);
  }

  #protect(
    goal: Goal,
    { shifts }: Found,
    around: readonly { readonly lattice: Lattice; readonly place: number }[],
  ): void {
    const shifted = changesTogether(shifts);
    const changes = this.#tables.fits(shifted, goal) ? shifted : this.#tables.find(goal);
    if (changes === "gave-up") {
      withholdAll(this.#lattices);
      this.#isWhole = true;
    } else if (changes === "none")
      for (const { lattice, place } of around) withholdAround(this.#lattices, lattice, place);
    else
      for (const [lattice, places] of changes)
        for (const place of places.keys()) {
          lattice.suppressed[place] = 1;
          (this.#covered.get(lattice) as Uint8Array)[place] = 1;
        }
  }
}

function changesTogether(shifts: readonly Shift[]): Changes {
  const changes = new Map<Lattice, Map<number, number>>();
  for (const shift of shifts) {
    const places = changes.get(shift.lattice) ?? new Map<number, number>();
    changes.set(shift.lattice, places);
    for (const [place, by] of changesOf(shift)) places.set(place, (places.get(place) ?? 0) + by);
  }
  return changes;
}

/** Where it would take too long to tell what has to be withheld, every place is. */
function withholdAll(lattices: readonly Lattice[]): void {
  for (const { records, suppressed } of lattices)
    for (let place = 0; place < records.length; place++) if (records[place] !== 0) suppressed[place] = 1;
}

/**
 * Withholds all places in which the records behind one may count; none is a zero. For what no second table hides: the
 * log itself tells it, or it is all that there is.
 */
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
