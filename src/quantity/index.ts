/** Exact decimals, intervals, units, periods and Chinese numerals. Imports nothing. */
export {
  type Amount,
  APPROXIMATION_WORDS,
  type Approximation,
  approximate,
  readAmount,
} from "./approximation.ts";
export { Decimal, type Rounding } from "./decimal.ts";
export { factorOfDoublings, factorOfGrowth } from "./growth-words.ts";
export { type End, Interval } from "./interval.ts";
export { formatNumber, type NumberFormat } from "./number-format.ts";
export {
  type Fraction,
  type NumeralReading,
  readFraction,
  readNumeral,
  readNumeralWithPlace,
} from "./numeral-reading.ts";
export { writeNumeral } from "./numeral-writing.ts";
export { monthOf, Period } from "./period.ts";
export {
  convert,
  findUnit,
  inBase,
  type Unit,
  type UnitId,
  unitAt,
  unitOf,
  units,
  unitWord,
  unitWritten,
} from "./unit.ts";
export type { Dimension } from "./unit-table.ts";
