import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { type SourceRow, splitRows } from "../../src/exchange/import/split.ts";

async function* pieces(texts: readonly string[]) {
  yield* texts;
}

async function split(...texts: readonly string[]): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const batch of splitRows(pieces(texts))) rows.push(...batch);
  return rows;
}

test("rows end in CRLF, LF or CR, and the last needs no end", async () => {
  const rows = [
    ["a", "b"],
    ["1", "2"],
  ];
  for (const text of ["a,b\r\n1,2\r\n", "a,b\n1,2", "a,b\r1,2\r", "a,b\r\n1,2"])
    assert.deepEqual(await split(text), rows, JSON.stringify(text));
  assert.deepEqual(await split(""), []);
  assert.deepEqual(await split("a,\n\n,"), [["a", ""], [""], ["", ""]]);
});

test("quoted cells hold commas, line ends and doubled quotes", async () => {
  assert.deepEqual(await split('"a,b","c\r\nd","say ""yes"""\n"",x\n'), [
    ["a,b", "c\r\nd", 'say "yes"'],
    ["", "x"],
  ]);
  assert.deepEqual(await split('5" pipe,b\n'), [['5" pipe', "b"]]);
});

test("a malformed row is told in its place, and the next one read", async () => {
  assert.deepEqual(await split('a,b\n1,"2"x,3\n4,5\n'), [["a", "b"], "exchange.quote-inside", ["4", "5"]]);
  assert.deepEqual(await split('a,b\n1,"2\n4,5\n'), [["a", "b"], "exchange.quote-open"]);
});

test("an endless cell is given up, not kept in memory", async () => {
  async function* endless() {
    yield 'a,b\n1,"';
    for (;;) yield "x".repeat(100_000);
  }
  const rows: SourceRow[] = [];
  for await (const batch of splitRows(endless())) rows.push(...batch);
  assert.deepEqual(rows, [["a", "b"], "exchange.quote-open"]);
});

const cell = fc.stringMatching(/^[a-z" ,\r\n“，一]{0,6}$/);
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
const written = (rows: readonly (readonly string[])[], lineEnd: string) =>
  rows.map((cells) => cells.map((it) => `"${it.replaceAll('"', '""')}"`).join(",") + lineEnd).join("");

test("any cells come back, wherever the text is cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom("\r\n", "\n", "\r"),
      fc.array(fc.nat(200), { maxLength: 8 }),
      async (rows, lineEnd, cuts) => {
        const text = written(rows, lineEnd);
        const places = [0, ...cuts.filter((at) => at < text.length).sort((a, b) => a - b), text.length];
        const parts = places.slice(1).map((end, at) => text.slice(places[at], end));
        assert.deepEqual(await split(...parts), rows);
      },
    ),
  );
});

test("what csv-parse reads is read alike", async () => {
  const plain = fc.stringMatching(/^[a-z 一]{0,4}$/);
  const quoted = cell.map((it) => `"${it.replaceAll('"', '""')}"`);
  const line = fc
    .array(fc.oneof(plain, quoted), { minLength: 2, maxLength: 4 })
    .map((cells) => cells.join(","));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 5 }), fc.boolean(), async (lines, ended) => {
      const text = lines.join("\n") + (ended ? "\n" : "");
      assert.deepEqual(await split(text), parse(text, { relax_column_count: true, record_delimiter: "\n" }));
    }),
  );
});
