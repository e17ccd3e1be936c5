import assert from "node:assert/strict";
import { test } from "node:test";
import {
  convert,
  Decimal,
  findUnit,
  type UnitId,
  unitAt,
  unitOf,
  units,
  unitWord,
  unitWritten,
} from "../../src/quantity/index.ts";

const of = Decimal.of;
const converted = (value: string, from: UnitId, to: UnitId, decimals?: number) =>
  convert(of(value), unitOf(from), unitOf(to), decimals)?.toString() ?? null;

test("ids and symbols are unique, factors above zero", () => {
  const symbols = units.flatMap((unit) => unit.symbols);
  assert.deepEqual(
    symbols.filter((symbol, at) => symbols.indexOf(symbol) !== at),
    [],
  );
  assert.equal(new Set(units.map((unit) => unit.id)).size, units.length);
  for (const unit of units) {
    assert.ok(unit.factor.sign() > 0, unit.id);
    // a bare number has none
    assert.equal(unit.symbols.includes(""), unit.dimension === "number", unit.id);
  }
});

test("every row's example ends in its unit, found where the number ends", () => {
  for (const unit of units) {
    if (unit.dimension === "number") continue;
    const number = /^(?:[0-9.]+|一)[万亿]?余?/.exec(unit.example)?.[0] ?? "";
    // 万 and 亿 before 元 and 人 can be of the number or of the unit
    const starts = [number.length, number.replace(/[万亿]$/, "").length];
    const found = starts.map((start) => unitAt(unit.example, start));
    assert.ok(
      found.some((it) => it?.unit === unit && unit.example.endsWith(it.symbol)),
      `${unit.id}: ${unit.example}`,
    );
  }
});

test("the longest symbol is the unit", () => {
  for (const [text, offset, id] of [
    ["66千伏变电站", 2, "kilovolt"],
    ["30千瓦时", 2, "kilowatt-hour"],
    ["15个工作日内", 2, "workday"],
    ["1.2个百分点", 3, "percentage-point"],
    ["39个人", 2, "piece"],
    ["4200人次", 4, "attendance"],
    ["2525平方公里", 4, "square-kilometre"],
  ] as const)
    assert.equal(unitAt(text, offset)?.unit.id, id, text);
  assert.equal(unitAt("39", 2), null);
  assert.equal(unitAt("39的", 2), null);
  assert.equal(unitWritten("km")?.id, "kilometre");
  assert.equal(unitWritten("斗"), null);
  assert.equal(findUnit("person")?.symbols[0], "人");
  assert.equal(findUnit("hobbit"), null);
});

test("values are converted exactly within a dimension", () => {
  assert.equal(converted("3.5", "hundred-million-yuan", "ten-thousand-yuan"), "35000");
  assert.equal(converted("44.52", "ten-thousand-yuan", "yuan"), "445200");
  assert.equal(converted("126.5", "kilometre", "metre"), "126500");
  assert.equal(converted("15", "mu", "hectare"), "1");
  assert.equal(converted("3", "mu", "square-metre"), "2000");
  assert.equal(converted("1", "square-kilometre", "hectare"), "100");
  assert.equal(converted("2", "day", "hour"), "48");
  assert.equal(converted("5", "year", "month"), "60");
  assert.equal(converted("3", "tenth", "percent"), "30");
  assert.equal(converted("5.2", "permille", "percent"), "0.52");
  assert.equal(converted("500", "kilogram", "tonne"), "0.5");
});

test("what measures something else is not converted", () => {
  for (const [from, to] of [
    ["attendance", "person"],
    ["dose", "person"],
    ["household", "person"],
    ["percentage-point", "percent"],
    ["multiple", "percent"],
    ["month", "day"],
    ["workday", "day"],
    ["us-dollar", "yuan"],
    ["item", "person"],
    ["kilovolt", "kilowatt"],
  ] as const)
    assert.equal(converted("1", from, to), null, `${from} ${to}`);
});

test("a conversion without an end needs to be told where to round", () => {
  assert.equal(converted("1", "mu", "square-metre"), null);
  assert.equal(converted("1", "mu", "square-metre", 2), "666.67");
});

test("the word after a number", () => {
  assert.equal(unitWord(unitOf("item"), "zh", of(611)), "条");
  assert.equal(unitWord(unitOf("person"), "en", of(1)), "person");
  assert.equal(unitWord(unitOf("person"), "en", of("1.0")), "person");
  assert.equal(unitWord(unitOf("person"), "en", of(39)), "persons");
  assert.equal(unitWord(unitOf("yuan"), "en", of(39)), "yuan");
  assert.equal(unitWord(unitOf("piece"), "en", of(39)), "");
  assert.equal(unitWord(unitOf("percent"), "en", of(39)), "%");
});
