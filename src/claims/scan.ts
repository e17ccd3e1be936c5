/** How a numeral is written: 611, 六百一十一, 3.5亿 (`scaled`: Arabic digits with Chinese ranks), 百分之六. */
export type NumeralForm = "arabic" | "scaled" | "chinese" | "fraction";

/** A run of numeral characters, before anybody asks what it means. */
export interface Numeral {
  readonly start: number;
  /** exclusive */
  readonly end: number;
  readonly form: NumeralForm;
}

/**
 * Every numeral of a text that {@link normalise} made, in order: each numeral character (0–9, 〇零一…九, 十百千万亿,
 * 两双半几, the financial and the traditional ones) lies in exactly one of them. One pass, in linear time.
 *
 * The ranks of units stay outside: 30万千瓦 is the numeral 30万, and 千 begins the next one, which is the unit's.
 */
export function scan(text: string): Numeral[] {
  const numerals: Numeral[] = [];
  NUMERAL.lastIndex = 0;
  for (let match = NUMERAL.exec(text); match !== null; match = NUMERAL.exec(text)) {
    numerals.push({ start: match.index, end: NUMERAL.lastIndex, form: formOf(match[0]) });
  }
  return numerals;
}

/** The characters that {@link scan} accounts for one by one. */
export const NUMERAL_CHARACTER = /[0-9〇零一二三四五六七八九十百千万亿萬億两双半几]/;

const DIGITS = "〇零一二三四五六七八九两几";
const FINANCIAL = "壹贰叁肆伍陆柒捌玖拾佰仟萬億";
/** 千 and 百 that begin a unit (千瓦, 百分点) belong to it. */
const RANK = "(?:[十万亿萬億]|千(?![瓦米伏克卡赫帕焦牛兆]|公顷|分点)|百(?!分[点之]))";
/** 1 250万: groups of three behind a space are one number where a word follows. */
const SPACED = "\\d{1,3}(?:[ \\u00a0\\u2009\\u202f]\\d{3})+(?![\\d ])(?=\\.?\\d*[万亿一-龥%])(?:\\.\\d+)?";
const ARABIC = "(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?";
const SCALED = `(?:${SPACED}|${ARABIC})(?: ?[余多几来]? ?[万亿萬億](?:\\d+(?=${RANK}))?|[余多几来]?${RANK}(?:\\d+(?=${RANK}))?)*`;
const CHINESE = `(?:[${DIGITS}]|${RANK})+(?:[余多来](?:[万亿萬億])+)?(?:点[${DIGITS}]+[万亿]*)?`;
const FRACTION = `(?:[百千万]|[${DIGITS}十百]{1,8})分之(?:${SCALED}|${CHINESE}|百)`;

const NUMERAL = new RegExp(`${FRACTION}|[${FINANCIAL}零万亿]{2,}|${SCALED}|${CHINESE}|[双半]|[百千]`, "g");

function formOf(text: string): NumeralForm {
  if (text.includes("分之")) return "fraction";
  const code = text.charCodeAt(0);
  if (code < 48 || code > 57) return "chinese";
  return /^[\d., \u00a0\u2009\u202f]+$/.test(text) ? "arabic" : "scaled";
}
