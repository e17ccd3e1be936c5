import type { Numeral } from "../scan.ts";

/** What a recogniser sees: the whole normalised text, every numeral, and which one is asked about. */
export interface Context {
  readonly text: string;
  readonly numerals: readonly Numeral[];
  /** index of the numeral in question */
  readonly at: number;
  readonly numeral: Numeral;
  /** short quotes and titles, in order: what a numeral in them is part of is a name */
  readonly quotes: readonly Span[];
  /** where the last mention ended: nothing may begin before it */
  readonly floor: number;
}

/** A span of the text, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a sticky pattern that matches at an offset ends; -1 where it does not match. The pattern must be sticky. */
export function endOfMatch(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
