/**
 * How much of an exam that others wrote is read rightly: the Chinese number cases of microsoft/Recognizers-Text
 * (MIT). What each case calls a number is read; where it finds none, nothing is. Not part of `npm run bench`: the
 * cases are not part of this project.
 *
 *   node bench/numeral-exam.ts FOLDER-WITH-NumberModel.json
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Decimal, readAmount, readFraction } from "../src/quantity/index.ts";

interface Case {
  readonly Input: string;
  readonly Results: readonly { readonly Text: string; readonly Resolution: { readonly value: string } }[];
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("name the folder that holds NumberModel.json");
  process.exit(2);
}
const text = readFileSync(join(folder, "NumberModel.json"), "utf8").replace(/^\uFEFF/, "");
const cases = (JSON.parse(text) as readonly Case[]).filter(inScope);
const wrong = cases.filter((one) => !passes(one)).map((one) => one.Input);
console.log(`${cases.length - wrong.length} of ${cases.length} read rightly`);
for (const input of wrong) console.log(`  wrong: ${input}`);

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
