import type { Words } from "../issue/index.ts";

/** A span of time by law or local rule, in force between two dates. */
export interface DatedRule {
  readonly value: number;
  /** `hour`: from one instant to another, without regard to rest days */
  readonly unit: "hour" | "day" | "workday" | "month";
  /** first day in force, `YYYY-MM-DD` */
  readonly effectiveFrom: string;
  /** last day in force; missing while the rule stands */
  readonly effectiveTo?: string;
  /**
   * the last day stays where it falls, on a rest day or not; missing: a span of days or months that would end
   * on a rest day ends on the working day after it (民法典 art. 203). Means nothing for working days.
   */
  readonly endsOnRestDay?: true;
  readonly source: Words;
}

/** The rules in force on a day: one, unless the declaration contradicts itself or leaves a gap. */
export function rulesInForce(rules: readonly DatedRule[], date: string): readonly DatedRule[] {
  return rules.filter(
    (rule) => rule.effectiveFrom <= date && (rule.effectiveTo === undefined || date <= rule.effectiveTo),
  );
}
