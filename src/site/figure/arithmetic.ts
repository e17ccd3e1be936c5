import type { Formula, Observation } from "../../indicators/index.ts";
import { Decimal, Period } from "../../quantity/index.ts";
import { type Html, html, joined, type Part } from "../html.ts";
import { numberText, observationLink } from "../show.ts";
import { addsUp, type FigureOfSite, known } from "../site.ts";
import type { View } from "../view.ts";

/**
 * What a value is made of, every number a link to where it is shown: a formula with the numbers of its terms, or the
 * years that a flow over several years is the sum of. With the sign that relates the value to it: a quotient is
 * rounded as it is shown. Nothing where a value is counted from records alone.
 */
export function arithmetic(
  view: View,
  figure: FigureOfSite,
  it: Observation,
): { readonly sign: "=" | "≈"; readonly terms: Part } | null {
  const { definition } = figure;
  if (it.value === null) return null;
  const terms =
    definition.kind === "formula" && !("overMonths" in definition.formula)
      ? termsIn(view, definition.formula, it)
      : yearsIn(view, figure, it);
  if (terms === null) return null;
  const exact = Decimal.of(it.value).equals(Decimal.of(it.value).round(definition.decimals));
  return { sign: exact ? "=" : "≈", terms };
}

function termsIn(view: View, formula: Formula, it: Observation): Part {
  const times = "share" in formula || "growth" in formula || "coverage" in formula ? " × 100%" : "";
  const parts = (it.parts ?? []).map((part) => partLink(view, part));
  const [first, second] = parts;
  if ("mean" in formula && parts.length > 0) return ["(", joined(parts, " + "), `) ÷ ${parts.length}`];
  if ("growth" in formula && first && second)
    return ["(", first, " − ", second, ") ÷ ", second, times, alikeText(view, it)];
  if (("ratio" in formula || "share" in formula) && first && second) return [first, " ÷ ", second, times];
  if ("sum" in formula && parts.length > 0) {
    const plus = formula.sum.plus.length;
    return [joined(parts.slice(0, plus), " + "), parts.slice(plus).map((part) => [" − ", part])];
  }
  if (it.fraction === undefined) return null;
  return [numberText(it.fraction.over, 0), " ÷ ", numberText(it.fraction.under, 0), times];
}

/** How many units a growth over alike units compares, and how many of either year it leaves out. */
function alikeText(view: View, { parts }: Observation): Part {
  const [now, before] = [parts?.[0]?.alike, parts?.[1]?.alike];
  if (now === undefined || before === undefined) return null;
  return view.say("alikeCounts", {
    compared: now.compared,
    now: now.leftOut,
    before: before.leftOut,
  });
}

/** The published years that lie in an observation's period, where they add up to it to the last digit. */
function yearsIn(view: View, { definition, observations }: FigureOfSite, it: Observation): Part {
  if (!addsUp(view.site, definition)) return null;
  const period = Period.of(it.period);
  const years = observations
    .byYear(it.area, it.breakdown)
    .filter((year) => period.contains(Period.of(year.period)) && year.value !== null);
  const sum = years.reduce((all, year) => all.plus(Decimal.of(year.value ?? "0")), Decimal.ZERO);
  if (years.length < 2 || !sum.equals(Decimal.of(it.value ?? "0"))) return null;
  return joined(
    years.map((year) => partLink(view, year)),
    " + ",
  );
}

function partLink(view: View, part: Observation): Html {
  const { decimals } = known(view.site.indicators, part.indicator);
  const number = numberText(part.value ?? "0", decimals);
  // the sum over fewer units than there were is published nowhere else
  if (part.alike !== undefined && part.alike.leftOut > 0) return html`${number}`;
  return html`<a href="${observationLink(view, part)}">${number}</a>`;
}
