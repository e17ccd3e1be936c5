import type { QuantityMention } from "../claims/index.ts";
import { type IndicatorDefinition, type Observation, timesOf } from "../indicators/index.ts";
import { Decimal, findUnit, Interval, inBase, type Unit, unitWritten } from "../quantity/index.ts";
import { fallsBy } from "./direction.ts";
import { type Stated, statedBy } from "./stated.ts";
import type { WordFigure } from "./word-figure.ts";

/** What a figure's text claims of an indicator. */
export interface Claim {
  /** every value that would prove it, in base numbers of the indicator's dimension */
  readonly interval: Interval;
  /** the text tells of a fall by so much: the indicator's value, which can be negative, is minus that */
  readonly falls: boolean;
  /** null for a word such as 全覆盖 */
  readonly stated: Stated | null;
}

/**
 * The claim that a quantity of `text` makes of an indicator; null where the two measure different things. Counts of any
 * classifier are one dimension (条, 件), persons, money and lengths others. A number without a unit claims a
 * count, persons or a bare number, and nothing else.
 */
export function claimOf(
  mention: QuantityMention,
  text: string,
  indicator: IndicatorDefinition,
): Claim | null {
  const stated = statedBy(mention, text);
  const { dimension } = unitOfIndicator(indicator);
  const interval = stated.unit === null ? stated.interval : stated.interval.times(stated.unit.factor);
  const claim = { stated, falls: isSigned(indicator) && fallsBy(text, mention.start, mention.end) };
  if (stated.dimension === "multiple" && isGrowth(indicator))
    return { ...claim, interval: interval.times(Decimal.HUNDRED).plus(Interval.exactly(Decimal.of(-100))) };
  const agrees = stated.dimension === null ? COUNTED.includes(dimension) : stated.dimension === dimension;
  return agrees ? { ...claim, interval } : null;
}

/** The claim that a word makes of an indicator; null for 全覆盖 said of anything but a ratio. */
export function claimOfWord(word: WordFigure, indicator: IndicatorDefinition): Claim | null {
  if (word.of === "ratio" && unitOfIndicator(indicator).dimension !== "ratio") return null;
  return { interval: Interval.exactly(word.value), falls: false, stated: null };
}

/**
 * Whether an observation that has a value proves a claim. A quotient is compared by its exact terms, so that
 * one that ends in …5 is never rounded twice.
 */
export function proves(observation: Observation, indicator: IndicatorDefinition, claim: Claim): boolean {
  const unit = unitOfIndicator(indicator);
  const signed = (value: Decimal) => inBase(claim.falls ? value.negated() : value, unit);
  const { fraction } = observation;
  const under = fraction && Decimal.of(fraction.under);
  if (fraction === undefined || under === undefined || under.sign() <= 0)
    return claim.interval.contains(signed(decimalOf(observation)));
  const times = indicator.kind === "formula" ? timesOf(indicator.formula) : Decimal.ONE;
  return claim.interval.times(under).contains(signed(Decimal.of(fraction.over).times(times)));
}

/** Whether the claim has the wrong sign: a fall of what rose, or the other way. */
export function isOppositeOf(
  observation: Observation,
  indicator: IndicatorDefinition,
  claim: Claim,
): boolean {
  if (!isSigned(indicator)) return false;
  const negative = claim.falls || (claim.interval.high !== null && claim.interval.high.sign() <= 0);
  return decimalOf(observation).sign() === (negative ? 1 : -1);
}

/** The unit of an indicator, by its id or as it is written. Throws where `quantity/` has none: the pack's fault. */
export function unitOfIndicator({ id, unit }: IndicatorDefinition): Unit {
  const found = findUnit(unit) ?? unitWritten(unit);
  if (found === null) throw new Error(`indicator ${id}: no unit ${unit}`);
  return found;
}

/** An observation's value. Throws where it has none: such an observation is an issue before it comes here. */
export function decimalOf({ indicator, value }: Observation): Decimal {
  if (value === null) throw new Error(`the observation of ${indicator} has no value`);
  return Decimal.of(value);
}

const COUNTED: readonly string[] = ["count", "person", "attendance", "household", "dose", "number"];

/** Whether its value can be negative: then a fall is written with a word and without a minus. */
function isSigned(indicator: IndicatorDefinition): boolean {
  if (indicator.kind === "measure") return false;
  return (
    isGrowth(indicator) || ("sum" in indicator.formula && (indicator.formula.sum.minus ?? []).length > 0)
  );
}

function isGrowth(indicator: IndicatorDefinition): boolean {
  return indicator.kind === "formula" && "growth" in indicator.formula;
}
