import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  Decimal,
  readFraction,
  readNumeral,
  readNumeralWithPlace,
  writeNumeral,
} from "../../src/quantity/index.ts";

test("numerals in Chinese, in Arabic and in both are read", () => {
  for (const [text, value] of [
    ["零", "0"],
    ["两", "2"],
    ["十", "10"],
    ["十五", "15"],
    ["廿五", "25"],
    ["卅", "30"],
    ["一百廿", "120"],
    ["两百零五", "205"],
    ["四百五", "450"],
    ["两千四百五", "2450"],
    ["一百十", "110"],
    ["百三", "130"],
    ["一万三", "13000"],
    ["三亿五", "350000000"],
    ["一万二千", "12000"],
    ["一万零五十", "10050"],
    ["十万", "100000"],
    ["百万", "1000000"],
    ["千亿", "100000000000"],
    ["万亿", "1000000000000"],
    ["四万万五千万", "450000000"],
    ["一万五千亿", "1500000000000"],
    ["五兆六十二亿", "5006200000000"],
    ["二〇二一", "2021"],
    ["〇二", "2"],
    ["一九九八", "1998"],
    ["贰仟零叁拾柒", "2037"],
    ["兩萬", "20000"],
    ["3.5亿", "350000000"],
    ["1.2万", "12000"],
    ["4.78万亿", "4780000000000"],
    ["12345万", "123450000"],
    ["1,100.9亿", "110090000000"],
    ["5万4千6百", "54600"],
    ["3万4000", "34000"],
    ["1千零20", "1020"],
    ["１，２００", "1200"],
    ["0.50", "0.5"],
    ["-5", "-5"],
    ["负三点五", "-3.5"],
    ["三点五亿", "350000000"],
    ["两千万点五", "20000000.5"],
    ["一点零五", "1.05"],
    ["3.5 亿", "350000000"],
    ["三 千 零 二", "3002"],
  ] as const)
    assert.equal(readNumeral(text)?.toString(), value, text);
});

test("what is no numeral, or could be two, is null", () => {
  const texts = [
    ...["", " ", "甲", "一只", "1a", "+5", "--5", "五十打", "半", "1e5", "40k", "1/2"],
    ...["百", "千", "万", "亿", "万万", "两两", "5兆", "三四", "七八十", "66千", "五十千", "1.5千"],
    ...["一百零", "一百零零五", "零百", "十十", "三千五千", "百千", "一百二三", "五百一千", "十零五", "两十"],
    ...[
      "3万40",
      "一万一万",
      "两亿万",
      "3.5亿2千万",
      "1,23",
      "1234,567",
      "1,2345",
      "1.2.3",
      "1..2",
      "1.",
      "1 234",
    ],
    ...["点五", "五点", "三点两", "三亿点五万", "3点5", "一点十", "二〇2〇", "一万二〇"],
    "一".repeat(300),
  ];
  for (const text of texts) assert.equal(readNumeral(text), null, text);
});

test("a numeral says down to which place it was written", () => {
  for (const [text, place] of [
    ["3.5亿", "10000000"],
    ["3.50亿", "1000000"],
    ["1200万", "10000"],
    ["1200", "1"],
    ["6.80", "0.01"],
    ["一万二千", "1000"],
    ["三点五亿", "10000000"],
    ["六十", "10"],
    ["25万6千", "1000"],
    ["-0.5", "0.1"],
  ] as const)
    assert.equal(readNumeralWithPlace(text)?.place.toString(), place, text);
});

test("fractions in words are not divided out", () => {
  for (const [text, numerator, denominator] of [
    ["三分之二", "2", "3"],
    ["百分之五十五点五", "55.5", "100"],
    ["千分之三", "3", "1000"],
    ["万分之五", "5", "10000"],
    ["一又二分之一", "3", "2"],
    ["负一又二分之一", "-3", "2"],
    ["3分之2", "2", "3"],
  ] as const) {
    const fraction = readFraction(text);
    assert.deepEqual(
      [fraction?.numerator.toString(), fraction?.denominator.toString()],
      [numerator, denominator],
      text,
    );
  }
  for (const text of ["三分", "分之二", "零分之一", "三分之", "一部分之二", "三分之二分之一", "负三分之二点"])
    assert.equal(readFraction(text), null, text);
});

test("numbers are written in formal words", () => {
  for (const [value, words] of [
    [0, "零"],
    [2, "二"],
    [10, "十"],
    [12, "十二"],
    [20, "二十"],
    [110, "一百一十"],
    [205, "二百零五"],
    [1005, "一千零五"],
    [1050, "一千零五十"],
    [12000, "一万二千"],
    [10250, "一万零二百五十"],
    [100010, "十万零一十"],
    [100000000, "一亿"],
    [100002000, "一亿零二千"],
    [1000500000000, "一万零五亿"],
    [-32, "负三十二"],
  ] as const)
    assert.equal(writeNumeral(value), words);
  assert.equal(writeNumeral(Decimal.of("-3.05")), "负三点零五");
  assert.throws(() => writeNumeral(10n ** 16n), /no words/);
});

test("100,000 whole numbers below 10^16 are read back from their words", () => {
  // uniform digits alone would hardly ever leave out a place: choose the number of digits, and zeros, on purpose
  const digit = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(9) });
  const whole = fc.array(digit, { minLength: 1, maxLength: 16 }).map((digits) => BigInt(digits.join("")));
  fc.assert(
    fc.property(whole, (value) => readNumeral(writeNumeral(value))?.scaled(0) === value),
    { numRuns: 100_000 },
  );
});

test("decimals and negative numbers are read back from their words", () => {
  const decimal = fc
    .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat(6))
    .map(([coefficient, decimals]) => Decimal.fromScaled(coefficient, decimals));
  fc.assert(fc.property(decimal, (value) => readNumeral(writeNumeral(value))?.equals(value) === true));
});

test("reading any text ends, and gives a number or null", () => {
  const characters = fc.constantFrom(..."零〇一二三四五六七八九两十百千万亿兆廿点负-.,0123456789 又分之甲");
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 40 }), (text) => {
      const value = readNumeral(text.join(""));
      assert.ok(value === null || value instanceof Decimal);
      readFraction(text.join(""));
    }),
    { numRuns: 5000 },
  );
});
