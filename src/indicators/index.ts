/** Indicators: measures over registers, formulas over measures, and the rules that reconcile them. */
export * from "./define.ts";
