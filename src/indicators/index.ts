/** Indicators: measures over registers, formulas over measures, and the rules that reconcile them. */

export { AreaTree } from "./area-tree.ts";
export { type Cell, CellSums } from "./cell.ts";
export { type Change, type Contribution, compileContribution } from "./contribution.ts";
export * from "./define.ts";
export type { Missing, Observation, RuleResult } from "./observation.ts";
