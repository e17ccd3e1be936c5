import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import readExcelFile from "read-excel-file/node";
import { type SheetCell, workbook } from "../../src/exchange/index.ts";

/** What an independent reader finds in the first sheet, numbers as the text that stands in the file. */
async function read(rows: readonly (readonly SheetCell[])[], headers: readonly string[]) {
  const [sheet] = await readExcelFile(Buffer.from(workbook([{ name: "数据", headers, rows }])), {
    trim: false,
    parseNumber: (text) => text,
  });
  return sheet?.data;
}

test("another's reader finds every text and every digit where it was put", async () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((it) => it.trim() !== "");
  const number = fc
    .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 9999 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(4, "0")}`);
  const cell = fc.oneof(
    text.map((it): SheetCell => ({ text: it })),
    number.map((it): SheetCell => ({ number: it })),
    number.map((it): SheetCell => ({ number: it, decimals: 1 })),
  );
  const table = fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(table, fc.tuple(text, text, text), async (rows, headers) => {
      const shown = rows.map((row) =>
        row.map((it) => (typeof it === "string" ? null : "number" in it ? it.number : it.text)),
      );
      assert.deepEqual(await read(rows, headers), [headers, ...shown]);
    }),
  );
});

test("what looks like a formula is a text, what has more digits than a spreadsheet keeps is one, too", async () => {
  const rows: SheetCell[][] = [[{ text: "=1+1" }, { number: "12345678901234567890" }, { number: "0.50" }]];
  assert.deepEqual((await read(rows, ["a", "b", "c"]))?.[1], ["=1+1", "12345678901234567890", "0.50"]);
  const [sheet] = await readExcelFile(Buffer.from(workbook([{ name: "x", headers: ["a", "b", "c"], rows }])));
  assert.deepEqual(sheet?.data[1], ["=1+1", "12345678901234567890", 0.5]);
});

test("what XML cannot hold becomes the sign for an unknown character, and no file is broken by it", async () => {
  const found = await read([[{ text: "a\u0000b\uD800c\u000B" }]], ["<&>\"'"]);
  assert.deepEqual(found, [["<&>\"'"], ["a\uFFFDb\uFFFDc\uFFFD"]]);
});

test("an empty cell stays empty, and a column beyond Z has its own name", async () => {
  const headers = Array.from({ length: 30 }, (_, i) => `c${i}`);
  const row: SheetCell[] = headers.map((it, i) => (i % 2 === 0 ? "empty" : { text: it }));
  assert.deepEqual(
    (await read([row], headers))?.[1],
    headers.map((it, i) => (i % 2 === 0 ? null : it)),
  );
});

test("the same sheets give the same bytes, whatever the day and the time zone", () => {
  const sheets = [{ name: "a", headers: ["b"], rows: [[{ number: "1" }]] }];
  const zone = process.env.TZ;
  const made = ["Asia/Shanghai", "America/New_York"].map((it) => {
    process.env.TZ = it;
    return workbook(sheets);
  });
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  assert.deepEqual(made[0], made[1]);
});
