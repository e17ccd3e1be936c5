import { Decimal, Period } from "../quantity/index.ts";
import { sum } from "./arithmetic.ts";
import type { Breakdown, CellTable } from "./cell-table.ts";
import type { Declarations } from "./declarations.ts";
import type { RuleDefinition, Term } from "./define.ts";
import type { Explanation } from "./explanation.ts";
import type { Observation, RuleResult } from "./observation.ts";
import { observe } from "./observe.ts";
import { dimensionsOf, type Query, termParts, valuesOf } from "./query.ts";
import { yearsIn } from "./series.ts";

/** Checks every rule at every place that it speaks of. */
export function reconcile(
  declarations: Declarations,
  cells: CellTable,
  explanations: readonly Explanation[],
): RuleResult[] {
  return declarations.pack.rules.flatMap((rule) =>
    places(declarations, rule).flatMap((place) => {
      const result = check(declarations, cells, rule, place, explanations);
      return result === null ? [] : [result];
    }),
  );
}

type Place = Omit<Query, "indicator">;

function places(declarations: Declarations, rule: RuleDefinition): Place[] {
  const whole = Period.of(declarations.pack.period);
  const periods = yearsIn(whole).map((year) =>
    rule.periods === "each" ? year : Period.ofMonths(whole.firstMonth, year.lastMonth),
  );
  const wheres: Breakdown[] = [{}];
  if (rule.by !== undefined)
    for (const value of ruleValues(declarations, rule, rule.by)) wheres.push({ [rule.by]: value });
  return declarations.areas
    .ofLevel(rule.areas)
    .flatMap(({ code }) =>
      periods.flatMap((period) => wheres.map((where) => ({ area: code, period, where }))),
    );
}

function ruleValues(declarations: Declarations, rule: RuleDefinition, dimension: string): readonly string[] {
  for (const term of rule.left.plus) {
    const indicator = declarations.indicators.get(termParts(term).id);
    if (indicator === undefined || !dimensionsOf(declarations, indicator).includes(dimension)) continue;
    const values = valuesOf(declarations, indicator, dimension);
    if (values !== null) return values;
  }
  throw new Error(`rule ${rule.id}: ${dimension} is no dimension with a closed list of values`);
}

/** Null where a side has no value there: a rule speaks only of what was observed. */
function check(
  declarations: Declarations,
  cells: CellTable,
  rule: RuleDefinition,
  place: Place,
  explanations: readonly Explanation[],
): RuleResult | null {
  const read = (term: Term): Observation => {
    const { id, where } = termParts(term);
    return observe(declarations, cells, { ...place, indicator: id, where: { ...place.where, ...where } });
  };
  const side = (terms: RuleDefinition["left"]) => sum(terms.plus.map(read), (terms.minus ?? []).map(read));
  const left = side(rule.left);
  const right = "constant" in rule.right ? { value: rule.right.constant, parts: [] } : side(rule.right);
  if (left.value === null || right.value === null) return null;
  const result = {
    rule: rule.id,
    area: place.area,
    period: place.period.toString(),
    breakdown: place.where,
    left: left.value,
    relation: rule.relation,
    right: right.value,
    leftParts: left.parts ?? [],
    rightParts: right.parts ?? [],
  };
  const difference = Decimal.of(left.value).minus(Decimal.of(right.value));
  const holds = rule.relation === "=" ? difference.isZero() : difference.sign() <= 0;
  if (holds) return { ...result, verdict: "holds" };
  const explained = explanations.find((it) => explains(it, result, difference));
  if (explained === undefined) return { ...result, verdict: "broken" };
  const { amount, account, actor } = explained;
  return { ...result, verdict: "explained", explanation: { amount, account, actor } };
}

function explains(
  it: Explanation,
  at: Pick<RuleResult, "rule" | "area" | "period" | "breakdown">,
  difference: Decimal,
): boolean {
  return (
    it.rule === at.rule &&
    it.area === at.area &&
    it.period === at.period &&
    JSON.stringify(it.breakdown) === JSON.stringify(at.breakdown) &&
    Decimal.of(it.amount).equals(difference)
  );
}
