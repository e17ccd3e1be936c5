import { folded, isHan, pieces } from "./fold.ts";

/** What can be found: an indicator, an area, a rule; whatever has a place on the site. */
export interface Entry {
  /** its title in the page's language */
  readonly title: string;
  /** what it is called besides: in the other language, by its id, by synonyms */
  readonly also: readonly string[];
  /** what it lies in: its register, its township */
  readonly context: string;
  /** the parts that it is told by, each with its names */
  readonly parts: readonly (readonly string[])[];
  /** it comes first among equals: a report states it */
  readonly first: boolean;
  /** it counts things, and neither money nor rates: what somebody most often asks for */
  readonly counts: boolean;
}

export interface Match<T extends Entry> {
  readonly entry: T;
  /** which of its parts is meant; none where the whole is */
  readonly part: number | null;
  /** how many of the terms it has */
  readonly terms: number;
  readonly score: number;
}

/**
 * The entries that have all terms, the best first; where none has all, those that have the most. Han is found anywhere,
 * and by every two characters where the whole run stands nowhere (卫生院 finds 卫生室); a word in letters by its
 * beginning, in singular or plural, and with one letter wrong.
 */
export function matchesOf<T extends Entry>(
  entries: readonly T[],
  terms: readonly string[],
): readonly Match<T>[] {
  if (terms.length === 0) return [];
  const found = entries.flatMap((entry) => matchOf(entry, terms) ?? []);
  const most = found.reduce((all, it) => Math.max(all, it.terms), 0);
  return found.filter((it) => it.terms === most).sort((one, other) => other.score - one.score);
}

/** What a term counts where it is found. */
const WEIGHTS = { title: 10, also: 8, part: 9.5, context: 3 } as const;

function matchOf<T extends Entry>(entry: T, terms: readonly string[]): Match<T> | null {
  const part = bestPart(entry, terms);
  const names = part === null ? [] : (entry.parts[part] ?? []);
  const all = part === null ? entry.parts : [];
  let [score, found] = [0, 0];
  for (const term of terms) {
    const best = Math.max(
      WEIGHTS.title * likeness(term, entry.title) * (term === folded(entry.title) ? 1.2 : 1),
      WEIGHTS.also * mostOf(entry.also, (it) => likeness(term, it)),
      WEIGHTS.part * mostOf(names, (it) => likeness(term, it)),
      // 疫苗 names none of 灭活疫苗 and 重组疫苗, but what is counted of all of them
      WEIGHTS.also * (partsWith(term, all) > 1 ? 1 : 0),
      WEIGHTS.context * likeness(term, entry.context),
    );
    const spread = part === null ? 0 : WEIGHTS.part * likenessOfBoth(term, entry, part);
    if (Math.max(best, spread) === 0) continue;
    found += 1;
    score += Math.max(best, spread);
  }
  if (found === 0) return null;
  // of two that have all terms: what counts things, what a report states, what a part is called, the shorter name
  const length = folded(entry.title).length;
  const nearer = [entry.counts && 0.3, entry.first && 0.4, part !== null && 0.8, 1 / (1 + length)];
  return {
    entry,
    part,
    terms: found,
    score: score + nearer.reduce<number>((sum, it) => sum + Number(it), 0),
  };
}

/** How many of the parts have a term in a name. */
function partsWith(term: string, parts: Entry["parts"]): number {
  return parts.filter((names) => names.some((it) => likeness(term, it) >= WHOLE)).length;
}

/** A term stands in a text as it is, or begins one of its words. */
const WHOLE = 0.9;

/** The part that a query names better than the entry's own names do, and better than it names other parts. */
function bestPart(entry: Entry, terms: readonly string[]): number | null {
  const { title, also, parts } = entry;
  let best: { at: number; score: number } | null = null;
  const own = terms.map((term) => mostOf([title, ...also], (it) => likeness(term, it)));
  const tells = terms.map((term) => partsWith(term, parts) < 2);
  for (const [at, names] of parts.entries()) {
    let told = false;
    const score = terms.reduce((sum, term, i) => {
      const like = Math.max(
        mostOf(names, (it) => likeness(term, it)),
        likenessOfBoth(term, entry, at),
      );
      if (like <= (own[i] ?? 0)) return sum;
      told ||= tells[i] ?? false;
      return sum + like;
    }, 0);
    if (told && score > (best?.score ?? 0)) best = { at, score };
  }
  return best?.at ?? null;
}

/** Written without spaces, one run may name the indicator and its part at once. */
function likenessOfBoth(term: string, { title, parts }: Entry, part: number): number {
  return isHan(term) ? likeness(term, `${parts[part]?.[0]} ${title}`) : 0;
}

/** How well a text has a term: 1 where it stands in it, 0 where it does not. */
export function likeness(term: string, text: string): number {
  const whole = known.get(text) ?? folded(text);
  known.set(text, whole);
  return isHan(term)
    ? likenessOfHan(term, whole)
    : mostOf(pieces(whole), (word) => likenessOfWords(term, word));
}

/** Texts are asked for again with every letter that is typed. */
const known = new Map<string, string>();

function likenessOfHan(term: string, text: string): number {
  if (text === term) return 1.2;
  if (text.includes(term)) return 1;
  if (term.length < 2) return 0;
  const pairs = Array.from({ length: term.length - 1 }, (_, at) => term.slice(at, at + 2));
  const part = pairs.filter((it) => text.includes(it)).length / pairs.length;
  return part < 0.5 ? 0 : part * 0.6;
}

/** A word without the ending of its plural, where enough is left: `clinic`, `stud`. */
export function stemOf(word: string): string {
  const stem = word.replace(/(?:ies|es|s)$/, "");
  return stem.length > 2 ? stem : word;
}

function likenessOfWords(term: string, word: string): number {
  if (word === term) return 1;
  if (term.length > 1 && word.startsWith(term)) return 0.9;
  const stem = stemOf(term);
  if (stem !== term && word.startsWith(stem) && word.length <= term.length) return 0.9;
  return term.length > 4 && differByOne(term, word) ? 0.5 : 0;
}

/** Whether two words differ by one letter that is missing, too many, wrong, or in its neighbour's place. */
function differByOne(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  const [rest, otherRest] = [one.slice(from), other.slice(from)];
  return (
    rest.slice(1) === otherRest ||
    rest === otherRest.slice(1) ||
    rest.slice(1) === otherRest.slice(1) ||
    (rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2))
  );
}

function mostOf<T>(all: readonly T[], value: (it: T) => number): number {
  return all.reduce((most, it) => Math.max(most, value(it)), 0);
}
