import assert from "node:assert/strict";
import { test } from "node:test";
import { classify, isQuantity, normalise, scan } from "../../src/claims/index.ts";
import { statedBy } from "../../src/reports/stated.ts";

const interval = (text: string) => {
  const normal = normalise(text);
  const [mention, another] = classify(normal, scan(normal)).filter(isQuantity);
  assert.ok(mention && another === undefined, `one quantity in ${text}`);
  return statedBy(mention, text).interval.toString();
};

test("a plain number stands for all that rounds to it, at the place to which it was written", () => {
  assert.equal(interval("611条"), "[610.5, 611.5)");
  assert.equal(interval("3.5亿元"), "[345000000, 355000000)");
  assert.equal(interval("3.50亿元"), "[349500000, 350500000)");
  assert.equal(interval("12万人"), "[115000, 125000)");
  assert.equal(interval("14,063元"), "[14062.5, 14063.5)");
  assert.equal(interval("97.4%"), "[97.35, 97.45)");
  assert.equal(interval("增速为-12.3%"), "(-12.35, -12.25]");
  assert.equal(interval("0例"), "(-0.5, 0.5)");
  assert.equal(interval("一万二千名"), "[11500, 12500)");
  assert.equal(interval("spending of 3.5 million yuan"), "[3450000, 3550000)");
  assert.equal(interval("a share of 12 percent"), "[11.5, 12.5)");
});

test("an approximation keeps the interval that the reader gave it", () => {
  assert.equal(interval("60余次"), "(60, 70)");
  assert.equal(interval("近千条"), "[900, 1000)");
  assert.equal(interval("超过60次"), "(60, ∞)");
  assert.equal(interval("3人以上"), "[3, ∞)");
  assert.equal(interval("5—8名"), "[5, 8]");
  assert.equal(interval("more than 60 meetings"), "(60, ∞)");
});

test("a multiple is what the reader made of it", () => {
  assert.equal(interval("翻一番"), "[2, 2]");
  assert.equal(interval("增长2倍"), "[2.5, 3.5)");
});
