/** Indicators: measures over registers, formulas over measures, and the rules that reconcile them. */
export * from "./define.ts";
export type { Missing, Observation, RuleResult } from "./observation.ts";
