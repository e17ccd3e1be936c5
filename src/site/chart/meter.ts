import { Decimal } from "../../quantity/index.ts";
import { type Html, html } from "../html.ts";

/**
 * A bar for one value of a table, beside which the value itself is written: its length is the value's part of the
 * largest one. Nothing for a missing or negative value.
 */
export function meter(value: string | null, largest: string | null): Html | null {
  const part = share(value, largest);
  if (part === null) return null;
  return html`<svg class="meter" viewBox="0 0 100 10" width="100" height="10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${part}" height="10"/></svg>`;
}

/** The largest of some values; null where none has a value. */
export function largestOf(values: readonly (string | null)[]): string | null {
  return values.reduce<string | null>((largest, value) => {
    if (value === null) return largest;
    return largest === null || Decimal.of(value).compare(Decimal.of(largest)) > 0 ? value : largest;
  }, null);
}

function share(value: string | null, largest: string | null): string | null {
  if (value === null || largest === null || Decimal.of(value).sign() < 0) return null;
  return Decimal.of(value).times(Decimal.HUNDRED).divide(Decimal.of(largest), 1)?.toString() ?? null;
}
