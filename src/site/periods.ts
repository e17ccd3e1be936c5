import { type IndicatorDefinition, termsOf } from "../indicators/index.ts";
import { Period } from "../quantity/index.ts";
import { type Html, html } from "./html.ts";
import { indicatorOf, isStock, known, type Site } from "./site.ts";
import type { View } from "./view.ts";

/**
 * The time that a value at a period tells of: no further than the ledger goes, however far the period was written. A
 * return that is made for a whole year tells of that year, though the ledger may begin or end in the middle of it.
 */
export function timeOf(site: Site, indicator: IndicatorDefinition | null, text: string): Period {
  const period = Period.of(text);
  if (indicator !== null && !isStock(site, indicator) && isYearly(site, indicator))
    return Period.ofMonths(period.firstMonth - (period.firstMonth % 12), lastOfYear(period.lastMonth));
  const first = Math.max(period.firstMonth, site.period.firstMonth);
  const last = Math.min(period.lastMonth, site.period.lastMonth);
  return first > last ? period : Period.ofMonths(first, last);
}

/** Whether the ledger has less than the whole year of a value that grows with the months. */
export function isCutYear(site: Site, indicator: IndicatorDefinition | null, text: string): boolean {
  return timeOf(site, indicator, text).length < 12;
}

/** A period in words; for what stands at a period's end, that end: `2020年末`, `end of 2020`. */
export function periodText(view: View, indicator: IndicatorDefinition | null, text: string): string {
  const time = timeOf(view.site, indicator, text);
  return indicator !== null && isStock(view.site, indicator) ? endText(view, time) : spanText(view, time);
}

/** The same in pieces that a line may break between, and not within: `2016年10月—` and `2021年10月`. */
export function periodPieces(view: View, indicator: IndicatorDefinition | null, text: string): Html {
  const pieces = periodText(view, indicator, text).split(/(?<=[年月]—| – )|(?<=年)(?=\d+–)/u);
  return html`${pieces.map((it) => html`<span class="piece">${it.trim()}</span>${it.endsWith(" ") && " "}`)}`;
}

/** Everything from the ledger's beginning to a period's end: `截至2020年末`. */
export function untilText(view: View, text: string): string {
  return view.say("until", { period: endText(view, timeOf(view.site, null, text)) });
}

/**
 * A year's short name for an axis or a column. Beneath it the months that the ledger has of it, where these are not
 * all; of a stock, the month at whose end it stands, where this is not the year's last.
 */
export function yearText(view: View, indicator: IndicatorDefinition | null, text: string): string {
  const time = timeOf(view.site, indicator, text);
  const year = String(Math.floor(time.firstMonth / 12));
  const [first, last] = [time.firstMonth % 12, time.lastMonth % 12];
  if (indicator !== null && isStock(view.site, indicator))
    return last === 11 ? year : `${year}\n${view.say("endOfMonth", { month: monthText(view, last) })}`;
  if (time.length >= 12) return year;
  const months = { first: monthText(view, first), last: monthText(view, last) };
  return `${year}\n${view.say(first === last ? "oneMonthOf" : "monthsOf", months)}`;
}

/** A month's short name for an axis, with its year beneath the first one and every January. */
export function monthLabel(view: View, text: string, first: boolean): string {
  const month = Period.of(text).firstMonth;
  const name = view.say("oneMonthOf", { first: monthText(view, month % 12) });
  return first || month % 12 === 0 ? `${name}\n${Math.floor(month / 12)}` : name;
}

/** A day `YYYY-MM-DD` or a time in UTC as a date in words; a month `YYYY-MM` or a year alone, where no more is known. */
export function dateText(view: View, date: string): string {
  const key = `${view.language} ${date}`;
  const said = dates.get(key) ?? saidDate(view, date);
  dates.set(key, said);
  return said;
}

/** Days that were said before: the histories of thousands of records fall on the same ones. */
const dates = new Map<string, string>();

function saidDate(view: View, date: string): string {
  const [year, month, day] = date.slice(0, 10).split("-").map(Number);
  if (month === undefined || day === undefined) return Period.parse(date)?.words(view.language) ?? date;
  return view.say("date", { year: String(year), month, monthName: monthName(month), day });
}

/** Whether values come once a year, each of them for the whole of it. */
function isYearly(site: Site, indicator: IndicatorDefinition): boolean {
  if (indicator.kind === "measure") return indicator.frequency === "year";
  return termsOf(indicator.formula).every((term) =>
    isYearly(site, known(site.indicators, indicatorOf(term))),
  );
}

function lastOfYear(month: number): number {
  return month - (month % 12) + 11;
}

function endText(view: View, time: Period): string {
  const end =
    time.lastMonth % 12 === 11
      ? Period.ofYear(Math.floor(time.lastMonth / 12))
      : Period.ofMonth(time.lastMonth);
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

function monthText(view: View, month: number): string {
  return view.language === "zh" ? String(month + 1) : monthName(month + 1).slice(0, 3);
}

/** "January 2020" without its year: quantity/ keeps the names. */
function monthName(month: number): string {
  return (
    Period.ofMonth(2000 * 12 + month - 1)
      .words("en")
      .split(" ")[0] ?? ""
  );
}
