import { type Issue, issue, type Path } from "../issue/index.ts";
import { Period } from "../quantity/index.ts";
import { lights } from "../registers/index.ts";
import { presentBasis } from "./basis.ts";
import type { Breakdown } from "./cell-table.ts";
import type { Declarations } from "./declarations.ts";
import { type IndicatorDefinition, type Term, termsOf } from "./define.ts";

/** Which value of an indicator is asked for. */
export interface Query {
  readonly indicator: string;
  /** area code */
  readonly area: string;
  readonly period: Period;
  /** dimension → value; the others are added up */
  readonly where: Breakdown;
  /**
   * index of the month whose definitions are applied, whatever the period; beyond all months, those that hold now.
   * Without it, each period is read by its own
   */
  readonly basis?: number;
}

/** A query as people write it. */
export interface WrittenQuery {
  readonly indicator: string;
  readonly area?: string;
  readonly period?: string;
  readonly where?: Breakdown;
  /** `current`: by the definitions that hold now, whatever the period */
  readonly basis?: string;
}

/** Makes a query of what was written, or says everything that is wrong with it. */
export function readQuery(
  declarations: Declarations,
  written: WrittenQuery,
  path: Path,
): { query: Query; issues: readonly [] } | { query: null; issues: readonly Issue[] } {
  const { pack, areas, indicators } = declarations;
  const issues: Issue[] = [];
  const area = written.area ?? areas.district;
  if (areas.get(area) === undefined) issues.push(issue("indicators.area-unknown", path, { value: area }));
  const period = Period.parse(written.period ?? pack.period);
  if (period === null)
    issues.push(issue("indicators.period-malformed", path, { value: written.period ?? "" }));
  const { basis } = written;
  if (basis !== undefined && basis !== "current")
    issues.push(issue("indicators.basis-unknown", path, { value: basis }));
  const indicator = indicators.get(written.indicator);
  const where = written.where ?? {};
  if (indicator === undefined) {
    const near = nearest(written.indicator, [...indicators.keys()]).join(", ");
    issues.push(issue("indicators.indicator-unknown", path, { indicator: written.indicator, near }));
  } else issues.push(...whereIssues(declarations, indicator, where, path));
  if (issues.length > 0 || period === null) return { query: null, issues };
  const query = { indicator: written.indicator, area, period, where };
  return { query: basis === undefined ? query : { ...query, basis: presentBasis }, issues: [] };
}

function whereIssues(
  declarations: Declarations,
  indicator: IndicatorDefinition,
  where: Breakdown,
  path: Path,
): Issue[] {
  const dimensions = dimensionsOf(declarations, indicator);
  return Object.entries(where).flatMap(([dimension, value]) => {
    if (!dimensions.includes(dimension)) {
      const known = dimensions.join(", ") || "—";
      return [issue("indicators.dimension-unknown", path, { indicator: indicator.id, dimension, known })];
    }
    const known = valuesOf(declarations, indicator, dimension);
    return known === null || known.includes(value)
      ? []
      : [issue("indicators.value-unknown", path, { dimension, value, known: known.join(", ") })];
  });
}

/** What an indicator can be broken down by: for a formula, what all its terms can. */
export function dimensionsOf(declarations: Declarations, indicator: IndicatorDefinition): readonly string[] {
  if (indicator.kind === "measure") return indicator.by;
  const terms = termsOf(indicator.formula).map((term) => {
    const { id, where } = termParts(term);
    const declared = declarations.indicators.get(id);
    return declared === undefined ? [] : dimensionsOf(declarations, declared).filter((it) => !(it in where));
  });
  const [first = [], ...others] = terms;
  return first.filter((it) => others.every((other) => other.includes(it)));
}

/** The closed list of a dimension's values, in declared order; null where any text may stand. */
export function valuesOf(
  declarations: Declarations,
  indicator: IndicatorDefinition,
  dimension: string,
): readonly string[] | null {
  const measure = firstMeasure(declarations, indicator);
  if (measure === undefined) return null;
  const register = declarations.registers.get(measure.register)?.definition;
  if (dimension === "state") return Object.keys(register?.lifecycle.states ?? {});
  if (dimension === "light" && register?.light !== undefined) return lights;
  const schema = register?.fields[dimension]?.schema;
  if (Array.isArray(schema?.enum)) return schema.enum.map(String);
  return schema?.type === "boolean" ? ["true", "false"] : null;
}

/** A term's indicator and the values that narrow it. */
export function termParts(term: Term): { id: string; where: Breakdown } {
  return typeof term === "string" ? { id: term, where: {} } : { id: term.indicator, where: term.where };
}

/** The query of a term, at the place and in the breakdown of the query that it stands in. */
export function narrowed(term: Term, query: Query): Query {
  const { id, where } = termParts(term);
  return { ...query, indicator: id, where: { ...query.where, ...where } };
}

function firstMeasure(declarations: Declarations, indicator: IndicatorDefinition) {
  let at: IndicatorDefinition | undefined = indicator;
  while (at?.kind === "formula") {
    const [term] = termsOf(at.formula);
    at = term === undefined ? undefined : declarations.indicators.get(termParts(term).id);
  }
  return at;
}

/** At most five of `known`, those with the most letter pairs in common with `wanted` first. */
export function nearest(wanted: string, known: readonly string[]): readonly string[] {
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
  const mine = pairs(wanted);
  const likeness = (text: string) => {
    const other = pairs(text);
    return (2 * [...mine].filter((it) => other.has(it)).length) / (mine.size + other.size || 1);
  };
  return known
    .map((text) => ({ text, likeness: likeness(text) }))
    .sort((a, b) => b.likeness - a.likeness || (a.text < b.text ? -1 : 1))
    .slice(0, 5)
    .map(({ text }) => text);
}
