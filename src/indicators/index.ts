/** Indicators: measures over registers, formulas over measures, and the rules that reconcile them. */

export { AreaTree } from "./area-tree.ts";
export { basisText, breaksOf, presentBasis, standsAtEnd } from "./basis.ts";
export { type Cell, CellSums } from "./cell.ts";
export { allCells, loadCells } from "./cell-store.ts";
export { type Breakdown, CellTable } from "./cell-table.ts";
export { type Change, type Contribution, compileContribution } from "./contribution.ts";
export { listInForce } from "./coverage.ts";
export {
  compilePack,
  type Declarations,
  followPack,
  type JudgingDeclarations,
  recordCountId,
} from "./declarations.ts";
export * from "./define.ts";
export { differenceOf, isDerivable, observeAgain, restsOnOpen } from "./derivable.ts";
export { addWholeRecord, Derivation } from "./derive.ts";
export { type Explanation, explanationOf, explanationRegister } from "./explanation.ts";
export { timesOf } from "./formula.ts";
export {
  type AppendContext,
  type Appended,
  type AppendedWithin,
  type AppendOptions,
  againstOthers,
  append,
  appendWithin,
  isOvertaken,
} from "./maintain.ts";
export { type Outline, type Position, type Ring, readOutlines } from "./map/outlines.ts";
export type { Missing, Observation, RuleResult } from "./observation.ts";
export { amountOf, observe } from "./observe.ts";
export { dimensionsOf, nearest, type Query, readQuery, valuesOf, type WrittenQuery } from "./query.ts";
export { reconcile } from "./reconcile.ts";
export {
  type By,
  indicatorsUnder,
  measuresOf,
  registersUnder,
  series,
  seriesQueries,
  yearsIn,
} from "./series.ts";
export { meetsStandard, standardAt } from "./standard.ts";
export { isGuarded } from "./suppression/guarded.ts";
export { withholdsSmall } from "./suppression/suppression.ts";
