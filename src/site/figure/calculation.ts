import type { Formula, FormulaDefinition, Observation } from "../../indicators/index.ts";
import { Decimal } from "../../quantity/index.ts";
import { type Html, html, joined, type Part } from "../html.ts";
import { dateText, dimensionText, numberText, observationLink, placeText, valueText } from "../show.ts";
import { type FigureOfSite, indicatorOf, known } from "../site.ts";
import { termLink } from "../term.ts";
import type { View } from "../view.ts";

/** How a formula is calculated: in words, and once with the numbers of its latest value. Nothing for a measure. */
export function calculation(view: View, { definition, observations }: FigureOfSite): Html | null {
  if (definition.kind === "measure") return null;
  const example = observations.latest();
  return html`<section aria-labelledby="calculation">
<h2 id="calculation">${view.say("calculation")}</h2>
<p class="formula">${view.words(definition.title)} = ${inWords(view, definition.formula)}</p>
${example !== undefined && example.value !== null && worked(view, definition, example)}
</section>`;
}

function inWords(view: View, formula: Formula): Part {
  if ("ratio" in formula) return [termLink(view, formula.ratio.of), " ÷ ", termLink(view, formula.ratio.to)];
  if ("share" in formula)
    return [termLink(view, formula.share.part), " ÷ ", termLink(view, formula.share.whole), " × 100%"];
  if ("mean" in formula) {
    const { of } = formula.mean;
    const terms = of.map((it) => termLink(view, it));
    return ["(", joined(terms, " + "), `) ÷ ${of.length}`];
  }
  if ("growth" in formula) {
    const { of, alike } = formula.growth;
    const term = termLink(view, of);
    const before = [view.say("yearBefore"), term];
    const units = alike && dimensionText(view, known(view.site.indicators, indicatorOf(of)), alike);
    return [
      ["(", term, " − ", before, ") ÷ ", before, " × 100%"],
      units && view.say("alikeOnly", { dimension: units }),
    ];
  }
  if ("overMonths" in formula)
    return [
      view.say("overMonthsBefore"),
      termLink(view, formula.overMonths.of),
      view.say("overMonthsAfter", { period: view.site.period.words(view.language) }),
    ];
  if ("coverage" in formula) {
    const versions = view.site.edition.pack.lists.filter((it) => it.id === formula.coverage.list);
    const [list] = versions;
    if (list === undefined) throw new Error(`the pack has no list ${formula.coverage.list}`);
    const dates = versions.map((it) => dateText(view, it.date)).join(view.say("listComma"));
    const date = versions.length === 1 ? dates : view.say("versionInForce", { dates });
    const parameters = { list: view.words(list.title), date };
    return [
      view.say("coverageBefore", parameters),
      termLink(view, formula.coverage.of),
      view.say("coverageAfter", parameters),
    ];
  }
  if ("difference" in formula) {
    const [of, per] = [termLink(view, formula.difference.of), termLink(view, formula.difference.per)];
    return [view.say("differenceBefore"), of, " ÷ ", per, view.say("differenceAfter"), per];
  }
  const plus = joined(
    formula.sum.plus.map((it) => termLink(view, it)),
    " + ",
  );
  return [plus, (formula.sum.minus ?? []).map((it) => [" − ", termLink(view, it)])];
}

/** The numbers in the formula's place; the result is rounded as it is shown, and says so. */
function worked(view: View, definition: FormulaDefinition, it: Observation): Html | null {
  const terms = termsIn(view, definition.formula, it);
  if (terms === null || it.value === null) return null;
  const exact = Decimal.of(it.value).equals(Decimal.of(it.value).round(definition.decimals));
  return html`<p class="formula">${placeText(view, definition, it)}${view.say("colon")}${terms} ${exact ? "=" : "≈"} <strong>${valueText(view, definition, it)}</strong></p>`;
}

function termsIn(view: View, formula: Formula, it: Observation): Part {
  const times = "share" in formula || "growth" in formula || "coverage" in formula ? " × 100%" : "";
  const parts = (it.parts ?? []).map((part) => partLink(view, part));
  const [first, second] = parts;
  if ("mean" in formula) return ["(", joined(parts, " + "), `) ÷ ${parts.length}`];
  if ("growth" in formula && first && second)
    return ["(", first, " − ", second, ") ÷ ", second, times, alikeText(view, it)];
  if (("ratio" in formula || "share" in formula) && first && second) return [first, " ÷ ", second, times];
  if ("sum" in formula) {
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

function partLink(view: View, part: Observation): Html {
  const indicator = known(view.site.indicators, indicatorOf(part.indicator));
  return html`<a href="${observationLink(view, part)}">${numberText(part.value ?? "0", indicator.decimals)}</a>`;
}
