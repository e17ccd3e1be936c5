/** Exact decimals, intervals, units, periods and Chinese numerals. Imports nothing. */
export { Decimal, type Rounding } from "./decimal.ts";
export { type End, Interval } from "./interval.ts";
export { monthOf, Period } from "./period.ts";
