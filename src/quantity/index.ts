/** Exact decimals, intervals, units, periods and Chinese numerals. Imports nothing. */
export { Decimal, type Rounding } from "./decimal.ts";
export { type End, Interval } from "./interval.ts";
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
