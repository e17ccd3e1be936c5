import type { Point } from "./drawn-map.ts";

/** Where an area's name and value find room: the middle, and half the height of what fits, three times as wide. */
export interface Room {
  readonly x: number;
  readonly y: number;
  readonly half: number;
}

/** How much wider than high what is written is. */
const WIDER = 3;

/** Places that are tried in each direction. */
const TRIED = 28;

/** The place within an area from which its boundary is farthest, sideways counted less: the first such by rows. */
export function inkPoint(rings: readonly (readonly Point[])[]): Room {
  const edges = rings.flatMap((ring) =>
    ring.map(([x, y], at): Edge => {
      const [toX, toY] = ring[(at + 1) % ring.length] as Point;
      return { x: x / WIDER, y, toX: toX / WIDER, toY };
    }),
  );
  const [left, right] = bounds(edges.map((it) => it.x));
  const [top, bottom] = bounds(edges.map((it) => it.y));
  let best: Room = {
    x: Math.round(((left + right) / 2) * WIDER),
    y: Math.round((top + bottom) / 2),
    half: 0,
  };
  for (let row = 1; row < TRIED; row++)
    for (let column = 1; column < TRIED; column++) {
      const x = left + ((right - left) * column) / TRIED;
      const y = top + ((bottom - top) * row) / TRIED;
      if (!isWithin(edges, x, y)) continue;
      const half = Math.floor(Math.sqrt(Math.min(...edges.map((it) => squaredDistance(it, x, y)))));
      if (half > best.half) best = { x: Math.round(x * WIDER), y: Math.round(y), half };
    }
  return best;
}

interface Edge {
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
}

function bounds(values: readonly number[]): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const it of values) {
    low = Math.min(low, it);
    high = Math.max(high, it);
  }
  return [low, high];
}

/** Whether a line to the right crosses the edges an odd number of times. */
function isWithin(edges: readonly Edge[], x: number, y: number): boolean {
  let within = false;
  for (const it of edges) {
    if (it.y > y === it.toY > y) continue;
    if (x < it.x + ((y - it.y) / (it.toY - it.y)) * (it.toX - it.x)) within = !within;
  }
  return within;
}

function squaredDistance(it: Edge, x: number, y: number): number {
  const [alongX, alongY] = [it.toX - it.x, it.toY - it.y];
  const length = alongX ** 2 + alongY ** 2;
  const share = length === 0 ? 0 : ((x - it.x) * alongX + (y - it.y) * alongY) / length;
  const at = Math.max(0, Math.min(1, share));
  return (x - it.x - at * alongX) ** 2 + (y - it.y - at * alongY) ** 2;
}
