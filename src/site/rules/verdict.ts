import type { RuleDefinition, RuleResult } from "../../indicators/index.ts";
import { addresses } from "../address.ts";
import { type Html, html, joined, type Part } from "../html.ts";
import { rulesWith } from "../site.ts";
import { termLink } from "../term.ts";
import type { View } from "../view.ts";

/** A verdict as a word with its sign: never by colour alone. */
export function verdictMark(view: View, verdict: RuleResult["verdict"]): Html {
  const [sign, key] = MARKS[verdict];
  return html`<span class="verdict ${verdict}"><span aria-hidden="true">${sign}</span>\u00a0${view.say(key)}</span>`;
}

/** What a rule's checks came to, in one line: `在12处检验，全部成立`. */
export function verdictSummary(view: View, rule: RuleDefinition): Html {
  const results = resultsOf(view, rule);
  const count = (verdict: RuleResult["verdict"]) => results.filter((it) => it.verdict === verdict).length;
  const [explained, broken, apart] = [count("explained"), count("broken"), count("incomparable")];
  const compared = results.length - apart;
  const worst = broken > 0 ? "broken" : explained > 0 ? "explained" : compared > 0 ? "holds" : "incomparable";
  if (results.length === 0) return html`<span class="note">${view.say("neverChecked")}</span>`;
  const checked = view.say("checkedAt", { count: results.length });
  const others = [
    explained > 0 && view.say("ofThemExplained", { count: explained }),
    broken > 0 && view.say("ofThemBroken", { count: broken }),
    apart > 0 && compared > 0 && view.say("ofThemIncomparable", { count: apart }),
  ].filter((it) => it !== false);
  return html`${verdictMark(view, worst)} <span class="note">${joined([checked, ...others], view.say("comma"))}</span>`;
}

/** A rule's checks, in the edition's order. */
export function resultsOf(view: View, rule: RuleDefinition): readonly RuleResult[] {
  return view.site.edition.rules.filter((it) => it.rule === rule.id);
}

/** Both sides of a rule in words, every indicator a link. */
export function ruleInWords(view: View, rule: RuleDefinition): Html {
  return html`${side(view, rule.left)} <span class="relation">${relationSign(rule.relation)}</span> ${side(view, rule.right)}`;
}

/** `=` or `≤`; between the sides of a check that differ, what is so: `≠` or `>`. */
export function relationSign(relation: RuleDefinition["relation"], holds = true): string {
  switch (relation) {
    case "=":
      return holds ? "=" : "≠";
    case "<=":
      return holds ? "≤" : ">";
  }
}

/** The rules in which an indicator takes part, with their verdicts. */
export function rulesAbout(view: View, indicator: string): Html | null {
  const rules = rulesWith(view.site, indicator);
  if (rules.length === 0) return null;
  return html`<section aria-labelledby="rules">
<h2 id="rules">${view.say("rulesAbout")}</h2>
<ul class="rules">
${rules.map(
  (
    rule,
  ) => html`<li><a href="${view.page(addresses.rule(rule.id))}">${view.words(rule.title)}</a><br>${verdictSummary(view, rule)}</li>
`,
)}</ul>
</section>`;
}

const MARKS = {
  holds: ["✓", "holds"],
  explained: ["≠", "explained"],
  broken: ["✕", "broken"],
  incomparable: ["⁄", "incomparable"],
} as const satisfies Readonly<Record<RuleResult["verdict"], readonly [string, string]>>;

function side(view: View, terms: RuleDefinition["right"]): Part {
  if ("constant" in terms) return terms.constant;
  const plus = joined(
    terms.plus.map((it) => termLink(view, it)),
    " + ",
  );
  return [plus, (terms.minus ?? []).map((it) => [" − ", termLink(view, it)])];
}
