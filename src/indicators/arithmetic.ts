import { Decimal } from "../quantity/index.ts";
import type { Missing, Observation } from "./observation.ts";

/** Digits after the point to which a quotient is kept. */
export const precision = 12;

/** What a formula gives at a place. */
export type Result = Pick<Observation, "value" | "missing" | "fraction" | "parts" | "denominator" | "status">;

/** Adds and takes away; null where a part is missing. */
export function sum(plus: readonly Observation[], minus: readonly Observation[]): Result {
  const parts = [...plus, ...minus];
  const missing = missingOf(parts);
  if (missing !== undefined) return { value: null, missing, parts };
  const added = total(plus);
  return { value: minus.reduce((left, it) => left.minus(decimalOf(it)), added).toString(), parts };
}

/** of ÷ to × times. */
export function quotient(of: Observation, to: Observation, times: Decimal): Result {
  const parts = [of, to];
  const missing = missingOf(parts);
  if (missing !== undefined) return { value: null, missing, parts };
  return { ...divided(decimalOf(of), decimalOf(to), times), parts };
}

/** The arithmetic mean: between the least and the greatest of its parts. */
export function mean(parts: readonly Observation[]): Result {
  const missing = missingOf(parts);
  if (missing !== undefined) return { value: null, missing, parts };
  return { ...divided(total(parts), Decimal.of(parts.length), Decimal.ONE), parts };
}

/** A quotient with its exact terms; none by nothing. */
export function divided(
  over: Decimal,
  under: Decimal,
  times: Decimal,
): Pick<Result, "value" | "missing" | "fraction"> {
  const value = over.times(times).divide(under, precision);
  if (value === null) return { value: null, missing: "no-base" };
  return { value: value.toString(), fraction: { over: over.toString(), under: under.toString() } };
}

/** Why what is made of these parts has no value: for the reason of the first that has none. */
export function missingOf(parts: readonly Observation[]): Missing | undefined {
  return parts.find((it) => it.missing !== undefined)?.missing;
}

/** The values of observations that have one, added up. */
export function total(parts: readonly Observation[]): Decimal {
  return parts.reduce((sum, it) => sum.plus(decimalOf(it)), Decimal.ZERO);
}

/** The value of an observation that has one. */
export function decimalOf(observation: Observation): Decimal {
  return Decimal.of(observation.value ?? "0");
}
