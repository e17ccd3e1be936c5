import assert from "node:assert/strict";
import { publishedCalendar, workCalendar } from "../../src/calendar/index.ts";
import { type District, erase, verifyLedger } from "../../src/district/index.ts";
import { readQuery } from "../../src/indicators/index.ts";
import { IssueError } from "../../src/issue/index.ts";
import type { Action } from "../../src/registers/index.ts";
import { refusalOf } from "../ledger/refusal.ts";
import { logOf, onEachStore } from "./made-up-district.ts";

/** The working days as they were known in 2020, and those of notices that named no holiday but New Year's Day. */
const earlier = publishedCalendar.upTo(2020) ?? undefined;
assert.ok(earlier !== undefined);
const years = Array.from({ length: 23 }, (_, i) => `${2004 + i}-01-01`);
const other = workCalendar({ holidays: Object.fromEntries(years.map((it) => [it, ""])), workdays: {} });

/** Members of households that were not decided in time, at the end of 2021. */
async function overdue(district: District): Promise<string | undefined> {
  const { query } = readQuery(district.declarations, { indicator: "care.overdue", period: "2021" }, []);
  assert.ok(query !== null);
  const [{ value, missing } = {}] = await district.observations(query);
  return value ?? missing;
}

const household = (record: string): Action => ({
  kind: "open",
  register: "care",
  record,
  at: "2020-12-01",
  actor: "经办/民政局",
  fields: { home: "999900100201", since: "2020-12-01", members: 3, urgent: true },
});

onEachStore(
  "a ledger goes on by the working days that are in force, whatever later ones the program knows, until they are put in force",
  async (it) => {
    const { entry } =
      (await logOf(it.district)).find((one) => one.entry.record === "calendar:workdays") ?? {};
    assert.equal(entry?.kind, "define");
    assert.deepEqual((await it.district.append([household("C0001")])).issues, []);
    const later = await it.open({ calendar: publishedCalendar });
    assert.equal(later.declarations.calendar.last, earlier.last);
    assert.deepEqual((await later.append([household("C0002")])).issues, []);
    assert.equal((await verifyLedger(later)).issue, null);
    assert.equal(await overdue(later), "no-calendar");
    const refused = (() => {
      try {
        later.refuseChangedPack();
      } catch (error) {
        if (error instanceof IssueError) return error.issues[0];
        throw error;
      }
    })();
    assert.equal(refused?.code, "district.pack-changed");
    assert.equal(refused.params.changed, "calendar:workdays");

    assert.equal(await later.define("2021年放假安排公布", "口径管理/统计局"), 1);
    const last = (await logOf(later)).at(-1)?.entry;
    assert.deepEqual([last?.record, last?.reason], ["calendar:workdays", "2021年放假安排公布"]);
    const again = await it.open({ calendar: publishedCalendar });
    again.refuseChangedPack();
    assert.equal(again.declarations.calendar.last, publishedCalendar.last);
    // two households of three, whose month ended on a rest day in 2021
    assert.equal(await overdue(again), "6");
    assert.equal((await verifyLedger(again)).issue, null);
  },
  { calendar: earlier },
);

onEachStore(
  "a program that knows other working days neither appends nor verifies nor erases, until its own are put in force",
  async (it) => {
    assert.deepEqual((await it.district.append([household("C0001")])).issues, []);
    const foreign = await it.open({ calendar: other });
    const refused = "district.calendar-other calendar:workdays";
    assert.equal(await refusalOf(() => foreign.append([household("C0002")])), refused);
    const erasure = { register: "care", record: "C0001", actor: "档案/民政局", reason: "期限届满" };
    assert.equal(await refusalOf(() => erase(foreign, erasure)), refused);
    assert.equal((await verifyLedger(foreign)).issue?.code, "district.calendar-other");
    assert.equal(await foreign.define("放假安排有误", "口径管理/统计局"), 1);
    const again = await it.open({ calendar: other });
    assert.deepEqual((await again.append([household("C0002")])).issues, []);
    assert.equal((await verifyLedger(again)).issue, null);
  },
);
