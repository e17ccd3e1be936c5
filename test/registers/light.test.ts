import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { publishedCalendar } from "../../src/calendar/index.ts";
import {
  compileLight,
  type Fields,
  type Light,
  type LightDefinition,
  lightOn,
  type RecordView,
} from "../../src/registers/index.ts";
import { plan } from "../pack/wide/plan.ts";
import { seed } from "../seed.ts";

const { light } = plan;
assert.ok(light !== undefined);
/** 100 days, one per cent a day. */
const hundred = { begin: "2020-01-01", finish: "2020-04-10" };

function viewOf(state: string, fields: Fields): RecordView {
  const entered = { [state]: "2020-01-01" };
  return {
    register: "plan",
    record: "P1",
    version: 1,
    gone: false,
    state,
    at: "2020-01-01",
    fields,
    entered,
  };
}

function shown(view: RecordView, day: string, definition: LightDefinition = light as LightDefinition) {
  const turns = compileLight({ ...plan, light: definition }, publishedCalendar)?.(view) ?? null;
  return turns && lightOn(turns, day);
}

test("what runs is yellow from ten points behind on, included, and red above thirty", () => {
  const at20 = viewOf("running", { ...hundred, progress: 20 });
  // 30 of 100 days gone on 31 January, 50 on 20 February
  assert.equal(shown(at20, "2020-01-30"), "green");
  assert.equal(shown(at20, "2020-01-31"), "yellow");
  assert.equal(shown(at20, "2020-02-20"), "yellow", "thirty points are not above thirty");
  assert.equal(shown(at20, "2020-02-21"), "red");
  assert.equal(shown(at20, "2021-01-01"), "red");
});

test("nothing reported is no progress; after the planned finish all of it is wanted, and no more", () => {
  const silent = viewOf("running", hundred);
  assert.equal(shown(silent, "2020-01-10"), "green");
  assert.equal(shown(silent, "2020-01-11"), "yellow");
  const nearly = viewOf("running", { ...hundred, progress: 91 });
  assert.equal(shown(nearly, "2022-01-01"), "green");
  const at90 = viewOf("running", { ...hundred, progress: 90 });
  assert.equal(shown(at90, "2020-04-09"), "green");
  assert.equal(shown(at90, "2020-04-10"), "yellow");
  assert.equal(shown(at90, "2022-01-01"), "yellow");
});

test("what is planned for one day is wanted whole from that day on", () => {
  const view = viewOf("running", { begin: "2020-03-02", finish: "2020-03-02", progress: 75 });
  assert.equal(shown(view, "2020-03-01"), "green");
  assert.equal(shown(view, "2020-03-02"), "yellow");
});

test("what is not started is yellow when a month after its planned start is over, and red after three", () => {
  const view = viewOf("listed", { begin: "2020-03-10", finish: "2020-09-01" });
  assert.equal(shown(view, "2020-04-10"), "green");
  assert.equal(shown(view, "2020-04-11"), "yellow");
  // 10 June 2020 was a Wednesday
  assert.equal(shown(view, "2020-06-10"), "yellow");
  assert.equal(shown(view, "2020-06-11"), "red");
  // 2 May 2020 was a day of rest, and so was every day to the 5th
  const carried = viewOf("listed", { begin: "2020-04-02", finish: "2020-09-01" });
  assert.equal(shown(carried, "2020-05-06"), "green");
  assert.equal(shown(carried, "2020-05-07"), "yellow");
});

test("there is no light in other states, without a schedule, before the rule, and for what was withdrawn", () => {
  assert.equal(shown(viewOf("paused", hundred), "2021-01-01"), null);
  assert.equal(shown(viewOf("running", { begin: "2020-01-01" }), "2021-01-01"), null);
  const early = { begin: "2019-02-28", finish: "2019-06-01" };
  assert.equal(shown(viewOf("running", early), "2021-01-01"), null);
  assert.equal(shown(viewOf("listed", early), "2021-01-01"), null);
  assert.equal(shown({ ...viewOf("running", hundred), gone: true }, "2021-01-01"), null);
});

test("a turn that only days without a published calendar could tell has not come yet", () => {
  const { last } = publishedCalendar;
  const view = viewOf("listed", { begin: last, finish: last });
  assert.deepEqual(compileLight(plan, publishedCalendar)?.(view), {});
});

const dayNumber = (date: string) => Date.parse(date) / 86_400_000;

/** The definition, word for word, in whole numbers: behind by 100·e/n − p points, with thousandths for both. */
function worked(begin: string, finish: string, progress: number, day: string): Light {
  const [start, end, now] = [begin, finish, day].map(dayNumber) as [number, number, number];
  const span = end - start;
  const gone = now < start ? 0 : now >= end || span <= 0 ? Math.max(span, 1) : now - start;
  const whole = Math.max(span, 1);
  // 1000 × whole × (points behind), exactly
  const behind = BigInt(100_000 * gone) - BigInt(progress) * BigInt(whole);
  if (behind > 30_000n * BigInt(whole)) return "red";
  return behind >= 10_000n * BigInt(whole) ? "yellow" : "green";
}

test(`on every day of every schedule the light is what the points behind say (seed ${seed})`, () => {
  const day = fc.integer({ min: 0, max: 900 }).map((n) => {
    return new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);
  });
  fc.assert(
    fc.property(day, day, fc.integer({ min: -20_000, max: 130_000 }), day, (begin, finish, progress, on) => {
      const text = `${progress < 0 ? "-" : ""}${Math.trunc(Math.abs(progress) / 1000)}.${String(Math.abs(progress) % 1000).padStart(3, "0")}`;
      const view = viewOf("running", { begin, finish, progress: text });
      const turns = compileLight(plan, publishedCalendar)?.(view);
      assert.ok(turns);
      const days = [on, begin, finish, ...Object.values(turns)].filter((it) => it >= "2020");
      for (const one of days)
        for (const near of [-1, 0, 1]) {
          const date = new Date(Date.parse(one) + near * 86_400_000).toISOString().slice(0, 10);
          assert.equal(lightOn(turns, date), worked(begin, finish, progress, date), date);
        }
    }),
    { seed, numRuns: 500 },
  );
});
