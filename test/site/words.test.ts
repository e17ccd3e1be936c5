import assert from "node:assert/strict";
import { test } from "node:test";
import { checkWords } from "../../src/site/words/check.ts";
import { figureWords } from "../../src/site/words/figures.ts";
import { frameWords } from "../../src/site/words/frame.ts";
import { registerWords } from "../../src/site/words/registers.ts";
import { reportWords } from "../../src/site/words/reports.ts";
import { ruleWords } from "../../src/site/words/rules.ts";
import { verifyWords } from "../../src/site/words/verify.ts";
import { textOf } from "../../src/site/words.ts";

const tables = { frameWords, reportWords, figureWords, registerWords, ruleWords, verifyWords, checkWords };

test("no text stands in two tables", () => {
  const keys = Object.values(tables).flatMap((it) => Object.keys(it));
  assert.deepEqual(keys, [...new Set(keys)]);
});

test("Chinese and English take the same parameters, and both say something", () => {
  // English says a date with the month's name, and a count's noun alone
  const apart = new Set([
    "date",
    "entriesBehind",
    "registersBehind",
    "figuresBehind",
    "rulesBehind",
    "rulesHold",
  ]);
  for (const table of Object.values(tables))
    for (const [key, { zh, en }] of Object.entries(table)) {
      assert.ok(zh !== "" && en !== "", key);
      if (apart.has(key)) continue;
      const names = (text: string) =>
        [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();
      assert.deepEqual(names(zh), names(en), key);
    }
});

test("a number has its thousands apart and its noun in number", () => {
  assert.equal(textOf("en", "checkedAt", { count: 1 }), "checked at 1 place");
  assert.equal(textOf("en", "checkedAt", { count: 12_345 }), "checked at 12,345 places");
  assert.equal(textOf("zh", "checkedAt", { count: 12_345 }), "检验 12,345 处");
  assert.throws(() => textOf("zh", "checkedAt"), /needs count/);
});
