import {
  type Approximation,
  approximate,
  Decimal,
  factorOfDoublings,
  factorOfGrowth,
  Interval,
  readFraction,
  readNumeral,
} from "../../quantity/index.ts";
import { BARE_PREFIXES, PART_OF_WORD, PREFIXES, SUFFIXES } from "../dictionary/approximations.ts";
import { COUNTABLE, UNCOUNTABLE } from "../dictionary/countable.ts";
import type { Numeral } from "../scan.ts";
import { type Context, endOfMatch } from "./context.ts";
import type { QuantityMention } from "./mention.ts";
import { type NumberReading, readNumber } from "./number.ts";
import { type ProseUnit, proseUnitAt } from "./unit-lookup.ts";

/** The quantity whose number is the numeral in question; null where nothing speaks for its counting anything. */
export function quantityAt(context: Context): QuantityMention | null {
  const { text, numeral } = context;
  if (numeral.form === "fraction") return fractionAt(context);
  const number = readNumber(text.slice(numeral.start, numeral.end));
  if (number === null) return null;
  const prefix = prefixBefore(context, number);
  const range = rangeAfter(context, number);
  const last = range ?? { numeral, number, interval: number.interval };
  const tail = tailAt(text, last.numeral.end);
  if (number.bare && prefix === null && !tail.more) return null;
  const approximated = prefix !== null || tail.more || number.approximate || range !== null;
  if (!counts(context, last.numeral, number, tail, approximated)) return null;
  return mention(context, { number, prefix, last, tail, ranged: range !== null });
}

/** Words of approximation by the character that touches the number's side, the longest first. */
type ByCharacter = ReadonlyMap<string, readonly (readonly [word: string, Approximation])[]>;
const BY_END: ByCharacter = Map.groupBy(PREFIXES, ([word]) => word.slice(-1));
const BARE_BY_END: ByCharacter = Map.groupBy([...PREFIXES, ...BARE_PREFIXES], ([word]) => word.slice(-1));
const BY_START: ByCharacter = Map.groupBy(SUFFIXES, ([word]) => word.charAt(0));

interface Word {
  readonly word: string;
  readonly sense: Approximation;
}

/** What stands between a number and what follows its unit. */
interface Tail {
  /** 余 or 多 after the number: 60余次, 两个多月 */
  readonly more: boolean;
  readonly unit: ProseUnit | null;
  /** the unit as written, which 个多月 splits */
  readonly symbol: string;
  /** where the mention ends */
  readonly end: number;
  /** 两年半, 三成半 */
  readonly half: boolean;
  /** 九成五: the digit behind 成 */
  readonly tenth: Decimal | null;
  readonly suffix: Word | null;
}

function tailAt(text: string, from: number): Tail {
  let at = from;
  const more =
    /[余多来]/.test(text.charAt(at)) &&
    !/[样数次种元]/.test(text.charAt(at) === "多" ? text.charAt(at + 1) : "");
  if (more) at += 1;
  const halves = more ? -1 : endOfMatch(HALF_UNIT, text, at);
  if (halves >= 0) {
    const unit = proseUnitAt(text, halves - unitLength(text, halves));
    return {
      more: false,
      unit,
      symbol: `个${text.slice(at + 2, halves)}`,
      end: halves,
      half: true,
      tenth: null,
      suffix: suffixAt(text, halves),
    };
  }
  const split = endOfMatch(SPLIT_UNIT, text, at);
  const space = text.charAt(at) === " " && !/[\n]/.test(text.charAt(at + 1)) ? 1 : 0;
  const unit =
    split >= 0 ? proseUnitAt(text, split - unitLength(text, split)) : proseUnitAt(text, at + space);
  let end = more ? at : from;
  if (split >= 0) end = split;
  else if (unit !== null) end = withAlternative(text, at + space + unit.symbol.length);
  const after = text.charAt(end);
  const tenth = unit?.symbol === "成" ? digitAt(text, end) : null;
  const half = unit !== null && HALVED.has(unit.dimension) && after === "半" && text.charAt(end + 1) !== "年";
  const halfEnd = half ? end + 1 : end;
  const moreAfter =
    unit !== null &&
    (after === "多" || after === "余") &&
    HALVED.has(unit.dimension) &&
    !MORE_THAN.test(text.slice(end, end + 4));
  return {
    more: more || split >= 0 || moreAfter,
    unit,
    symbol: unit === null ? "" : text.slice(at + (split >= 0 ? 0 : space), end).replace(/多/, ""),
    end: moreAfter || tenth !== null ? end + 1 : halfEnd,
    half,
    tenth,
    suffix: suffixAt(text, moreAfter || tenth !== null ? end + 1 : halfEnd),
  };
}

/** One Chinese digit that is not the head of a longer numeral. */
function digitAt(text: string, at: number): Decimal | null {
  if (
    !/[一二三四五六七八九]/.test(text.charAt(at)) ||
    /[一二三四五六七八九十百千万成]/.test(text.charAt(at + 1))
  )
    return null;
  return proseUnitAt(text, at + 1) === null ? readNumeral(text.charAt(at)) : null;
}

/** 比上年的287天多14天, 较76.9万吨多打1.7万吨: 多 of what is more by the next number; 多样, 多数. */
const MORE_THAN = /^多(?:[样数]|[一-龥]{0,2}\d)/;

/** 一个半小时, 3个半月. */
const HALF_UNIT = /个半(?:小时|月|星期)/y;
const SPLIT_UNIT = /个多(?:月|小时|星期|季度|工作日|百分点)/y;
const HALVED = new Set(["time", "calendar", "ratio", "multiple", "length", "mass", "area", "points"]);

/** 3台(套): a second classifier in brackets belongs to the unit. */
function withAlternative(text: string, end: number): number {
  if (text.charAt(end) !== "(") return end;
  const other = proseUnitAt(text, end + 1);
  const close = end + 1 + (other?.symbol.length ?? 0);
  return other !== null && text.charAt(close) === ")" ? close + 1 : end;
}

function unitLength(text: string, end: number): number {
  for (const length of [3, 2, 1])
    if (proseUnitAt(text, end - length)?.symbol.length === length) return length;
  return 1;
}

/** 以上 behind the unit; 50万元(含)以上 says it of 50万元, too. */
function suffixAt(text: string, at: number): Word | null {
  const word = wordAt(BY_START, text, at);
  return word ?? (text.startsWith("(含)", at) ? wordAt(BY_START, text, at + 3) : null);
}

function wordAt(words: ByCharacter, text: string, at: number): Word | null {
  for (const [word, sense] of words.get(text.charAt(at)) ?? [])
    if (text.startsWith(word, at)) return { word, sense };
  return null;
}

/** The word of approximation that touches the number, unless it is the end of another word (节约5万元). */
function prefixBefore({ text, numeral, floor }: Context, number: NumberReading): Word | null {
  const at = text.charAt(numeral.start - 1) === " " ? numeral.start - 1 : numeral.start;
  if (text.charAt(at - 1) === "数" && at > floor && ONLY_RANKS.test(text.slice(numeral.start, numeral.end)))
    return { word: "数", sense: "more" };
  for (const [word, sense] of (number.bare ? BARE_BY_END : BY_END).get(text.charAt(at - 1)) ?? []) {
    const start = at - word.length;
    if (start < floor || !text.startsWith(word, start)) continue;
    const isPart = PART_OF_WORD[word]?.includes(text.charAt(start - 1) || "\n") ?? false;
    if (isPart && !GRANT.test(text.slice(Math.max(0, start - 2), start))) continue;
    return { word: word + text.slice(at, numeral.start), sense };
  }
  return null;
}

/** 补贴近千万元: no 贴近. */
const GRANT = /[补津]贴$/;

const ONLY_RANKS = /^[十百千万亿]+$/;

interface Last {
  readonly numeral: Numeral;
  readonly number: NumberReading;
  readonly interval: Interval;
}

/** The other end of 5—8名, 三至五天, 13%—15%; the first takes the rank of the second (10—15万). */
function rangeAfter({ text, numeral, numerals, at }: Context, number: NumberReading): Last | null {
  const next = numerals[at + 1];
  if (next === undefined || next.start - numeral.end > 12) return null;
  const between = text.slice(numeral.end, next.start);
  const unit = proseUnitAt(text, numeral.end);
  const link = unit !== null && between.startsWith(unit.symbol) ? between.slice(unit.symbol.length) : between;
  if (!(link === between ? TO : TO_WITH_UNIT).test(link)) return null;
  const other = readNumber(text.slice(next.start, next.end));
  if (other === null || number.approximate || other.approximate) return null;
  const rank = /[万亿]+$/.exec(text.slice(next.start, next.end))?.[0];
  const shared =
    rank !== undefined && unit === null && !/[万亿]$/.test(text.slice(numeral.start, numeral.end));
  const low = shared
    ? (readNumber(text.slice(numeral.start, numeral.end) + rank)?.value ?? number.value)
    : number.value;
  const first = low.compare(other.value) < 0 ? low : number.value;
  if (first.compare(other.value) >= 0) return null;
  if (unit !== null && proseUnitAt(text, next.end)?.symbol !== unit.symbol) return null;
  return { numeral: next, number: other, interval: Interval.between(first, other.value) };
}

const TO = /^ ?(?:-|–|—{1,2}|~|至|到) ?$/;
const TO_WITH_UNIT = /^ ?(?:-|–|—{1,2}|~|至) ?$/;

/** Whether the number counts or measures, by its script and what follows it. */
function counts(
  { text, numeral }: Context,
  last: Numeral,
  number: NumberReading,
  tail: Tail,
  approximated: boolean,
): boolean {
  const written = text.slice(numeral.start, numeral.end);
  const { unit } = tail;
  if (numeral.form !== "chinese") return true;
  const scaled = /[万亿]/.test(written) && !number.bare;
  if (unit === null) return (scaled || (approximated && !number.approximate)) && written.length > 1;
  if (scaled || (approximated && written !== "两" && !tail.half)) return true;
  const proportional =
    unit.dimension === "ratio" || unit.dimension === "points" || unit.dimension === "multiple";
  if (proportional) return unit.symbol !== "折";
  if (tail.half && tail.symbol.startsWith("个")) return true;
  if (written === "一")
    return unit.trust === "measure" && BECAME.test(text.slice(Math.max(0, numeral.start - 3), numeral.start));
  if (unit.trust === "measure") return unit.dimension !== "calendar" || unit.symbol !== "年";
  if (written === "二") return false;
  const after = text.slice(last.end + tail.symbol.length, last.end + tail.symbol.length + 6);
  // 三个屯 are three; 八家子 and 十家堡 are places
  if (UNCOUNTABLE.test(after) || (unit.symbol !== "个" && PLACE.test(after))) return false;
  // 二十八种候鸟: no slogan has so long a numeral
  if (unit.trust === "concrete" || written.length > 2 || COUNTABLE.test(after)) return true;
  // 示范村十二个: a classifier that ends its clause counts the noun before the numeral
  return (
    POSTPOSED.has(unit.symbol) &&
    CLAUSE_END.test(after.charAt(0)) &&
    NOUN_BEFORE.test(text.slice(numeral.start - 2, numeral.start))
  );
}

/** 缩短到一刻钟: the one time that 一 measures. */
const BECAME = /[短缩少低高加长][到至为]$/;

/** 八家子镇, 五棵树镇, 十家堡: places. */
const PLACE = /^(?:子(?!公司|女)|堡|屯|[^农乡山新全各本我该行贫城](?:镇|乡|村|屯)|子[镇乡村屯])/;
/** Classifiers that stand behind their noun in lists: 示范村十二个, 桥梁两座. */
const POSTPOSED = new Set([..."个项条场批份张支篇本块幅只组头"]);
const CLAUSE_END = /[,，、。;)和及与]|^$/;
const NOUN_BEFORE = /[一-龥”][^这那每其第前后各有是为成分在的了与和及到]$/;

interface Parts {
  readonly number: NumberReading;
  readonly prefix: Word | null;
  readonly last: Last;
  readonly tail: Tail;
  readonly ranged: boolean;
}

function mention(context: Context, { number, prefix, last, tail, ranged }: Parts): QuantityMention {
  const { text, numeral } = context;
  const negative = isNegative(text, numeral.start, context.floor);
  let { value, place } = ranged ? last.number : number;
  let stated = last.interval;
  if (tail.half) {
    value = value.plus(HALF);
    place = TENTH;
    stated = Interval.exactly(value);
  }
  if (tail.tenth !== null) {
    value = value.plus(tail.tenth.times(TENTH));
    place = TENTH;
    stated = Interval.exactly(value);
  }
  const scale = scaleOf(context, tail);
  const sense = prefix?.sense ?? (tail.more ? "more" : (tail.suffix?.sense ?? null));
  if (prefix?.word === "数")
    stated = Interval.between(value.times(TWO), value.times(Decimal.TEN), "high-open");
  else if (sense !== null && stated.isExact()) stated = approximate(value, sense) ?? stated;
  const scaled = scale(value);
  if (scaled !== value && stated.isExact()) stated = Interval.exactly(scaled);
  else if (scaled !== value)
    stated = Interval.of(
      { value: scale(stated.low), open: stated.lowOpen },
      stated.high && { value: scale(stated.high), open: stated.highOpen },
    );
  const exact = stated.isExact();
  const start = numeral.start - (prefix?.word.length ?? 0) - (negative ? 1 : 0);
  const unit = tail.unit;
  const signed = negative ? scaled.negated() : scaled;
  return {
    start,
    end: tail.end,
    kind: kindOf(unit),
    stated: negative && exact ? Interval.exactly(signed) : stated,
    possible:
      exact && !countsWhole(unit, place)
        ? Interval.rounding(signed, scaledPlace(unit, place))
        : negative && exact
          ? Interval.exactly(signed)
          : stated,
    value: signed,
    place: scaledPlace(unit, place),
    unit: TENTHS.has(tail.symbol) ? "%" : tail.symbol,
    dimension: unit?.dimension ?? "",
    approximation: sense ?? (exact ? null : "range"),
    number: [numeral.start, last.numeral.end],
    prefix: prefix?.word ?? "",
    suffix: tail.suffix?.word ?? "",
  };
}

const FOURTH = Decimal.powerOfTen(-4);
const HALF = Decimal.of("0.5");
const TENTH = Decimal.of("0.1");
const TWO = Decimal.of(2);
const TENTHS = new Set(["成", "折"]);
const CLASSIFIED = new Set(["count", "person", "household", "attendance", "dose", "workday", "age", ""]);

/** Whole things are counted exactly; what is measured, or written in 万, was rounded. */
export function countsWhole(unit: ProseUnit | null, place: Decimal): boolean {
  return CLASSIFIED.has(unit?.dimension ?? "") && place.equals(Decimal.ONE);
}

function scaledPlace(unit: ProseUnit | null, place: Decimal): Decimal {
  return unit !== null && TENTHS.has(unit.symbol) ? place.times(Decimal.TEN) : place;
}

export function kindOf(unit: ProseUnit | null): QuantityMention["kind"] {
  switch (unit?.dimension) {
    case "ratio":
      return "ratio";
    case "points":
      return "points";
    case "multiple":
      return "multiple";
    case "time":
    case "calendar":
    case "workday":
      return "duration";
    default:
      return "quantity";
  }
}

/** 3成 is 30 %; 增长2倍 is ×3; everything else as it is. */
function scaleOf({ text, numeral }: Context, { unit, symbol }: Tail): (value: Decimal) => Decimal {
  if (TENTHS.has(symbol)) return (value) => value.times(Decimal.TEN);
  if (unit?.dimension !== "multiple") return (value) => value;
  const before = text.slice(Math.max(0, numeral.start - 8), numeral.start);
  if (GREW.test(before)) return (value) => factorOfGrowth(value) ?? value;
  return (value) => value;
}

const GREW = /(?:增长|增加|提高|提升|上升|扩大|多|翻|净增)(?:了|近|约|超过?|逾)?$/;

/** 翻一番, 翻了两番. */
export function doublingAt({ text, numeral, floor }: Context): QuantityMention | null {
  const { start, end } = numeral;
  if (text.charAt(end) !== "番") return null;
  const from = text.charAt(start - 1) === "了" ? start - 2 : start - 1;
  if (text.charAt(from) !== "翻" || from < floor) return null;
  const times = readNumber(text.slice(start, end))?.value;
  const value = times === undefined ? null : factorOfDoublings(times);
  if (value === null) return null;
  const stated = Interval.exactly(value);
  return {
    start: from,
    end: end + 1,
    kind: "multiple",
    stated,
    possible: stated,
    value,
    place: Decimal.ONE,
    unit: "番",
    dimension: "multiple",
    approximation: null,
    number: [start, end],
    prefix: "",
    suffix: "",
  };
}

/** A minus that belongs to the number: after a Chinese character, a space or an opening mark, never in 5-8 or A-3. */
function isNegative(text: string, start: number, floor: number): boolean {
  const sign = text.charAt(start - 1);
  if ((sign !== "-" && sign !== "−" && sign !== "负") || start - 1 < floor) return false;
  // 为企业减负5.4亿元 is no 负5.4
  if (sign === "负") return /\d/.test(text.charAt(start)) && !/[减背担抱胜自重]/.test(text.charAt(start - 2));
  return /[一-龥(:： ]/.test(text.charAt(start - 2)) && !/[A-Za-z]/.test(text.charAt(start - 3));
}

/** 百分之六点八 is 6.8 %; 三分之二 lies between 66.6666 and 66.6667 %, as no decimal says it exactly. */
function fractionAt(context: Context): QuantityMention | null {
  const { text, numeral, floor } = context;
  const fraction = readFraction(text.slice(numeral.start, numeral.end).replace(/之百$/, "之一百"));
  if (fraction === null) return null;
  const { numerator, denominator } = fraction;
  const prefix = prefixBefore(context, {
    value: numerator,
    place: Decimal.ONE,
    interval: Interval.exactly(numerator),
    approximate: false,
    bare: false,
  });
  const permille = denominator.equals(Decimal.of(1000));
  const over = permille ? numerator : numerator.times(Decimal.HUNDRED);
  const value = permille ? numerator : (over.divideExactly(denominator) ?? over.divide(denominator, 4));
  if (value === null) return null;
  const exact = permille || value.times(denominator).equals(over);
  const below = value.times(denominator).compare(over) > 0 ? value.minus(FOURTH) : value;
  const plain = exact ? Interval.exactly(value) : Interval.between(below, below.plus(FOURTH));
  const suffix = wordAt(BY_START, text, numeral.end);
  const sense = prefix?.sense ?? suffix?.sense ?? null;
  const stated = sense === null ? plain : (approximate(value, sense) ?? plain);
  const percent = denominator.equals(Decimal.HUNDRED) || permille;
  const place = percent ? numerator.lastPlace() : Decimal.powerOfTen(-4);
  const writtenPlace = place.compare(Decimal.ONE) > 0 ? Decimal.ONE : place;
  return {
    start: Math.max(floor, numeral.start - (prefix?.word.length ?? 0)),
    end: numeral.end,
    kind: "ratio",
    stated,
    possible: sense === null && percent ? Interval.rounding(value, writtenPlace) : stated,
    value,
    place: writtenPlace,
    unit: permille ? "‰" : "%",
    dimension: "ratio",
    approximation: sense,
    number: [numeral.start, numeral.end],
    prefix: prefix?.word ?? "",
    suffix: suffix?.word ?? "",
  };
}
