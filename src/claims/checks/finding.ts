import type { Words } from "../../issue/index.ts";

/** The name of a check. */
export type Rule =
  | "partition"
  | "subset"
  | "share"
  | "shares-sum"
  | "growth"
  | "increase"
  | "direction"
  | "average"
  | "lists"
  | "enumeration"
  | "unit"
  | "retold"
  | "rate"
  | "date"
  | "order"
  | "form"
  | "authority"
  | "repetition"
  | "match"
  | "bound";

/** `cannot-tell`: the words do not say enough; the message names what is missing. */
export type Verdict = "consistent" | "inconsistent" | "cannot-tell";

/** What a check says, with every place that it is about. */
export interface Finding {
  readonly rule: Rule;
  readonly verdict: Verdict;
  /** UTF-16, end exclusive, in reading order */
  readonly spans: readonly (readonly [start: number, end: number])[];
  /** the sum or comparison with its numbers: `595 + 26 = 621 ≠ 611`; empty where there is nothing to calculate */
  readonly arithmetic: string;
  readonly message: Words;
}
