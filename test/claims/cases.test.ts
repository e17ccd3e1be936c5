import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { checkText } from "../../src/claims/index.ts";

/** What a case's author marked by hand. Offsets are those of `input.txt`. */
interface Truth {
  readonly quantities: readonly {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly low: string;
    readonly high: string;
    readonly unit: string;
    readonly counts?: string;
  }[];
  /** changes that break a relation, and the check that finds it */
  readonly broken: readonly { readonly replace: string; readonly with: string; readonly rule: string }[];
}

const FOLDER = new URL("../cases/claims/", import.meta.url);
const cases = readdirSync(FOLDER).map((name) => ({
  name,
  text: readFileSync(new URL(`${name}/input.txt`, FOLDER), "utf8"),
  truth: JSON.parse(readFileSync(new URL(`${name}/truth.json`, FOLDER), "utf8")) as Truth,
}));

for (const { name, text, truth } of cases) {
  test(`${name}: every quantity is read with place, value and unit, and nothing else is one`, () => {
    const plain = (it: Truth["quantities"][number]) =>
      `${it.start}–${it.end} ${it.text} ${it.low}..${it.high} ${it.unit}`;
    assert.deepEqual(checkText(text).quantities.map(plain), truth.quantities.map(plain));
  });

  test(`${name}: a sound text raises no finding`, () => {
    const raised = checkText(text).findings.filter((finding) => finding.verdict === "inconsistent");
    assert.deepEqual(raised, []);
  });

  for (const change of truth.broken) {
    test(`${name}: ${change.with} is found`, () => {
      const at = text.indexOf(change.replace);
      assert.ok(at >= 0, "the change does not fit the text");
      const changed = text.replace(change.replace, change.with);
      const found = checkText(changed).findings.filter(
        ({ verdict, spans }) =>
          verdict === "inconsistent" &&
          spans.some(([start, end]) => start < at + change.with.length && end > at),
      );
      assert.ok(found.length > 0, "no finding names the place");
    });
  }
}

test("what is counted is partly right for 85 % and exactly right for 65 % of the marked quantities", () => {
  let [marked, partly, exactly] = [0, 0, 0];
  for (const { text, truth } of cases) {
    const found = new Map(checkText(text).quantities.map((it) => [it.start, it.counts]));
    for (const { start, counts } of truth.quantities) {
      if (counts === undefined) continue;
      const read = found.get(start) ?? "";
      marked += 1;
      if (read === counts) exactly += 1;
      if (read !== "" && (read.includes(counts) || counts.includes(read))) partly += 1;
    }
  }
  assert.ok(partly >= 0.85 * marked, `partly right: ${partly} of ${marked}`);
  assert.ok(exactly >= 0.65 * marked, `exactly right: ${exactly} of ${marked}`);
});
