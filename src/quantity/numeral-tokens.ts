/** A piece of a numeral. */
export type Token =
  /** 一, 〇, 两 (`two`: not the last digit of a longer numeral, not a digit in a row, not before 十) */
  | { readonly kind: "digit"; readonly value: number; readonly two: boolean }
  /** 十 百 千 万 亿 兆 by their power of ten; `times` where the sign says how many of them: 廿 is 2 × 十 */
  | { readonly kind: "rank"; readonly rank: number; readonly times?: bigint }
  /** Arabic digits without separators, and those after the point */
  | { readonly kind: "arabic"; readonly digits: string; readonly fraction: string }
  | { readonly kind: "point" };

/** The pieces of a numeral and its sign; null where a character belongs to no numeral. */
export function tokensOf(
  text: string,
): { readonly negative: boolean; readonly tokens: readonly Token[] } | null {
  if (text.length > LONGEST) return null;
  const plain = halfWidth(text).trim();
  if (SPLIT_DIGITS.test(plain)) return null;
  const compact = plain.replace(/\s+/gu, "").replace(/[万萬]{2}/u, "亿");
  const negative = SIGN.test(compact);
  const tokens: Token[] = [];
  let at = negative ? 1 : 0;
  while (at < compact.length) {
    ARABIC.lastIndex = at;
    const arabic = ARABIC.exec(compact);
    const token = arabic === null ? CHARACTERS.get(compact.charAt(at)) : arabicToken(arabic[0]);
    if (token === undefined) return null;
    const last = tokens.at(-1);
    if (token.kind === "arabic" && last?.kind === "arabic") return null;
    tokens.push(token);
    at += arabic === null ? 1 : arabic[0].length;
  }
  return tokens.length === 0 ? null : { negative, tokens };
}

/** The value of a Chinese digit, 零 to 九 with 两; null for any other character. */
export function chineseDigit(character: string): number | null {
  const token = CHARACTERS.get(character);
  return token?.kind === "digit" ? token.value : null;
}

const LONGEST = 200;
const SIGN = /^[-−负負]/u;
const ARABIC = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+/uy;
/** 1 234 and 1, 234 are two numbers as likely as one */
const SPLIT_DIGITS = /[\d.,]\s+[\d.,]/u;

const DIGITS = [
  "零〇○",
  "一壹弌",
  "二贰貳弍",
  "三叁參叄弎",
  "四肆",
  "五伍",
  "六陆陸",
  "七柒",
  "八捌",
  "九玖",
] as const;

const RANKS = [
  ["十拾", 1],
  ["百佰", 2],
  ["千仟", 3],
  ["万萬", 4],
  ["亿億", 8],
  ["兆", 12],
] as const;

const CHARACTERS: ReadonlyMap<string, Token> = new Map<string, Token>([
  ...DIGITS.flatMap((characters, value) =>
    [...characters].map((it): [string, Token] => [it, { kind: "digit", value, two: false }]),
  ),
  ...[..."两兩俩倆"].map((it): [string, Token] => [it, { kind: "digit", value: 2, two: true }]),
  ...RANKS.flatMap(([characters, rank]) =>
    [...characters].map((it): [string, Token] => [it, { kind: "rank", rank }]),
  ),
  ["廿", { kind: "rank", rank: 1, times: 2n }],
  ["卅", { kind: "rank", rank: 1, times: 3n }],
  ["点", { kind: "point" }],
  ["點", { kind: "point" }],
]);

function arabicToken(text: string): Token {
  const [digits = "", fraction = ""] = text.replaceAll(",", "").split(".");
  return { kind: "arabic", digits: digits === "" ? "0" : digits, fraction };
}

/** Full-width digits and signs as their ASCII counterparts; the text keeps its length. */
function halfWidth(text: string): string {
  return text.replace(/[！-～]/gu, (it) => String.fromCharCode(it.charCodeAt(0) - 0xfee0));
}
