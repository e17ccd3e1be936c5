import type { Breakdown, IndicatorDefinition, Missing, Observation } from "../indicators/index.ts";
import { Decimal, findUnit, formatNumber, unitWord, unitWritten } from "../quantity/index.ts";
import { lightWords, wordsOfLight } from "../registers/index.ts";
import { addresses, anchorOf } from "./address.ts";
import { type Html, html } from "./html.ts";
import { dateText, periodText, timeOf } from "./periods.ts";
import { isShown, known, registersUnder } from "./site.ts";
import type { View } from "./view.ts";

/** A decimal with its thousands apart, rounded half-up: `1,234.50`. A minus is a minus sign, not a hyphen. */
export function numberText(value: string, decimals: number): string {
  return formatNumber(Decimal.of(value), "zh", { decimals }).replace("-", "−");
}

/** A whole number with its thousands apart. Those below a thousand have none, and are most of all that are written. */
export function countText(count: number): string {
  return count >= 0 && count < 1000 ? String(count) : numberText(String(count), 0);
}

/** The word after an indicator's value: `条`, `items`, `%`; may be empty. */
export function unitText(view: View, indicator: IndicatorDefinition, value: string | null): string {
  return unitTextOf(view, indicator.unit, value);
}

/** The same for a unit as a pack writes it, by its id or its symbol. */
export function unitTextOf(view: View, unit: string, value: string | null): string {
  const found = findUnit(unit) ?? unitWritten(unit);
  return found === null ? unit : unitWord(found, view.language, Decimal.of(value ?? "0"));
}

/** An observation's value alone, as a table whose head names the unit shows it. */
export function bareValue(view: View, indicator: IndicatorDefinition, it: Observation | undefined): Html {
  if (it === undefined) return html`<span class="none">${view.say("notPublished")}</span>`;
  if (it.value === null) return html`<span class="none">${missingText(view, it.missing)}</span>`;
  return html`${numberText(it.value, indicator.decimals)}`;
}

/** An observation's value with its unit, as one text: `611条`, `611 items`, `97.4%`. */
export function valueText(view: View, indicator: IndicatorDefinition, it: Observation): string {
  if (it.value === null) return missingText(view, it.missing);
  const unit = unitText(view, indicator, it.value);
  return withUnit(view, numberText(it.value, indicator.decimals), unit);
}

/** A number with the word for its unit behind it: `611条`, `611 items`, `97.4%`. */
export function withUnit(view: View, number: string, unit: string): string {
  return `${number}${spaceBefore(view, unit)}${unit}`;
}

/** The same, large, with the unit set smaller. */
export function largeValue(view: View, indicator: IndicatorDefinition, it: Observation): Html {
  if (it.value === null) return html`<span class="value none">${missingText(view, it.missing)}</span>`;
  const unit = unitText(view, indicator, it.value);
  return html`<span class="value">${numberText(it.value, indicator.decimals)}${
    unit === "" ? null : html`<span class="unit">${spaceBefore(view, unit)}${unit}</span>`
  }</span>`;
}

/** Why there is no value. */
export function missingText(view: View, missing: Missing | undefined): string {
  return view.say(missing === undefined ? "notPublished" : MISSING[missing]);
}

/** An area's name. */
export function areaText(view: View, code: string): string {
  const area = view.site.areas.get(code);
  if (area === undefined) throw new Error(`the edition names an area that its pack does not list: ${code}`);
  return view.words(area.name);
}

/** The name of a dimension: its field's title. */
export function dimensionText(view: View, indicator: IndicatorDefinition, dimension: string): string {
  if (dimension === "state") return view.say("state");
  const [register = ""] = registersUnder(view.site, indicator);
  const { fields, light } = known(view.site.registers, register);
  if (dimension === "light" && light !== undefined) return view.words(lightWords.light);
  const field = fields[dimension];
  return field === undefined ? dimension : view.words(field.title);
}

/** The name of a dimension's value: a state's title, a choice's words, an area's name, or the value itself. */
export function breakdownValueText(
  view: View,
  indicator: IndicatorDefinition,
  dimension: string,
  value: string,
): string {
  const [register = ""] = registersUnder(view.site, indicator);
  return fieldValueText(view, register, dimension, value);
}

/** What a field's value is called. Values of no closed list stand for themselves. */
export function fieldValueText(view: View, register: string, field: string, value: unknown): string {
  const definition = known(view.site.registers, register);
  if (field === "state") {
    const state = definition.lifecycle.states[String(value)];
    return state === undefined ? String(value) : view.words(state.title);
  }
  const light = definition.light && field === "light" ? wordsOfLight(value) : undefined;
  if (light !== undefined) return view.words(light);
  const schema = definition.fields[field]?.schema;
  if (typeof value === "boolean" || schema?.type === "boolean")
    return view.say(String(value) === "true" ? "yes" : "no");
  if (schema?.format === "date") return dateText(view, String(value));
  if (typeof value === "number") return countText(value);
  if (typeof schema?.decimals === "number") return numberText(String(value), schema.decimals);
  if (schema?.area === true && view.site.areas.get(String(value)) !== undefined)
    return areaText(view, String(value));
  const label = (schema?.labels as Readonly<Record<string, { zh: string; en: string }>> | undefined)?.[
    String(value)
  ];
  if (label !== undefined) return view.words(label);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A breakdown in words, `来源：热线`; empty for a total. */
export function breakdownText(view: View, indicator: IndicatorDefinition, breakdown: Breakdown): string {
  return Object.entries(breakdown)
    .map(([dimension, value]) =>
      view.say("named", {
        name: dimensionText(view, indicator, dimension),
        value: breakdownValueText(view, indicator, dimension, value),
      }),
    )
    .join(view.say("semicolon"));
}

/** Where and when an observation holds, in words: `2018年—2021年，南山镇，来源：热线`. */
export function placeText(view: View, indicator: IndicatorDefinition, it: Observation): string {
  const area = it.area === view.site.areas.district ? "" : areaText(view, it.area);
  const parts = [periodText(view, indicator, it.period), area, breakdownText(view, indicator, it.breakdown)];
  return parts.filter((part) => part !== "").join(view.say("comma"));
}

/**
 * The address of an observation on its figure's page, a village's on the village's own; the page's alone where it has no
 * place for it.
 */
export function observationLink(view: View, it: Observation): string {
  const { site, language } = view;
  const page = view.page(addresses.figure(it.indicator));
  const shown = [it, withinLedger(view, it)].find((one) => one !== undefined && isShown(site, language, one));
  if (shown !== undefined) return `${page}#${anchorOf(shown, site.areas.district)}`;
  const isOfVillage = site.areas.get(it.area)?.level === "village" && site.areaPages.has(it.area);
  return isOfVillage ? `${view.page(addresses.area(it.area))}#${it.indicator}` : page;
}

/** The published observation that says the same of the time that the ledger has: of `2021`, that of its ten months. */
function withinLedger({ site }: View, it: Observation): Observation | undefined {
  const time = timeOf(site, null, it.period).toString();
  const found = site.figures.get(it.indicator)?.observations.at(time, it.area, it.breakdown);
  return found?.value === it.value ? found : undefined;
}

/**
 * A text that somebody wrote into a record or a report, as it is: reasons and accounts are in Chinese on every page,
 * and a reading machine is told so.
 */
export function asWritten(view: View, text: string): Html {
  return view.language !== "zh" && /\p{Script=Han}/u.test(text)
    ? html`<span lang="zh-CN">${text}</span>`
    : html`${text}`;
}

const MISSING = {
  "no-base": "missingNoBase",
  "no-record": "missingNoRecord",
  "series-break": "missingSeriesBreak",
  "never-sum": "missingNeverSum",
  "no-calendar": "missingNoCalendar",
  "too-fine": "missingTooFine",
  suppressed: "missingSuppressed",
} as const satisfies Readonly<Record<Missing, string>>;

function spaceBefore(view: View, unit: string): string {
  return view.language === "en" && unit !== "" && unit !== "%" ? " " : "";
}
