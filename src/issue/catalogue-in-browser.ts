import { calendar } from "./catalogue/calendar.ts";
import { indicators } from "./catalogue/indicators.ts";
import { ledger } from "./catalogue/ledger.ts";
import { records } from "./catalogue/records.ts";
import { verify } from "./catalogue/verify.ts";

/**
 * The words of what can be wrong with a log, a release and its figures: all that programs for browsers say. They get it
 * in place of the whole catalogue (`browser` in package.json), because it is half as much to fetch.
 */
export const catalogue = { ...calendar, ...indicators, ...ledger, ...records, ...verify };
