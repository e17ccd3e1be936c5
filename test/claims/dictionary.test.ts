import assert from "node:assert/strict";
import { test } from "node:test";
import { MORE_WORDS } from "../../src/claims/dictionary/approximations.ts";
import { FALLS, RISES } from "../../src/claims/dictionary/changes.ts";
import { COUNTABLE_NOUNS, UNCOUNTABLE_NOUNS } from "../../src/claims/dictionary/countable.ts";
import { FIXED_WORDS, NAMED_SETS } from "../../src/claims/dictionary/fixed-words.ts";
import { DIRECTIONS, MEASURABLE, STATES, WORKS } from "../../src/claims/dictionary/measurable.ts";
import { COMPLETE_SETS, PART_OF, RATES_OF } from "../../src/claims/dictionary/parts.ts";
import { COMPARISON_PHRASES, PERIOD_WORDS } from "../../src/claims/dictionary/period-words.ts";
import { TABLE_WORDS } from "../../src/claims/dictionary/table-words.ts";
import { PROSE_UNITS } from "../../src/claims/dictionary/units.ts";
import { ADVERBS, VERBS } from "../../src/claims/dictionary/verbs.ts";
import { MEASURED_IN, WANTED_UNITS } from "../../src/claims/dictionary/wanted-units.ts";
import {
  checkText,
  classify,
  normalise,
  readClaims,
  readQuantities,
  relate,
  scan,
} from "../../src/claims/index.ts";
import { headWords } from "../../src/claims/tables/head-unit.ts";

const wordsOf = (lists: readonly string[]) => lists.flatMap((list) => list.split(" "));
const relationsOf = (text: string) =>
  relate(normalise(text), classify(normalise(text), scan(normalise(text))));
const vague = (text: string) => checkText(text).vague.map((it) => it.text);
const raised = (text: string) =>
  checkText(text)
    .findings.filter(({ verdict }) => verdict === "inconsistent")
    .map(({ rule }) => rule);

/** Goes through every row, so that a failure names all rows that fail. */
function everyRow<Row>(name: string, rows: readonly Row[], wrong: (row: Row) => string | null): void {
  test(`${name}: every one of ${rows.length} rows does what it is for`, () => {
    assert.ok(rows.length > 0);
    assert.deepEqual(
      rows.flatMap((row) => wrong(row) ?? []),
      [],
    );
  });
}

everyRow("units of prose", PROSE_UNITS, ([symbol, dimension, , example]) => {
  // 8折 is told in per cent
  const unit = symbol === "折" ? "%" : symbol;
  const found = readQuantities(example).some((it) => it.unit === unit && it.dimension === dimension);
  return found ? null : `${example}: ${JSON.stringify(readQuantities(example))}`;
});

everyRow("approximations", MORE_WORDS, ([word, where, , example]) => {
  const [found] = readQuantities(example);
  const whole = where === "before" ? found?.text === example : example === `${found?.text}${word}`;
  return found?.approx === true && whole ? null : `${example}: ${JSON.stringify(found)}`;
});

everyRow("fixed words", wordsOf(FIXED_WORDS), (word) => {
  const found = readQuantities(`我们${word}地说`);
  return found.length === 0 ? null : `${word}: ${found.map((it) => it.text).join(" ")}`;
});

everyRow("named sets", NAMED_SETS.split(" "), (word) => {
  const text = `落实${word}要求`;
  const named = classify(text, scan(text)).some(
    ({ kind, start, end }) => kind === "name" && text.slice(start, end) === word,
  );
  return named || readQuantities(text).length === 0 ? null : word;
});

test("without the named sets every one of them is still no quantity, most by their shape", () => {
  const sets = NAMED_SETS.split(" ");
  const read = sets.filter((word) => readQuantities(`落实“${word}”`, { namedSets: false }).length > 0);
  assert.deepEqual(read, []);
});

everyRow("nouns that are counted", wordsOf(COUNTABLE_NOUNS), (noun) => {
  const [found] = readQuantities(`改造三个${noun}`);
  return found?.text.startsWith("三个") && found.low === "3" ? null : `${noun}: ${JSON.stringify(found)}`;
});

everyRow("nouns that are not counted", wordsOf(UNCOUNTABLE_NOUNS), (noun) => {
  const found = readQuantities(`做到三个${noun}`);
  return found.length === 0 ? null : `${noun}: ${JSON.stringify(found)}`;
});

everyRow("words for periods", PERIOD_WORDS, (word) => {
  const [found] = readClaims(`${word}，受理线索5条`);
  return found?.period === word ? null : `${word}: ${found?.period}`;
});

everyRow("words of comparison", COMPARISON_PHRASES, ([, example]) => {
  const [found] = readClaims(`财政收入${example}增长5%`);
  return found?.comparison === example ? null : `${example}: ${found?.comparison}`;
});

everyRow("verbs", wordsOf(VERBS), (verb) => {
  const [claim] = relationsOf(`${verb}云水5件`).claims;
  // a verb of one character is one where its object follows; 设有 is more than 设
  return claim?.verb !== "" || claim.subject === "云水" || claim.subject === ""
    ? null
    : `${verb}: ${claim?.subject}`;
});

everyRow("adverbs", wordsOf(ADVERBS), (adverb) => {
  const [claim] = relationsOf(`${adverb}受理线索5件`).claims;
  return claim?.subject === "线索" ? null : `${adverb}: ${claim?.subject}`;
});

everyRow("what can be measured", MEASURABLE, ([, example]) => (vague(example).length > 0 ? null : example));

const alternatives = (pattern: string) => pattern.split("|").map((it) => it.replace("?", ""));

everyRow("manners", alternatives(DIRECTIONS.manner), (manner) => {
  const text = `群众收入${manner}增长`;
  return vague(text)[0] === `${manner}增长` ? null : `${text}: ${vague(text)}`;
});

everyRow("turns", alternatives(DIRECTIONS.turn), (turn) => {
  const text = `群众收入稳步${turn}`;
  return vague(text)[0] === `稳步${turn}` ? null : `${text}: ${vague(text)}`;
});

everyRow("turns that stand alone", alternatives(DIRECTIONS.alone), (turn) => {
  const text = `群众收入${turn}`;
  return vague(text)[0] === turn ? null : `${text}: ${vague(text)}`;
});

everyRow("works", alternatives(WORKS.objects), (object) => {
  const text = `新建${object}`;
  return vague(text)[0] === text ? null : `${text}: ${vague(text)}`;
});

everyRow("verbs of works", alternatives(WORKS.verbs), (verb) => {
  const text = `${verb}乡村公路`;
  return vague(text)[0] === text ? null : `${text}: ${vague(text)}`;
});

everyRow("states of works", alternatives(STATES), (state) => {
  const text = `改造危房任务${state}`;
  return vague(text)[0] === state ? null : `${text}: ${vague(text)}`;
});

everyRow("complete sets", COMPLETE_SETS, ({ kinds, least = kinds.length, example }) => {
  const parts = example.split(/[,，、;]/);
  const found = parts.map((part) => kinds.findIndex((kind) => kind.test(part)));
  return !found.includes(-1) && new Set(found).size >= Math.min(least, parts.length)
    ? null
    : `${example}: ${found}`;
});

everyRow("parts of wholes", PART_OF, ({ part, whole, example }) =>
  part.test(example) && whole.test(example) ? null : example,
);

everyRow("rates by name", RATES_OF, ({ rate, part, whole, example }) =>
  rate.test(example) && part.test(example) && whole.test(example) && raised(`${example}。`).length === 0
    ? null
    : `${example}: ${raised(example)}`,
);

everyRow("verbs and the units that they want", WANTED_UNITS, ({ sound, broken }) =>
  raised(`${sound}。`).length === 0 && raised(`${broken}。`).includes("unit") ? null : `${sound}; ${broken}`,
);

const wrongUnit: Readonly<Record<string, string>> = {
  persons: "万元",
  money: "人",
  "money-or-goods": "人",
  cases: "人",
};
everyRow(
  "every verb that wants a unit",
  WANTED_UNITS.flatMap(({ verbs, wants }) => verbs.split(" ").map((verb) => ({ verb, wants }))),
  ({ verb, wants }) => {
    const text = `${verb}31${wrongUnit[wants]}。`;
    return raised(text).includes("unit") ? null : text;
  },
);

everyRow("nouns and the units that they are measured in", MEASURED_IN, ({ sound, broken }) =>
  raised(`${sound}。`).length === 0 && raised(`${broken}。`).length > 0 ? null : `${sound}; ${broken}`,
);

const rises = alternatives(RISES.replace(/\([^)]*\)/g, ""));
everyRow("words of rising", rises, (word) => {
  const text = `企业由100家增加到120家，${word}${/^(?:超载|超员|发展)$/.test(word) ? "了" : ""}20家。`;
  return raised(text).length === 0 ? null : text;
});

everyRow("words of falling", alternatives(FALLS), (word) => {
  const text = `警情由120起下降到100起，${word}20起。`;
  return raised(text).length === 0 ? null : text;
});

everyRow("words of the heads of tables", Object.entries(TABLE_WORDS), ([kind, [pattern, examples]]) => {
  const missed = examples.split(" ").filter((head) => !pattern.test(headWords(head).words));
  return missed.length === 0 ? null : `${kind}: ${missed}`;
});
