import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { guarded, NONE, unguarded } from "../../src/exchange/formula-guard.ts";
import { cellReader } from "../../src/exchange/import/cell.ts";
import { permit } from "./permit.ts";

const read = (field: string, cell: string) => {
  const definition = permit.fields[field];
  assert.ok(definition, field);
  return cellReader(definition).read(cell);
};

test("dates are read in the forms that people and spreadsheets write", () => {
  for (const cell of [
    "2020-01-02",
    "2020/1/2",
    "2020.1.2",
    "2020年1月2日",
    " 2020/01/02 ",
    "2020/1/2 0:00",
    "2020-01-02T00:00:00.000",
  ])
    assert.equal(read("granted", cell), "2020-01-02", cell);
  assert.equal(read("granted", "2020年2月29日"), "2020-02-29");
  for (const cell of [
    "2021-02-29",
    "2020-13-01",
    "2020-00-10",
    "2020-01-00",
    "1/2/2020",
    "2020-1/2",
    "43832",
    "2020年1月",
    "2020-01-02 08:30",
    "明天",
  ])
    assert.equal(read("granted", cell), undefined, cell);
});

test("whole numbers and amounts are read exactly, with separators and full-width digits", () => {
  for (const [cell, value] of [
    ["611", 611],
    ["1,234", 1234],
    ["１２", 12],
    ["12.0", 12],
    [" 7 ", 7],
    ["-0", 0],
  ] as const)
    assert.equal(read("stalls", cell), value, cell);
  for (const cell of ["12.5", "1,23", "12人", "9007199254740993", "1e3", "一百", ""])
    assert.equal(read("stalls", cell), undefined, cell);
  for (const [cell, value] of [
    ["1,234.50", "1234.50"],
    ["0.1", "0.1"],
    ["-5", "-5"],
    ["１，２３４．５", "1234.5"],
    ["123456789012345.67", "123456789012345.67"],
  ] as const)
    assert.equal(read("fee", cell), value, cell);
  for (const cell of ["1.2.3", "12元", ".5", "5.", "1,2,3", "¥5"])
    assert.equal(read("fee", cell), undefined, cell);
});

test("choices are read by code and by their words, unless two codes share them", () => {
  for (const cell of ["market", "集市", "Market", " MARKET "])
    assert.equal(read("kind", cell), "market", cell);
  assert.equal(read("kind", "Rest"), "rest");
  assert.equal(read("kind", "其他"), undefined);
  assert.equal(read("kind", "庙会"), undefined);
});

test("yes and no, lists, and codes that a spreadsheet has spoiled", () => {
  for (const cell of ["是", "true", "TRUE", "Yes"]) assert.equal(read("paid", cell), true, cell);
  for (const cell of ["否", "false", "FALSE", "no"]) assert.equal(read("paid", cell), false, cell);
  for (const cell of ["1", "有", "是的"]) assert.equal(read("paid", cell), undefined, cell);
  assert.deepEqual(read("days", '["2020-01-02"]'), ["2020-01-02"]);
  assert.equal(read("days", "2020-01-02"), undefined);
  assert.equal(read("place", " 990101001000 "), "990101001000");
  assert.equal(read("place", "9.90101E+11"), undefined);
});

test("no text becomes a formula, and every text comes back", () => {
  for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", "'=1", "''@x", NONE])
    assert.ok(guarded(text).startsWith("'"), text);
  for (const text of ["a", "'90s", "’=", "a=b", "", "1-2"]) assert.equal(guarded(text), text);
  const start = fc.constantFrom("", "'", "''", "=", "'=", "-", "'-", "@", "\t");
  fc.assert(
    fc.property(start, fc.string(), (head, tail) => {
      assert.equal(unguarded(guarded(head + tail)), head + tail);
      assert.doesNotMatch(guarded(head + tail), /^[=+\-@＝＋－＠\t\r\n]/);
    }),
  );
});
