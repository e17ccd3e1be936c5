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
  let filled = "";
  for (const piece of piecesOf(text))
    filled += typeof piece === "string" ? piece : piece(parameters, language);
  return filled;
}

/** A piece of a text that stands as it is, or that its parameters make. */
type Piece = string | ((parameters: TextParameters, language: Language) => string);

/** Texts are few, and said very often: each is taken apart once. */
const taken = new Map<string, readonly Piece[]>();

function piecesOf(text: string): readonly Piece[] {
  let pieces = taken.get(text);
  if (pieces === undefined) {
    pieces = [...takenApart(text)];
    taken.set(text, pieces);
  }
  return pieces;
}

function* takenApart(text: string): Generator<Piece> {
  let at = 0;
  for (const { 0: whole, 1: name = "", 2: one, 3: many, index } of text.matchAll(BRACES)) {
    if (index > at) yield text.slice(at, index);
    at = index + whole.length;
    yield (parameters, language) => {
      const value = parameters[name];
      if (value === undefined) throw new Error(`the text "${text}" needs ${name}`);
      if (one !== undefined && many !== undefined) return value === 1 ? one : many;
      return typeof value === "number" ? formatNumber(Decimal.of(value), language) : value;
    };
  }
  if (at < text.length) yield text.slice(at);
}

const BRACES = /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g;
