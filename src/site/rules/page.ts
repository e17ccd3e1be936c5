import type { Observation, RuleDefinition, RuleResult, Term } from "../../indicators/index.ts";
import { addresses, files } from "../address.ts";
import { type Html, html, type Part } from "../html.ts";
import { areaText, asWritten, breakdownText, numberText, observationLink, periodText } from "../show.ts";
import { indicatorOf, known } from "../site.ts";
import { type Column, type Row, tableOf } from "../table.ts";
import { termText } from "../term.ts";
import type { Page, View } from "../view.ts";
import { relationSign, resultsOf, ruleInWords, verdictMark, verdictSummary } from "./verdict.ts";

/** Checks that a page lists one by one; beyond them, those that hold are in the file alone. */
const LISTED = 240;

/** The page of one reconciliation: what it says, why, and every check with both sides and their parts. */
export function rulePage(view: View, rule: RuleDefinition): Page {
  const title = view.words(rule.title);
  const results = resultsOf(view, rule);
  const apart = results.filter((it) => it.verdict !== "holds");
  const listed = results.length <= LISTED ? results : apart;
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

const LEVELS = { district: "atDistrict", township: "atTownship", village: "atVillage" } as const;

/** The accounts of differences: what does not hold is told first, and in full. */
function explanations(view: View, rule: RuleDefinition, results: readonly RuleResult[]): Html | null {
  if (results.length === 0) return null;
  return html`<section aria-labelledby="differences"><h2 id="differences">${view.say("differences")}</h2>
<ul class="revisions">
${results.map(
  (it) => html`<li>
<p><strong>${placeOf(view, it)}</strong> <span class="formula">${numberText(it.left, decimalsOf(view, rule))} ${relationSign(it.relation)} ${numberText(it.right, decimalsOf(view, rule))}</span> ${verdictMark(view, it.verdict)}</p>
${
  it.explanation &&
  html`<p>${asWritten(view, it.explanation.account)}</p>
<p class="note">${view.say("difference", { amount: numberText(it.explanation.amount, decimalsOf(view, rule)) })}${view.say("comma")}${view.say("acceptedBy")}${asWritten(view, it.explanation.actor)}</p>`
}</li>
`,
)}</ul></section>`;
}

function checksTable(view: View, rule: RuleDefinition, results: readonly RuleResult[]): Html {
  const [left, right] = [columnsOf(view, rule.left), columnsOf(view, rule.right)];
  return tableOf({
    id: "checks-table",
    caption: view.words(rule.title),
    captionHidden: true,
    corner: view.say("place"),
    wide: true,
    columns: [
      ...left,
      { head: html`<span class="hidden">${view.say("relation")}</span>` },
      ...right,
      { head: view.say("verdict") },
    ],
    rows: results.map((it): Row => {
      const sides = (parts: readonly Observation[], sum: string, terms: RuleDefinition["right"]) =>
        sideCells(view, rule, parts, sum, terms).map((content) => ({ content }));
      return {
        head: placeOf(view, it),
        cells: [
          ...sides(it.leftParts, it.left, rule.left),
          { content: relationSign(it.relation) },
          ...sides(it.rightParts, it.right, rule.right),
          { content: verdictMark(view, it.verdict) },
        ],
      };
    }),
  });
}

/** One column for each term, and one for their sum where there are several. */
function columnsOf(view: View, side: RuleDefinition["right"]): Column[] {
  const terms = termsOfSide(side);
  if (terms.length === 0) return [{ head: view.say("bound"), numeric: true }];
  return [
    ...terms.map((it) => ({ head: termText(view, it), numeric: true as const })),
    ...(terms.length > 1 ? [{ head: view.say("sum"), numeric: true as const }] : []),
  ];
}

function sideCells(
  view: View,
  rule: RuleDefinition,
  parts: readonly Observation[],
  sum: string,
  side: RuleDefinition["right"],
): Part[] {
  const total = html`<strong>${numberText(sum, decimalsOf(view, rule))}</strong>`;
  if (termsOfSide(side).length === 0) return [total];
  const cells = parts.map((part) => {
    const { decimals } = known(view.site.indicators, part.indicator);
    return html`<a href="${observationLink(view, part)}">${numberText(part.value ?? "0", decimals)}</a>`;
  });
  return cells.length > 1 ? [...cells, total] : cells;
}

function termsOfSide(side: RuleDefinition["right"]): readonly Term[] {
  return "constant" in side ? [] : [...side.plus, ...(side.minus ?? [])];
}

function decimalsOf(view: View, rule: RuleDefinition): number {
  const terms = [...termsOfSide(rule.left), ...termsOfSide(rule.right)];
  return Math.max(0, ...terms.map((it) => known(view.site.indicators, indicatorOf(it)).decimals));
}

/** Area, period and breakdown of a check. The district's name is left out where every check is of the district. */
function placeOf(view: View, it: RuleResult): string {
  const definition = known(
    view.site.indicators,
    it.leftParts[0]?.indicator ?? it.rightParts[0]?.indicator ?? "",
  );
  const parts = [
    it.area === view.site.areas.district ? "" : areaText(view, it.area),
    periodText(view, null, it.period),
    breakdownText(view, definition, it.breakdown),
  ];
  return parts.filter((part) => part !== "").join(view.say("comma"));
}
