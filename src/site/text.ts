import type { Language, Words } from "../issue/index.ts";
import { Decimal, formatNumber } from "../quantity/index.ts";

/** What stands in a text's braces. Whole numbers are written with their thousands apart. */
export type TextParameters = Readonly<Record<string, string | number>>;

/**
 * A text in one language. `{name}` stands for a parameter, `{name|entry|entries}` for the word that goes with it:
 * the first after 1, the second after every other number. Throws on a parameter that the text needs and is not given.
 */
export function textIn(words: Words, language: Language, parameters: TextParameters = {}): string {
  const text = words[language];
  return text.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g,
    (_, name: string, one?: string, many?: string) => {
      const value = parameters[name];
      if (value === undefined) throw new Error(`the text "${text}" needs ${name}`);
      if (one !== undefined && many !== undefined) return value === 1 ? one : many;
      return typeof value === "number" ? formatNumber(Decimal.of(value), language) : value;
    },
  );
}
