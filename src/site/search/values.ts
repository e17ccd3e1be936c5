import type { Observation } from "../../indicators/index.ts";
import { files } from "../address.ts";
import type { TextFile } from "../data/tables.ts";
import { VALUES } from "../script/hand-over.ts";
import { numberText } from "../show.ts";
import type { Dimension, FigureOfSite, Site } from "../site.ts";

/** A dimension with more values than these is one of names: of schools, of offices. Its values are on the pages. */
const MOST_PARTS = 12;

/** The dimensions by whose values a search tells a figure apart. */
export function dimensionsSearched({ dimensions }: FigureOfSite): readonly Dimension[] {
  return dimensions.filter(({ values }) => values.length <= MOST_PARTS);
}

/** The dimensions whose values are so many that a search lists them by themselves. */
export function dimensionsNamed({ dimensions }: FigureOfSite): readonly Dimension[] {
  return dimensions.filter(({ values }) => values.length > MOST_PARTS);
}

/** A part as an observation's address writes it: `kind=clinic`. */
export function partKey(dimension: string, value: string): string {
  return `${encodeURIComponent(dimension)}=${encodeURIComponent(value)}`;
}

/** The periods that every line of values has, in this order: the whole, then the years. */
export function periodsSearched(site: Site): readonly string[] {
  const { value } = site.figures.values().next();
  return value === undefined ? [] : [value.observations.whole, ...value.observations.years];
}

/**
 * What a search shows without opening a page: the district's published values, and each township's with its
 * villages', as plain scripts, because a page that was opened from a folder may fetch nothing else. They say what the
 * figures' own files say, shorter.
 */
export function* searchValues(site: Site): Generator<TextFile> {
  const { district } = site.areas;
  yield fileOf(site, district, [district]);
  for (const { code } of site.areas.ofLevel("township"))
    yield fileOf(site, code, [code, ...site.areas.below(code)]);
}

/** Values by area, figure and part. */
export type SearchValues = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>
>;

function fileOf(site: Site, code: string, areas: readonly string[]): TextFile {
  const values: SearchValues = Object.fromEntries(
    areas.flatMap((area) => {
      const figures = [...site.figures.values()].flatMap((figure) => {
        const lines = linesOf(figure, area);
        return lines.length === 0 ? [] : [[figure.definition.id, Object.fromEntries(lines)] as const];
      });
      return figures.length === 0 ? [] : [[area, Object.fromEntries(figures)] as const];
    }),
  );
  const text = `Object.assign(globalThis.${VALUES}??={},${JSON.stringify(values)});\n`;
  return { path: files.searchValues(code), text };
}

/**
 * Of the whole and of each part that has a value: the place of the period that says most, then a value for each
 * period, as pages write it, `!` where it is withheld, `-` where there is none.
 */
function linesOf(figure: FigureOfSite, area: string): (readonly [part: string, line: string])[] {
  const { observations, definition } = figure;
  const periods = [observations.whole, ...observations.years];
  const line = (breakdown: Observation["breakdown"]) => {
    const values = periods.map((period) =>
      valueText(observations.at(period, area, breakdown), definition.decimals),
    );
    if (values.every((it) => it === "-")) return null;
    const latest = observations.latest(area, breakdown)?.period;
    return `${Math.max(0, latest === undefined ? 0 : periods.indexOf(latest))} ${values.join(" ")}`;
  };
  const parts = dimensionsSearched(figure).flatMap(({ dimension, values }) =>
    values.map((value) => [partKey(dimension, value), line({ [dimension]: value })] as const),
  );
  return [["", line({})] as const, ...parts].flatMap(([part, it]) =>
    it === null ? [] : [[part, it] as const],
  );
}

function valueText(it: Observation | undefined, decimals: number): string {
  if (it === undefined || it.value === null) return it?.missing === "suppressed" ? "!" : "-";
  return numberText(it.value, decimals);
}
