import { folded, isHan } from "./fold.ts";

/** An area as a search may name it. */
export interface NamedArea {
  readonly code: string;
  /** 0 for the district, 1 for a township, 2 for a village or community */
  readonly depth: number;
  /** as its pack writes them, in every language */
  readonly names: readonly string[];
}

/** What a query says of areas. */
export interface AreasRead {
  readonly codes: readonly string[];
  /** the folded query without their names */
  readonly rest: string;
}

/**
 * The areas that a folded query names, longer names first: by their whole names, or also by what people call them,
 * without the word for what they are (`平安` for 平安镇, `pingan` for Ping'an Town). Where several have one name, the
 * highest of them is meant.
 */
export function areasIn(query: string, areas: readonly NamedArea[], alsoShort: boolean): AreasRead {
  const byName = new Map<string, NamedArea[]>();
  for (const area of areas)
    for (const name of area.names)
      for (const one of alsoShort ? [folded(name), ...shortNames(name)] : [folded(name)])
        byName.set(one, [...(byName.get(one) ?? []), area]);
  let rest = query;
  const codes = new Set<string>();
  for (const name of [...byName.keys()].sort((one, other) => other.length - one.length)) {
    const found = placeIn(rest, name);
    if (found === null) continue;
    rest = rest.replace(found, " ").replace(/ +/g, " ").trim();
    const named = byName.get(name) ?? [];
    const highest = Math.min(...named.map(({ depth }) => depth));
    for (const { code, depth } of named) if (depth === highest) codes.add(code);
  }
  return { codes: [...codes], rest };
}

/** Han stands anywhere; a name in letters is whole words, however its syllables are put apart. */
function placeIn(text: string, name: string): RegExp | null {
  if (name === "") return null;
  const place = isHan(name)
    ? new RegExp(name, "u")
    : new RegExp(
        `(?<![^\\s\\p{Script=Han}])${[...name.replaceAll(" ", "")].join(" ?")}(?![^\\s\\p{Script=Han}])`,
        "u",
      );
  return place.test(text) ? place : null;
}

/** The words that say what an area is, at the end of its name, in the names of the national area codes. */
const HAN_KIND =
  /(?:街道办事处|街道|[乡镇]|苏木|村民委员会|居民委员会|村|社区|农场|牧场|林场|渔场|种\p{Script=Han}场|[区县市旗])$/u;
const LETTER_KIND =
  / (?:(?:\p{L}+ )?ethnic )?(?:subdistrict|township|town|sumu|village|community|(?:(?:\p{L}+ )?(?:stock|breeding|river) )?farm|district|county|city|banner)$/u;

function shortNames(name: string): readonly string[] {
  const bare = folded(name.replace(/^（[^）]*）|\s*[（(][^）)]*[）)]$/gu, ""));
  const short = bare.replace(HAN_KIND, "").replace(LETTER_KIND, "");
  // which of the characters before 族 name the people, nobody can tell who does not know all peoples
  const [, people] = /^(\p{Script=Han}{3,})族$/u.exec(short) ?? [];
  const kind = bare.slice(short.length);
  const shorter =
    people === undefined
      ? []
      : Array.from({ length: people.length - 1 }, (_, at) => people.slice(0, at + 2)).flatMap((it) => [
          it,
          it + kind,
        ]);
  // a single character is part of too many words
  return [bare, short, ...shorter].filter((it) => it.length > 1 && it !== folded(name));
}
