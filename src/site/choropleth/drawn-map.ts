import { type Outline, type PackDefinition, type Ring, readOutlines } from "../../indicators/index.ts";
import { inkPoint, type Room } from "./ink-point.ts";
import { simplified } from "./simplified.ts";

/** A pack's map as it is drawn: made once for a site, coloured for each figure. */
export interface DrawnMap {
  readonly width: number;
  readonly height: number;
  /** by township's code, in the order of the area list */
  readonly areas: ReadonlyMap<string, DrawnArea>;
}

/** One township on the map. */
export interface DrawnArea {
  /** the path's commands */
  readonly path: string;
  /** where its name and value stand, and how large they may be */
  readonly room: Room;
}

/** A place on the drawing, in whole units. */
export type Point = readonly [x: number, y: number];

/** Units of the longer side: about one for each pixel of a large screen. */
const SIZE = 1000;

/** Corners that all outlines have together, at most: some ten kilobytes. */
const CORNERS = 1500;

/**
 * Draws a pack's map; null where it has none. Degrees east are shortened by the cosine of the middle latitude
 * (equirectangular projection), which over the extent of a district no eye tells from any other. Boundaries lose the
 * corners that matter least, neighbours the same ones, so that no gap opens between them.
 */
export function drawnMap({ areas, map }: PackDefinition): DrawnMap | null {
  if (map === undefined) return null;
  const { outlines, issues } = readOutlines(map, areas);
  if (issues.length > 0) throw new Error(`the edition's map is none: ${issues[0]?.code}`);
  const { width, height, place } = frameOf(outlines);
  const codes = areas.map((it) => it.code).filter((it) => outlines.has(it));
  const rings = codes.map((code) => (outlines.get(code) ?? []).flat().map((ring) => placed(ring, place)));
  const drawn = simplified(rings, CORNERS);
  return {
    width,
    height,
    areas: new Map(
      codes.map((code, at) => {
        const own = drawn[at] ?? [];
        return [code, { path: own.map(pathOf).join(""), room: inkPoint(own) }];
      }),
    ),
  };
}

/** The drawing's sides, and where a place on the earth stands on it. */
function frameOf(outlines: ReadonlyMap<string, Outline>) {
  const all = [...outlines.values()].flat(2).flat();
  const easts = extent(all.map(([east]) => east));
  const norths = extent(all.map(([, north]) => north));
  const shortened = Math.cos((((norths.low + norths.high) / 2) * Math.PI) / 180);
  const [across, down] = [(easts.high - easts.low) * shortened, norths.high - norths.low];
  const unit = SIZE / Math.max(across, down);
  return {
    width: Math.round(across * unit),
    height: Math.round(down * unit),
    place: (east: number, north: number): Point => [
      Math.round((east - easts.low) * shortened * unit),
      Math.round((norths.high - north) * unit),
    ],
  };
}

function extent(values: readonly number[]): { readonly low: number; readonly high: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const it of values) {
    low = Math.min(low, it);
    high = Math.max(high, it);
  }
  return { low, high };
}

/** A ring on the drawing, without the last place, which is the first again. */
function placed(ring: Ring, place: (east: number, north: number) => Point): readonly Point[] {
  return ring.slice(0, -1).map(([east, north]) => place(east, north));
}

/** `M10 20l5-3 4 2z`: from the first corner on, each by its distance from the one before. */
function pathOf(ring: readonly Point[]): string {
  let [x, y] = ring[0] ?? [0, 0];
  const steps = ring.slice(1).map(([toX, toY]) => {
    const step = [toX - x, toY - y] as const;
    [x, y] = [toX, toY];
    return `${step[0]}${step[1] < 0 ? "" : " "}${step[1]}`;
  });
  const [first = 0, second = 0] = ring[0] ?? [];
  return `M${first} ${second}l${steps.map((it, at) => (at > 0 && !it.startsWith("-") ? ` ${it}` : it)).join("")}z`;
}
