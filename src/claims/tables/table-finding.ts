import { Decimal, type Interval } from "../../quantity/index.ts";
import { isOneDigit } from "../checks/arithmetic.ts";
import type { Finding } from "../checks/finding.ts";
import { type CellQuantity, inUnitOf } from "./cell-quantity.ts";

/** A cell's number as it is written, with its unit. */
export function written(text: string, cell: CellQuantity): string {
  const own = text.slice(cell.start, cell.end);
  return own.endsWith(cell.unitText) ? own : `${own}${cell.unitText}`;
}

/** The places of cells, in reading order. */
export function spansOf(
  cells: readonly { readonly start: number; readonly end: number }[],
): Finding["spans"] {
  return cells.map(({ start, end }) => [start, end] as const).toSorted(([one], [other]) => one - other);
}

/** An addition; of many terms the first and the last ones, and how many there are. */
export function addition(
  text: string,
  parts: readonly CellQuantity[],
  sum: Decimal,
  unit: CellQuantity,
): string {
  const terms = parts.map((it) => (it.value.sign() < 0 ? `(${written(text, it)})` : written(text, it)));
  const shown =
    terms.length <= MOST_TERMS ? terms : [...terms.slice(0, 4), `…(${terms.length})…`, ...terms.slice(-2)];
  return `${shown.join(" + ")} = ${inUnitOf(sum, unit)}`;
}

const MOST_TERMS = 16;

/**
 * Whether a stated number may be a slip of the pen away from the calculated one: one digit changed, or two neighbours
 * exchanged. `room` is how far rounding may set the two apart.
 */
export function isSlip(stated: Decimal, calculated: Decimal, place: Decimal, room: Decimal): boolean {
  const off = stated.minus(calculated).abs();
  if (isOneDigit(off)) return true;
  const steps = off.divide(place, 0)?.toString().replace(/0+$/, "") ?? "";
  if (/^\d{1,2}$/.test(steps) && Number(steps) % 9 === 0) return true;
  if (room.isZero()) return false;
  // 9 × 10^n or less of it, but for what rounding adds
  const [leading] = off.toString().replace(/^[0.]+/, "");
  const scale = Number(leading ?? "0");
  for (let power = -6; power <= 15; power += 1)
    for (const digit of [scale, scale + 1]) {
      const near = Decimal.of(digit).times(Decimal.powerOfTen(power));
      if (near.compare(room) > 0 && near.minus(off).abs().compare(room) <= 0) return true;
    }
  return false;
}

/** Half of how far apart the ends of an interval are; zero where it has no end. */
export function roomOf({ low, high }: Interval): Decimal {
  return high === null ? Decimal.ZERO : high.minus(low).times(HALF);
}

const HALF = Decimal.of("0.5");
