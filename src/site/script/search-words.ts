import { type TextParameters, textIn } from "../text.ts";
import { searchWords } from "../words/search.ts";
import { language } from "./dom.ts";

/** A text of the search in the page's language. */
export function sayIn(key: keyof typeof searchWords, parameters?: TextParameters): string {
  return textIn(searchWords[key], language, parameters);
}
