import {
  type Breakdown,
  type Declarations,
  type Missing,
  measuresOf,
  type Observation,
} from "../indicators/index.ts";
import type { Language, Words } from "../issue/index.ts";
import { Decimal, findUnit, formatNumber, unitWritten } from "../quantity/index.ts";
import { lightWords, type RegisterDefinition, wordsOfLight } from "../registers/index.ts";

/** An indicator's unit as it stands at the head of a column: `条`, `items`, `%`. */
export function unitText(declarations: Declarations, indicator: string, language: Language): string {
  const id = declarations.indicators.get(indicator)?.unit ?? "";
  const unit = findUnit(id) ?? unitWritten(id);
  if (unit === null) return id;
  return language === "zh" ? unit.symbols[0] : unit.english[1];
}

/** An observation's value with its thousands apart, or a dash and why there is none. */
export function valueText(declarations: Declarations, it: Observation, language: Language): string {
  if (it.value === null) return it.missing === undefined ? "—" : `— ${missing[it.missing][language]}`;
  const decimals = declarations.indicators.get(it.indicator)?.decimals ?? 0;
  return formatNumber(Decimal.of(it.value), language, { decimals });
}

const missing = {
  "no-base": { zh: "无基数", en: "no base" },
  "no-record": { zh: "未报", en: "not reported" },
  "series-break": { zh: "口径有变", en: "definition changed" },
  "never-sum": { zh: "不可相加", en: "never added up" },
  "no-calendar": { zh: "放假安排未公布，无从认定", en: "working days not announced yet" },
  "too-fine": { zh: "不细分公布", en: "not published this finely" },
  suppressed: { zh: "人数过少，不公布", en: "withheld: too few persons" },
} as const satisfies Readonly<Record<Missing, Words>>;

/** What a dimension of an indicator is called. */
export function dimensionText(
  declarations: Declarations,
  indicator: string,
  dimension: string,
  language: Language,
): string {
  if (dimension === "state") return language === "zh" ? "状态" : "state";
  const register = registerUnder(declarations, indicator);
  if (dimension === "light" && register?.light !== undefined) return lightWords.light[language];
  return register?.fields[dimension]?.title[language] ?? dimension;
}

/** What a dimension's value is called: a state's or a choice's words, an area's name, else the value itself. */
export function dimensionValueText(
  declarations: Declarations,
  indicator: string,
  dimension: string,
  value: string,
  language: Language,
): string {
  const register = registerUnder(declarations, indicator);
  if (dimension === "state") return register?.lifecycle.states[value]?.title[language] ?? value;
  if (dimension === "light" && register?.light !== undefined) return wordsOfLight(value)?.[language] ?? value;
  const schema = register?.fields[dimension]?.schema;
  const words = (schema?.labels as Readonly<Record<string, Words>> | undefined)?.[value]?.[language];
  return words ?? (schema?.area === true ? areaText(declarations, value, language) : value);
}

/** A breakdown's values, `热线、在核`; empty for a total. */
export function breakdownText(
  declarations: Declarations,
  indicator: string,
  breakdown: Breakdown,
  language: Language,
): string {
  return Object.entries(breakdown)
    .map(([dimension, value]) => dimensionValueText(declarations, indicator, dimension, value, language))
    .join(language === "zh" ? "、" : ", ");
}

/** An area's name. */
export function areaText({ areas }: Declarations, code: string, language: Language): string {
  return areas.get(code)?.name[language] ?? code;
}

/** The register that an indicator rests on, the first of several. */
function registerUnder(declarations: Declarations, id: string): RegisterDefinition | undefined {
  const indicator = declarations.indicators.get(id);
  const [first = ""] = indicator === undefined ? [] : measuresOf(declarations, indicator);
  const measure = declarations.indicators.get(first);
  return measure?.kind === "measure" ? declarations.registers.get(measure.register)?.definition : undefined;
}
