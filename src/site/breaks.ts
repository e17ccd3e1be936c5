import { breaksOf, type IndicatorDefinition, termsOf } from "../indicators/index.ts";
import type { Words } from "../issue/index.ts";
import { Period } from "../quantity/index.ts";
import { addresses } from "./address.ts";
import { type Html, html } from "./html.ts";
import { dateText } from "./periods.ts";
import { indicatorOf, isStock, known, type Site } from "./site.ts";
import type { View } from "./view.ts";

/** A break of a series among some of its periods. */
export interface SeriesBreak {
  /** the indicator whose definition changed: the series' own, or one that it is calculated from */
  readonly changed: IndicatorDefinition;
  /** first month of the definition that came after, `YYYY-MM` */
  readonly at: string;
  readonly why: Words;
  /** number of the first period that is not read by the former definition alone */
  readonly row: number;
  /** where a line tells the two apart: 2 is before the third period, 2.5 in its middle */
  readonly place: number;
}

/**
 * The breaks that lie among some periods in the order of time. A growth has none: it compares by one definition.
 * What stands at a period's end is read by that end alone, so that no break lies within its period.
 */
export function breaksAmong(
  site: Site,
  indicator: IndicatorDefinition,
  periods: readonly string[],
): readonly SeriesBreak[] {
  const spans = periods.map((it) => Period.of(it));
  const stock = isStock(site, indicator);
  return breaksUnder(site, indicator).flatMap(({ changed, at, why, month }) => {
    const row = spans.findIndex((it) => month <= it.lastMonth);
    const span = spans[row];
    if (span === undefined) return [];
    const within = !stock && span.firstMonth < month;
    return row === 0 && !within ? [] : [{ changed, at, why, row, place: within ? row + 0.5 : row }];
  });
}

/** What changed, when and why, with the way to the former definition; named where it is not `of` alone that is told of. */
export function breakNote(view: View, it: SeriesBreak, of: string | undefined): Html {
  const { changed, at } = it;
  const former = changed.breaks?.find((one) => one.at === at)?.before ?? changed.id;
  return html`† ${breakText(view, it, of)} <a href="${view.page(addresses.figure(former))}">${view.say("formerDefinition")}</a>`;
}

/** The same without the way. */
export function breakText(view: View, { changed, at, why }: SeriesBreak, of: string | undefined): string {
  const date = dateText(view, at);
  const reason = view.words(why);
  return changed.id === of
    ? view.say("definitionBreak", { date, reason })
    : view.say("definitionBreakOf", { title: view.words(changed.title), date, reason });
}

function breaksUnder(
  site: Site,
  indicator: IndicatorDefinition,
): readonly Omit<SeriesBreak & { readonly month: number }, "row" | "place">[] {
  const own = breaksOf(indicator).map(({ at, why, month }) => ({ changed: indicator, at, why, month }));
  const parts =
    indicator.kind === "measure" || "growth" in indicator.formula
      ? []
      : termsOf(indicator.formula).map((term) => known(site.indicators, indicatorOf(term)));
  const all = [...own, ...parts.flatMap((it) => breaksUnder(site, it))];
  return [...new Map(all.map((it) => [`${it.changed.id} ${it.at}`, it])).values()].sort(
    (one, other) => one.month - other.month,
  );
}
