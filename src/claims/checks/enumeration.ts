import { readNumeral } from "../../quantity/index.ts";
import type { Relations } from "../relate.ts";
import type { Finding } from "./finding.ts";

/**
 * A number against the things that are listed right before it: 新闻宣传、社会宣传、…“五宣联动” and
 * A镇、B镇、C镇三个镇. A list with 等 may leave some out; it may not have more.
 */
export function checkEnumerations({ text }: Relations): Finding[] {
  const findings: Finding[] = [];
  for (const match of text.matchAll(SLOGAN)) {
    const [, list = "", open = "", numeral = "", key = ""] = match;
    const items = list.split(/[、和与及]/);
    const keyed = items.filter((item) => item.includes(key)).length;
    const expected = Number(readNumeral(numeral) ?? Number.NaN);
    if (keyed < 2 || keyed !== items.length) continue;
    const start = match.index + list.length + open.length;
    findings.push(
      finding(
        [start, start + numeral.length],
        [match.index, match.index + list.length],
        keyed,
        expected,
        false,
      ),
    );
  }
  for (const match of text.matchAll(COUNTED)) {
    const [, list = "", others = "", numeral = ""] = match;
    const items = list.split(/[、和与及]/);
    const expected = Number(readNumeral(numeral) ?? Number.NaN);
    if (items.length < 2 || !Number.isInteger(expected) || items.some((item) => item.length < 2)) continue;
    const incomplete = others !== "";
    if (!incomplete && !sameEnding(items)) continue;
    const start = match.index + match[0].length - numeral.length - (match[4]?.length ?? 0);
    findings.push(
      finding(
        [start, start + numeral.length],
        [match.index, match.index + list.length],
        items.length,
        expected,
        incomplete,
      ),
    );
  }
  return findings;
}

const ITEM = "[一-龥A-Za-z]{1,12}";
const SLOGAN = new RegExp(
  `(${ITEM}(?:、${ITEM}){1,9}(?:[和与及]${ITEM})?)([“"])([二两三四五六七八九十])([一-龥])`,
  "g",
);
const COUNTED = new RegExp(
  `(${ITEM}(?:、${ITEM}){1,9}(?:[和与及]${ITEM})?)(等)(\\d{1,2}|[二两三四五六七八九十])(个|家|项|类|种|所|名|条|户|座|部)`,
  "g",
);

/** Items that end alike (平安镇、青山镇) are one kind of thing, and the list is nothing but they. */
function sameEnding(items: readonly string[]): boolean {
  return new Set(items.map((item) => item.at(-1))).size === 1;
}

function finding(
  number: readonly [number, number],
  list: readonly [number, number],
  listed: number,
  stated: number,
  incomplete: boolean,
): Finding {
  const holds = incomplete ? listed <= stated : listed === stated;
  const sign = holds ? (listed === stated ? "=" : "≤") : listed > stated ? ">" : "≠";
  return {
    rule: "enumeration",
    verdict: holds ? "consistent" : "inconsistent",
    spans: [list, number],
    arithmetic: `${listed} ${sign} ${stated}`,
    message: holds
      ? { zh: `列出${listed}项，与所说的${stated}相符`, en: `${listed} are listed, ${stated} are told` }
      : { zh: `列出${listed}项，文中说${stated}项`, en: `${listed} are listed, but ${stated} are told` },
  };
}
