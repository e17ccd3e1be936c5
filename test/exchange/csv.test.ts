import assert from "node:assert/strict";
import { test } from "node:test";
import { type CsvOptions, contentRequest, type ImportedRow, readCsv } from "../../src/exchange/index.ts";
import { lineOf } from "../../src/issue/index.ts";
import { permit } from "./permit.ts";

const HEADER = "record,kind,place,granted,stalls";
const ROW = "P-0001,market,990101001000,2020-01-02,12";

async function imported(
  text: string | Uint8Array,
  options: Partial<CsvOptions> = {},
): Promise<ImportedRow[]> {
  const rows: ImportedRow[] = [];
  const defaults = { path: ["permits.csv"], actor: "城管局办公室", at: "2020-01-02" };
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  for await (const row of readCsv(permit, [bytes], { ...defaults, ...options })) rows.push(row);
  return rows;
}

const faults = async (text: string | Uint8Array, options: Partial<CsvOptions> = {}) =>
  (await imported(text, options)).flatMap(({ issues = [] }) =>
    issues.map(({ code, path }) => [code, ...path]),
  );

test("a row with fields only opens a record", async () => {
  assert.deepEqual(await imported(`${HEADER},fee,paid,note\n${ROW},"1,200.50",是,\n`), [
    {
      row: 2,
      action: {
        kind: "open",
        register: "permit",
        record: "P-0001",
        at: "2020-01-02",
        actor: "城管局办公室",
        fields: {
          kind: "market",
          place: "990101001000",
          granted: "2020-01-02",
          stalls: 12,
          fee: "1200.50",
          paid: true,
        },
      },
    },
  ]);
});

test("columns may be in any order, and be called by their titles in either language", async () => {
  const plain = await imported(`${HEADER}\n${ROW}\n`);
  const titled = await imported(
    "摊位数, Granted On ,许可证号,地点,purpose\n12,2020年1月2日,P-0001,990101001000,集市\n",
  );
  assert.deepEqual(titled, plain);
});

test("the control columns tell what a row does to its record", async () => {
  const rows = await imported(
    [
      "record,entry.kind,version,state,at,reason,actor,kind,place,granted,stalls,fee",
      "P-0001,open,,,2020-01-02,,,market,990101001000,2020-01-02,12,",
      "P-0001,流转,1,已批准,2020/1/5,,城管局一科,,,,,80",
      "P-0001,amend,2,,2020-01-06,登记有误,,,,,13,-",
      "P-0001,作废,,,2020-01-07,重复登记,,,,,,",
      "P-0002,,,applied,2020-02-01,,,works,990101001000,2020-02-01,1,-",
      "P-0002,,,granted,2020-02-02,,,,,,,",
    ].join("\n"),
  );
  assert.deepEqual(
    rows.map(({ action }) => {
      assert.ok(action);
      const { register: _, ...rest } = action;
      return rest;
    }),
    [
      {
        kind: "open",
        record: "P-0001",
        at: "2020-01-02",
        actor: "城管局办公室",
        fields: { kind: "market", place: "990101001000", granted: "2020-01-02", stalls: 12 },
      },
      {
        kind: "advance",
        record: "P-0001",
        version: 1,
        to: "granted",
        at: "2020-01-05",
        actor: "城管局一科",
        fields: { fee: "80" },
      },
      {
        kind: "amend",
        record: "P-0001",
        version: 2,
        at: "2020-01-06",
        reason: "登记有误",
        actor: "城管局办公室",
        fields: { stalls: 13, fee: null },
      },
      { kind: "void", record: "P-0001", at: "2020-01-07", reason: "重复登记", actor: "城管局办公室" },
      {
        kind: "open",
        record: "P-0002",
        at: "2020-02-01",
        actor: "城管局办公室",
        fields: { kind: "works", place: "990101001000", granted: "2020-02-01", stalls: 1 },
      },
      { kind: "advance", record: "P-0002", to: "granted", at: "2020-02-02", actor: "城管局办公室" },
    ],
  );
});

test("every bad cell is told by file, row and column, with its cure, and good rows are still read", async () => {
  const text = [
    `${HEADER},fee,paid`,
    ROW,
    "",
    "P-0002,庙会,9.90101E+11,2020-02-30,12.5,十元,也许",
    ",market,990101001000,2020-01-02,12",
    `${ROW.replace("0001", "0003")},,,beyond`,
    ROW.replace("0001", "0004"),
  ].join("\r\n");
  assert.deepEqual(await faults(text), [
    ["exchange.cell-choice", "permits.csv", 4, "kind"],
    ["exchange.cell-scientific", "permits.csv", 4, "place"],
    ["exchange.cell-date", "permits.csv", 4, "granted"],
    ["exchange.cell-integer", "permits.csv", 4, "stalls"],
    ["exchange.cell-amount", "permits.csv", 4, "fee"],
    ["exchange.cell-flag", "permits.csv", 4, "paid"],
    ["exchange.record-missing", "permits.csv", 5, "record"],
    ["exchange.cell-beyond", "permits.csv", 6, "8"],
  ]);
  const rows = await imported(text);
  assert.deepEqual(
    rows.filter(({ action }) => action).map(({ row }) => row),
    [2, 7],
  );
  const first = rows.find(({ issues }) => issues)?.issues?.[0];
  assert.ok(first);
  assert.equal(
    lineOf(first, "zh"),
    "permits.csv:4:kind: “庙会”不是 kind 的选项 → 改为其中之一：market 集市, works 施工, other 其他, rest 其他 [exchange.cell-choice]",
  );
});

test("what a row says of itself must hold together", async () => {
  const rows = [
    "P-0001,open,granted,2020-01-02,,",
    "P-0001,advance,,2020-01-02,,",
    "P-0001,amend,granted,2020-01-02,错,3",
    "P-0001,void,,2020-01-02,错,3",
    "P-0001,record,granted,2020-01-02,,",
    "P-0001,advance,unknown,2020-01-02,,",
    "P-0001,close,,2020-01-02,,",
    "P-0001,open,,2020-01-32,,",
  ];
  assert.deepEqual(await faults(`record,entry.kind,state,at,reason,stalls\n${rows.join("\n")}\n`), [
    ["exchange.state-not-initial", "permits.csv", 2, "state"],
    ["exchange.state-missing", "permits.csv", 3, "state"],
    ["exchange.state-unused", "permits.csv", 4, "state"],
    ["exchange.void-with-fields", "permits.csv", 5, "entry.kind"],
    ["exchange.row-lists-record", "permits.csv", 6, "entry.kind"],
    ["exchange.cell-choice", "permits.csv", 7, "state"],
    ["exchange.cell-choice", "permits.csv", 8, "entry.kind"],
    ["exchange.cell-date", "permits.csv", 9, "at"],
  ]);
});

test("without a date of its own or of the caller a row is refused", async () => {
  const undated = { path: ["permits.csv"], actor: "城管局办公室" };
  const rows: ImportedRow[] = [];
  for await (const row of readCsv(permit, [new TextEncoder().encode(`${HEADER}\n${ROW}\n`)], undated))
    rows.push(row);
  assert.equal(rows[0]?.issues?.[0]?.code, "exchange.date-missing");
});

test("a header that is not understood is told whole, and no row read", async () => {
  assert.deepEqual(await faults(`record,kind,place,地点,摊位,granted\n${ROW}\n`), [
    ["exchange.column-twice", "permits.csv", 1, "地点"],
    ["exchange.column-unknown", "permits.csv", 1, "摊位"],
    ["exchange.column-missing", "permits.csv", 1],
  ]);
  assert.deepEqual(await faults("state,stalls\n,1\n"), [["exchange.column-missing", "permits.csv", 1]]);
  assert.deepEqual(await faults(""), [["exchange.file-empty", "permits.csv"]]);
});

test("bytes and quotes that cannot be read are told where they are", async () => {
  assert.deepEqual(await faults(`${HEADER}\n${ROW}\n"P-0002"x,market\n${ROW}\n"P-0003`), [
    ["exchange.quote-inside", "permits.csv", 3],
    ["exchange.quote-open", "permits.csv", 5],
  ]);
  const bytes = new TextEncoder().encode(`${HEADER}\n${ROW}\n`);
  assert.deepEqual(await faults(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0)), [
    ["exchange.workbook", "permits.csv"],
  ]);
  assert.deepEqual(await faults(Uint8Array.of(...bytes, 0xff, 0xff)), [["exchange.encoding", "permits.csv"]]);
});

test("the same row has the same idempotency key, and another secret another", async () => {
  const request = contentRequest(new Uint8Array(32).fill(1));
  const keys = async (text: string, key = request) =>
    (await imported(text, { request: key })).map(({ action }) => action?.request);
  const [first, second] = await keys(`${HEADER}\n${ROW}\n${ROW.replace("12", "13")}\n`);
  assert.match(first ?? "", /^row:[\w-]{43}$/);
  assert.notEqual(first, second);
  const [titled] = await keys("摊位数,granted,record,place,kind\n12,2020/1/2,P-0001,990101001000,集市\n");
  assert.equal(titled, first);
  const [other] = await keys(`${HEADER}\n${ROW}\n`, contentRequest(new Uint8Array(32).fill(2)));
  assert.notEqual(other, first);
});
