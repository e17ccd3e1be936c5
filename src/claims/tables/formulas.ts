import { Decimal, Interval } from "../../quantity/index.ts";
import { percentOf, product, sumOf } from "../checks/arithmetic.ts";
import type { Rule } from "../checks/finding.ts";
import { type CellQuantity, inUnitOf } from "./cell-quantity.ts";

/** How a number may have been calculated from two others. */
export type Formula = "share" | "growth" | "change" | "quotient";

/** The rule that a finding about each is told under; a quotient in per cent is a share. */
export function ruleOf(formula: Formula, { dimension }: CellQuantity): Rule {
  switch (formula) {
    case "share":
      return "share";
    case "growth":
      return "growth";
    case "change":
      return "increase";
    case "quotient":
      return dimension === "ratio" ? "share" : "average";
  }
}

/**
 * Whether the units of two numbers let them have given a third: shares, growth and changes are of one unit, and a
 * change is told in it, or in points where the two are in per cent.
 */
export function isPossible(
  formula: Formula,
  result: CellQuantity,
  one: CellQuantity,
  other: CellQuantity,
): boolean {
  // the head of one may leave its unit to the other's
  const alike = one.unit === other.unit || one.unit === "" || other.unit === "";
  const rates = one.dimension === "ratio";
  switch (formula) {
    case "share":
    case "growth":
      return alike && !rates && result.dimension === "ratio";
    case "change":
      return (
        alike && (rates ? result.dimension === "points" : [one.unit, other.unit, ""].includes(result.unit))
      );
    case "quotient":
      return !rates && other.dimension !== "ratio" && (result.dimension !== "ratio" || alike);
  }
}

/** What two numbers give: one ÷ other for shares and quotients, from one to other for growth and changes; null for nothing. */
export function resultOf(
  formula: Formula,
  result: CellQuantity,
  one: Decimal,
  other: Decimal,
): Decimal | null {
  const places = Math.max(0, result.place.equals(Decimal.ONE) ? 1 : result.place.toString().length - 1);
  switch (formula) {
    case "change":
      return other.minus(one);
    case "growth":
      return other.minus(one).times(Decimal.HUNDRED).divide(one, places);
    case "share":
    case "quotient": {
      const hundred = result.dimension === "ratio" ? Decimal.HUNDRED : Decimal.ONE;
      return one.times(hundred).divide(other, places);
    }
  }
}

/** Whether rounding lets a stated result be what two numbers give. */
export function holds(formula: Formula, result: CellQuantity, one: Interval, other: Interval): boolean {
  const possible = closed(result.possible);
  switch (formula) {
    case "change":
      return sumOf([one, possible]).overlaps(other);
    case "growth":
      return percentOf(one, possible.plus(Interval.exactly(Decimal.HUNDRED))).overlaps(other);
    case "share":
    case "quotient":
      return (result.dimension === "ratio" ? percentOf(other, possible) : product(other, possible)).overlaps(
        one,
      );
  }
}

/** With both ends: what lies between two last digits is rounded to either, up or to the even one. */
function closed(interval: Interval): Interval {
  return interval.high === null ? interval : Interval.between(interval.low, interval.high);
}

/** The calculation as it is shown: 13020吨 ÷ 12400吨 − 1 = 5%. */
export function shown(
  formula: Formula,
  result: CellQuantity,
  terms: readonly [one: string, other: string],
  value: Decimal,
): string {
  const [one, other] = terms;
  const told = inUnitOf(value, result);
  switch (formula) {
    case "change":
      return `${other} − ${one} = ${told}`;
    case "growth":
      return `${other} ÷ ${one} − 1 = ${told}`;
    case "share":
    case "quotient":
      return `${one} ÷ ${other} = ${told}`;
  }
}
