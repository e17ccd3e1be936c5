import { Decimal, Period } from "../quantity/index.ts";
import type { IndicatorDefinition, StandardDefinition } from "./define.ts";
import { timesOf } from "./formula.ts";
import type { Observation } from "./observation.ts";

/** The standard of an indicator that is in force at a period's end. */
export function standardAt(
  { standards = [] }: Pick<IndicatorDefinition, "standards">,
  period: Period,
): StandardDefinition | undefined {
  const day = period.lastDay();
  return standards.find(
    ({ effectiveFrom, effectiveTo }) =>
      effectiveFrom <= day && (effectiveTo === undefined || day <= effectiveTo),
  );
}

/** Whether an observation keeps its standard, by its exact terms; undefined where it has no value or no standard. */
export function meetsStandard(
  indicator: IndicatorDefinition,
  { period, value, fraction }: Pick<Observation, "period" | "value" | "fraction">,
): boolean | undefined {
  const standard = value === null ? undefined : standardAt(indicator, Period.of(period));
  if (standard === undefined || value === null) return undefined;
  const threshold = Decimal.of(standard.value);
  const difference =
    fraction === undefined || indicator.kind === "measure"
      ? Decimal.of(value).compare(threshold)
      : Decimal.of(fraction.over)
          .times(timesOf(indicator.formula))
          .compare(threshold.times(Decimal.of(fraction.under))) * Decimal.of(fraction.under).sign();
  return standard.relation === "<=" ? difference <= 0 : difference >= 0;
}
