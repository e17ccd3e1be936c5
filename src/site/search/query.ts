import { areasIn, type NamedArea } from "./area-names.ts";
import { folded, pieces } from "./fold.ts";

/** What somebody looks for: an area, a year, and words. */
export interface Query {
  /** codes of the areas that it names */
  readonly areas: readonly string[];
  /** `2019` */
  readonly years: readonly string[];
  /** what is left, folded: words and runs of Han */
  readonly terms: readonly string[];
}

/**
 * The ways to read a query, the likelier first: what people call an area may be a part of another word (民生社区 and
 * 民生实事), so that it is taken for an area only where nothing is found otherwise.
 */
export function readingsOf(text: string, areas: readonly NamedArea[]): readonly Query[] {
  const { years, rest } = yearsIn(folded(text));
  const [plain, short] = [false, true].map((alsoShort): Query => {
    const found = areasIn(rest, areas, alsoShort);
    return { areas: found.codes, years, terms: termsIn(found.rest) };
  }) as [Query, Query];
  return short.areas.length === plain.areas.length ? [plain] : [plain, short];
}

function yearsIn(text: string): { years: readonly string[]; rest: string } {
  const years: string[] = [];
  const rest = text.replace(
    /(?<!\d)((?:19|20)\d\d)(?!\d) ?年?|([一二]\p{Script=Han}{3})年/gu,
    (all, digits, han) => {
      const year = digits ?? yearInHan(han);
      if (year === null) return all;
      years.push(year);
      return " ";
    },
  );
  return { years, rest: rest.trim() };
}

/** `二〇一九` is 2019; null where a character is no digit. */
function yearInHan(text: string): string | null {
  const digits = [...text].map((it) => HAN_DIGITS.indexOf(it === "零" ? "〇" : it));
  return digits.includes(-1) ? null : digits.join("");
}

const HAN_DIGITS = "〇一二三四五六七八九";

function termsIn(text: string): readonly string[] {
  return pieces(text.replace(HAN_ASKING, " ")).filter((it) => !ASKING.has(it));
}

/** Words that ask and name nothing. */
const HAN_ASKING =
  /请问|查询|一共|共有|总共|有?多少[个所家条座项处]?|有?几[个所家条座项处]|[吗呢](?!\p{Script=Han})|的/gu;
const ASKING = new Set(
  "a an and are at by count do does for have how in is many me much my number of on our show the there to was were what where which with".split(
    " ",
  ),
);
