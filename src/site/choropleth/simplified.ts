import type { Point } from "./drawn-map.ts";

/**
 * Rings of several areas with at most so many corners in all, or as few as can be: the ones that change the picture
 * least go first, those by which the least triangle goes with them (after Visvalingam and Whyatt 1993). A corner is one
 * for all areas that share it, and one where three meet stays, so that neighbours stay neighbours. A ring that has
 * become a line is left out, but never an area's last.
 */
export function simplified(
  areas: readonly (readonly (readonly Point[])[])[],
  most: number,
): readonly (readonly (readonly Point[])[])[] {
  const tidy = areas.map((rings) => rings.map(withoutSpikes));
  const net = new Net(tidy.flat());
  const left = (rings: readonly (readonly Point[])[]) =>
    rings.map((ring) => ring.filter((it) => net.has(it))).filter((ring) => ring.length >= 3);
  for (let least = 0.5; least < LARGEST; least *= 1.4) {
    const drawn = tidy.map(left);
    if (drawn.flat(2).length <= most) break;
    net.drop(least);
  }
  return tidy.map((rings, at) => {
    const drawn = left(rings);
    return drawn.length > 0 ? drawn : (areas[at] ?? []).slice(0, 1);
  });
}

/** Twice the area of a triangle beyond which a corner is never dropped: a square of a fifth of the drawing's side. */
const LARGEST = 80_000;

/** No corner twice in a row, and no line that goes out and back the same way: what rounding makes of small bends. */
function withoutSpikes(ring: readonly Point[]): readonly Point[] {
  const corners: Point[] = [];
  for (const it of ring) {
    corners.push(it);
    for (;;) {
      const [one, two, three] = [corners.at(-3), corners.at(-2), corners.at(-1)];
      if (two && three && same(two, three)) corners.pop();
      else if (one && three && same(one, three)) corners.splice(-2);
      else break;
    }
  }
  while (corners.length > 1 && same(corners[0] as Point, corners.at(-1) as Point)) corners.pop();
  return corners;
}

function same(one: Point, other: Point): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

/** All corners, each with those that lines lead to from it. */
class Net {
  readonly #corners = new Map<number, { readonly point: Point; readonly beside: Set<number> }>();

  constructor(rings: Iterable<readonly Point[]>) {
    for (const ring of rings)
      for (const [at, point] of ring.entries()) {
        const next = ring[(at + 1) % ring.length] as Point;
        this.#corner(point).beside.add(keyOf(next));
        this.#corner(next).beside.add(keyOf(point));
      }
  }

  has(point: Point): boolean {
    return this.#corners.has(keyOf(point));
  }

  /** Lets go, in the order in which they were drawn, the corners whose triangle is smaller; twice its area is given. */
  drop(least: number): void {
    for (const [key, { point, beside }] of this.#corners) {
      const [one, other, third] = [...beside];
      if (one === undefined || other === undefined || third !== undefined) continue;
      const [before, after] = [this.#corners.get(one), this.#corners.get(other)];
      // the two have a line already: without this corner nothing would lie between
      if (before === undefined || after === undefined || before.beside.has(other)) continue;
      if (triangle(before.point, point, after.point) >= least) continue;
      this.#corners.delete(key);
      before.beside.delete(key);
      after.beside.delete(key);
      before.beside.add(other);
      after.beside.add(one);
    }
  }

  #corner(point: Point) {
    const key = keyOf(point);
    const known = this.#corners.get(key);
    if (known !== undefined) return known;
    const made = { point, beside: new Set<number>() };
    this.#corners.set(key, made);
    return made;
  }
}

function keyOf([x, y]: Point): number {
  return x * 4096 + y;
}

function triangle([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
  return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay));
}
