import type { Observation, WrittenQuery } from "../indicators/index.ts";

/** What the tag of a content control says: the observation or the document that the text in it is taken from. */
export type BindingTag =
  | { readonly kind: "figure"; readonly query: WrittenQuery & { readonly period: string } }
  | { readonly kind: "citation"; readonly document: string };

/**
 * The tag of a figure: `fig lead.received 2018..2021 outcome=verified`. The area stands in it where it is not the
 * district, and `basis=current` where the present definition is meant. Names and values are percent-encoded where a
 * space or a sign of the tag's own is in them.
 */
export function figureTag(
  { indicator, period, area, breakdown, basis }: Observation,
  district: string,
): string {
  const others = [
    ...(area === district ? [] : [["area", area]]),
    ...Object.entries(breakdown),
    ...(basis === undefined ? [] : [["basis", "current"]]),
  ].map((pair) => pair.map((it) => encodeURIComponent(it)).join("="));
  return ["fig", indicator, period, ...others].join(" ");
}

/** The tag of a citation: `cite division-codes-2023`. */
export function citationTag(document: string): string {
  return `cite ${encodeURIComponent(document)}`;
}

/** Reads a tag back; null for one that is not ours. */
export function readTag(tag: string): BindingTag | null {
  const [kind, id, period, ...others] = tag.trim().split(/\s+/);
  if (id === undefined) return null;
  if (kind === "cite") return { kind: "citation", document: decoded(id) };
  if (kind !== "fig" || period === undefined) return null;
  const pairs = others.map((it) => it.split("=", 2).map(decoded));
  const { area, basis, ...where } = Object.fromEntries(pairs.map(([name = "", value = ""]) => [name, value]));
  return {
    kind: "figure",
    query: {
      indicator: id,
      period,
      where,
      ...(area !== undefined && { area }),
      ...(basis !== undefined && { basis }),
    },
  };
}

/** The areas that some tags name: what to have the records of before they are held against them. */
export function areasOfTags(tags: readonly string[]): readonly string[] {
  const areas = tags.flatMap((it) => {
    const tag = readTag(it);
    return tag?.kind === "figure" && tag.query.area !== undefined ? [tag.query.area] : [];
  });
  return [...new Set(areas)];
}

/** Of a tag that is too long, the document has a property whose name begins so; the control's tag is this name. */
export const PROPERTY = "huimou-";

/** Word takes no longer tag or title of a content control. */
export const LONGEST_TAG = 64;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    // a tag that somebody else wrote: it is taken as it stands, and names nothing that is known
    if (error instanceof URIError) return text;
    throw error;
  }
}
