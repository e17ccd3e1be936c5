import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Decimal, Interval } from "../../src/quantity/index.ts";

const of = Decimal.of;
const tenths = (value: number) => Decimal.fromScaled(BigInt(value), 1);
const end = fc.record({ value: fc.integer({ min: -30, max: 30 }).map(tenths), open: fc.boolean() });
const interval = fc.tuple(end, fc.option(end, { freq: 8 })).filter(([low, high]) => {
  const order = high === null ? -1 : low.value.compare(high.value);
  return order < 0 || (order === 0 && !low.open && !high?.open);
});
const anInterval = interval.map(([low, high]) => Interval.of(low, high));

test("an interval is written with its ends", () => {
  assert.equal(Interval.between(of(60), of(70), "open").toString(), "(60, 70)");
  assert.equal(Interval.between(of(900), of(1000), "high-open").toString(), "[900, 1000)");
  assert.equal(Interval.atLeast(of(100)).toString(), "[100, ∞)");
  assert.equal(Interval.above(of(100)).toString(), "(100, ∞)");
  assert.equal(Interval.exactly(of(5)).toString(), "[5, 5]");
});

test("an empty interval is the programmer's fault", () => {
  assert.throws(() => Interval.between(of(2), of(1)), /nothing lies between/);
  assert.throws(() => Interval.between(of(1), of(1), "high-open"), /nothing lies between/);
  assert.throws(() => Interval.atLeast(of(1)).times(of(0)), /factor above zero/);
});

test("a rounded value stands for what rounds to it", () => {
  const hundredMillion = of("100000000");
  assert.equal(
    Interval.rounding(of("3.5").times(hundredMillion), of("0.1").times(hundredMillion)).toString(),
    "[345000000, 355000000)",
  );
  assert.equal(Interval.rounding(of("-1.2"), of("0.1")).toString(), "(-1.25, -1.15]");
  assert.equal(Interval.rounding(of(0), of(1)).toString(), "(-0.5, 0.5)");
  fc.assert(
    fc.property(
      fc.integer({ min: -10_000, max: 10_000 }),
      fc.integer({ min: 0, max: 2 }),
      (value, decimals) => {
        const exact = Decimal.fromScaled(BigInt(value), 3);
        const rounded = exact.round(decimals);
        const place = Decimal.powerOfTen(-decimals);
        assert.ok(Interval.rounding(rounded, place).contains(exact));
        for (const other of [rounded.plus(place), rounded.minus(place)])
          assert.ok(!Interval.rounding(other, place).contains(exact));
      },
    ),
  );
});

test("ends count only where they are closed", () => {
  const halfOpen = Interval.between(of(1), of(2), "high-open");
  assert.deepEqual(
    ["0.9", "1", "1.9", "2"].map((value) => halfOpen.contains(of(value))),
    [false, true, true, false],
  );
  assert.ok(!Interval.above(of(5)).contains(of(5)));
  assert.ok(Interval.above(of(5)).contains(of("5.01")));
  assert.ok(!halfOpen.overlaps(Interval.atLeast(of(2))));
  assert.ok(Interval.between(of(1), of(2)).overlaps(Interval.atLeast(of(2))));
});

test("overlapping, including and adding agree with the values themselves", () => {
  // all ends lie on tenths, so halves of tenths show every difference between two intervals
  const grid = Array.from({ length: 260 }, (_, at) => Decimal.fromScaled(BigInt(at * 5 - 650), 2));
  fc.assert(
    fc.property(anInterval, anInterval, (one, other) => {
      const inOne = grid.filter((value) => one.contains(value));
      assert.equal(
        one.overlaps(other),
        inOne.some((value) => other.contains(value)),
      );
      assert.equal(
        other.includes(one),
        inOne.every((value) => other.contains(value)) && (one.high !== null || other.high === null),
      );
      assert.equal(one.overlaps(other), other.overlaps(one));
      const sum = one.plus(other);
      for (const left of inOne.slice(0, 5))
        for (const right of grid.filter((value) => other.contains(value)).slice(0, 5))
          assert.ok(sum.contains(left.plus(right)));
      assert.ok(one.times(of(3)).equals(one.plus(one).plus(one)));
    }),
  );
});
