import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  actionLines,
  actionOfEntry,
  csvOf,
  entryTable,
  observationsJson,
  observationTable,
  readCsv,
  readObservations,
  recordTable,
  type Table,
} from "../../src/exchange/index.ts";
import type { Observation } from "../../src/indicators/index.ts";
import type { Action, RecordView, Value } from "../../src/registers/index.ts";
import { permit } from "./permit.ts";

async function textOf(table: Table, bom = false): Promise<string> {
  let text = "";
  for await (const piece of csvOf(table, { bom })) text += piece;
  return text;
}

async function importedFrom(text: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const { action, issues } of readCsv(permit, [new TextEncoder().encode(text)], {
    path: ["permits.csv"],
    actor: "nobody",
  }))
    rows.push(action ?? issues);
  return rows;
}

const facts = { register: "permit", record: "P-0001", at: "2020-01-02", actor: "城管局" };
const fields = { kind: "market", place: "990101001000", granted: "2020-01-02", stalls: 12 };

test("entries stand under the names of their columns, or under the words of a language", async () => {
  const actions: Action[] = [
    { kind: "open", ...facts, fields: { ...fields, paid: false, note: "=1+1" } },
    { kind: "advance", ...facts, version: 1, to: "granted", fields: { fee: "-5.50" } },
    { kind: "amend", ...facts, version: 2, reason: '登记"有误", 更正', fields: { kind: "other", fee: null } },
    { kind: "void", ...facts, version: 3, reason: "重复" },
  ];
  assert.equal(
    await textOf(entryTable(permit, actions)),
    [
      "record,entry.kind,version,state,at,reason,actor,kind,place,granted,stalls,fee,paid,note,days",
      "P-0001,open,,,2020-01-02,,城管局,market,990101001000,2020-01-02,12,,false,'=1+1,",
      "P-0001,advance,1,granted,2020-01-02,,城管局,,,,,-5.50,,,",
      'P-0001,amend,2,,2020-01-02,"登记""有误"", 更正",城管局,other,,,,-,,,',
      "P-0001,void,3,,2020-01-02,重复,城管局,,,,,,,,",
      "",
    ].join("\r\n"),
  );
  assert.equal(
    (await textOf(entryTable(permit, actions.slice(0, 3), "zh"), true)).split("\r\n").slice(0, 4).join("\n"),
    [
      "\uFEFF许可证号,操作,版本,状态,生效日期,理由,经办,类别,地点,批准日期,摊位数,收费,已缴费,备注,使用日",
      "P-0001,新建,,,2020-01-02,,城管局,集市,990101001000,2020-01-02,12,,否,'=1+1,",
      "P-0001,流转,1,已批准,2020-01-02,,城管局,,,,,-5.50,,,",
      'P-0001,更正,2,,2020-01-02,"登记""有误"", 更正",城管局,other,,,,-,,,',
    ].join("\n"),
  );
});

const day = fc.constantFrom("2020-01-02", "2020-02-29", "2021-12-31");
const note = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(..."=+-@'\", \t\r\n一a") });
const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const someFields = fc
  .record({
    kind: optional(fc.constantFrom("market", "works", "other", "rest")),
    place: optional(fc.constantFrom("990101001000", "990101001200")),
    granted: optional(day),
    stalls: optional(fc.nat()),
    fee: optional(fc.oneof(fc.constant(null), fc.constantFrom("0", "12.50", "-3", "123456789012345.67"))),
    paid: optional(fc.oneof(fc.constant(null), fc.boolean())),
    note: optional(fc.oneof(fc.constant(null), note)),
    days: optional(fc.array(day, { maxLength: 3 })),
  })
  .map(
    (all) =>
      Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<
        string,
        Value
      >,
  );
const withoutNull = someFields.map((all) =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)),
);
const reason = note.filter((it) => it.trim() !== "");
const told = fc.record({ at: day, actor: reason, version: fc.integer({ min: 1, max: 99 }), reason });
const action = fc
  .tuple(told, someFields, withoutNull, fc.nat(3), fc.constantFrom("granted", "ended"))
  .map(([{ at, actor, version, reason: why }, changed, opened, which, to]): Action => {
    const base = { register: "permit", record: "P-0001", at, actor, reason: why };
    const kinds: readonly Action[] = [
      { kind: "open", ...base, fields: opened },
      { kind: "amend", ...base, version, fields: changed },
      { kind: "advance", ...base, version, to, ...(Object.keys(changed).length > 0 && { fields: changed }) },
      { kind: "void", ...base, version },
    ];
    return kinds[which] as Action;
  });

for (const language of [undefined, "zh", "en"] as const)
  test(`entries that were exported are imported as the same actions (${language ?? "codes"})`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 5 }), fc.boolean(), async (actions, bom) => {
        assert.deepEqual(
          await importedFrom(await textOf(entryTable(permit, actions, language), bom)),
          actions,
        );
      }),
    );
  });

test("an entry's action is what would append it again", () => {
  const entry = {
    v: 1,
    register: "permit",
    record: "opaque",
    at: "2020-01-02",
    recorded: "2020-01-02T00:00:00.000Z",
    actor: "城管局",
  } as const;
  assert.deepEqual(
    actionOfEntry({ entry: { ...entry, kind: "open", version: 0, state: "applied", fields } }),
    {
      kind: "open",
      ...facts,
      record: "opaque",
      fields,
    },
  );
  const sealed = { entry: { ...entry, kind: "advance", version: 2, sealed: { fee: "…" } } as const };
  const disclosed = { fee: "3", state: "ended", entered: "2020-01-02", reason: "期满" };
  assert.deepEqual(actionOfEntry({ ...sealed, disclosed }, "P-0001"), {
    kind: "advance",
    ...facts,
    version: 2,
    to: "ended",
    reason: "期满",
    fields: { fee: "3" },
  });
  for (const kind of ["define", "erase", "release"] as const)
    assert.equal(actionOfEntry({ entry: { ...entry, kind, version: 0 } }), null);
});

test("records are listed as they stand, without those withdrawn, and are not taken for entries", async () => {
  const view = (record: string, more: Partial<RecordView> = {}): RecordView => ({
    register: "permit",
    record,
    version: 2,
    gone: false,
    state: "granted",
    at: "2020-01-05",
    fields,
    entered: {},
    ...more,
  });
  const text = await textOf(recordTable(permit, [view("P-0001"), view("P-0002", { gone: true })]));
  assert.equal(
    text,
    "record,entry.kind,version,state,at,kind,place,granted,stalls,fee,paid,note,days\r\n" +
      "P-0001,record,2,granted,2020-01-05,market,990101001000,2020-01-02,12,,,,\r\n",
  );
  const [issues] = await importedFrom(text);
  assert.equal((issues as { code: string }[])[0]?.code, "exchange.row-lists-record");
});

test("observations stand under their dimensions, and an empty value says why", async () => {
  const observations: Observation[] = [
    { indicator: "permit.granted", area: "990101", period: "2018..2021", breakdown: {}, value: "611" },
    {
      indicator: "permit.granted",
      area: "990101",
      period: "2020",
      breakdown: { kind: "market" },
      value: "-1.5",
    },
    {
      indicator: "permit.rate",
      area: "990101",
      period: "2020-03",
      breakdown: {},
      value: null,
      missing: "no-base",
    },
  ];
  assert.equal(
    await textOf(observationTable(observations)),
    [
      "indicator,area,period,by.kind,value,missing",
      "permit.granted,990101,2018..2021,,611,",
      "permit.granted,990101,2020,market,-1.5,",
      "permit.rate,990101,2020-03,,,no-base",
      "",
    ].join("\r\n"),
  );
  assert.deepEqual(JSON.parse(observationsJson(observations)), observations);
  assert.equal(observationsJson([]), "[]\n");
});

test("what an observation says beside its value has columns where one of them says it, and is read back", async () => {
  const place = { indicator: "permit.coverage", area: "990101", period: "2020", breakdown: {} } as const;
  const observations: Observation[] = [
    {
      ...place,
      value: "50",
      fraction: { over: "1", under: "2" },
      denominator: { list: "villages", date: "2020-06-30" },
      meets: false,
      parts: [{ ...place, value: "1" }],
    },
    { ...place, period: "2021", value: "3", status: "provisional" },
  ];
  const text = await textOf(observationTable(observations));
  assert.equal(
    text,
    [
      "indicator,area,period,value,missing,status,meets,fraction.over,fraction.under,denominator.list,denominator.date",
      "permit.coverage,990101,2020,50,,,false,1,2,villages,2020-06-30",
      "permit.coverage,990101,2021,3,,provisional,,,,,",
      "",
    ].join("\r\n"),
  );
  const source = async function* () {
    yield new TextEncoder().encode(text);
  };
  const [first, second] = await Array.fromAsync(readObservations(source(), ["observations.csv"]));
  assert.deepEqual(first, {
    row: 2,
    ...place,
    value: "50",
    said: {
      missing: "",
      status: "",
      meets: "false",
      "fraction.over": "1",
      "fraction.under": "2",
      "denominator.list": "villages",
      "denominator.date": "2020-06-30",
    },
  });
  assert.ok(second !== undefined && "said" in second && second.said.status === "provisional");
  const [{ parts: _, ...whole } = {}, other] = observations;
  assert.deepEqual(JSON.parse(observationsJson(observations)), [whole, other]);
});

test("actions as JSON Lines are the actions", async () => {
  const actions: Action[] = [
    { kind: "open", ...facts, fields },
    { kind: "void", ...facts, reason: "重复" },
  ];
  let text = "";
  for await (const line of actionLines(actions)) text += line;
  assert.deepEqual(
    text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
    actions,
  );
});
