import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("../cases/claims/", import.meta.url);

/** The texts of all cases, which are the project's own. */
export const caseTexts: readonly string[] = readdirSync(FOLDER).map((name) =>
  readFileSync(new URL(`${name}/input.txt`, FOLDER), "utf8"),
);

/** A source of random numbers that a seed determines (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** a whole number from 0 to `below`, which is out */
  below(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

/** Pieces that mean something to the reader, and marks that begin or end something. */
const PIECES = [
  ..."0123456789０１２９〇零一二三四五六七八九十百千万亿萬億壹贰拾佰两双半几",
  ..."余多来约近超逾上数各第前后年月日时分号人名件条个元%％‰‱成倍番折级届期次场岁克吨亩里",
  ..."，。；：、！？,.;:!?·…—–-~/+×*＝=()（）[]【】〔〕《》“”‘’「」\"'　 \n\t\r#|",
  ..."共其中分别占比增长下降同比由至到为是的和与每人均平总额ⅠⅡI A a k m g é",
  ..."百分之 个百分点 翻两番 亿元 万元 平方公里 微克/立方米 其中: 分别为 以上 左右 截至目前 2021年 启动 级应急响应 十四五 more than % million".split(
    " ",
  ),
  "\ud83d",
  "\ude00",
  "😀",
  "\u0000",
  "\ufeff",
  "\u2028",
  "𠮷",
];

/** A text of one of several kinds: any units of UTF-16, the reader's own pieces, cuts of cases, cuts that were damaged. */
export function randomText(random: Random): string {
  const length = random.below(120);
  switch (random.below(4)) {
    case 0:
      return String.fromCharCode(...Array.from({ length }, () => random.below(0x10000)));
    case 1:
      return Array.from({ length }, () => random.of(PIECES)).join("");
    case 2:
      return Array.from({ length: 1 + random.below(4) }, () => cut(random)).join("");
    default:
      return damaged(cut(random), random);
  }
}

function cut(random: Random): string {
  const text = random.of(caseTexts);
  const start = random.below(text.length);
  return text.slice(start, start + random.below(200));
}

function damaged(text: string, random: Random): string {
  let result = text;
  for (let times = random.below(8); times >= 0; times -= 1) {
    const at = random.below(result.length + 1);
    const gone = random.below(3);
    const instead = random.below(3) === 0 ? "" : random.of(PIECES);
    result = result.slice(0, at) + instead + result.slice(at + gone);
  }
  return result;
}

/**
 * Long texts, each a piece over and over: what makes a pattern or a loop go back and back would never end. A million
 * characters of what files are broken into, and a tenth of it of what the grammar knows.
 */
export const longTexts: readonly (readonly [piece: string, text: string])[] = [
  ...'7 ( ) “ ” " 《'.split(" ").map((piece) => longText(piece, 1_000_000)),
  ...["\n", " ", "\ud800"].map((piece) => longText(piece, 1_000_000)),
  ..."一|万|千|1,|1.|1-|1 |1 250|1、|一、|((1|“四|〔2021〕|,|、|人|从严治党|从严治党从|百分之|三分之|翻一番"
    .concat("|1人|1人、|1人,|其中1人,|占5%,|增长5%,|共3人,其中1人、2人;|由1人增加到2人,|分别为1、2、|甲镇、")
    .concat(
      "|新闻宣传、|新建|新建、改建|不断|不断提升收入|启动级|按照省|县区市省|2021年1月1日至|10:|1:2:|+1|a1|1a",
    )
    .concat("|more than 1 |比上年|与|共|抽查37户,满意率95.6%,|2021年|1人增长|受理1件,办结1件,正在办1件,")
    .split("|")
    .map((piece) => longText(piece, 100_000)),
];

function longText(piece: string, length: number): readonly [string, string] {
  return [piece, piece.repeat(Math.ceil(length / piece.length))];
}
