import type { Reading, StatedFinding } from "../check-text.ts";
import type { Stretch } from "./excerpt.ts";

/** What a stretch of the text is shown as. */
export interface Segment extends Stretch {
  /** classes: what kind of number it is, and what the checks say of it; empty where nothing is to be shown */
  readonly kinds: readonly string[];
  /** what a reader who points at it is told; empty where there is nothing to tell */
  readonly title: string;
  /** numbers of the findings, from 1, one of whose places ends here */
  readonly notes: readonly number[];
}

/** Something that covers a stretch. */
export interface Layer extends Stretch {
  readonly kind: string;
  readonly title: string;
}

/**
 * A text cut wherever something begins or ends, so that what overlaps is shown with all that covers it. In order, and
 * together the whole text. Layers are shown in the order given, so that a later one's title wins.
 */
export function segmentsOf(
  text: string,
  layers: readonly Layer[],
  findings: readonly StatedFinding[],
): Segment[] {
  const all = [
    ...layers.map((layer) => ({ ...layer, note: 0 })),
    ...findings.flatMap(({ spans, verdict, message }, at) =>
      spans.map(([start, end]) => ({ start, end, kind: verdict, title: message, note: at + 1 })),
    ),
  ].filter(({ start, end }) => start < end);
  const cuts = [...new Set([0, text.length, ...all.flatMap(({ start, end }) => [start, end])])].sort(
    (one, other) => one - other,
  );
  const opening = Map.groupBy(all, ({ start }) => start);
  const segments: Segment[] = [];
  let open: typeof all = [];
  for (const [at, start] of cuts.entries()) {
    const end = cuts[at + 1];
    if (end === undefined) break;
    open = [...open.filter((it) => it.end > start), ...(opening.get(start) ?? [])];
    segments.push({
      start,
      end,
      kinds: [...new Set(open.map(({ kind }) => kind))],
      title: open.findLast(({ title }) => title !== "")?.title ?? "",
      notes: [...new Set(open.filter((it) => it.end === end && it.note > 0).map(({ note }) => note))],
    });
  }
  return segments;
}

/** The layers of a reading: numbers by kind, and statements without one. */
export function layersOf({ check, mentions }: Reading, titleOf: (kind: string) => string): Layer[] {
  return [
    ...mentions.map(({ start, end, kind }) => ({ start, end, kind, title: titleOf(kind) })),
    ...check.vague.map(({ start, end }) => ({ start, end, kind: "vague", title: titleOf("vague") })),
    ...check.quantities.map(({ start, end, kind, low, high, unit, counts, period }) => ({
      start,
      end,
      kind,
      title: [
        titleOf(kind),
        low === high ? `${low}${unit}` : `${low}–${high === "inf" ? "∞" : high}${unit}`,
        ...[counts, period].filter((words) => words !== "none"),
      ].join(" · "),
    })),
  ];
}
