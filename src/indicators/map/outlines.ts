import { type Issue, issue, type Path } from "../../issue/index.ts";
import type { Area, AreaMapDefinition } from "../define.ts";

/** A place on the earth: degrees east, degrees north (WGS 84). */
export type Position = readonly [east: number, north: number];

/** A closed line; the last place is the first again. */
export type Ring = readonly Position[];

/** What an area covers: pieces, each an outer ring and the rings of its holes. */
export type Outline = readonly (readonly Ring[])[];

/** The longest text that a map may be: its file stands in every edition. */
export const MAP_BYTES = 1_048_576;

/** Degrees that a district may span; a map of more has a place that is typed wrongly, or is one of a country. */
export const MAP_DEGREES = 12;

/**
 * Reads the outlines of a pack's map: GeoJSON (RFC 7946), one feature of type Polygon or MultiPolygon for each
 * township, which its `properties.code` or else its `id` names. Beside them every issue that it finds: what is no such
 * file, what names no township, what is drawn twice or not at all, rings that are not closed or have no extent, places
 * that are none on the earth. With an issue, the outlines are not all there.
 */
export function readOutlines(
  { file, geojson }: AreaMapDefinition,
  areas: readonly Area[],
): { readonly outlines: ReadonlyMap<string, Outline>; readonly issues: readonly Issue[] } {
  const outlines = new Map<string, Outline>();
  const bytes = new TextEncoder().encode(geojson).length;
  if (bytes > MAP_BYTES)
    return { outlines, issues: [issue("indicators.map-large", [file], { bytes, most: MAP_BYTES })] };
  const features = featuresOf(geojson);
  if (features === null) return { outlines, issues: [issue("indicators.map-unreadable", [file])] };
  const townships = new Set(areas.filter((it) => it.level === "township").map((it) => it.code));
  const seen = new Set<string>();
  const issues: Issue[] = [];
  for (const [at, feature] of features.entries()) {
    const path = [file, "features", at];
    const code = codeOf(feature);
    if (!townships.has(code)) issues.push(issue("indicators.map-area-unknown", path, { code }));
    else if (seen.has(code)) issues.push(issue("indicators.map-area-twice", path, { code }));
    else {
      seen.add(code);
      const found = outlineOf(feature, code, path);
      if ("code" in found) issues.push(found);
      else outlines.set(code, found.outline);
    }
  }
  for (const code of townships)
    if (!seen.has(code)) issues.push(issue("indicators.map-area-missing", [file], { code }));
  if (issues.length === 0 && span(outlines) > MAP_DEGREES)
    issues.push(issue("indicators.map-wide", [file], { most: MAP_DEGREES }));
  return { outlines, issues };
}

/** The features of a collection; null where a text is none. */
function featuresOf(text: string): readonly unknown[] | null {
  try {
    const { type, features } = membersOf(JSON.parse(text));
    return type === "FeatureCollection" && Array.isArray(features) ? features : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function codeOf(feature: unknown): string {
  const { id, properties } = membersOf(feature);
  return String(membersOf(properties).code ?? id ?? "");
}

function outlineOf(feature: unknown, code: string, path: Path): { readonly outline: Outline } | Issue {
  const { type, coordinates } = membersOf(membersOf(feature).geometry);
  const pieces = type === "Polygon" ? [coordinates] : type === "MultiPolygon" ? coordinates : null;
  if (!isFull(pieces) || !pieces.every((piece) => isFull(piece) && piece.every(Array.isArray)))
    return issue("indicators.map-no-area", path, { code });
  const outline: (readonly Ring[])[] = [];
  for (const piece of pieces as readonly (readonly (readonly unknown[])[])[]) {
    for (const ring of piece) {
      const wrong = ring.find((it) => !isPosition(it));
      if (wrong !== undefined)
        return issue("indicators.map-position", path, { code, value: JSON.stringify(wrong) });
      if (!isRing(ring as Ring)) return issue("indicators.map-ring", path, { code });
    }
    outline.push(piece as readonly Ring[]);
  }
  return { outline };
}

function isFull(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0;
}

function isPosition(value: unknown): value is Position {
  if (!Array.isArray(value)) return false;
  const [east, north] = value as readonly unknown[];
  return isWithin(east, 180) && isWithin(north, 85);
}

function isWithin(value: unknown, most: number): boolean {
  return typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= most;
}

/** Whether a line is closed and goes round something. */
function isRing(ring: Ring): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined || ring.length < 4) return false;
  return first[0] === last[0] && first[1] === last[1] && new Set(ring.map(String)).size >= 3;
}

/** Degrees from one end of the map to the other, the longer way. */
function span(outlines: ReadonlyMap<string, Outline>): number {
  const [east, north] = [0, 1].map((at) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const outline of outlines.values())
      for (const ring of outline.flat())
        for (const position of ring) {
          low = Math.min(low, position[at] as number);
          high = Math.max(high, position[at] as number);
        }
    return high - low;
  });
  return Math.max(east ?? 0, north ?? 0);
}
