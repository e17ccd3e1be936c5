import { observe, type Query, readQuery, reconcile, seriesQueries } from "../indicators/index.ts";
import type { Issue } from "../issue/index.ts";
import { type BoundReport, type ChartRequest, gate } from "../reports/index.ts";
import type { Edition } from "../site/index.ts";
import { keyOf, published } from "./figures.ts";
import { revisionsOf } from "./revisions.ts";
import type { EditionSource } from "./source.ts";

/** An edition, where nothing stops it; else everything that does. */
export interface Composed {
  readonly edition: Edition | null;
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
}

/** Reconciles, holds the reports against the records, and puts the edition together. */
export async function composeEdition(source: EditionSource): Promise<Composed> {
  const { declarations, cells } = source;
  const asked: Query[] = [];
  const rules = reconcile(declarations, cells, source.explanations);
  const { bound, issues, warnings, unproven } = await gate(
    declarations,
    (query) => {
      asked.push(query);
      return observe(declarations, cells, query);
    },
    rules,
  );
  if (issues.length > 0) return { edition: null, issues, warnings };
  asked.push(...bound.flatMap((report) => report.charts.flatMap((chart) => chartQueries(source, chart))));
  // one after the other: all of them at once, and their text, would take several times their memory
  const figures = declarations.pack.indicators.map((indicator) =>
    asRead({ indicator: indicator.id, observations: published(declarations, cells, indicator, asked) }),
  );
  const rest: Omit<Edition, "figures"> = {
    pack: declarations.pack,
    number: source.number,
    position: source.position,
    recorded: source.recorded,
    root: source.root,
    origin: source.origin,
    verifierKey: source.verifierKey,
    rules,
    reports: bound.map(withoutPlaces),
    unproven,
    registers: source.registers,
    revisions: await revisionsOf(
      source,
      figures.flatMap((it) => it.observations),
    ),
    predecessors: source.earlier
      .map(({ number, position, root, recorded }) => ({ number, position, root, recorded }))
      .reverse(),
  };
  const { pack, number, position, recorded, root, origin, verifierKey, ...others } = asRead(rest);
  const edition = { pack, number, position, recorded, root, origin, verifierKey, figures, ...others };
  return { edition, issues, warnings };
}

/**
 * Plain data as whoever reads it from the edition's file will have it: without members that are undefined. Unlike a
 * reading of its text, it keeps a string that stands in many places once: names of areas and indicators are most of an
 * edition. Throws on what JSON does not have.
 */
function asRead<T>(value: T): T {
  if (Array.isArray(value)) return value.map((it) => asRead(it)) as T;
  if (typeof value === "object" && value !== null) {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null)
      throw new Error("an edition is plain data, and has no object of a class");
    const members = Object.entries(value).filter(([, it]) => it !== undefined);
    return Object.fromEntries(members.map(([name, it]) => [name, asRead(it)])) as T;
  }
  if (value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value))
    return value;
  throw new Error(`an edition is plain data, and has no ${String(value)}`);
}

/** What a chart draws: the observations of its series, and their total. */
function chartQueries({ declarations, cells }: EditionSource, chart: ChartRequest): Query[] {
  const by = chart.by === "area" ? "township" : chart.by;
  return chart.series.flatMap(({ indicator, where }) => {
    const { query } = readQuery(
      declarations,
      { indicator, where, area: chart.area, period: chart.period },
      [],
    );
    if (query === null) throw new Error(`a bound report draws what cannot be read: ${indicator}`);
    return [query, ...seriesQueries(declarations, cells, query, [by])];
  });
}

/** Where in the file a node stood is of no use on a page, and large. */
export function withoutPlaces(report: BoundReport): BoundReport {
  return JSON.parse(
    JSON.stringify(report, (name, value) => (name === "position" ? undefined : value)),
  ) as BoundReport;
}

/** The sentences of the reports that state an observation, by its key. */
export function sentencesOf({ reports }: Edition): Record<string, string[]> {
  const sentences: Record<string, string[]> = {};
  for (const { bindings } of reports)
    for (const { observation, sentence } of bindings) {
      const key = keyOf(observation);
      sentences[key] = [...(sentences[key] ?? []), sentence];
    }
  return sentences;
}
