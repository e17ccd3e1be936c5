import { Decimal } from "./decimal.ts";

/** The factor of 翻n番: 2 to the power of n, so that 翻两番 is four times. Null where n is not a whole number from 1 to 99. */
export function factorOfDoublings(times: Decimal): Decimal | null {
  const whole = times.scaled(0);
  return whole === null || whole < 1n || whole > 99n ? null : Decimal.of(2n ** whole);
}

/** The factor of 增长n倍: n + 1. (是…的n倍 is n itself.) Null where n is not above zero. */
export function factorOfGrowth(times: Decimal): Decimal | null {
  return times.sign() > 0 ? times.plus(Decimal.ONE) : null;
}
