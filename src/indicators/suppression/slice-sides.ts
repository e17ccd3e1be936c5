import type { Lattice } from "./lattice.ts";
import { costOf, impossible, into, type Side } from "./shift.ts";

/**
 * What may happen to the slices: one value gains what another of its dimension loses, and the total stays; or the
 * total changes, and with it one value of every dimension. The cheapest of them, or `all`.
 */
export function sliceSides(
  lattice: Lattice,
  area: Side,
  time: Side,
  slice: number,
  sign: 1 | -1,
  most: number,
  all: boolean,
): (readonly [Side, number])[] {
  const { dimensions, dimensionOf } = lattice.slices;
  const cost = (it: number, by: 1 | -1, limit: number) => costOf(lattice, area, time, it, by, limit);
  const own = cost(slice, sign, most);
  if (own >= most) return [];
  const found: (readonly [Side, number])[] = [];
  const dimension = dimensionOf[slice] as number;
  for (const other of dimensions[dimension] ?? []) {
    if (other === slice) continue;
    const both = own + cost(other, sign === 1 ? -1 : 1, most - own);
    if (both < most) found.push([{ points: [slice, other], amounts: [1, -1] }, both]);
  }
  const points = slice === 0 ? [0] : [0, slice];
  let together = slice === 0 ? own : own + cost(0, sign, most - own);
  for (const [index, values] of dimensions.entries()) {
    if (index === dimension || together >= most) continue;
    let least = impossible;
    let chosen = -1;
    for (const value of values) {
      const one = cost(value, sign, Math.min(least, most - together));
      if (one < least) [least, chosen] = [one, value];
    }
    together += least;
    points.push(chosen);
  }
  if (together < most) found.push([into(points), together]);
  found.sort((a, b) => a[1] - b[1]);
  return all ? found : found.slice(0, 1);
}
