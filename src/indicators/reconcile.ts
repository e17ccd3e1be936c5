import { Decimal } from "../quantity/index.ts";
import { type Result, sum } from "./arithmetic.ts";
import type { CellTable } from "./cell-table.ts";
import type { Declarations } from "./declarations.ts";
import type { RuleDefinition, Term } from "./define.ts";
import type { Explanation } from "./explanation.ts";
import type { Observation, RuleResult } from "./observation.ts";
import { observe } from "./observe.ts";
import { termParts } from "./query.ts";
import { type RulePlace, rulePlaces } from "./rule-places.ts";

/**
 * Checks every rule at every place that it speaks of, by what is so; what a result shows of it is what may be shown.
 */
export function reconcile(
  declarations: Declarations,
  cells: CellTable,
  explanations: readonly Explanation[],
): RuleResult[] {
  const clear = cells.inClear();
  return declarations.pack.rules.flatMap((rule) =>
    rulePlaces(declarations, rule).flatMap((place) => {
      const result = check(declarations, cells, clear, rule, place, explanations);
      return result === null ? [] : [result];
    }),
  );
}

/**
 * Null where a side has no value there: a rule speaks only of what was observed. Where it has none because a definition
 * changes within the period, that is said: a rule that is silently not checked would seem to hold.
 */
function check(
  declarations: Declarations,
  cells: CellTable,
  clear: CellTable,
  rule: RuleDefinition,
  place: RulePlace,
  explanations: readonly Explanation[],
): RuleResult | null {
  const side = (from: CellTable, terms: RuleDefinition["right"]): Result => {
    if ("constant" in terms) return { value: terms.constant, parts: [] };
    const read = (term: Term): Observation => {
      const { id, where } = termParts(term);
      return observe(declarations, from, { ...place, indicator: id, where: { ...place.where, ...where } });
    };
    return sum(terms.plus.map(read), (terms.minus ?? []).map(read));
  };
  const [left, right] = [side(cells, rule.left), side(cells, rule.right)];
  const told = {
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
  if ([...told.leftParts, ...told.rightParts].some((it) => it.missing === "series-break"))
    return { ...told, verdict: "incomparable" };
  if (!isSpokenOf(left) || !isSpokenOf(right)) return null;
  // what is withheld must be right all the same
  const isWhole = left.value !== null && right.value !== null;
  const [trueLeft, trueRight] = isWhole ? [left, right] : [side(clear, rule.left), side(clear, rule.right)];
  if (trueLeft.value === null || trueRight.value === null) return null;
  const difference = Decimal.of(trueLeft.value).minus(Decimal.of(trueRight.value));
  const holds = rule.relation === "=" ? difference.isZero() : difference.sign() <= 0;
  if (holds) return { ...told, verdict: "holds" };
  const explained = explanations.find((it) => explains(it, told, difference));
  if (explained === undefined) return { ...told, verdict: "broken", difference: difference.toString() };
  const { amount, account, actor } = explained;
  return { ...told, verdict: "explained", explanation: { amount, account, actor } };
}

function isSpokenOf({ value, missing }: Result): boolean {
  return value !== null || missing === "suppressed";
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
