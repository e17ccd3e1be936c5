import {
  AreaTree,
  type Declarations,
  type FormulaDefinition,
  followPack,
  type IndicatorDefinition,
  type Observation,
  type RuleDefinition,
  standsAtEnd,
  type Term,
  termsOf,
} from "../indicators/index.ts";
import type { Language } from "../issue/index.ts";
import { Decimal, Period } from "../quantity/index.ts";
import { completed, type RegisterDefinition } from "../registers/index.ts";
import type { Binding } from "../reports/index.ts";
import { anchorOf } from "./address.ts";
import { type DrawnMap, drawnMap } from "./choropleth/drawn-map.ts";
import type { Edition } from "./edition.ts";
import type { Html } from "./html.ts";
import { Observations } from "./observations.ts";
import type { RegisterRecords } from "./records/register-records.ts";

/** An edition with what pages look up in it. */
export interface Site {
  readonly edition: Edition;
  readonly areas: AreaTree;
  /** the pack's, ready to count by */
  readonly declarations: Declarations;
  readonly indicators: ReadonlyMap<string, IndicatorDefinition>;
  readonly registers: ReadonlyMap<string, RegisterDefinition>;
  readonly figures: ReadonlyMap<string, FigureOfSite>;
  /** the townships and villages that any figure is published of: each has a page */
  readonly areaPages: ReadonlySet<string>;
  /** the records of open registers, as the log tells them */
  readonly records: ReadonlyMap<string, RegisterRecords>;
  /** the whole period that the ledger is about */
  readonly period: Period;
  /** the pack's map; null where it has none */
  readonly map: DrawnMap | null;
  /** what was drawn for this site so far, by what it shows */
  readonly drawings: Map<string, Html>;
  /** the registers that an indicator rests on, as far as they were asked for */
  readonly under: Map<IndicatorDefinition, readonly string[]>;
  /** what the reports of each language state, by indicator, in the order of the text */
  readonly stated: Readonly<Record<Language, ReadonlyMap<string, readonly Statement[]>>>;
}

/** A number in a report. */
export interface Statement {
  readonly report: string;
  readonly binding: Binding;
}

/** One indicator with its observations ready to be looked up. */
export interface FigureOfSite {
  readonly definition: IndicatorDefinition;
  readonly observations: Observations;
  /** by which its page takes the district's values apart */
  readonly dimensions: readonly Dimension[];
}

/** A dimension and those of its values that are shown. */
export interface Dimension {
  readonly dimension: string;
  readonly values: readonly string[];
}

/** Makes an edition ready for its pages. Throws on a figure that the pack does not declare. */
export function siteOf(edition: Edition, records: Site["records"]): Site {
  const { pack } = edition;
  const areas = new AreaTree(pack.areas);
  const indicators = new Map(pack.indicators.map((it) => [it.id, it]));
  const period = Period.of(pack.period);
  return {
    edition,
    areas,
    declarations: followPack(pack),
    indicators,
    registers: new Map(pack.registers.map((it) => [it.name, completed(it)])),
    figures: new Map(
      edition.figures.map((it) => {
        const definition = known(indicators, it.indicator);
        const observations = new Observations(it.observations, areas.district, period);
        const dimensions = dimensionsShown(definition, observations);
        return [it.indicator, { definition, observations, dimensions }];
      }),
    ),
    areaPages: areasWithFigures(edition, areas.district),
    records,
    period,
    map: drawnMap(pack),
    drawings: new Map(),
    under: new Map(),
    stated: { zh: statementsOf(edition, "zh"), en: statementsOf(edition, "en") },
  };
}

function areasWithFigures({ figures }: Edition, district: string): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { observations } of figures)
    for (const { area, value, missing } of observations)
      if (area !== district && (value !== null || missing === "suppressed")) codes.add(area);
  return codes;
}

function statementsOf({ reports }: Edition, language: Language): Map<string, Statement[]> {
  const statements = reports
    .filter((it) => it.language === language)
    .flatMap(({ id, bindings }) => bindings.map((binding) => ({ report: id, binding })));
  return Map.groupBy(statements, ({ binding }) => binding.observation.indicator);
}

/**
 * Whether a figure's page, in one language, has a place for an observation: it shows the totals of every township, what
 * the district's are made up of, and whatever a report states. A village's are on its own page, all others in the
 * figure's files.
 */
export function isShown(site: Site, language: Language, it: Observation): boolean {
  const { district } = site.areas;
  const observations = site.figures.get(it.indicator)?.observations;
  if (observations?.at(it.period, it.area, it.breakdown, it.basis) === undefined) return false;
  const dimensions = Object.keys(it.breakdown).length;
  // a part's column is there for the values in it
  const whole = dimensions === 0 && it.area === district;
  if (it.value === null && !whole) return false;
  const regular = it.period === observations.whole || observations.years.includes(it.period);
  if (it.basis !== undefined) return regular && dimensions === 0 && it.area === district;
  if (regular && dimensions === 0 && site.areas.get(it.area)?.level !== "village") return true;
  if (regular && dimensions === 1 && it.area === district && isPartShown(site, it)) return true;
  const anchor = anchorOf(it, district);
  return (site.stated[language].get(it.indicator) ?? []).some(
    ({ binding }) => anchorOf(binding.observation, district) === anchor,
  );
}

/**
 * The dimensions by which a figure's page takes the district's values apart, with the values of each. A coverage
 * counts places: by a part that none of them has it is 0 for ever, and by a single part it is the whole again. These
 * are in the files alone.
 */
function dimensionsShown(definition: IndicatorDefinition, observations: Observations): readonly Dimension[] {
  const all = observations
    .dimensions()
    .map((dimension) => ({ dimension, values: observations.valuesOf(dimension) }));
  if (definition.kind === "measure" || !("coverage" in definition.formula)) return all;
  const periods = [observations.whole, ...observations.years];
  return all.flatMap(({ dimension, values }) => {
    const some = values.filter((value) =>
      periods.some(
        (period) =>
          Decimal.of(observations.at(period, undefined, { [dimension]: value })?.value ?? "0").sign() !== 0,
      ),
    );
    return some.length > 1 ? [{ dimension, values: some }] : [];
  });
}

function isPartShown(site: Site, { indicator, breakdown }: Observation): boolean {
  const shown = known(site.figures, indicator).dimensions;
  return Object.entries(breakdown).every(([name, value]) =>
    shown.some(({ dimension, values }) => dimension === name && values.includes(value)),
  );
}

/** What stands in a map. Throws where nothing does: an edition names only what its pack declares. */
export function known<T>(map: ReadonlyMap<string, T>, id: string): T {
  const found = map.get(id);
  if (found === undefined) throw new Error(`the edition names what its pack does not declare: ${id}`);
  return found;
}

/** A term's indicator. */
export function indicatorOf(term: Term): string {
  return typeof term === "string" ? term : term.indicator;
}

/** The registers that an indicator rests on, each once. */
export function registersUnder(site: Site, indicator: IndicatorDefinition): readonly string[] {
  const before = site.under.get(indicator);
  if (before !== undefined) return before;
  const below =
    indicator.kind === "measure"
      ? [indicator.register]
      : termsOf(indicator.formula).flatMap((term) =>
          registersUnder(site, known(site.indicators, indicatorOf(term))),
        );
  const found = [...new Set(below)];
  site.under.set(indicator, found);
  return found;
}

/** Whether values are what stands at a period's end: a stock, a coverage, or a formula over stocks alone. */
export function isStock(site: Site, indicator: IndicatorDefinition): boolean {
  return standsAtEnd(site.indicators, indicator);
}

/** Whether the values of years may be added up: a flow that nothing forbids to add, or a sum of such. */
export function addsUp(site: Site, indicator: IndicatorDefinition): boolean {
  if (isStock(site, indicator)) return false;
  if (indicator.kind === "measure") return indicator.neverSum?.over.includes("year") !== true;
  const { formula } = indicator;
  if ("overMonths" in formula) return true;
  return (
    "sum" in formula && termsOf(formula).every((it) => addsUp(site, known(site.indicators, indicatorOf(it))))
  );
}

/** The formulas that an indicator is a part of. */
export function formulasWith(site: Site, id: string): readonly FormulaDefinition[] {
  return [...site.indicators.values()].filter(
    (it): it is FormulaDefinition =>
      it.kind === "formula" && termsOf(it.formula).some((term) => indicatorOf(term) === id),
  );
}

/** The rules in which an indicator stands on a side. */
export function rulesWith(site: Site, id: string): readonly RuleDefinition[] {
  return site.edition.pack.rules.filter((rule) => termsOfRule(rule).some((term) => indicatorOf(term) === id));
}

function termsOfRule(rule: RuleDefinition): readonly Term[] {
  return [rule.left, rule.right].flatMap((side) =>
    "plus" in side ? [...side.plus, ...(side.minus ?? [])] : [],
  );
}
