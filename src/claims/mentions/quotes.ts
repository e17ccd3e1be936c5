import { countFirst } from "../binary-search.ts";
import type { Context, Span } from "./context.ts";

/**
 * The insides of quotation marks that name something, in order: a short phrase without a sentence's marks
 * (“四个意识”, “12345”, “15分钟生活圈”), and every title in 《》. Quoted speech is none. One linear pass.
 */
export function namingQuotes(text: string): Span[] {
  const spans: Span[] = [];
  let open = -1;
  let closing = "";
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (open >= 0 && character === closing) {
      const inside = { start: open + 1, end: at };
      if (closing === "》" || isName(text, inside)) spans.push(inside);
      open = -1;
    } else if (character === "\n" || (open >= 0 && at - open > LONGEST_TITLE)) {
      open = -1;
    } else if (CLOSING[character] !== undefined && (open < 0 || character !== '"')) {
      open = at;
      closing = CLOSING[character] ?? "";
    }
  }
  return spans;
}

/** The part of a naming quote that holds the numeral in question; all of its numerals are one name. */
export function quotedName({ quotes, numeral }: Context): Span | null {
  const quote = quotes[countFirst(quotes, ({ end }) => end <= numeral.start)];
  if (quote === undefined || quote.start > numeral.start || quote.end < numeral.end) return null;
  return { start: numeral.start, end: quote.end };
}

const CLOSING: Readonly<Record<string, string>> = { "“": "”", "‘": "’", "《": "》", "「": "」", '"': '"' };
const LONGEST_NAME = 12;
const LONGEST_TITLE = 80;
const SENTENCE = /[,，。;!?:]/;

function isName(text: string, { start, end }: Span): boolean {
  const inside = text.slice(start, end);
  return inside.length <= LONGEST_NAME && !SENTENCE.test(inside) && !SPOKEN.test(inside);
}

/** Words that people say, and names do not hold: “出门5分钟就是卫生室”. */
const SPOKEN = /[我你他她]|就(?![业学医近地餐职])|了(?!解)/;
