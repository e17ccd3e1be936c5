import { Period } from "../quantity/index.ts";
import type { Breakdown } from "./cell-table.ts";
import type { Declarations } from "./declarations.ts";
import type { RuleDefinition } from "./define.ts";
import { dimensionsOf, type Query, termParts, valuesOf } from "./query.ts";
import { yearsIn } from "./series.ts";

/** Where a rule is checked. */
export type RulePlace = Omit<Query, "indicator">;

/** Every place that a rule speaks of: its areas, its periods, in total and by each value of its dimension. */
export function rulePlaces(declarations: Declarations, rule: RuleDefinition): RulePlace[] {
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
