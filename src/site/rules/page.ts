import type { RuleDefinition, RuleResult, Term } from "../../indicators/index.ts";
import { Period } from "../../quantity/index.ts";
import { addresses, files } from "../address.ts";
import { type Html, html, joined, type Part } from "../html.ts";
import { periodPieces, untilText } from "../periods.ts";
import { asWritten, bareValue, breakdownText, missingText, numberText, observationLink } from "../show.ts";
import { areaLink } from "../show-area.ts";
import { indicatorOf, known } from "../site.ts";
import { tableOf } from "../table.ts";
import type { Page, View } from "../view.ts";
import { relationSign, resultsOf, ruleInWords, verdictMark, verdictSummary } from "./verdict.ts";

/** Checks that a page lists one by one; beyond them, those that hold are in the file alone. */
const LISTED = 240;

/** The page of one reconciliation: what it says, why, and every check with both sides and their parts. */
export function rulePage(view: View, rule: RuleDefinition): Page {
  const title = view.words(rule.title);
  const results = resultsOf(view, rule);
  const apart = results.filter((it) => it.verdict !== "holds");
  const listed = results.length <= LISTED ? results : [...apart, ...lastTotals(results)];
  return {
    address: addresses.rule(rule.id),
    title,
    description: view.say("ruleDescription", { title }),
    section: "rules",
    trail: [{ title: view.say("rules"), address: addresses.rules }],
    main: html`<header><h1>${title}</h1>
<p class="formula lead">${ruleInWords(view, rule)}</p>
<p>${verdictSummary(view, rule)}</p></header>
<dl class="facts-line">
<div><dt>${view.say("checkedOver")}</dt><dd>${view.say(rule.periods === "each" ? "eachYear" : "cumulative")}${view.say("comma")}${view.say(LEVELS[rule.areas])}</dd></div>
<div><dt>${view.say("source")}</dt><dd>${view.words(rule.source)}</dd></div>
</dl>
${explanations(view, rule, apart)}
${
  listed.length > 0 &&
  html`<section aria-labelledby="checks"><h2 id="checks">${view.say("checks")}</h2>
${checksTable(view, rule, listed)}</section>`
}
${listed.length < results.length && html`<p class="note">${view.say("checksInFile", { count: results.length - listed.length })} <a href="${view.file(files.rulesCsv)}" download>CSV</a></p>`}`,
  };
}

/** The checks of the last period that hold, of totals alone: of very many they show best how things stand. */
function lastTotals(results: readonly RuleResult[]): readonly RuleResult[] {
  const last = results.reduce((end, it) => Math.max(end, Period.of(it.period).lastMonth), 0);
  return results.filter(
    ({ verdict, period, breakdown }) =>
      verdict === "holds" && Period.of(period).lastMonth === last && Object.keys(breakdown).length === 0,
  );
}

const LEVELS = { district: "atDistrict", township: "atTownship", village: "atVillage" } as const;

/** The accounts of differences: what does not hold is told first, and in full. */
function explanations(view: View, rule: RuleDefinition, results: readonly RuleResult[]): Html | null {
  if (results.length === 0) return null;
  return html`<section aria-labelledby="differences"><h2 id="differences">${view.say("differences")}</h2>
<ul class="revisions">
${results.map(
  (it) => html`<li>
<p><strong>${placeOf(view, rule, it)}</strong> ${it.verdict !== "incomparable" && html`<span class="formula">${sideText(view, rule, it.left)} ${relationSign(it.relation, false)} ${sideText(view, rule, it.right)}</span> `}${verdictMark(view, it.verdict)}</p>
${
  it.explanation &&
  html`<p>${asWritten(view, it.explanation.account)}</p>
<p class="note">${view.say("difference", { amount: numberText(it.explanation.amount, decimalsOf(view, rule)) })}${view.say("comma")}${view.say("acceptedBy")}${asWritten(view, it.explanation.actor)}</p>`
}</li>
`,
)}</ul></section>`;
}

function checksTable(view: View, rule: RuleDefinition, results: readonly RuleResult[]): Html {
  return tableOf({
    id: "checks-table",
    caption: view.words(rule.title),
    captionHidden: true,
    corner: view.say("place"),
    kind: "checks",
    columns: [{ head: view.say("bothSides") }, { head: view.say("verdict") }],
    rows: results.map((it) => ({
      head: placeOf(view, rule, it),
      cells: [
        {
          content: html`<span class="formula">${sideOf(view, rule, it, "left")} <span class="relation">${it.verdict === "incomparable" ? "|" : relationSign(it.relation, it.verdict === "holds")}</span> ${sideOf(view, rule, it, "right")}</span>`,
        },
        { content: verdictMark(view, it.verdict) },
      ],
    })),
  });
}

/**
 * One side of a check with the numbers of its terms. Where there are several and the other side does not tell what
 * they come to, their sum stands behind them.
 */
function sideOf(view: View, rule: RuleDefinition, it: RuleResult, side: "left" | "right"): Part {
  const { plus, minus } = signedTerms(rule[side]);
  const sum = it.verdict === "incomparable" ? "—" : sideText(view, rule, it[side]);
  const parts = (side === "left" ? it.leftParts : it.rightParts).map((part) => {
    const indicator = known(view.site.indicators, part.indicator);
    return html`<a href="${observationLink(view, part)}">${bareValue(view, indicator, part)}</a>`;
  });
  if (parts.length !== plus + minus || parts.length === 0) return html`<strong>${sum}</strong>`;
  const told = parts.length === 1 || it[side] === null || (it.relation === "=" && it.verdict === "holds");
  return [
    joined(parts.slice(0, plus), " + "),
    parts.slice(plus).map((part) => [" − ", part]),
    !told && view.say("inBrackets", { text: view.say("named", { name: view.say("sum"), value: sum }) }),
  ];
}

function signedTerms(side: RuleDefinition["right"]): { readonly plus: number; readonly minus: number } {
  return "constant" in side
    ? { plus: 0, minus: 0 }
    : { plus: side.plus.length, minus: side.minus?.length ?? 0 };
}

/** A side's sum, or that it is withheld: the rule was checked with it all the same. */
function sideText(view: View, rule: RuleDefinition, sum: string | null): string {
  return sum === null ? missingText(view, "suppressed") : numberText(sum, decimalsOf(view, rule));
}

function termsOfSide(side: RuleDefinition["right"]): readonly Term[] {
  return "constant" in side ? [] : [...side.plus, ...(side.minus ?? [])];
}

function decimalsOf(view: View, rule: RuleDefinition): number {
  const terms = [...termsOfSide(rule.left), ...termsOfSide(rule.right)];
  return Math.max(0, ...terms.map((it) => known(view.site.indicators, indicatorOf(it)).decimals));
}

/** Area, period and breakdown of a check. The district's name is left out where every check is of the district. */
function placeOf(view: View, rule: RuleDefinition, it: RuleResult): Part {
  const definition = known(
    view.site.indicators,
    it.leftParts[0]?.indicator ?? it.rightParts[0]?.indicator ?? "",
  );
  const parts = [
    it.area === view.site.areas.district ? "" : areaLink(view, it.area),
    rule.periods === "cumulative" ? untilText(view, it.period) : periodPieces(view, definition, it.period),
    breakdownText(view, definition, it.breakdown),
  ];
  return joined(
    parts.filter((part) => part !== ""),
    view.say("comma"),
  );
}
