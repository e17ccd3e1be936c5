import assert from "node:assert/strict";
import { test } from "node:test";
import { checkText, classify, isQuantity, normalise, readQuantities, scan } from "../../src/claims/index.ts";
import { NUMERAL_CHARACTER } from "../../src/claims/scan.ts";
import { Decimal } from "../../src/quantity/index.ts";
import { seed } from "../seed.ts";
import { longTexts, Random, randomText } from "./random-text.ts";

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Spans that each hold something, stand in the text, in order, and do not overlap. */
function assertApart(spans: readonly Span[], length: number, what: string): void {
  let last = 0;
  for (const { start, end } of spans) {
    assert.ok(Number.isInteger(start) && Number.isInteger(end), `${what} ${start}–${end}`);
    assert.ok(start >= last && end > start && end <= length, `${what} ${start}–${end} after ${last}`);
    last = end;
  }
}

/** Every numeral character lies in one of the spans, which lie apart: so in exactly one. */
function assertCovered(text: string, spans: readonly Span[], what: string): void {
  let next = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!NUMERAL_CHARACTER.test(text.charAt(at))) continue;
    while ((spans[next]?.end ?? text.length) <= at) next += 1;
    const span = spans[next];
    assert.ok(span !== undefined && span.start <= at, `${text.charAt(at)} at ${at} is in no ${what}`);
  }
}

/** What must hold of any text whatever. */
function assertSound(text: string): void {
  const normal = normalise(text);
  assert.equal(normal.length, text.length);
  const numerals = scan(normal);
  assertApart(numerals, text.length, "numeral");
  assertCovered(normal, numerals, "numeral");
  const mentions = classify(normal, numerals);
  assertApart(mentions, text.length, "mention");
  assertCovered(normal, mentions, "mention");
  for (const mention of mentions) {
    if (!isQuantity(mention)) continue;
    const [start, end] = mention.number;
    assert.ok(start >= mention.start && end > start && end <= mention.end, "the number is in its mention");
  }
  const { quantities, findings, vague } = checkText(text);
  assertApart(quantities, text.length, "quantity");
  for (const { start, end, text: shown, low, high } of quantities) {
    assert.equal(shown, text.slice(start, end));
    const least = Decimal.parse(low);
    const most = high === "inf" ? null : Decimal.parse(high);
    assert.ok(least !== null && (high === "inf" || most !== null), `${shown}: ${low}..${high}`);
    assert.ok(most === null || least.compare(most) <= 0, `${shown}: ${low}..${high}`);
  }
  for (const { text: shown, low, high, lowOpen, highOpen } of readQuantities(text))
    assert.ok(low !== high || (!lowOpen && !highOpen), `${shown} holds no value at all`);
  assertApart(vague, text.length, "vague statement");
  for (const it of vague) assert.equal(it.text, text.slice(it.start, it.end));
  let last = 0;
  for (const { spans, message, rule } of findings) {
    assert.ok(message !== "" && !message.includes("undefined"), `${rule}: ${message}`);
    assert.ok(spans.length > 0, rule);
    assertApart(
      spans.map(([start, end]) => ({ start, end })),
      text.length,
      `${rule}'s place`,
    );
    assert.ok((spans[0]?.[0] ?? 0) >= last, `${rule} is out of order`);
    last = spans[0]?.[0] ?? 0;
  }
}

for (const part of [1, 2, 3, 4, 5]) {
  test(`2,000 random texts are read soundly, part ${part} of 5, seed ${seed}`, () => {
    const random = new Random(Math.imul(seed, 5) + part);
    for (let count = 0; count < 2000; count += 1) {
      const text = randomText(random);
      try {
        assertSound(text);
      } catch (error) {
        throw new Error(`text ${count}: ${JSON.stringify(text)}`, { cause: error });
      }
    }
  });
}

for (const [piece, text] of longTexts) {
  test(`${text.length.toLocaleString("en")} characters of ${JSON.stringify(piece)} are read soundly, and to the end`, () => {
    assertSound(text);
  });
}
