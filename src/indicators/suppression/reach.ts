import type { Axis } from "./axis.ts";
import type { Lattice } from "./lattice.ts";
import { between, into, type Side } from "./shift.ts";

/** Where a record may come from: for one leaf of each axis, the sides that put a record into both. */
export type Reach = (lattice: Lattice, area: number, time: number) => Generator<readonly [Side, Side]>;

/** From the nearest to the furthest: the further, the more is withheld. */
export const reaches: readonly Reach[] = [near, wide, far, last];

/** From a neighbour in both directions: the fewest places change. */
function* near({ areas, times }: Lattice, area: number, time: number): ReturnType<Reach> {
  const [fromAreas, fromTimes] = [exchangesOf(areas, area, neighbours), exchangesOf(times, time, neighbours)];
  for (const one of fromAreas.length > 0 ? fromAreas : [alone(areas, area)])
    for (const other of fromTimes.length > 0 ? fromTimes : [alone(times, time)]) yield [one, other];
}

/** From a neighbouring area, at any time or at none: a record more in every period that holds it. */
function* wide(lattice: Lattice, area: number, time: number): ReturnType<Reach> {
  for (const one of exchangesOf(lattice.areas, area, neighbours))
    for (const other of allTimes(lattice, time)) yield [one, other];
}

/** From any area. */
function* far({ areas, times }: Lattice, area: number, time: number): ReturnType<Reach> {
  const fromTimes = [...exchangesOf(times, time, neighbours), alone(times, time)];
  for (const one of exchangesOf(areas, area, everyOther)) for (const other of fromTimes) yield [one, other];
}

/** From no area: a record more in every area that holds it, the district too. */
function* last(lattice: Lattice, area: number, time: number): ReturnType<Reach> {
  for (const other of allTimes(lattice, time)) yield [alone(lattice.areas, area), other];
}

function allTimes({ times, measure }: Lattice, time: number): readonly Side[] {
  return measure.nature === "stock"
    ? stays(times.size, time)
    : [...exchangesOf(times, time, everyOther), alone(times, time)];
}

/** A record that stands at some ends and not at others: at one, from it on, up to it, at all. */
function stays(ends: number, end: number): Side[] {
  const all = Array.from({ length: ends }, (_, it) => it);
  return [[end], all.slice(end), all.slice(0, end + 1), all].map(into);
}

/** A record more in a leaf, from nowhere. */
export function alone({ leaves }: Axis, leaf: number): Side {
  return into(leaves[leaf] as readonly number[]);
}

/** All exchanges between a leaf and some others. */
export function exchanges({ leaves }: Axis, leaf: number, others: readonly number[]): Side[] {
  const own = leaves[leaf] as readonly number[];
  return others.flatMap((it) => {
    const holders = leaves[it] as readonly number[];
    // leaves that share nothing have nothing to exchange
    return it !== leaf && holders.some((point) => own.includes(point)) ? [between(own, holders)] : [];
  });
}

/** The exchanges of a leaf with its neighbours, or with every other leaf; they are asked for over and over. */
export function exchangesOf(axis: Axis, leaf: number, others: typeof neighbours): readonly Side[] {
  let known = exchangesKnown.get(axis);
  if (known === undefined) {
    known = new Map();
    exchangesKnown.set(axis, known);
  }
  const key = others === neighbours ? leaf : -1 - leaf;
  let found = known.get(key);
  if (found === undefined) {
    found = exchanges(axis, leaf, others(axis, leaf));
    known.set(key, found);
  }
  return found;
}

const exchangesKnown = new WeakMap<Axis, Map<number, readonly Side[]>>();

/** The leaves in the smallest point that holds a leaf and others. */
function neighbours({ leaves, within }: Axis, leaf: number): readonly number[] {
  const groups = (leaves[leaf] as readonly number[])
    .map((point) => within[point] as readonly number[])
    .filter((it) => it.length > 1);
  return groups.sort((a, b) => a.length - b.length)[0] ?? [];
}

/** All leaves. */
export function everyOther({ leaves }: Axis): readonly number[] {
  return leaves.map((_, leaf) => leaf);
}
