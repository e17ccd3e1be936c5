import type { Formula } from "../../indicators/index.ts";
import { type Html, html, joined, type Part } from "../html.ts";
import { dateText } from "../periods.ts";
import { dimensionText, placeText, valueText } from "../show.ts";
import { type FigureOfSite, indicatorOf, known } from "../site.ts";
import { termLink } from "../term.ts";
import type { View } from "../view.ts";
import { arithmetic } from "./arithmetic.ts";

/** How a formula is calculated: in words, and once with the numbers of its latest value. Nothing for a measure. */
export function calculation(view: View, figure: FigureOfSite): Html | null {
  const { definition } = figure;
  if (definition.kind === "measure") return null;
  const example = figure.observations.latest();
  const sum = example && arithmetic(view, figure, example);
  return html`<section aria-labelledby="calculation">
<h2 id="calculation">${view.say("calculation")}</h2>
<p class="formula">${view.words(definition.title)} = ${inWords(view, definition.formula)}</p>
${
  example &&
  sum &&
  html`<p class="formula">${placeText(view, definition, example)}${view.say("colon")}${sum.terms} ${sum.sign} <strong>${valueText(view, definition, example)}</strong></p>`
}
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
    const versions = view.site.edition.pack.lists
      .filter((it) => it.id === formula.coverage.list)
      .sort((one, other) => (one.date < other.date ? -1 : 1));
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
