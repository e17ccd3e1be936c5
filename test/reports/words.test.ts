import assert from "node:assert/strict";
import { test } from "node:test";
import { fallsBy } from "../../src/reports/direction.ts";
import { wordFigure } from "../../src/reports/word-figure.ts";

const falls = (text: string) => {
  const number = /[\d.]+%?/.exec(text);
  assert.ok(number);
  return fallsBy(text, number.index, number.index + number[0].length);
};

test("a word of falling right before or after the number makes it a fall", () => {
  for (const text of [
    "同比下降12.3%",
    "比上年减少了12.3%",
    "降幅达12.3%",
    "缩减约12.3%",
    "12.3%的降幅",
    "spending fell by 12.3%",
    "declined by about 12.3%",
    "was down 12.3%",
    "a 12.3% decline in spending",
    "costs were 12.3% lower",
    "a reduction of 12.3%",
  ])
    assert.equal(falls(text), true, text);
});

test("a level that something fell to is no fall, and neither is a rise", () => {
  for (const text of [
    "下降到12.3%",
    "降至12.3%",
    "下降明显，查结率12.3%",
    "增长12.3%",
    "fell to 12.3%",
    "the shutdown 12.3%",
    "rose by 12.3%",
    "12.3% fallow land",
  ])
    assert.equal(falls(text), false, text);
});

test("words with a defined meaning stand for a hundred per cent or for none", () => {
  for (const text of ["全覆盖", "实现行政村全覆盖", "应保尽保", "应接尽接", "全部", "full coverage", "All"])
    assert.deepEqual([wordFigure(text)?.value.toString(), wordFigure(text)?.of], ["100", "ratio"], text);
  for (const text of ["双零", "“双零”", "动态清零", "零事故", "zero", "no", "none"])
    assert.deepEqual([wordFigure(text)?.value.toString(), wordFigure(text)?.of], ["0", "anything"], text);
});

test("a word without a defined meaning stands for no figure", () => {
  for (const text of ["稳步增长", "应保多保", "零散", "零距离服务", "normal", "noted", "覆盖", ""])
    assert.equal(wordFigure(text), null, text);
});
