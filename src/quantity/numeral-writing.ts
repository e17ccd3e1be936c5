import { Decimal } from "./decimal.ts";

/**
 * A number in Chinese words, formal and simplified: 十二, 一百一十, 二百零五, 一万二千, 一万零五亿, 负三点五.
 * Throws from 10^16 on, where Chinese has no agreed words.
 */
export function writeNumeral(value: Decimal | bigint | number): string {
  const decimal = value instanceof Decimal ? value : Decimal.of(value);
  const [whole = "0", fraction] = decimal.abs().toString().split(".");
  const words = wholeWords(BigInt(whole));
  const sign = decimal.sign() < 0 ? "负" : "";
  return `${sign}${words}${fraction === undefined ? "" : `点${[...fraction].map((it) => DIGITS[Number(it)]).join("")}`}`;
}

const DIGITS = "零一二三四五六七八九";

function wholeWords(value: bigint): string {
  if (value >= 10n ** 16n) throw new Error(`no words for ${value}: 10^16 or more`);
  if (value === 0n) return "零";
  const words = below(value, RANKS);
  // 一十二 is 十二 where nothing stands before it
  return words.startsWith("一十") ? words.slice(1) : words;
}

const RANKS = [
  ["亿", 100_000_000n],
  ["万", 10_000n],
  ["千", 1000n],
  ["百", 100n],
  ["十", 10n],
  ["", 1n],
] as const;

/** How many of the first rank, its word, and the rest; 零 where the rest leaves out the rank below. */
function below(value: bigint, ranks: readonly (readonly [word: string, size: bigint])[]): string {
  const [rank, ...lower] = ranks;
  if (rank === undefined || value === 0n) return "";
  const [word, size] = rank;
  const many = value / size;
  const rest = value % size;
  if (many === 0n) return below(rest, lower);
  const count = many < 10n ? DIGITS.charAt(Number(many)) : below(many, lower);
  const gap = rest > 0n && rest < size / 10n ? "零" : "";
  return `${count}${word}${gap}${below(rest, lower)}`;
}
