/** Prose in, quantities and findings out. Values to compare with are passed in. */
export { type ClassifyOptions, classify } from "./classify.ts";
export { isQuantity, type Mention, type OtherMention, type QuantityMention } from "./mentions/mention.ts";
export { normalise } from "./normalise.ts";
export { quantityOf, readQuantities } from "./quantities-of.ts";
export type { Quantity, QuantityKind, VagueStatement } from "./reading.ts";
export { type Numeral, scan } from "./scan.ts";
