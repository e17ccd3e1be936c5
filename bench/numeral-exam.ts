import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Decimal, readAmount, readFraction } from "../../src/quantity/index.ts";

interface Case {
  readonly Input: string;
  readonly Results: readonly { readonly Text: string; readonly Resolution: { readonly value: string } }[];
}

/**
 * The Chinese number cases of microsoft/Recognizers-Text (MIT), an exam that others wrote: HUIMOU_NUMERALS names
 * the folder with NumberModel.json. What each case calls a number is read; where it finds none, nothing is.
 */
const folder = process.env.HUIMOU_NUMERALS;

test("an exam that others wrote", {
  skip: folder === undefined && "HUIMOU_NUMERALS names no folder",
}, (it) => {
  const text = readFileSync(join(folder ?? "", "NumberModel.json"), "utf8").replace(/^\uFEFF/, "");
  const cases = (JSON.parse(text) as readonly Case[]).filter(inScope);
  const wrong = cases.filter((one) => !passes(one)).map((one) => one.Input);
  it.diagnostic(`${cases.length - wrong.length} of ${cases.length}; wrong: ${wrong.join(", ")}`);
  assert.ok(cases.length >= 322, `${cases.length} cases in scope`);
  assert.ok(wrong.length <= 3, wrong.join("\n"));
});

/** No exponents, slashes, dozens, half hundreds or metric prefixes: no numeral grammar gives their values. */
function inScope(one: Case): boolean {
  return one.Results.every((result) => !/[\^/／ekm打]|半百/iu.test(result.Text));
}

function passes(one: Case): boolean {
  if (one.Results.length === 0) return readAmount(one.Input) === null;
  return one.Results.every((result) => close(read(result.Text), Number(result.Resolution.value)));
}

/** An approximate number by its low end, as the exam has it. */
function read(text: string): number {
  const fraction = readFraction(text);
  const value =
    fraction === null ? readAmount(text)?.interval.low : fraction.numerator.divide(fraction.denominator, 20);
  return value instanceof Decimal ? Number(value.toString()) : Number.NaN;
}

/** The exam's values are floats of 15 digits. */
function close(one: number, other: number): boolean {
  return one === other || Math.abs(one / other - 1) < 1e-13;
}
