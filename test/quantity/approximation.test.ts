import assert from "node:assert/strict";
import { test } from "node:test";
import {
  approximate,
  Decimal,
  factorOfDoublings,
  factorOfGrowth,
  readAmount,
} from "../../src/quantity/index.ts";

test("approximate wording stands for an interval", () => {
  for (const [text, interval] of [
    ["611", "[611, 611]"],
    ["60余", "(60, 70)"],
    ["一万余", "(10000, 20000)"],
    ["十余", "(10, 20)"],
    ["百余", "(100, 200)"],
    ["420多", "(420, 430)"],
    ["1.2万余", "(12000, 13000)"],
    ["40余万", "(400000, 500000)"],
    ["百余万", "(1000000, 2000000)"],
    ["一千多万", "(10000000, 20000000)"],
    ["近千", "[900, 1000)"],
    ["近2万", "[18000, 20000)"],
    ["超5000", "(5000, ∞)"],
    ["超过万", "(10000, ∞)"],
    ["逾3亿", "[300000000, ∞)"],
    ["5000以上", "[5000, ∞)"],
    ["不少于7", "[7, ∞)"],
    ["不足100", "[0, 100)"],
    ["20以内", "[0, 20]"],
    ["不超过3", "[0, 3]"],
    ["约200", "[190, 210]"],
    ["200左右", "[190, 210]"],
    ["5—8", "[5, 8]"],
    ["三至五", "[3, 5]"],
    ["3—5万", "[30000, 50000]"],
    ["8亿—16亿", "[800000000, 1600000000]"],
    ["5000—1万", "[5000, 10000]"],
    ["三四十", "[30, 40]"],
    ["十二三", "[12, 13]"],
    ["七八", "[7, 8]"],
    ["三五", "[3, 5]"],
    ["一两百", "[100, 200]"],
    ["二三十万", "[200000, 300000]"],
    ["上百", "[100, ∞)"],
    ["上万", "[10000, ∞)"],
    ["几百", "[200, 1000)"],
    ["数十万", "[200000, 1000000)"],
    ["十几", "(10, 20)"],
    ["二十几万", "(200000, 300000)"],
    ["一百零几万", "(1000000, 1100000)"],
    ["一百几十", "(100, 200)"],
  ] as const) {
    const amount = readAmount(text);
    assert.equal(amount?.interval.toString(), interval, text);
    assert.equal(amount?.approximate, text !== "611", text);
  }
});

test("two approximations at once, and what is no number, are null", () => {
  for (const text of [
    ...["约60余", "近100左右", "超过5000以上", "约三四十", "余", "多个", "近", "上", "几", "几个", "数"],
    ...["8—5", "5—5", "1—2—3", "三二十", "五八", "一百几", "二十几百", "三四五十", "近零", "约-5", "60余余"],
  ])
    assert.equal(readAmount(text), null, text);
  assert.equal(approximate(Decimal.ZERO, "more"), null);
});

test("doublings and growth by multiples", () => {
  assert.equal(factorOfDoublings(Decimal.of(2))?.toString(), "4");
  assert.equal(factorOfDoublings(Decimal.of("1.5")), null);
  assert.equal(factorOfDoublings(Decimal.of(0)), null);
  assert.equal(factorOfGrowth(Decimal.of("1.5"))?.toString(), "2.5");
  assert.equal(factorOfGrowth(Decimal.of(-1)), null);
});
