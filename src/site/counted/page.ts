import type { Decimal } from "../../quantity/index.ts";
import type { RegisterDefinition } from "../../registers/index.ts";
import { addresses } from "../address.ts";
import { type Html, html, joined } from "../html.ts";
import { periodText } from "../periods.ts";
import { RECORDS_ON_PAGE, recordWay } from "../records/address.ts";
import { pager } from "../records/pager.ts";
import { countText, numberText, observationLink, unitText, valueText, withUnit } from "../show.ts";
import { known } from "../site.ts";
import { tableOf } from "../table.ts";
import type { Page, View } from "../view.ts";
import { yearOf } from "./counted.ts";
import type { CountedPage } from "./lists.ts";

/**
 * One page of the list of records that a yearly figure is made of: a row for each page of records, with the numbers of
 * those that count and what they give; below, what all rows so far give, which on the last page is the figure.
 */
export function countedPage(view: View, list: CountedPage): Page {
  const { figure, observation, measure, number, rows, before, pages } = list;
  const { definition } = figure;
  const register = known(view.site.registers, measure.register);
  const when = periodText(view, definition, observation.period);
  const name = view.words(definition.title);
  const title = view.say("countedTitle", { figure: name, period: when });
  const value = valueText(view, definition, observation);
  const own = rows.reduce((all, it) => all.plus(it.value), before.minus(before));
  // to the last digit, even where the figure itself is shown rounded
  const digits = Math.max(definition.decimals, ...rows.map((it) => digitsOf(it.value)), digitsOf(before));
  const amount = (it: Decimal) => numberText(it.toString(), digits);
  const unit = unitText(view, definition, "2");
  return {
    address: countedAddress(list),
    title,
    description: view.say("countedLead", { figure: name, period: when, value }),
    section: "figures",
    trail: [
      { title: view.say("figures"), address: addresses.figures },
      { title: name, address: addresses.figure(definition.id) },
    ],
    main: html`<header><h1>${view.say("countedHeading", { period: when })}</h1>
<p class="lead">${view.say("countedLead", { figure: name, period: when, value })}</p>
<p class="note">${view.say("countedReading")} <a href="${observationLink(view, observation)}">${view.say("countedFigure", { value })}</a></p></header>
${tableOf({
  id: "counted",
  caption: title,
  captionHidden: true,
  corner: view.words(register.title),
  kind: "counted",
  columns: [
    { head: view.say("countedNumbers") },
    { head: unit === "" ? view.say("value") : unit, numeric: true },
  ],
  rows: [
    ...rows.map((it) => ({
      head: html`<a href="${view.page(addresses.records(register.name, it.page))}">${pageText(view, it.page)}</a>`,
      cells: [{ content: numbers(view, register, it.numbers) }, { content: amount(it.value) }],
    })),
    {
      head: view.say(pages > 1 ? "countedHere" : "countedAll"),
      cells: [{ content: null }, { content: amount(own) }],
      closing: true as const,
    },
    ...(number > 1
      ? [
          {
            head: view.say(number < pages ? "countedSoFar" : "countedAll"),
            cells: [{ content: null }, { content: amount(before.plus(own)) }],
          },
        ]
      : []),
  ],
})}
${pager(view, number, number === pages, (page) => countedAddress(list, page))}`,
  };
}

/** Digits after the point. */
function digitsOf(value: Decimal): number {
  return value.toString().split(".")[1]?.length ?? 0;
}

/** `第 51–100 号` */
function pageText(view: View, page: number): string {
  const last = page * RECORDS_ON_PAGE;
  return view.say("recordNumber", {
    number: rangeText(last - RECORDS_ON_PAGE + 1, last),
  });
}

function rangeText(first: number, last: number): string {
  return `${countText(first)}–${countText(last)}`;
}

/** `3、7–12、40`: runs of records, each leading to its first. */
function numbers(view: View, register: RegisterDefinition, all: readonly number[]): Html {
  const runs: [number, number][] = [];
  for (const it of all) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] + 1 === it) last[1] = it;
    else runs.push([it, it]);
  }
  return html`${joined(
    runs.map(([first, last]) => {
      const text = first === last ? countText(first) : rangeText(first, last);
      return html`<a class="piece" href="${recordWay(view, register.name, first)}">${text}</a>`;
    }),
    view.say("listComma"),
  )}`;
}

/** Where a page of a list stands. */
export function countedAddress(
  { figure, observation, number }: Pick<CountedPage, "figure" | "observation" | "number">,
  page = number,
): string {
  return addresses.counted(figure.definition.id, yearOf(observation), page);
}

/** The ways to these lists from a figure's page: one for each year. */
export function countedWays(
  view: View,
  years: readonly Pick<CountedPage, "figure" | "observation">[],
): Html | null {
  if (years.length === 0) return null;
  return html`<p>${view.say("countedByYear")}</p>
<ul class="names">
${years.map(({ figure, observation }) => {
  const { definition } = figure;
  const value = observation.value ?? "0";
  const text = view.say("named", {
    name: periodText(view, definition, observation.period),
    value: withUnit(view, numberText(value, definition.decimals), unitText(view, definition, value)),
  });
  return html`<li><a href="${view.page(countedAddress({ figure, observation, number: 1 }))}">${text}</a></li>
`;
})}</ul>
`;
}
