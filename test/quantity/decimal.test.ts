import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Decimal } from "../../src/quantity/index.ts";

const scaled = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 12 }));
const decimal = scaled.map(([coefficient, decimals]) => Decimal.fromScaled(coefficient, decimals));

test("plain decimal text is read, and nothing else", () => {
  for (const [text, canonical] of [
    ["1.20", "1.2"],
    ["0", "0"],
    ["-0", "0"],
    ["-0.00", "0"],
    ["007", "7"],
    ["-0.050", "-0.05"],
    ["100", "100"],
    ["123456789012345678901234567890.5", "123456789012345678901234567890.5"],
  ] as const)
    assert.equal(Decimal.parse(text)?.toString(), canonical);
  for (const text of [
    "",
    " 1",
    "1 ",
    "+1",
    "1.",
    ".5",
    "1e5",
    "1,000",
    "１",
    "-",
    "--1",
    "1.2.3",
    "NaN",
    "0x1f",
  ])
    assert.equal(Decimal.parse(text), null, text);
  assert.equal(Decimal.parse("9".repeat(1001)), null);
});

test("a literal that is no exact decimal is the programmer's fault", () => {
  assert.throws(() => Decimal.of(0.5), /not a whole number/);
  assert.throws(() => Decimal.of(2 ** 53), /not a whole number/);
  assert.throws(() => Decimal.of("1e5"), /not a plain decimal/);
  assert.throws(() => Decimal.of("1").round(-1), /not a number of digits/);
});

test("sums and products are exact where floats are not", () => {
  assert.equal(Decimal.of("0.1").plus(Decimal.of("0.2")).toString(), "0.3");
  assert.equal(Decimal.of("1.1").times(Decimal.of("1.1")).toString(), "1.21");
  assert.equal(Decimal.of("20.10").plus(Decimal.of("2.52")).toString(), "22.62");
  assert.equal(Decimal.of("1").minus(Decimal.of("0.9")).toString(), "0.1");
});

test("arithmetic agrees with integers over a common denominator", () => {
  fc.assert(
    fc.property(scaled, scaled, ([a, p], [b, q]) => {
      const [left, right] = [Decimal.fromScaled(a, p), Decimal.fromScaled(b, q)];
      const [over, under] = [a * 10n ** BigInt(12 - p), b * 10n ** BigInt(12 - q)];
      assert.equal(left.plus(right).scaled(12), over + under);
      assert.equal(left.minus(right).scaled(12), over - under);
      assert.equal(left.times(right).scaled(24), over * under);
      assert.equal(Math.sign(left.compare(right)), over < under ? -1 : over > under ? 1 : 0);
      assert.equal(left.equals(right), over === under);
    }),
  );
});

test("canonical text is read back as the same value, and one value has one text and one nearest number", () => {
  fc.assert(
    fc.property(decimal, fc.integer({ min: 0, max: 5 }), (value, zeros) => {
      const text = value.toString();
      assert.match(text, /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/);
      assert.notEqual(text, "-0");
      assert.ok(Decimal.of(text).equals(value));
      const padded = Decimal.of(`${text}${text.includes(".") ? "" : "."}${"0".repeat(zeros + 1)}`);
      assert.equal(padded.toString(), text);
      assert.equal(value.toNumber(), Number(text));
    }),
  );
});

test("a half goes away from zero, or to the even neighbour after GB/T 8170", () => {
  const cases = [
    ["2.5", "3", "2"],
    ["3.5", "4", "4"],
    ["-2.5", "-3", "-2"],
    ["-0.5", "-1", "0"],
    ["0.5", "1", "0"],
    ["2.51", "3", "3"],
    ["2.49", "2", "2"],
    ["-2.51", "-3", "-3"],
    ["7", "7", "7"],
  ] as const;
  for (const [value, up, even] of cases) {
    assert.equal(Decimal.of(value).round(0).toString(), up, value);
    assert.equal(Decimal.of(value).round(0, "half-even").toString(), even, value);
  }
  assert.equal(Decimal.of("1.005").toFixed(2), "1.01");
  assert.equal(Decimal.of("1.2").toFixed(2), "1.20");
  assert.equal(Decimal.of("-0.004").toFixed(2), "0.00");
  assert.equal(Decimal.of("12").toFixed(0), "12");
});

test("a quotient is the nearest one with so many digits", () => {
  assert.equal(Decimal.of(595).times(Decimal.HUNDRED).divide(Decimal.of(611), 2)?.toString(), "97.38");
  assert.equal(
    Decimal.of("20.10").times(Decimal.HUNDRED).divide(Decimal.of("22.62"), 2)?.toString(),
    "88.86",
  );
  assert.equal(Decimal.of(1).divide(Decimal.of(0), 2), null);
  assert.equal(Decimal.of(-1).divide(Decimal.of(8), 2)?.toString(), "-0.13");
  assert.equal(Decimal.of(1).divide(Decimal.of(-8), 2, "half-even")?.toString(), "-0.12");
  fc.assert(
    fc.property(decimal, decimal, fc.integer({ min: 0, max: 8 }), (over, under, decimals) => {
      const quotient = over.divide(under, decimals);
      if (under.isZero()) return assert.equal(quotient, null);
      assert.ok(quotient);
      // |over − quotient × under| ≤ half a unit of the last digit × |under|
      const error = over.minus(quotient.times(under)).abs();
      const half = Decimal.powerOfTen(-decimals).times(Decimal.of("0.5")).times(under.abs());
      assert.ok(error.compare(half) <= 0);
      if (error.equals(half)) assert.ok(quotient.times(under).abs().compare(over.abs()) > 0);
    }),
  );
});

test("a quotient without an end is not given as an exact one", () => {
  assert.equal(Decimal.of(1).divideExactly(Decimal.of(3)), null);
  assert.equal(Decimal.of(1).divideExactly(Decimal.of(0)), null);
  assert.equal(Decimal.of("1").divideExactly(Decimal.of("0.8"))?.toString(), "1.25");
  assert.equal(Decimal.of("2.25").divideExactly(Decimal.of("1.5"))?.toString(), "1.5");
  assert.equal(Decimal.of("0.001").divideExactly(Decimal.of(1024))?.toString(), "0.0000009765625");
  fc.assert(
    fc.property(decimal, decimal, (one, other) => {
      if (!other.isZero()) assert.ok(one.times(other).divideExactly(other)?.equals(one));
    }),
  );
});

test("a root is the nearest one with so many digits", () => {
  assert.equal(Decimal.of("10.6528").sqrt(4)?.toString(), "3.2639");
  assert.equal(Decimal.of(2).sqrt(30)?.toString(), "1.41421356237309504880168872421");
  assert.equal(Decimal.of("0.25").sqrt(0)?.toString(), "1");
  assert.equal(Decimal.of("0.2499").sqrt(0)?.toString(), "0");
  assert.equal(Decimal.of(0).sqrt(3)?.toString(), "0");
  assert.equal(Decimal.of(-1).sqrt(3), null);
  assert.equal(Decimal.of("1.4641").root(4, 6)?.toString(), "1.1");
  assert.throws(() => Decimal.of(2).root(0, 2), /degree/);
  fc.assert(
    fc.property(
      decimal.map((value) => value.abs()),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 0, max: 6 }),
      (value, degree, decimals) => {
        const root = value.root(degree, decimals);
        assert.ok(root);
        const half = Decimal.powerOfTen(-decimals).times(Decimal.of("0.5"));
        const power = (base: Decimal) =>
          Array(degree)
            .fill(base)
            .reduce((a: Decimal, b) => a.times(b), Decimal.ONE);
        assert.ok(power(root.plus(half)).compare(value) > 0);
        if (root.compare(half) >= 0) assert.ok(power(root.minus(half)).compare(value) <= 0);
      },
    ),
  );
});

test("the last place is that of the last digit that is not zero", () => {
  for (const [value, place] of [
    ["60", "10"],
    ["1200", "100"],
    ["3.50", "0.1"],
    ["0.25", "0.01"],
    ["10000", "10000"],
    ["7", "1"],
    ["-40", "10"],
    ["0", "1"],
  ] as const)
    assert.equal(Decimal.of(value).lastPlace().toString(), place, value);
});

test("scaling to an integer never loses a digit", () => {
  assert.equal(Decimal.of("44.52").scaled(2), 4452n);
  assert.equal(Decimal.of("44.52").scaled(4), 445200n);
  assert.equal(Decimal.of("44.520").scaled(2), 4452n);
  assert.equal(Decimal.of("44.525").scaled(2), null);
  assert.equal(Decimal.fromScaled(4452n, 2).toString(), "44.52");
});

test("whole values, signs and JSON", () => {
  assert.ok(Decimal.of("2.0").isInteger());
  assert.ok(!Decimal.of("2.5").isInteger());
  assert.deepEqual([Decimal.of("-0.1").sign(), Decimal.of("0.0").sign(), Decimal.of(3).sign()], [-1, 0, 1]);
  assert.equal(JSON.stringify({ amount: Decimal.of("1.50") }), '{"amount":"1.5"}');
});
