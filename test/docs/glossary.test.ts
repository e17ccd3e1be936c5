import assert from "node:assert/strict";
import { test } from "node:test";
import { parts } from "../architecture/parts.ts";
import { filesAt, textOf } from "../architecture/source.ts";
import { documentAt } from "./documents.ts";
import { program } from "./program.ts";

const glossary = await documentAt("docs/glossary.md");
const rows = glossary.sections.flatMap((it) => it.rows);
const names = rows.map((it) => it.names.join(" "));
const listed = new Set(names);
const sources = await Promise.all((await filesAt("src/**/*.ts")).map(textOf));

test("a name has one row, in which it is called something in Chinese and explained", () => {
  assert.deepEqual(
    names.filter((it, place) => names.indexOf(it) !== place),
    [],
  );
  const wrong = rows.filter(({ names: { length }, cells: [, zh = "", means = ""] }) => {
    return length !== 1 || !/\p{Script=Han}/u.test(zh) || means === "";
  });
  assert.deepEqual(wrong, []);
});

test("every name in the glossary is one that the program uses", () => {
  const unused = names.filter((name) => {
    const word = new RegExp(`(?<![\\w-])${name.replaceAll("-", "\\-")}(?![\\w-])`);
    return !sources.some((text) => word.test(text));
  });
  assert.deepEqual(unused, []);
});

test("every part of the program has its word", () => {
  assert.deepEqual(missing(Object.keys(parts).map((it) => singular(it.split("/").at(-1) ?? ""))), []);
});

test("every command has its word", async () => {
  const { commands } = await program();
  assert.deepEqual(missing(commands.map((it) => singular(it.name()))), []);
});

test("whatever a pack may use has its word", async () => {
  const door = await import("../../src/index.ts");
  const text = await textOf("src/index.ts");
  const types = [...text.matchAll(/\btype (?:\{ )?(\w+)/g)].map(([, name]) => String(name));
  const words = [...Object.keys(door), ...types].filter((it) => it !== "z").map(conceptOf);
  assert.deepEqual(missing(words), []);
});

test("every word that declarations, entries and results are written in has its row", async () => {
  const files = await filesAt(
    "src/registers/{define,deadlines}.ts",
    "src/indicators/{define,observation}.ts",
    "src/ledger/entry.ts",
    "src/calendar/dated-rule.ts",
    "src/district/due.ts",
    "src/claims/checks/finding.ts",
  );
  assert.equal(files.length, 8);
  const words = (await Promise.all(files.map(textOf))).flatMap(literalsOf);
  assert.ok(words.includes("suppressed") && words.includes("void"));
  assert.deepEqual(missing(words), []);
});

function missing(words: readonly string[]): string[] {
  return [...new Set(words)].filter((it) => !listed.has(it)).sort();
}

/** The members of the unions of literals in a source, but for a finding's rules, which are told in its own words. */
function literalsOf(source: string): string[] {
  const text = source.replaceAll(/\/\*.*?\*\//gs, "");
  const union = /(?:export type (\w+) =|readonly \w+\??:)((?:\s*\|?\s*"[a-z-]+")+);/g;
  return [...text.matchAll(union)].flatMap(([, type, members = ""]) =>
    type === "Rule" ? [] : [...members.matchAll(/"([a-z-]+)"/g)].map(([, it]) => String(it)),
  );
}

/** What an exported name is about: `defineIndicator`, `MeasureInput` and `AreaListDefinition` are forms of a word. */
function conceptOf(name: string): string {
  const word = name.replace(/^(define|is)(?=[A-Z])/, "").replace(/(Definition|Input|Level)$/, "");
  return listed.has(name) ? name : `${word.charAt(0).toLowerCase()}${word.slice(1)}`;
}

function singular(word: string): string {
  return word.replace(/s$/, "");
}
