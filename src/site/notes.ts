import {
  type IndicatorDefinition,
  type Observation,
  type StandardDefinition,
  standardAt,
} from "../indicators/index.ts";
import { Decimal, Period } from "../quantity/index.ts";
import { type Html, html } from "./html.ts";
import { dateText } from "./periods.ts";
import { countText, numberText, unitText } from "./show.ts";
import type { View } from "./view.ts";

/**
 * What an observation says beside its value, in words: by which definition it was read, how far it is settled, what a
 * coverage was measured against, and whether it keeps its standard.
 */
export function notesText(view: View, indicator: IndicatorDefinition, it: Observation): string {
  const standard = standardOf(indicator, it);
  const notes = [
    it.former !== undefined && view.say("byFormer"),
    it.basis !== undefined && view.say("byPresent"),
    it.status !== undefined && statusText(view, it.status),
    listText(view, it),
    standard !== undefined &&
      view.say(it.meets ? "meetsStandard" : "failsStandard", {
        standard: standardText(view, indicator, standard),
      }),
  ];
  return notes.filter((note) => note !== false && note !== "").join(view.say("semicolon"));
}

/** How far a value is settled, in words. */
export function statusText(view: View, status: NonNullable<Observation["status"]>): string {
  return view.say(STATUS[status]);
}

/** `148/148，行政村名录（2023年6月30日）`; empty where a value was not measured against a list. */
export function listText(view: View, { denominator, fraction }: Observation): string {
  if (denominator === undefined || fraction === undefined) return "";
  const { list, date } = denominator;
  const title = view.site.edition.pack.lists.find((it) => it.id === list && it.date === date)?.title;
  return view.say("outOfList", {
    over: countText(Number(fraction.over)),
    under: countText(Number(fraction.under)),
    list: title === undefined ? list : view.words(title),
    date: dateText(view, date),
  });
}

/** Whether a value keeps its standard, as a word with its sign, and the standard; nothing where there is none. */
export function standardVerdict(view: View, indicator: IndicatorDefinition, it: Observation): Html | null {
  const standard = standardOf(indicator, it);
  if (standard === undefined) return null;
  const [sign, verdict, key] = it.meets
    ? (["✓", "holds", "meets"] as const)
    : (["✕", "broken", "fails"] as const);
  return html`<span class="verdict ${verdict}"><span aria-hidden="true">${sign}</span>\u00a0${view.say(key)}</span> <small>${standardText(view, indicator, standard)}</small>`;
}

/** `≥ 95%` */
export function standardText(
  view: View,
  indicator: IndicatorDefinition,
  { relation, value }: StandardDefinition,
): string {
  const unit = unitText(view, indicator, value);
  const space = view.language === "en" && unit !== "" && unit !== "%" ? " " : "";
  return `${SIGNS[relation]} ${numberText(value, decimalsOf(value))}${space}${unit}`;
}

/** `≥ 95%，2012年1月20日起：教督〔2012〕3号` */
export function standardWithSource(
  view: View,
  indicator: IndicatorDefinition,
  standard: StandardDefinition,
): string {
  const { effectiveFrom, effectiveTo, source } = standard;
  const from = dateText(view, effectiveFrom);
  const when =
    effectiveTo === undefined
      ? view.say("standardSince", { from })
      : view.say("standardBetween", { from, to: dateText(view, effectiveTo) });
  const text = standardText(view, indicator, standard);
  return `${text}${view.say("comma")}${when}${view.say("colon")}${view.words(source)}`;
}

/** The standard that an observation was held against. */
export function standardOf(
  indicator: IndicatorDefinition,
  { meets, period }: Observation,
): StandardDefinition | undefined {
  return meets === undefined ? undefined : standardAt(indicator, Period.of(period));
}

const STATUS = {
  provisional: "statusProvisional",
  final: "statusFinal",
  revised: "statusRevised",
} as const satisfies Readonly<Record<NonNullable<Observation["status"]>, string>>;

const SIGNS = { "<=": "≤", ">=": "≥" } as const;

function decimalsOf(value: string): number {
  const [, fraction = ""] = Decimal.of(value).toString().split(".");
  return fraction.length;
}
