import { Decimal } from "../../quantity/index.ts";
import type { Axis } from "./axis.ts";
import type { Lattice } from "./lattice.ts";
import type { Member, Tie, Ties } from "./tie.ts";

/** A sum that everybody knows to hold, within one measure, or what a rule says: the whole less its parts is nothing. */
export type Line = Tie;

/** Points of one axis of which the first is the sum of the others. */
type Sum = readonly number[];

/** Every sum and rule in which a place takes part, made when they are asked for: most are never needed. */
export class Lines {
  readonly #ties: Ties;
  readonly #sums = new Map<Lattice, readonly ReadonlyMap<number, readonly Sum[]>[]>();
  readonly #made = new Map<Lattice, Map<string, Line>>();

  constructor(ties: Ties) {
    this.#ties = ties;
  }

  /** The sums and rules at a place, with how it counts in each: as the whole or as a part. */
  *at(lattice: Lattice, place: number): Generator<readonly [line: Line, sign: number]> {
    for (const { tie, sign } of this.#ties.at(lattice, place)) yield [tie, sign];
    const { area, time, slice } = lattice.pointsOf(place);
    const [areas, times, slices] = this.#sumsOf(lattice) as [Sums, Sums, Sums];
    for (const sum of areas.get(area) ?? [])
      yield this.#line(lattice, sum, area, `area ${sum[0]} ${time} ${slice}`, (it) =>
        lattice.placeOf(it, time, slice),
      );
    for (const sum of times.get(time) ?? [])
      yield this.#line(lattice, sum, time, `time ${area} ${sum[0]} ${slice}`, (it) =>
        lattice.placeOf(area, it, slice),
      );
    for (const sum of slices.get(slice) ?? [])
      yield this.#line(lattice, sum, slice, `slice ${area} ${time} ${sum[1]}`, (it) =>
        lattice.placeOf(area, time, it),
      );
  }

  #sumsOf(lattice: Lattice): readonly Sums[] {
    let known = this.#sums.get(lattice);
    if (known === undefined) {
      const { areas, times, slices } = lattice;
      const ofSlices = slices.dimensions.map((values) => [0, ...values]);
      known = [sumsOf(areas), sumsOf(times), ofSlices].map(byPoint);
      this.#sums.set(lattice, known);
      this.#made.set(lattice, new Map());
    }
    return known;
  }

  #line(
    lattice: Lattice,
    sum: Sum,
    point: number,
    key: string,
    placeOf: (point: number) => number,
  ): readonly [Line, number] {
    const made = this.#made.get(lattice) as Map<string, Line>;
    let line = made.get(key);
    if (line === undefined) {
      const members = sum.map((it, i): Member => ({ lattice, place: placeOf(it), sign: i === 0 ? 1 : -1 }));
      line = { relation: "=", room: Decimal.ZERO, members };
      made.set(key, line);
    }
    return [line, sum[0] === point ? 1 : -1];
  }
}

type Sums = ReadonlyMap<number, readonly Sum[]>;

/** Every point that is no leaf is the sum of the greatest points in it: all other sums follow from these. */
function sumsOf({ leaves, within }: Axis): Sum[] {
  const coarseFirst = [...within.keys()].sort((a, b) => sizeOf(within, b) - sizeOf(within, a) || a - b);
  return within.flatMap((inside, point) => {
    if (inside.length === 0 || inside.some((leaf) => leaves[leaf]?.[0] === point)) return [];
    const left = new Set(inside);
    const parts: number[] = [];
    for (const part of coarseFirst) {
      const own = within[part] as readonly number[];
      if (part === point || own.length === 0 || !own.every((leaf) => left.has(leaf))) continue;
      parts.push(part);
      for (const leaf of own) left.delete(leaf);
    }
    return [[point, ...parts]];
  });
}

function sizeOf(within: Axis["within"], point: number): number {
  return within[point]?.length ?? 0;
}

function byPoint(sums: readonly Sum[]): Sums {
  const found = new Map<number, Sum[]>();
  for (const sum of sums) for (const point of sum) found.set(point, [...(found.get(point) ?? []), sum]);
  return found;
}
