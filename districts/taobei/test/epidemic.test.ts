import assert from "node:assert/strict";
import { valueAt } from "../../../test/district/values.ts";
import { everywhere, onPack, recordOf, refused, taken } from "./law.ts";

const response = recordOf("response", "YJ-2020-01");
const decided = (level: string, by: string, more = {}) =>
  response.open("2020-01-25", {
    area: everywhere,
    level,
    act: "started",
    "declared-by": by,
    matter: "传染病疫情",
    measures: "停止聚集活动",
    began: "2020-01-25",
    ...more,
  });
const carriedOut = { "upper-document": "省政府决定（示例）" };

onPack(
  "a district cannot declare level Ⅰ: it carries out the province's decision, and names it",
  async (it) => {
    await refused(it, decided("I", "county"), /Ⅰ级（特别重大）响应只能由国务院、省级人民政府决定启动/);
    await refused(it, decided("I", "city", carriedOut), /只能由国务院、省级人民政府/);
    await refused(it, decided("I", "province"), /upper-document.*执行上级决定的，须写明所执行的文件/);
    await taken(it, decided("I", "province", carriedOut));
  },
);

onPack("a city declares level Ⅲ, a district level Ⅳ", async (it) => {
  await refused(it, decided("III", "county"), /Ⅲ级（较大）响应只能由/);
  await taken(it, decided("IV", "county"));
});

onPack("who declared a response ends it, or who stands above; its days are counted by level", async (it) => {
  await taken(it, decided("I", "province", carriedOut));
  const end = (by: string) => response.to("ended", "2020-02-26", { end: "2020-02-26", "ended-by": by });
  await refused(it, end("county"), /由其或上级终止/);
  await taken(it, end("province"));
  assert.equal(await valueAt(it.district, "response.days", "2020", { level: "I" }), "32");
  assert.equal(await valueAt(it.district, "response.days", "2020", { level: "II" }), "0");
});

const day = recordOf("cases", "YQ-20200125");
const report = (fields: Parameters<typeof day.open>[1]) =>
  day.open("2020-01-25", {
    area: everywhere,
    day: "2020-01-25",
    confirmed: 0,
    suspected: 0,
    signs: 0,
    cleared: 0,
    ...fields,
  });

onPack("a sign is passed on within two hours at each step, counted by the minute", async (it) => {
  const told = {
    found: "2020-01-25T08:00",
    "health-bureau": "2020-01-25T10:00",
    government: "2020-01-25T12:01",
  };
  await refused(it, report({ signs: 1 }), /found.*记发现时间/);
  await refused(it, report({ signs: 1, confirmed: 1, suspected: 1, found: told.found }), /确诊与疑似之和/);
  await taken(it, report({ signs: 1, ...told }));
  for (const [step, met, times] of [
    ["health-bureau", "in-time", "1"],
    ["health-bureau", "late", "0"],
    ["government", "in-time", "0"],
    ["government", "late", "1"],
    ["city", "in-time", "0"],
    ["city", "late", "0"],
  ])
    assert.equal(await valueAt(it.district, `cases.${step}-${met}`, "2020-01"), times, `${step} ${met}`);
  assert.equal(await valueAt(it.district, "cases.confirmed-and-suspected"), "0");
});

onPack("no more come back than were sent, and medical aid is given by medical staff", async (it) => {
  const team = recordOf("deployment", "PQ-2020-0001");
  const called = { area: everywhere, purpose: "medical-aid", destination: "hubei", called: "2020-01-28" };
  await refused(
    it,
    team.open("2020-01-28", { ...called, role: "volunteer" }),
    /医疗支援派出的是医疗卫生人员/,
  );
  await taken(
    it,
    team.open("2020-01-28", { ...called, role: "medical" }),
    team.to("serving", "2020-01-29", { persons: 8 }),
  );
  await refused(it, team.to("returned", "2020-03-18", { back: 9 }), /9 <= 8/);
  await taken(it, team.to("returned", "2020-03-18", { back: 8 }));
});
