import assert from "node:assert/strict";
import { test } from "node:test";
import { Decimal, formatNumber } from "../../src/quantity/index.ts";

const of = Decimal.of;

test("digits are grouped by three", () => {
  assert.equal(formatNumber(of(14063), "zh"), "14,063");
  assert.equal(formatNumber(of("-1234567.8901"), "en"), "-1,234,567.8901");
  assert.equal(formatNumber(of(611), "zh"), "611");
  assert.equal(formatNumber(of("97.3813"), "zh", { decimals: 1 }), "97.4");
  assert.equal(formatNumber(of(5), "zh", { decimals: 2 }), "5.00");
});

test("large numbers are scaled on request, by the value as it is shown", () => {
  for (const [value, zh, en] of [
    ["350000000", "3.5亿", "350 million"],
    ["12060000", "1,206万", "12.06 million"],
    ["9999", "9,999", "9,999"],
    ["-20000", "-2万", "-20,000"],
    ["1500000000000", "1.5万亿", "1.5 trillion"],
    ["150000000000", "1,500亿", "150 billion"],
  ] as const) {
    assert.equal(formatNumber(of(value), "zh", { scaled: true }), zh);
    assert.equal(formatNumber(of(value), "en", { scaled: true }), en);
  }
  assert.equal(formatNumber(of("99999600"), "zh", { scaled: true, decimals: 1 }), "1.0亿");
  assert.equal(formatNumber(of("99994400"), "zh", { scaled: true, decimals: 1 }), "9,999.4万");
});
