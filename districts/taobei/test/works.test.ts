import assert from "node:assert/strict";
import type { MadeUpDistrict } from "../../../test/district/made-up-district.ts";
import { valueAt } from "../../../test/district/values.ts";
import { everywhere, onPack, recordOf, refused, taken } from "./law.ts";

const work = recordOf("project", "MS-2020-0001");
const listed = work.open("2020-02-10", {
  title: "示例村卫生室",
  kind: "clinic",
  area: everywhere,
  department: "health",
  responsible: "示例村",
  listed: "2020-02-10",
  measured: "facility",
  plannedQuantity: "1.0",
  planned: "20.00",
  paid: "0.00",
  plannedStart: "2020-04-01",
  plannedFinish: "2020-10-01",
  node: "preparation",
});
const light = async ({ district }: MadeUpDistrict, month: string) => {
  const shown: string[] = [];
  for (const colour of ["green", "yellow", "red"])
    if ((await valueAt(district, "project.lights", month, { light: colour })) === "1") shown.push(colour);
  return shown.join();
};

onPack("a work that does not start shows yellow after a month and red after three, by itself", async (it) => {
  await taken(it, listed);
  assert.equal(await light(it, "2020-03"), "green");
  assert.equal(await light(it, "2020-04"), "green");
  assert.equal(await light(it, "2020-05"), "yellow");
  assert.equal(await light(it, "2020-06"), "yellow");
  assert.equal(await light(it, "2020-07"), "red");
});

onPack(
  "a work under way is held against its schedule: 10 points behind yellow, more than 30 red",
  async (it) => {
    // 183 days from start to finish: at the end of June 49 per cent of them are gone, at the end of July 66
    await taken(it, listed, work.to("started", "2020-04-01", { progress: 0 }));
    await taken(it, work.amend("2020-06-20", { progress: 42 }, "报送形象进度"));
    assert.equal(await light(it, "2020-04"), "yellow");
    assert.equal(await light(it, "2020-05"), "red");
    assert.equal(await light(it, "2020-06"), "green");
    assert.equal(await light(it, "2020-07"), "yellow");
    assert.equal(await light(it, "2020-08"), "red");
    await taken(it, work.to("built", "2020-09-20", { quantity: "1.0", progress: 100, node: "completion" }));
    assert.equal(await light(it, "2020-09"), "");
    assert.equal(await valueAt(it.district, "project.built-in-time", "2020"), "1");
  },
);

onPack("no more is paid than planned, and nothing is accepted without a number", async (it) => {
  await taken(it, listed, work.to("started", "2020-04-01"));
  await refused(it, work.amend("2020-05-01", { paid: "20.01" }, "拨款"), /20\.01 <= 20/);
  await taken(it, work.amend("2020-05-01", { planned: "21.00", paid: "20.01" }, "经批准调整计划"));
  await taken(it, work.to("built", "2020-09-20", { quantity: "1.0" }));
  await refused(it, work.to("accepted", "2020-10-08"), /acceptance/);
});

const house = recordOf("dwelling", "WF-2020-0001");
const applied = house.open("2020-03-02", {
  area: everywhere,
  applied: "2020-03-02",
  class: "low-income",
  members: 2,
});

onPack(
  "a house is rebuilt at grade D only, and a subsidy keeps to its limit and to what was approved",
  async (it) => {
    await taken(
      it,
      applied,
      house.to("appraised", "2020-03-10", { grade: "C" }),
      house.to("village", "2020-03-16"),
      house.to("township", "2020-03-20"),
    );
    await refused(
      it,
      house.to("approved", "2020-03-27", { way: "rebuild", approved: "20000" }),
      /拆除重建限D级/,
    );
    await refused(
      it,
      house.to("approved", "2020-03-27", { way: "repair", approved: "20000.01" }),
      /C级补助不超过上限/,
    );
    await taken(
      it,
      house.to("approved", "2020-03-27", { way: "repair", approved: "18000" }),
      house.to("building", "2020-04-10"),
      house.to("accepted", "2020-05-20", { acceptance: "YS-1" }),
    );
    await refused(it, house.to("paid", "2020-06-01", { paid: "18000.01" }), /发放补助不多于批准补助/);
    await taken(it, house.to("paid", "2020-06-01", { paid: "18000" }));
  },
);

onPack("whom the policy helps changed with the year 2021", async (it) => {
  const of = (at: string, group: string) =>
    house.open(at, { area: everywhere, applied: at, class: group, members: 1 });
  await refused(it, of("2020-12-31", "at-risk"), /四类重点对象/);
  await refused(it, of("2021-01-04", "registered"), /六类低收入群体/);
  await taken(it, of("2021-01-04", "at-risk"));
});
