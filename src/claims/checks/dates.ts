import type { Relations } from "../relate.ts";
import type { Finding } from "./finding.ts";
import { impossibleDates } from "./impossible-dates.ts";
import { orderOfDates } from "./order-of-dates.ts";
import { writtenDates } from "./written-dates.ts";

/** Dates that no calendar has, and dates in an order that what happened on them cannot have had. */
export function checkDates({ text }: Relations): Finding[] {
  const dates = writtenDates(text);
  return [...impossibleDates(text, dates), ...orderOfDates(text, dates)];
}
