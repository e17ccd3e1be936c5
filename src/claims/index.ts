/** Prose in, quantities and findings out. Values to compare with are passed in. */
export type { Bound } from "./bound.ts";
export { check } from "./check.ts";
export {
  type Check,
  type CheckOptions,
  checkText,
  periodsOf,
  type Reading,
  readText,
  type StatedFinding,
} from "./check-text.ts";
export type { Finding, Rule, Verdict } from "./checks/finding.ts";
export { type ClassifyOptions, classify } from "./classify.ts";
export { type ProseDocument, paragraphAt, readDocument, type TaggedText } from "./document/read.ts";
export { type Candidate, indicatorsAbout, type Match, matchClaims } from "./match.ts";
export { isQuantity, type Mention, type OtherMention, type QuantityMention } from "./mentions/mention.ts";
export { normalise } from "./normalise.ts";
export {
  type IndexedIndicator,
  type IndexedValue,
  type ObservationIndex,
  observationIndex,
} from "./observations.ts";
export { countedOf, quantityOf, readClaims, readQuantities } from "./quantities-of.ts";
export type { CountedQuantity, Quantity, QuantityKind, StatedQuantity, VagueStatement } from "./reading.ts";
export { type Claim, type PeriodMention, type Relations, relate } from "./relate.ts";
export { renderPage } from "./render/html.ts";
export { renderTerminal, type TerminalOptions } from "./render/terminal.ts";
export { type Numeral, scan } from "./scan.ts";
export { type CellPlace, cellAt, type Table, type TableCell } from "./tables/table.ts";
export { type Vague, vagueStatements } from "./vague.ts";
