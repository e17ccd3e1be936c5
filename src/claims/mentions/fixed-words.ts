import { FIXED_WORDS, NAMED_SETS } from "../dictionary/fixed-words.ts";
import { NUMERAL_CHARACTER } from "../scan.ts";
import type { Context, Span } from "./context.ts";
import { proseUnitAt } from "./unit-lookup.ts";

/** The longest fixed word around the numeral in question: 进一步, 千方百计, 第一时间. */
export function fixedWord(context: Context, namedSets: boolean): { span: Span; name: boolean } | null {
  const word = longest(words, context);
  const name = namedSets ? longest(names, context) : null;
  if (name !== null && (word === null || name.end - name.start >= word.end - word.start))
    return { span: name, name: true };
  return word === null ? null : { span: word, name: false };
}

function longest(index: Index, { text, numeral, floor }: Context): Span | null {
  const { start, end } = numeral;
  let found: Span | null = null;
  for (const key of [text.slice(start, start + 2), text.slice(start - 1, start + 1)]) {
    for (const { word, offset } of index.get(key) ?? []) {
      const from = start - offset;
      if (from < floor || !text.startsWith(word, from)) continue;
      // 十分钟: a unit that runs on beyond the word is the number's
      const unit = proseUnitAt(text, end);
      if (unit !== null && unit.trust === "measure" && end + unit.symbol.length > from + word.length)
        continue;
      if (found === null || word.length > found.end - found.start)
        found = { start: from, end: from + word.length };
      break;
    }
  }
  return found;
}

/** Words by the two characters at their first numeral, or before it where it ends the word; longest first. */
type Index = ReadonlyMap<string, readonly { readonly word: string; readonly offset: number }[]>;

const words = indexOf(FIXED_WORDS.flatMap((line) => line.split(" ")));
const names = indexOf(NAMED_SETS.split(" "));

function indexOf(list: readonly string[]): Index {
  const rows = [...new Set(list)]
    .map((word) => ({ word, offset: word.search(NUMERAL_CHARACTER) }))
    .filter(({ offset }) => offset >= 0)
    .sort((one, other) => other.word.length - one.word.length);
  return Map.groupBy(rows, ({ word, offset }) =>
    offset + 1 < word.length ? word.slice(offset, offset + 2) : word.slice(offset - 1, offset + 1),
  );
}
