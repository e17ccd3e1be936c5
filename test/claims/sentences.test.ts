import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checkText, readQuantities } from "../../src/claims/index.ts";

const linesOf = (name: string) =>
  readFileSync(new URL(name, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "");

/**
 * Each line of sentences.txt is a sentence (invented), `=>`, and every quantity in it: its text, and behind `=` low,
 * high where it is another, and the unit, where these are not what the text itself says.
 */
for (const line of linesOf("sentences.txt")) {
  const [sentence = "", expected = ""] = line.split(/ =>\s?/);
  test(`quantities of: ${sentence}`, () => {
    const found = readQuantities(sentence).map((it) => `${it.text}: ${it.low}..${it.high} ${it.unit}`);
    assert.deepEqual(found, expected.split("; ").filter(Boolean).map(written));
  });
}

function written(expected: string): string {
  const [text = "", value] = expected.split("=");
  const match = /^([\d.]+?)(?:\.\.([\d.]+|inf))?(?: (.*)|([^\d. ].*))?$/.exec(value ?? text);
  assert.ok(match !== null, expected);
  const [, low = "", high = low, unit, attached] = match;
  const plain = (number: string) => (number === "inf" ? number : String(Number(number)));
  return `${text}: ${plain(low)}..${plain(high)} ${unit ?? attached ?? ""}`;
}

/** Each line of relations.txt begins with + where nothing may be raised, and with - where something must be; ⏎ ends a line. */
for (const line of linesOf("relations.txt")) {
  const text = line.slice(2).replaceAll("⏎", "\n");
  const sound = line.startsWith("+");
  test(`${sound ? "raises nothing" : "is found"}: ${text}`, () => {
    const raised = checkText(text).findings.filter((finding) => finding.verdict === "inconsistent");
    assert.equal(raised.length === 0, sound, JSON.stringify(raised));
  });
}
