import { z } from "zod";
import type { Words } from "../issue/index.ts";

/** A calendar day, `YYYY-MM-DD`. */
export const date = () => z.iso.date();
/** A minute of a day, `YYYY-MM-DDTHH:MM`, by the clock of the place: for time limits in hours. */
export const instant = () =>
  z
    .string()
    .regex(new RegExp(`^${z.regexes.date.source.slice(1, -1)}T([01]\\d|2[0-3]):[0-5]\\d$`))
    .meta({ instant: true });
/** An area code of the pack's list. */
export const area = () => z.string().meta({ area: true });
/**
 * Most digits of a count, and of an amount before its point. Sums are kept in 64 bits: ninety thousand records
 * of the greatest amount with two decimals still fit, and no district has a trillion of anything.
 */
const mostDigits = 12;

/** A whole number from 0 to 10¹² − 1. */
export const count = () =>
  z
    .int()
    .min(0)
    .max(10 ** mostDigits - 1);
/** An exact amount as a decimal string with at most `decimals` places, below 10¹²: `"44.52"`. */
export const amount = (decimals: number) => {
  const places = decimals === 0 ? "" : `(\\.\\d{1,${decimals}})?`;
  return z
    .string()
    .regex(new RegExp(`^-?\\d{1,${mostDigits}}${places}$`))
    .meta({ decimals });
};
/** One of a closed list of codes, each with its words. */
export const choice = <const T extends Readonly<Record<string, Words>>>(labels: T) =>
  z.enum(Object.keys(labels) as [string, ...string[]]).meta({ labels });
/** Yes or no. */
export const flag = () => z.boolean();
/** Text of at most `most` characters; never a person's name in an open register. */
export const text = (most = 200) => z.string().min(1).max(most);
