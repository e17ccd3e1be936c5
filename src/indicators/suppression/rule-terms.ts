import type { Breakdown } from "../cell-table.ts";
import type { Declarations } from "../declarations.ts";
import { type MeasureDefinition, type RuleDefinition, type Term, termsOf } from "../define.ts";
import { termParts } from "../query.ts";

/** A term with its sign when the rule is read as left − right. */
export interface SignedTerm {
  readonly term: Term;
  readonly sign: 1 | -1;
}

/** A measure as a rule reads it: `exact` where the rule adds or takes away its value and nothing else is done to it. */
export interface ReadMeasure {
  readonly measure: MeasureDefinition;
  readonly where: Breakdown;
  readonly sign: 1 | -1;
  readonly exact: boolean;
}

/** A rule's terms as left − right; a constant has none. */
export function termsOfRule({ left, right }: RuleDefinition): SignedTerm[] {
  return "constant" in right ? signed(left, 1) : [...signed(left, 1), ...signed(right, -1)];
}

/** Every measure that a rule rests on: sums of terms taken apart, what other formulas read marked as not exact. */
export function measuresRead(declarations: Declarations, rule: RuleDefinition): ReadMeasure[] {
  return termsOfRule(rule).flatMap(({ term, sign }) => read(declarations, term, sign, {}, true));
}

/** Every measure by which one was, or is, defined: what a rule reads of it depends on the period. */
export function definitionsOf({ indicators }: Declarations, measure: MeasureDefinition): MeasureDefinition[] {
  const former = (measure.breaks ?? []).flatMap(({ before }) => indicators.get(before) ?? []);
  return [measure, ...former.filter((it) => it.kind === "measure")];
}

function signed(
  { plus, minus = [] }: { readonly plus: readonly Term[]; readonly minus?: readonly Term[] },
  sign: 1 | -1,
): SignedTerm[] {
  return [
    ...plus.map((term): SignedTerm => ({ term, sign })),
    ...minus.map((term): SignedTerm => ({ term, sign: sign === 1 ? -1 : 1 })),
  ];
}

function read(
  declarations: Declarations,
  term: Term,
  sign: 1 | -1,
  outer: Breakdown,
  exact: boolean,
): ReadMeasure[] {
  const { id, where: own } = termParts(term);
  const where = { ...outer, ...own };
  const indicator = declarations.indicators.get(id);
  if (indicator === undefined) return [];
  if (indicator.kind === "measure") return [{ measure: indicator, where, sign, exact }];
  // before a break it is another formula
  const former = (indicator.breaks ?? []).map((it) => it.before);
  if (former.length > 0) return [id, ...former].flatMap((it) => readInside(declarations, it, sign, where));
  const { formula } = indicator;
  if ("sum" in formula)
    return signed(formula.sum, sign).flatMap((it) => read(declarations, it.term, it.sign, where, exact));
  return termsOf(formula).flatMap((it) => read(declarations, it, sign, where, false));
}

/** What a formula reads, whatever it makes of it. */
function readInside(declarations: Declarations, id: string, sign: 1 | -1, where: Breakdown): ReadMeasure[] {
  const indicator = declarations.indicators.get(id);
  if (indicator?.kind !== "formula") return [];
  return termsOf(indicator.formula).flatMap((it) => read(declarations, it, sign, where, false));
}
