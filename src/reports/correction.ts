import type { QuantityMention } from "../claims/index.ts";
import type { IndicatorDefinition, Observation } from "../indicators/index.ts";
import { Decimal, formatNumber, unitWord } from "../quantity/index.ts";
import { type Claim, decimalOf, unitOfIndicator } from "./proof.ts";

/** An observation's value with its unit, with two digits more than the text has, so that both can be compared. */
export function shown(
  observation: Observation,
  indicator: IndicatorDefinition,
  decimals: number,
  language: "zh" | "en",
): string {
  const value = decimalOf(observation).round(Math.max(indicator.decimals, decimals + 2));
  const word = unitWord(unitOfIndicator(indicator), language, value);
  return `${formatNumber(value, language)}${language === "zh" || word === "%" || word === "" ? word : ` ${word}`}`;
}

/**
 * What the author could write instead, in the form that was written: 612条 becomes 611条, 3.6亿元 3.5亿元. An
 * approximation that does not hold becomes the plain number; a fall's number is written without a minus.
 */
export function corrected(
  mention: QuantityMention,
  text: string,
  observation: Observation,
  indicator: IndicatorDefinition,
  { stated }: Claim,
): string {
  const unit = unitOfIndicator(indicator);
  const value = decimalOf(observation).abs();
  // 增长2倍 of what grew by 180 %: there is no number to put in the place of the 2
  const sameUnit = stated !== null && (stated.unit?.dimension ?? unit.dimension) === unit.dimension;
  if (!sameUnit) return `${value.round(indicator.decimals)}${unit.symbols[0]}`;
  const base = value.times(unit.factor);
  const amount = base.divide(stated.unit?.factor ?? Decimal.ONE, 12) ?? base;
  if (stated.numeral === null) return `${amount.round(stated.decimals)}${mention.unit}`;
  const number = (amount.divide(stated.scale, 12) ?? amount).toFixed(stated.decimals);
  const written = text.slice(mention.start, mention.end);
  const mended = written.replace(stated.numeral, /[,，]/.test(stated.numeral) ? grouped(number) : number);
  // 60余次 loses its 余, 近600条 its 近: the number is exact now
  return mention.approximation === null
    ? mended
    : mended.slice(mention.prefix.length).replace(/[余多来]/, "");
}

function grouped(number: string): string {
  return number.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",");
}
