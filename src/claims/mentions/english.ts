import { type Approximation, approximate, Decimal, Interval, units } from "../../quantity/index.ts";
import { type Context, endOfMatch, type Span } from "./context.ts";
import type { OtherKind, QuantityMention } from "./mention.ts";
import { readNumber } from "./number.ts";

/**
 * The numeral in question as English prose has it: "611 leads", "more than 60 meetings", "3.5 billion yuan",
 * "97.4 %" are quantities; years, days, ordinals and "five-year" are not. Null where the prose is not English.
 */
export function englishAt(context: Context): QuantityMention | { span: Span; kind: OtherKind } | null {
  const { text, numeral } = context;
  if (numeral.form !== "arabic" || !isEnglish(context)) return null;
  const other = otherAt(context);
  if (other !== null) return other;
  const number = readNumber(text.slice(numeral.start, numeral.end));
  if (number === null) return null;
  const scale = scaleAfter(text, numeral.end);
  const unit = unitAfter(text, scale?.end ?? numeral.end);
  const prefix = prefixBefore(context);
  const value = number.value.times(scale?.factor ?? Decimal.ONE);
  const place = number.place.times(scale?.factor ?? Decimal.ONE);
  const exact = Interval.exactly(value);
  const stated = prefix === null ? exact : (approximate(value, prefix.sense) ?? exact);
  const whole = place.equals(Decimal.ONE);
  return {
    start: prefix?.start ?? numeral.start,
    end: unit?.end ?? scale?.end ?? numeral.end,
    kind: unit?.kind ?? "quantity",
    stated,
    possible: prefix === null && !whole ? Interval.rounding(value, place) : stated,
    value,
    place,
    unit: unit?.symbol ?? "",
    dimension: unit?.dimension ?? "count",
    approximation: prefix?.sense ?? null,
    number: [numeral.start, numeral.end],
    prefix: prefix === null ? "" : text.slice(prefix.start, numeral.start),
    suffix: "",
  };
}

/** English where the nearest letters on a side are Latin words, not a lone symbol such as km. */
function isEnglish({ text, numeral }: Context): boolean {
  const before = text.slice(Math.max(0, numeral.start - 24), numeral.start);
  if (/[一-龥]/.test(before)) return false;
  const after = text.slice(numeral.end, numeral.end + 24);
  if (/[一-龥]/.test(after)) return false;
  if (DAY_BEFORE.test(before)) return true;
  return /[A-Za-z]{2,}[^A-Za-z0-9]*$/.test(before) || /^[ \-–—%]{0,3}[A-Za-z]{2,}/.test(after);
}

function otherAt({ text, numeral }: Context): { span: Span; kind: OtherKind } | null {
  const { start, end } = numeral;
  const before = text.slice(Math.max(0, start - 16), start);
  for (const [kind, pattern] of AFTER) {
    const after = endOfMatch(pattern, text, start);
    if (after >= 0) return { span: { start, end: after }, kind };
  }
  if (MONTH_BEFORE.test(before)) return { span: { start, end }, kind: "date" };
  if (LABEL_BEFORE.test(before)) return { span: { start, end }, kind: "ordinal" };
  if (/[A-Za-z][-.]?$/.test(before)) return { span: { start, end }, kind: "name" };
  return null;
}

const MONTHS =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const AFTER: readonly (readonly [OtherKind, RegExp])[] = [
  ["ordinal", /\d+(?:st|nd|rd|th)\b/y],
  [
    "date",
    /(?:19|20)\d{2}(?: ?(?:-|–|—|to|and|\/) ?(?:(?:19|20)?\d{2}))?s?(?![\d,.]*\d)(?! ?(?:%|per cent|percent|million|billion|thousand|yuan))/y,
  ],
  ["date", new RegExp(`\\d{1,2}(?:[-–]\\d{1,2})? ${MONTHS}\\b(?: \\d{4})?`, "y")],
  ["date", /\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?/y],
  ["date", /\d{1,2} ?[ap]\.?m\b\.?/y],
  ["name", /\d+(?:-|–)(?:year|month|day|hour|person|member|point|part|level|digit|storey)[a-z-]*/y],
  ["name", /\d+[A-Za-z]{1,2}\b(?<!kg|km|ha|ml|mm|cm|kW|MW|kV)/y],
  ["name", /1\d{4}(?= (?:hot)?line)/y],
];
/** March 12, 2020 */
const DAY_BEFORE = new RegExp(`\\b${MONTHS}\\.? \\d{1,2}, $`);
const MONTH_BEFORE = new RegExp(`\\b${MONTHS}\\.? $`);
const LABEL_BEFORE =
  /\b(?:No|Nos|Article|Articles|Art|Section|Chapter|Part|Table|Chart|Figure|Fig|Annex|Appendix|Level|Grade|Class|Phase|Item|Rule|Step|Page|Round|Version)\.? ?$|[#§] ?$/i;

/** Words of approximation before a number; the longest is tried first. */
const PREFIXES: readonly (readonly [word: string, Approximation])[] = (
  [
    ["more than", "above"],
    ["over", "above"],
    ["above", "above"],
    ["exceeding", "above"],
    ["upwards of", "at-least"],
    ["at least", "at-least"],
    ["no fewer than", "at-least"],
    ["no less than", "at-least"],
    ["not less than", "at-least"],
    ["nearly", "nearly"],
    ["almost", "nearly"],
    ["close to", "nearly"],
    ["fewer than", "below"],
    ["less than", "below"],
    ["under", "below"],
    ["below", "below"],
    ["up to", "at-most"],
    ["at most", "at-most"],
    ["no more than", "at-most"],
    ["not more than", "at-most"],
    ["about", "about"],
    ["around", "about"],
    ["some", "about"],
    ["approximately", "about"],
    ["roughly", "about"],
  ] as const
).toSorted(([one], [other]) => other.length - one.length);

function prefixBefore({ text, numeral, floor }: Context): { start: number; sense: Approximation } | null {
  const before = text.slice(Math.max(floor, numeral.start - 16), numeral.start).toLowerCase();
  for (const [word, sense] of PREFIXES) {
    if (!before.endsWith(`${word} `)) continue;
    const start = numeral.start - word.length - 1;
    if (/[a-z]/i.test(text.charAt(start - 1))) continue;
    return { start, sense };
  }
  return null;
}

function scaleAfter(text: string, offset: number): { factor: Decimal; end: number } | null {
  const end = endOfMatch(SCALE, text, offset);
  if (end < 0) return null;
  const power = POWERS[text.slice(offset, end).trim().toLowerCase()];
  return power === undefined ? null : { factor: Decimal.powerOfTen(power), end };
}

const SCALE = / (?:hundred|thousand|million|billion)\b/iy;
const POWERS: Readonly<Record<string, number>> = { hundred: 2, thousand: 3, million: 6, billion: 9 };

interface EnglishUnit {
  readonly symbol: string;
  readonly dimension: string;
  readonly kind: QuantityMention["kind"];
  readonly end: number;
}

/** The unit that `quantity/` knows by an English word or a symbol; a plain noun is none, and what is counted. */
function unitAfter(text: string, offset: number): EnglishUnit | null {
  const space = text.charAt(offset) === " " ? 1 : 0;
  for (const { word, symbol, dimension, kind } of ENGLISH_UNITS) {
    const start = offset + space;
    if (text.slice(start, start + word.length).toLowerCase() !== word.toLowerCase()) continue;
    // 42,000 m2 is an area, and no length
    if (/[A-Za-z]$/.test(word) && /[A-Za-z0-9]/.test(text.charAt(start + word.length))) continue;
    return { symbol, dimension, kind, end: start + word.length };
  }
  return null;
}

const KINDS: Readonly<Record<string, QuantityMention["kind"]>> = {
  ratio: "ratio",
  points: "points",
  multiple: "multiple",
  time: "duration",
  calendar: "duration",
  workday: "duration",
};
/** Words that are as often a noun of another sense: 60 times is 60次 or 60倍, "items" is what is counted. */
const COUNTED = new Set(["count", "person", "household", "attendance", "dose", "multiple"]);

const ENGLISH_UNITS = [
  ...units
    .filter((unit) => !COUNTED.has(unit.dimension))
    .flatMap((unit) =>
      [...unit.english, ...unit.symbols.filter((symbol) => /^[A-Za-z%]/.test(symbol))]
        .filter((word) => word !== "")
        .map((word) => ({ word, symbol: unit.symbols[0] as string, dimension: unit.dimension as string })),
    ),
  { word: "per cent", symbol: "%", dimension: "ratio" },
  { word: "percent", symbol: "%", dimension: "ratio" },
  { word: "percentage point", symbol: "个百分点", dimension: "points" },
]
  .map((unit) => ({ ...unit, kind: KINDS[unit.dimension] ?? ("quantity" as const) }))
  .sort((one, other) => other.word.length - one.word.length);
