import { APPROXIMATION_WORDS, type Approximation } from "../../quantity/index.ts";

/** Words of prose beside those of `quantity/`; example. */
export const MORE_WORDS = [
  ["约为", "before", "about", "约为50户"],
  ["约占", "before", "about", "约占30%"],
  ["大于", "before", "above", "大于95%"],
  ["小于", "before", "below", "小于0.5"],
  ["最少", "before", "at-least", "最少2次"],
  ["不小于", "before", "at-least", "不小于90%"],
  ["不大于", "before", "at-most", "不大于3%"],
  ["及以上", "after", "at-least", "3次及以上"],
  ["之上", "after", "at-least", "80%之上"],
  ["开外", "after", "at-least", "50里开外"],
  ["及以下", "after", "at-most", "3户及以下"],
  ["之内", "after", "at-most", "30天之内"],
  ["之下", "after", "at-most", "3%之下"],
] as const satisfies readonly (readonly [
  word: string,
  where: "before" | "after",
  Approximation,
  example: string,
])[];

/** Every word that approximates a number from before it, the longest first. */
export const PREFIXES: readonly (readonly [word: string, Approximation])[] = wordsThatStand("before");

/** Every word that approximates a number from behind its unit, the longest first. */
export const SUFFIXES: readonly (readonly [word: string, Approximation])[] = wordsThatStand("after").filter(
  ([word]) => word !== "余" && word !== "多",
);

/** 上 and 过 approximate a bare 百, 千, 万 only. */
export const BARE_PREFIXES: readonly (readonly [word: string, Approximation])[] = [
  ["上", "at-least"],
  ["过", "above"],
  ["超", "above"],
];

/** Characters before which a word of approximation is a piece of another word: 附近5公里, 节约5万元. */
export const PART_OF_WORD: Readonly<Record<string, string>> = {
  近: "附最贴靠临邻亲走就逼切远毗",
  约: "节签预违履公条集契制邀爽特合守大相",
  超: "赶反高商",
  上: "以年月周线网岗路身晚早",
  过: "超通经不",
};

function wordsThatStand(where: "before" | "after"): (readonly [string, Approximation])[] {
  return [...APPROXIMATION_WORDS, ...MORE_WORDS]
    .filter((row) => row[1] === where)
    .map((row) => [row[0], row[2]] as const)
    .sort(([one], [other]) => other.length - one.length);
}
