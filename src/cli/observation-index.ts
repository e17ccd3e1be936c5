import type { ObservationIndex } from "../claims/index.ts";
import type { District } from "../district/index.ts";
import {
  type Declarations,
  dimensionsOf,
  type IndicatorDefinition,
  loadCells,
  type Observation,
  observe,
  type Query,
  valuesOf,
  yearsIn,
} from "../indicators/index.ts";
import { Period } from "../quantity/index.ts";
import { dimensionValueText } from "./in-words.ts";

type Indexed = ObservationIndex["indicators"][number];

/**
 * What a district's records say of what a text speaks of: every indicator, and its parts that the text names, for the
 * district and the areas that the text names, over the whole time, each year, and the periods that it states.
 */
export async function indexOf(
  district: District,
  text: string,
  stated: readonly Period[],
): Promise<ObservationIndex> {
  const { declarations } = district;
  const { pack, areas } = declarations;
  const named = pack.areas.filter(
    (it) => it.code === areas.district || [it.name.zh, it.name.en].some((name) => text.includes(name)),
  );
  const indicators = [...declarations.indicators.values()];
  const codes = named.map(({ code }) => code).filter((code) => areas.get(code) !== undefined);
  const cells = await loadCells(district.store, declarations, indicators, codes);
  const whole = Period.parse(pack.period);
  const periods = whole === null ? [...stated] : [whole, ...yearsIn(whole), ...stated];
  const distinct = [...new Map(periods.map((it) => [it.toString(), it])).values()];
  const valuesFor = (indicator: string, where: Readonly<Record<string, string>>) =>
    codes.flatMap((area) =>
      distinct.flatMap((period) => {
        const { value } = observe(declarations, cells, { indicator, area, period, where });
        return value === null ? [] : [{ area, period: period.toString(), value }];
      }),
    );
  return {
    area: areas.district,
    areas: named.map(({ code, name: { zh, en } }) => ({
      code,
      // 云岭区 is called 云岭, too; of 建设社区 that would be any word
      names: code === areas.district ? [zh, zh.replace(/.$/, ""), en] : [zh, en],
    })),
    indicators: indicators.flatMap((indicator): Indexed[] => {
      const { id, unit } = indicator;
      const names = titlesOf(indicator);
      const parts = partsIn(declarations, indicator, text).map(({ where, of }) => ({
        id,
        names,
        unit,
        of,
        values: valuesFor(id, where),
      }));
      return [{ id, names, unit, values: valuesFor(id, {}) }, ...parts];
    }),
  };
}

/** Reads single values of a district's records, for the areas that are named. */
export async function observing(
  { store, declarations }: District,
  named: readonly string[],
): Promise<(query: Query) => Observation> {
  const { indicators, areas } = declarations;
  const codes = [areas.district, ...named].filter((code) => areas.get(code) !== undefined);
  const cells = await loadCells(store, declarations, [...indicators.values()], codes);
  return (query) => observe(declarations, cells, query);
}

/** Each side of 召开会议、开展调研 is a name, too. */
function titlesOf({ title, synonyms }: IndicatorDefinition): string[] {
  const sides = title.zh.split("、");
  return [...new Set([title.zh, title.en, ...sides, ...(synonyms ?? [])])];
}

interface Part {
  readonly where: Readonly<Record<string, string>>;
  readonly of: readonly (readonly string[])[];
}

/** The parts of an indicator, by one or two of its dimensions, whose values the text names. */
function partsIn(declarations: Declarations, indicator: IndicatorDefinition, text: string): Part[] {
  const singles = dimensionsOf(declarations, indicator).flatMap((dimension) =>
    (valuesOf(declarations, indicator, dimension) ?? []).flatMap((value) => {
      const words = (["zh", "en"] as const).map((language) =>
        dimensionValueText(declarations, indicator.id, dimension, value, language),
      );
      return words.some((it) => isNamed(it, text)) ? [{ dimension, value, words }] : [];
    }),
  );
  const pairs = singles.flatMap((one, at) =>
    singles
      .slice(at + 1)
      .filter((other) => other.dimension !== one.dimension)
      .map((other) => [one, other]),
  );
  return [...singles.map((one) => [one]), ...pairs].map((some) => ({
    where: Object.fromEntries(some.map(({ dimension, value }) => [dimension, value])),
    of: some.map(({ words }) => words),
  }));
}

/** 区委常委会 is named by 常委会. */
function isNamed(name: string, text: string): boolean {
  if (name.length < 2) return false;
  return text.includes(name) || (name.length > 3 && text.includes(name.slice(2)));
}
