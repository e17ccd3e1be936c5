import { codeAt } from "./mentions/codes.ts";
import type { Context, Span } from "./mentions/context.ts";
import { dateAt, unitFollows } from "./mentions/dates.ts";
import { englishAt } from "./mentions/english.ts";
import { fixedWord } from "./mentions/fixed-words.ts";
import { isIndefinite } from "./mentions/indefinite.ts";
import type { Mention, OtherKind, QuantityMention } from "./mentions/mention.ts";
import { ordinalAt } from "./mentions/ordinals.ts";
import { doublingAt, quantityAt } from "./mentions/quantities.ts";
import { namingQuotes, quotedName } from "./mentions/quotes.ts";
import type { Numeral } from "./scan.ts";

export interface ClassifyOptions {
  /** whether the list of policy names (三公, 四个意识) is used; true unless said otherwise */
  readonly namedSets?: boolean;
}

/**
 * What each numeral of a normalised text is, in order. The mentions do not overlap, and every numeral lies in
 * exactly one of them; one mention may hold several (2020年10月1日). Linear in the text's length.
 */
export function classify(
  text: string,
  numerals: readonly Numeral[],
  options: ClassifyOptions = {},
): Mention[] {
  const mentions: Mention[] = [];
  const quotes = namingQuotes(text);
  let floor = 0;
  for (const [at, numeral] of numerals.entries()) {
    if (numeral.start < floor) {
      // a unit or word took the head of this numeral (千 of 千瓦); a tail that it left is part of no number
      if (numeral.end > floor) mentions.push({ start: floor, end: numeral.end, kind: "lexical" });
      floor = Math.max(floor, numeral.end);
      continue;
    }
    const mention = mentionAt({ text, numerals, at, numeral, quotes, floor }, options.namedSets ?? true);
    mentions.push(mention);
    floor = mention.end;
  }
  return mentions;
}

/** The recognisers in the order in which they are asked: what is sure before what is likely. */
function mentionAt(context: Context, namedSets: boolean): Mention {
  const { text, numeral } = context;
  const chinese = numeral.form === "chinese";
  const other = (span: Span, kind: OtherKind): Mention => ({
    start: Math.min(span.start, numeral.start),
    end: Math.max(span.end, numeral.end),
    kind,
  });
  if (numeral.form === "fraction") return quantityAt(context) ?? other(numeral, "lexical");
  const doubling = doublingAt(context);
  if (doubling !== null) return doubling;
  if (chinese && !approximatesBare(context)) {
    const word = fixedWord(context, namedSets);
    if (word !== null) return other(word.span, word.name ? "name" : "lexical");
  }
  const quoted = quotedName(context);
  if (quoted !== null) return other(quoted, "name");
  const ordinal = ordinalAt(context);
  if (ordinal !== null) return other(ordinal, "ordinal");
  const english = englishAt(context);
  if (english !== null) return "span" in english ? other(english.span, english.kind) : english;
  if (!unitFollows(context)) {
    const date = dateAt(context);
    if (date !== null) return other(date, "date");
  }
  const code = codeAt(context);
  if (code !== null) return other(code, "name");
  const quantity = quantityAt(context);
  if (quantity !== null && describesAge(text, quantity)) return other(quantity, "name");
  if (quantity?.kind === "duration" && SINCE.test(text.slice(quantity.end, quantity.end + 2)))
    return other(quantity, "date");
  if (quantity !== null) return quantity;
  if (!chinese) return other(numeral, "name");
  return other(numeral, isIndefinite(text, numeral) ? "indefinite" : "lexical");
}

/** 60岁以上老年人, 男,35岁: an age says whom is spoken of, unless it is a mean, an extreme or a change. */
function describesAge(text: string, { start, dimension }: QuantityMention): boolean {
  if (dimension !== "age") return false;
  const before = text.slice(Math.max(0, start - 16), start);
  return !MEAN_AGE.test(before) && !CHANGED_AGE.test(before);
}

/** 两个季度以来, 三个多月来 say when, not how long. */
const SINCE = /^(?:以来|来[,，的])/;
const MEAN_AGE = /(?:平均|人均|预期|寿命|年龄最?[大小高低]|最[大小]的?(?:年龄)?)[^,。;]*$/;
const CHANGED_AGE =
  /(?:提高|上升|下降|降低|增加|延长|年轻|缩小|推迟|增长|减少)(?:了|到|至|为)?(?:近|约|超过?)?$/;

/** 上百人, 近千名, 百余户: a bare rank with an approximation is a number, and no part of 百姓 or 千万. */
function approximatesBare({ text, numeral }: Context): boolean {
  if (!/^[百千万亿]/.test(text.charAt(numeral.start))) return false;
  return /[上近超逾数过]/.test(text.charAt(numeral.start - 1)) || /[余多]/.test(text.charAt(numeral.end));
}
