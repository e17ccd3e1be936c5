import type { Language, Words } from "../issue/index.ts";
import { Decimal, formatNumber } from "../quantity/index.ts";
import { dataWords } from "./words/data.ts";
import { figureWords } from "./words/figures.ts";
import { frameWords } from "./words/frame.ts";
import { registerWords } from "./words/registers.ts";
import { reportWords } from "./words/reports.ts";
import { ruleWords } from "./words/rules.ts";
import { verifyWords } from "./words/verify.ts";

/** Every text of the site that is not the pack's. */
const TEXTS = {
  ...frameWords,
  ...reportWords,
  ...figureWords,
  ...registerWords,
  ...ruleWords,
  ...verifyWords,
  ...dataWords,
} as const satisfies Readonly<Record<string, Words>>;

export type TextKey = keyof typeof TEXTS;

/** What stands in a text's braces. Whole numbers are written with their thousands apart. */
export type TextParameters = Readonly<Record<string, string | number>>;

/**
 * A text in one language. `{name}` stands for a parameter, `{name|entry|entries}` for the word that goes with it:
 * the first after 1, the second after every other number.
 */
export function textOf(language: Language, key: TextKey, parameters: TextParameters = {}): string {
  return TEXTS[key][language].replace(
    /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g,
    (_, name: string, one?: string, many?: string) => {
      const value = parameters[name];
      if (value === undefined) throw new Error(`the text ${key} needs ${name}`);
      if (one !== undefined && many !== undefined) return value === 1 ? one : many;
      return typeof value === "number" ? formatNumber(Decimal.of(value), language) : value;
    },
  );
}
