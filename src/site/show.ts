import type { Breakdown, IndicatorDefinition, Missing, Observation } from "../indicators/index.ts";
import { Decimal, findUnit, formatNumber, Period, unitWord, unitWritten } from "../quantity/index.ts";
import { addresses, anchorOf } from "./address.ts";
import { type Html, html } from "./html.ts";
import { isShown, isStock, known, registersUnder } from "./site.ts";
import type { View } from "./view.ts";

/** A decimal with its thousands apart, rounded half-up: `1,234.50`. A minus is a minus sign, not a hyphen. */
export function numberText(value: string, decimals: number): string {
  return formatNumber(Decimal.of(value), "zh", { decimals }).replace("-", "−");
}

/** A whole number with its thousands apart. */
export function countText(count: number): string {
  return numberText(String(count), 0);
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
  return `${numberText(it.value, indicator.decimals)}${spaceBefore(view, unit)}${unit}`;
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

/** A period in words; for what stands at a period's end, that end: `2020年末`, `end of 2020`. */
export function periodText(view: View, indicator: IndicatorDefinition | null, text: string): string {
  const period = Period.of(text);
  if (indicator === null || !isStock(view.site, indicator)) return spanText(view, period);
  const end =
    period.lastMonth % 12 === 11
      ? Period.ofYear(Math.floor(period.lastMonth / 12))
      : Period.ofMonth(period.lastMonth);
  return view.say("endOf", { period: end.words(view.language) });
}

/** `2020年`, `2016年10–12月`, `2016年10月—2021年10月`. */
function spanText(view: View, period: Period): string {
  const [first, last] = [period.firstMonth, period.lastMonth].map((it) => Math.floor(it / 12));
  if (first !== last || period.length === 1 || period.isWholeYears()) return period.words(view.language);
  return view.say("monthsOfYear", {
    year: String(first),
    first: monthText(view, period.firstMonth % 12),
    last: monthText(view, period.lastMonth % 12),
  });
}

/** A year's short name for an axis or a column, with the months beneath where the ledger has only some of them. */
export function yearText(view: View, text: string): string {
  const period = Period.of(text);
  const year = String(Math.floor(period.firstMonth / 12));
  if (!isPartialYear(text)) return year;
  const [first, last] = [period.firstMonth % 12, period.lastMonth % 12];
  const months = { first: monthText(view, first), last: monthText(view, last) };
  return `${year}\n${view.say(first === last ? "oneMonthOf" : "monthsOf", months)}`;
}

/** A month's short name for an axis, with its year beneath the first one and every January. */
export function monthLabel(view: View, text: string, first: boolean): string {
  const month = Period.of(text).firstMonth;
  const name = view.say("oneMonthOf", { first: monthText(view, month % 12) });
  return first || month % 12 === 0 ? `${name}\n${Math.floor(month / 12)}` : name;
}

/** Whether a period is several months, and less than a year. */
export function isPartialYear(text: string): boolean {
  return Period.of(text).length < 12;
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
  const field = known(view.site.registers, register).fields[dimension];
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

/** The address of an observation on its figure's page; the page's alone where it has no place for it. */
export function observationLink(view: View, it: Observation): string {
  const page = view.page(addresses.figure(it.indicator));
  return isShown(view.site, view.language, it) ? `${page}#${anchorOf(it, view.site.areas.district)}` : page;
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

/** A day `YYYY-MM-DD` or a time in UTC as a date in words; a month `YYYY-MM` or a year alone, where no more is known. */
export function dateText(view: View, date: string): string {
  const [year, month, day] = date.slice(0, 10).split("-").map(Number);
  if (day === undefined) return Period.parse(date)?.words(view.language) ?? date;
  return view.say("date", {
    year: String(year),
    month: month ?? 0,
    monthName: monthName(month ?? 0),
    day: day ?? 0,
  });
}

const MISSING = {
  "no-base": "missingNoBase",
  "no-record": "missingNoRecord",
  "never-sum": "missingNeverSum",
  "too-fine": "missingTooFine",
  suppressed: "missingSuppressed",
} as const satisfies Readonly<Record<Missing, string>>;

function spaceBefore(view: View, unit: string): string {
  return view.language === "en" && unit !== "" && unit !== "%" ? " " : "";
}

function monthText(view: View, month: number): string {
  return view.language === "zh" ? String(month + 1) : monthName(month + 1).slice(0, 3);
}

/** "January 2020" without its year: quantity/ keeps the names. */
function monthName(month: number): string {
  return month === 0
    ? ""
    : (Period.ofMonth(2000 * 12 + month - 1)
        .words("en")
        .split(" ")[0] ?? "");
}
