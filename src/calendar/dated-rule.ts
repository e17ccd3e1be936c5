import type { Words } from "../issue/index.ts";

/** A span of days by law or local rule, in force between two dates. */
export interface DatedRule {
  readonly value: number;
  readonly unit: "day" | "workday" | "month";
  /** first day in force, `YYYY-MM-DD` */
  readonly effectiveFrom: string;
  /** last day in force; missing while the rule stands */
  readonly effectiveTo?: string;
  readonly source: Words;
}
