import type { Standing } from "../registers/index.ts";

/** Why an observation has no value. */
export type Missing =
  /** nothing to divide by */
  | "no-base"
  /** a value that is reported, not counted, was not reported */
  | "no-record"
  /** the definition changed within the period, or is not to be had for it */
  | "series-break"
  /** years or areas that must not be added */
  | "never-sum"
  /** what falls due in the period cannot be told: its working days have not been announced */
  | "no-calendar"
  /** finer than what the indicator publishes */
  | "too-fine"
  /** withheld, because it tells of fewer persons than may be told of */
  | "suppressed";

/** The value of an indicator at (area, period, breakdown). */
export interface Observation {
  readonly indicator: string;
  /** area code */
  readonly area: string;
  /** canonical text of the period: `2020`, `2020-03`, `2018..2021`, `2016-10..2021-10` */
  readonly period: string;
  /** dimension → value; empty for the total */
  readonly breakdown: Readonly<Record<string, string>>;
  /** decimal string in the indicator's unit: exact for a measure, to 12 digits for a quotient; null where missing */
  readonly value: string | null;
  readonly missing?: Missing;
  /**
   * where a definition under it changed since and it was read by another than its period's: `current`, or the month
   * whose definitions it was read by. Part of what tells an observation from every other
   */
  readonly basis?: string;
  /** id of the indicator whose former definition gave it */
  readonly former?: string;
  /** a quotient's exact terms: `value` = `over` ÷ `under`, times 100 for a percentage */
  readonly fraction?: { readonly over: string; readonly under: string };
  /** what a formula was calculated from, in reading order */
  readonly parts?: readonly Observation[];
  /** whether it keeps the standard in force at the period's end; missing where there is none, or no value */
  readonly meets?: boolean;
  /** how far the reports behind it are settled: provisional where any is, else revised where any is */
  readonly status?: Standing;
  /** of a coverage: the list that it is measured against, and the date of the version in force */
  readonly denominator?: { readonly list: string; readonly date: string };
  /**
   * of a part of a growth over alike units: the dimension whose values are compared, how many have records in both
   * years, and how many in this part's year alone
   */
  readonly alike?: { readonly dimension: string; readonly compared: number; readonly leftOut: number };
}

/** What a rule says at one area and period. */
export interface RuleResult {
  readonly rule: string;
  readonly area: string;
  readonly period: string;
  readonly breakdown: Readonly<Record<string, string>>;
  /** null where a part of it is withheld, or is told by no one definition */
  readonly left: string | null;
  readonly relation: "=" | "<=";
  readonly right: string | null;
  /**
   * `explained`: it does not hold, and a recorded explanation accounts for the whole difference. `incomparable`: within
   * the period the definition of a part changes, so there is nothing to compare
   */
  readonly verdict: "holds" | "broken" | "explained" | "incomparable";
  readonly leftParts: readonly Observation[];
  readonly rightParts: readonly Observation[];
  /** of a broken one: left − right, which an explanation must account for */
  readonly difference?: string;
  readonly explanation?: { readonly amount: string; readonly account: string; readonly actor: string };
}
