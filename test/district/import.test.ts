import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { workCalendar } from "../../src/calendar/index.ts";
import {
  batchesOf,
  type District,
  type ImportRow,
  registerEntries,
  rowsOf,
  verifyLedger,
} from "../../src/district/index.ts";
import { actionOfEntry, contentRequest, csvText, entryTable, readCsv } from "../../src/exchange/index.ts";
import { compilePack } from "../../src/indicators/index.ts";
import { type Issue, issue, lineOf } from "../../src/issue/index.ts";
import { type Action, discreet, type RegisterDefinition } from "../../src/registers/index.ts";
import { sequences } from "../pack/sequences.ts";
import wide from "../pack/wide/pack.ts";
import { seed } from "../seed.ts";
import { cellsOf, inSqliteDistrict, logOf, onEachStore } from "./made-up-district.ts";

const facts = { register: "work", at: "2020-03-01", actor: "经办/发改局" } as const;
const road = { village: "999900100201", kind: "road", planned: "10.00", start: "2020-03-01" };
const keyOf = (number: number) => `W${String(number).padStart(5, "0")}`;
const open = (number: number): Action => ({ ...facts, kind: "open", record: keyOf(number), fields: road });
const works = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => open(from + i));
const batches = (actions: readonly Action[]) => batchesOf(rowsOf(actions), "works.csv");

/** Everything that an import could have changed. */
const stateOf = async (district: District) => [
  await logOf(district),
  await cellsOf(district),
  await district.store.db.selectFrom("record").selectAll().orderBy("record").execute(),
  await district.store.db.selectFrom("pending").selectAll().execute(),
];

/** Rows of which three are refused: two by their register, in different batches, and one by its cells. */
function* faulty(): Generator<ImportRow> {
  for (const { row, action } of rowsOf([
    ...works(1, 1200),
    open(7),
    ...works(1200, 1300),
    { ...open(1300), at: "?" },
  ]))
    yield row === 5
      ? {
          row,
          issues: [
            issue("exchange.quote-inside", ["works.csv", 5, "a"]),
            issue("exchange.quote-inside", ["works.csv", 5, "b"]),
          ],
        }
      : { row, action: action as Action };
}

onEachStore(
  "an import is all or nothing, and tells every bad row whatever came before it",
  async ({ district }) => {
    const before = await stateOf(district);
    const imported = await district.import(batchesOf(faulty(), "works.csv"));
    assert.deepEqual([imported.appended, imported.repeated, imported.refused], [0, 0, 3]);
    assert.deepEqual(
      imported.issues.map(({ code, path }) => [code, ...path]),
      [
        ["exchange.quote-inside", "works.csv", 5, "a"],
        ["exchange.quote-inside", "works.csv", 5, "b"],
        ["registers.record-exists", "works.csv", 1200],
        ["registers.date-malformed", "works.csv", 1301, "at"],
      ],
    );
    assert.deepEqual(await stateOf(district), before);
  },
);

onEachStore("with good rows accepted, those and no others are appended", async ({ district }) => {
  const imported = await district.import(batchesOf(faulty(), "works.csv"), { acceptGood: true });
  assert.deepEqual([imported.appended, imported.refused], [1298, 3]);
  assert.equal(imported.issues.length, 4);
  assert.equal((await logOf(district)).filter((it) => it.entry.register === "work").length, 1298);
  assert.equal((await verifyLedger(district)).issue, null);
});

onEachStore("a dry run says what an import would do, and does nothing", async ({ district }) => {
  const before = await stateOf(district);
  const dry = await district.import(batchesOf(faulty(), "works.csv"), { dryRun: true, acceptGood: true });
  assert.deepEqual([dry.appended, dry.refused], [1298, 3]);
  assert.deepEqual(await stateOf(district), before);
  const wet = await district.import(batchesOf(faulty(), "works.csv"), { acceptGood: true });
  assert.deepEqual(wet, dry);
});

onEachStore(
  "rows see what the rows before them did, in the same batch and in earlier ones, the past too",
  async ({ district }) => {
    const amend = (number: number, at: string, note: string): Action => ({
      ...facts,
      kind: "amend",
      record: keyOf(number),
      at,
      reason: "更正",
      fields: { note },
    });
    const actions = [
      ...works(1, 1000),
      amend(1, "2020-06-01", "甲"),
      // dated back before what another batch holds, and is not in the log yet
      amend(1, "2020-05-01", "乙"),
      ...works(1000, 2100),
      amend(1, "2020-04-01", "丙"),
      { ...facts, kind: "void", record: keyOf(2), at: "2020-06-01", reason: "重复" } as const,
    ];
    const imported = await district.import(batches(actions));
    assert.deepEqual([imported.appended, imported.refused], [2103, 0]);
    assert.equal((await verifyLedger(district)).issue, null);
  },
);

onEachStore(
  "an import of more entries than are held at once makes the log that appending makes",
  async ({ district }) => {
    const imported = await district.import(batches(works(1, 5001)));
    assert.equal(imported.appended, 5000);
    const log = await logOf(district);
    assert.deepEqual(
      log.slice(-5000).map(({ entry }) => entry.record),
      works(1, 5001).map((it) => it.record),
    );
    assert.equal((await verifyLedger(district)).issue, null);
  },
);

onEachStore("an import that breaks off leaves nothing", async ({ district }) => {
  const before = await stateOf(district);
  const breaking = async function* () {
    yield* batchesOf(rowsOf(works(1, 5000)), "works.csv");
    throw new Error("the file ends here");
  };
  await assert.rejects(district.import(breaking()), /the file ends here/);
  assert.deepEqual(await stateOf(district), before);
  assert.equal((await district.import(batches(works(1, 11)))).appended, 10);
});

async function csvOfRegister(district: District, register: RegisterDefinition, language?: "zh" | "en") {
  const actions: Action[] = [];
  for await (const { told, key } of registerEntries(district, register.name)) {
    const action = actionOfEntry(told, key);
    if (action !== null) actions.push(action);
  }
  const { headers, rows } = entryTable(register, actions, language);
  return csvText({ headers, rows: await Array.fromAsync(rows) });
}

/** Imports a register's CSV as the command line does. */
function importCsv(district: District, register: RegisterDefinition, csv: string) {
  const request = contentRequest(Buffer.from(district.seals.recordKey("import", register.name)));
  const rows = readCsv(register, [Buffer.from(csv)], { path: ["x.csv"], actor: "导入/统计局", request });
  return district.import(batchesOf(rows, "x.csv"));
}

test(`what is exported imports into a fresh ledger with the same figures, and twice changes nothing (seed ${seed})`, () =>
  fc.assert(
    fc.asyncProperty(
      sequences(compilePack(wide), { minLength: 60, maxLength: 120 }),
      fc.constantFrom(undefined, "zh" as const, "en" as const),
      (actions, language) =>
        inSqliteDistrict(({ district: one }) =>
          inSqliteDistrict(async ({ district: other }) => {
            await one.append(actions, { acceptGood: true });
            for (const { definition } of one.declarations.registers.values()) {
              const csv = await csvOfRegister(one, definition, language);
              const first = await importCsv(other, definition, csv);
              assert.deepEqual(first.issues, []);
              const again = await importCsv(other, definition, csv);
              assert.deepEqual([again.appended, again.repeated, again.refused], [0, first.appended, 0]);
              assert.equal(await csvOfRegister(other, definition, language), csv);
            }
            assert.deepEqual(await cellsOf(other), await cellsOf(one));
            assert.equal((await verifyLedger(other)).issue, null);
          }),
        ),
    ),
    { numRuns: 10, seed, endOnFailure: true },
  ));

/** Working days that are known from 2020 on, with no more holidays than begin a year. */
const fromTwentyTwenty = workCalendar({
  holidays: Object.fromEntries([2020, 2021, 2022].map((it) => [`${it}-01-01`, ""])),
  workdays: {},
});

/** A task on the yearly plan, done on a day: what it has to report by is counted in working days. */
function task(number: number, done: string): Action[] {
  const own = { register: "plan", record: `P000${number}`, actor: "经办/发改局" } as const;
  const year = done.slice(0, 4);
  const fields = { village: "999900100201", begin: `${year}-01-06`, finish: `${year}-12-31` };
  return [
    { ...own, kind: "open", at: `${year}-01-06`, fields },
    { ...own, kind: "advance", at: `${year}-02-03`, to: "running" },
    { ...own, kind: "advance", at: done, to: "done" },
  ];
}

onEachStore(
  "a day before all known working days refuses its own row, with where and what to do, and the others are taken",
  async ({ district }) => {
    const actions = [...task(1, "2020-05-06"), ...task(2, "2019-05-06"), ...task(3, "2021-05-06")];
    const rows = () => batchesOf(rowsOf(actions), "plans.csv");
    const refused = await district.import(rows());
    assert.deepEqual([refused.appended, refused.refused], [0, 1]);
    const [it] = refused.issues;
    assert.deepEqual([it?.code, it?.path], ["calendar.too-early", ["plans.csv", 6, "report"]]);
    assert.match(lineOf(it as Issue, "en"), /2019-05-06 lies before .*2020-01-01.* leave it out/);
    const taken = await district.import(rows(), { acceptGood: true });
    assert.deepEqual([taken.appended, taken.refused, taken.issues.length], [8, 1, 1]);
    assert.equal((await verifyLedger(district)).issue, null, "the cells are those of what was taken");
    const again = await district.append(task(4, "2019-05-06"));
    assert.deepEqual([again.appended, again.issues[0]?.path], [0, [3, "report"]]);
  },
  { calendar: fromTwentyTwenty },
);

test("of a register that seals anything such a day is not told", () => {
  const found = issue("calendar.too-early", ["tips.csv", 2, "decide"], {
    date: "2003-05-06",
    first: "2004-01-01",
  });
  const [sealed, open] = ["tip", "plan"].map((name) => {
    const register = wide.registers.find((it) => it.name === name) as RegisterDefinition;
    return lineOf(discreet(register, [found])[0] as Issue, "en");
  });
  assert.doesNotMatch(sealed ?? "", /2003/);
  assert.match(sealed ?? "", /tips\.csv:2:decide: .*2004-01-01/);
  assert.match(open ?? "", /2003-05-06/);
});
