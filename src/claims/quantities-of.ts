import { type ClassifyOptions, classify } from "./classify.ts";
import { isQuantity, type QuantityMention } from "./mentions/mention.ts";
import { normalise } from "./normalise.ts";
import type { CountedQuantity, Quantity, StatedQuantity } from "./reading.ts";
import { type Claim, relate } from "./relate.ts";
import { scan } from "./scan.ts";

/**
 * The quantities that a text states, Chinese or English, in order. Offsets are UTF-16 in the text as given.
 *
 * @example readQuantities("召开专题会60余次") // [{ text: "60余次", low: "60", high: "70", unit: "次", approx: true, … }]
 */
export function readQuantities(text: string, options: ClassifyOptions = {}): Quantity[] {
  const normal = normalise(text);
  return classify(normal, scan(normal), options)
    .filter(isQuantity)
    .map((mention) => quantityOf(text, mention));
}

/** {@link readQuantities}, with what each quantity counts, when, and against what. */
export function readClaims(text: string, options: ClassifyOptions = {}): CountedQuantity[] {
  const normal = normalise(text);
  return relate(normal, classify(normal, scan(normal), options)).claims.map((claim) =>
    countedOf(text, claim),
  );
}

/** A claim as plain data. */
export function countedOf(text: string, claim: Claim): CountedQuantity {
  const { counts, period, comparison } = statedOf(text, claim);
  return { ...quantityOf(text, claim.quantity), counts, period, comparison };
}

/** A claim as plain data, but for whether its ends are out. */
export function statedOf(text: string, claim: Claim): StatedQuantity {
  const { quantity, period, comparison } = claim;
  const { start, end, stated } = quantity;
  const low = stated.low.toString();
  return {
    start,
    end,
    text: text.slice(start, end),
    low,
    high: stated.high === stated.low ? low : (stated.high?.toString() ?? "inf"),
    unit: quantity.unit,
    dimension: quantity.dimension,
    kind: quantity.kind,
    approx: quantity.approximation !== null,
    counts: asWritten(text, claim) || "none",
    period: period === null ? "none" : text.slice(period.start, period.end),
    comparison: comparison || "none",
  };
}

/** A mention as plain data, with the words of the original text. */
export function quantityOf(text: string, mention: QuantityMention): Quantity {
  const { start, end, stated } = mention;
  return {
    start,
    end,
    text: text.slice(start, end),
    low: stated.low.toString(),
    high: stated.high?.toString() ?? "inf",
    lowOpen: stated.lowOpen,
    highOpen: stated.highOpen,
    unit: mention.unit,
    dimension: mention.dimension,
    kind: mention.kind,
    approx: mention.approximation !== null,
  };
}

/** What a claim counts with the brackets of the text as given: 执业（助理）医师. */
function asWritten(text: string, { counts, quantity }: Claim): string {
  if (!counts.includes("(")) return counts;
  const wide = counts.replaceAll("(", "（").replaceAll(")", "）");
  return text.slice(Math.max(0, quantity.start - FURTHEST), quantity.end).includes(wide) ? wide : counts;
}

const FURTHEST = 200;
