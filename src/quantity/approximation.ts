import { Decimal } from "./decimal.ts";
import { Interval } from "./interval.ts";
import { readNumeral } from "./numeral-reading.ts";
import { chineseDigit } from "./numeral-tokens.ts";

/** What a word beside a number makes of it. */
export type Approximation = "more" | "nearly" | "above" | "at-least" | "below" | "at-most" | "about";

/**
 * The words of approximation, where they stand, and what they mean. 以上, 以下 and 以内 include the number,
 * 超过 and 不满 do not (民法典 art. 1259).
 */
export const APPROXIMATION_WORDS = [
  ["近", "before", "nearly"],
  ["将近", "before", "nearly"],
  ["接近", "before", "nearly"],
  ["超", "before", "above"],
  ["超过", "before", "above"],
  ["突破", "before", "above"],
  ["高于", "before", "above"],
  ["多于", "before", "above"],
  ["逾", "before", "at-least"],
  ["至少", "before", "at-least"],
  ["不少于", "before", "at-least"],
  ["不低于", "before", "at-least"],
  ["不下", "before", "at-least"],
  ["不足", "before", "below"],
  ["不到", "before", "below"],
  ["不满", "before", "below"],
  ["未满", "before", "below"],
  ["低于", "before", "below"],
  ["少于", "before", "below"],
  ["至多", "before", "at-most"],
  ["最多", "before", "at-most"],
  ["不超过", "before", "at-most"],
  ["不高于", "before", "at-most"],
  ["不多于", "before", "at-most"],
  ["约", "before", "about"],
  ["大约", "before", "about"],
  ["大概", "before", "about"],
  ["余", "after", "more"],
  ["多", "after", "more"],
  ["有余", "after", "more"],
  ["以上", "after", "at-least"],
  ["以下", "after", "at-most"],
  ["以内", "after", "at-most"],
  ["左右", "after", "about"],
  ["上下", "after", "about"],
] as const satisfies readonly (readonly [word: string, where: "before" | "after", sense: Approximation])[];

/**
 * What an approximate value can stand for; null for a value that is not above zero.
 *
 * - more (余 多): above it, by less than one more unit of its last digit that is not zero: 60余 is (60, 70)
 * - nearly (近): from nine tenths of it, below it: 近千 is [900, 1000)
 * - above (超): above it · at-least (逾 以上): it or above · below (不足): from 0, below it · at-most (以内): to it
 * - about (约 左右): within 5 % of it
 */
export function approximate(value: Decimal, sense: Approximation): Interval | null {
  if (value.sign() <= 0) return null;
  switch (sense) {
    case "more":
      return Interval.between(value, value.plus(value.lastPlace()), "open");
    case "nearly":
      return Interval.between(value.times(NEARLY), value, "high-open");
    case "above":
      return Interval.above(value);
    case "at-least":
      return Interval.atLeast(value);
    case "below":
      return Interval.between(Decimal.ZERO, value, "high-open");
    case "at-most":
      return Interval.between(Decimal.ZERO, value);
    case "about":
      return Interval.between(value.times(ABOUT_LOW), value.times(ABOUT_HIGH));
  }
}

/** A number in prose, exact or approximate. */
export interface Amount {
  readonly interval: Interval;
  readonly approximate: boolean;
}

/**
 * Reads a text that is one whole number with the words that approximate it: 611, 60余, 近千, 40余万, 三四十,
 * 二十几万, 几百, 上百, 3—5万, 5000以上. Null for anything else, for two approximations at once (约60余), and
 * for what {@link readNumeral} does not read.
 */
export function readAmount(text: string): Amount | null {
  const plain = text.replace(/[餘幾約數]/gu, (it) => SIMPLIFIED.get(it) ?? it).trim();
  const exact = readNumeral(plain);
  if (exact !== null) return { interval: Interval.exactly(exact), approximate: false };
  const interval =
    withWord(plain) ??
    withinScale(plain) ??
    several(plain) ??
    range(plain) ??
    neighbours(plain) ??
    upTo(plain);
  return interval === null ? null : { interval, approximate: true };
}

const NEARLY = Decimal.of("0.9");
const ABOUT_LOW = Decimal.of("0.95");
const ABOUT_HIGH = Decimal.of("1.05");

const SIMPLIFIED: ReadonlyMap<string, string> = new Map([
  ["餘", "余"],
  ["幾", "几"],
  ["約", "约"],
  ["數", "数"],
]);

/** 近千, 60余, 5000以上. */
function withWord(text: string): Interval | null {
  for (const [word, where, sense] of APPROXIMATION_WORDS) {
    const number =
      where === "before"
        ? text.startsWith(word) && text.slice(word.length)
        : text.endsWith(word) && text.slice(0, -word.length);
    const value = number === false ? null : readWithImpliedOne(number);
    if (value !== null) return approximate(value, sense);
  }
  return null;
}

/** 40余万, 一千多万, 百余万: approximate before it is scaled. */
function withinScale(text: string): Interval | null {
  const match = /^(.+?)\s*[余多]\s*([万萬亿億]{1,2})$/u.exec(text);
  if (match === null) return null;
  const [, number = "", scale = ""] = match;
  const value = readWithImpliedOne(number);
  const factor = readNumeral(`一${scale}`);
  return value === null || factor === null ? null : (approximate(value, "more")?.times(factor) ?? null);
}

/** 几百 and 数十万 are two to under ten of them; 二十几, 一百零几万, 一百几十 lie between their neighbours. */
function several(text: string): Interval | null {
  const head = /^(?:好?几|数)\s*([十百千万萬亿億]+)$/u.exec(text);
  if (head !== null) {
    const unit = readNumeral(`一${head[1]}`);
    return unit === null ? null : Interval.between(TWO, Decimal.TEN, "high-open").times(unit);
  }
  const match = /^(.*[十百千万亿萬億])\s*(零?)\s*几\s*([十百千]?)\s*([万萬亿億]*)$/u.exec(text);
  if (match === null) return null;
  const [, number = "", zero, rank, scale = ""] = match;
  if (rank === "" && zero === "" && !/十\s*$/u.test(number)) return null;
  const value = readNumeral(number);
  const unit = rank === "" ? Decimal.ONE : readNumeral(`一${rank}`);
  const factor = scale === "" ? Decimal.ONE : readNumeral(`一${scale}`);
  if (value === null || unit === null || factor === null) return null;
  const next = unit.times(Decimal.TEN);
  // 二百几十 has its tens free, 二十几百 is nothing
  if (value.lastPlace().compare(next) < 0) return null;
  return Interval.between(value, value.plus(next), "open").times(factor);
}

/** 5—8, 三至五, 3—5万 (the scale is of both), 13万—15万. */
function range(text: string): Interval | null {
  const parts = text.split(/\s*(?:——|[-—–~～至到])\s*/u);
  const [from, to] = parts;
  if (parts.length !== 2 || from === undefined || to === undefined) return null;
  const scale = /[万亿]{1,2}$/u.exec(to)?.[0] ?? "";
  const high = readNumeral(to);
  const bare = readNumeral(to.slice(0, to.length - scale.length));
  const lowAlone = readNumeral(from);
  if (high === null || lowAlone === null) return null;
  const shared = scale !== "" && !/[万亿]/u.test(from) && bare !== null && lowAlone.compare(bare) < 0;
  const low = shared ? readNumeral(from + scale) : lowAlone;
  return low === null || low.compare(high) >= 0 ? null : Interval.between(low, high);
}

/** 三四十, 十二三, 七八万: one digit and the next in the same place; 三五 is three to five. */
function neighbours(text: string): Interval | null {
  const characters = [...text];
  const places = characters.flatMap((character, at) => {
    const [one, other] = [chineseDigit(character), chineseDigit(characters[at + 1] ?? "")];
    return one !== null && other !== null ? [{ at, one, other }] : [];
  });
  const [place] = places;
  if (place === undefined || places.length > 1) return null;
  const { at, one, other } = place;
  if (one === 0 || !(other === one + 1 || (one === 3 && other === 5))) return null;
  const without = (index: number) => readNumeral(characters.filter((_, it) => it !== index).join(""));
  const [low, high] = [without(at + 1), without(at)];
  return low === null || high === null || low.compare(high) >= 0 ? null : Interval.between(low, high);
}

/** 上百, 上千, 上万: one of them or more. */
function upTo(text: string): Interval | null {
  const match = /^上\s*([百千万亿萬億]{1,2})$/u.exec(text);
  const value = match === null ? null : readNumeral(`一${match[1]}`);
  return value === null ? null : Interval.atLeast(value);
}

const TWO = Decimal.of(2);

/** 近百 and 千余 leave out their one. */
function readWithImpliedOne(text: string): Decimal | null {
  return readNumeral(text) ?? (/^\s*[百千万亿萬億]/u.test(text) ? readNumeral(`一${text.trim()}`) : null);
}
