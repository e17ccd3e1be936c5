import assert from "node:assert/strict";
import { test } from "node:test";
import type { Action } from "huimou";
import { observationOf, valueAt } from "../../../test/district/values.ts";
import assistance from "../registers/assistance/index.ts";
import { everywhere, onPack, recordOf, refused, taken } from "./law.ts";

const one = recordOf("assistance", "DB-2021-0001");
const applied = one.open("2021-07-05", {
  area: everywhere,
  applicant: "演示户",
  members: 3,
  residence: "urban",
  income: "unstable",
  relative: false,
});
const accepted = one.to("accepted", "2021-07-06");
const surveyed = one.to("surveyed", "2021-07-08", {
  surveyed: "2021-07-07",
  "first-surveyor": "D101",
  "second-surveyor": "D501",
  wages: "600.00",
  business: "0",
  property: "0",
  transfer: "150.50",
});
const checked = one.to("checked", "2021-07-12", { asked: "2021-07-09", checked: "2021-07-12" });
const posted = one.to("posted", "2021-07-13");
// 示例 standard since July 2021: 575 a person, so 575 × 3 − 750.50
const grant = { received: "2021-07-21", standard: "575", benefit: "974.50" };
const confirmed = (at: string, fields = {}) => one.to("confirmed", at, { ...grant, ...fields });

onPack("nobody enters payment without acceptance, survey, check, posting and confirmation", async (it) => {
  await taken(it, applied);
  for (const state of ["confirmed", "in-payment", "surveyed", "posted"])
    await refused(it, one.to(state, "2021-07-20", grant), /transition-unknown/);
  await taken(it, accepted, surveyed, checked, posted);
  await refused(it, one.to("in-payment", "2021-08-01"), /transition-unknown/);
  await taken(it, confirmed("2021-07-22"), one.to("in-payment", "2021-08-01"));
  // one household is not told of
  const { missing } = await observationOf(it.district, { indicator: "assistance.due", period: "2021" });
  assert.equal(missing, "suppressed");
});

test("the list that is posted names applicant, members and amount, and nothing else", () => {
  // 《最低生活保障审核确认办法》第二十四条
  const { publicList, visibility } = assistance.register;
  assert.equal(visibility, "sealed");
  assert.deepEqual(publicList?.fields, ["applicant", "members", "benefit"]);
  assert.deepEqual(publicList.states, ["in-payment", "reviewed"]);
});

onPack("the benefit is the standard in force less the income per head, for every member", async (it) => {
  await taken(it, applied, accepted, surveyed, checked, posted);
  await refused(
    it,
    confirmed("2021-07-22", { benefit: "974.49" }),
    /月保障金 =（标准 − 家庭人均收入）× 人数/,
  );
  await refused(
    it,
    // the standard of the year before
    confirmed("2021-07-22", { standard: "546", benefit: "887.50" }),
    /执行确认之日的低保标准/,
  );
  await taken(it, confirmed("2021-07-22"));
});

onPack("a household that has the standard or more is not confirmed", async (it) => {
  const richer = {
    ...surveyed,
    fields: { ...("fields" in surveyed ? surveyed.fields : {}), wages: "1800.00" },
  };
  await taken(it, applied, accepted, richer as typeof surveyed, checked, posted);
  await refused(it, confirmed("2021-07-22", { benefit: "0" }), /家庭人均收入低于低保标准/, /月保障金/);
});

onPack("an opinion is posted for seven whole days before anything is decided", async (it) => {
  await taken(it, applied, accepted, surveyed, checked, posted);
  // posted on the 13th: the seventh day after it is the 20th
  await refused(it, confirmed("2021-07-20"), /too-early.*2021-07-21/);
  await taken(it, confirmed("2021-07-21"));
});

onPack("two persons survey a household, and the district visits near relatives", async (it) => {
  const alone = {
    ...surveyed,
    fields: { ...("fields" in surveyed ? surveyed.fields : {}), "second-surveyor": "D101" },
  };
  await taken(
    it,
    {
      ...applied,
      fields: { ...("fields" in applied ? applied.fields : {}), relative: true },
    } as typeof applied,
    accepted,
  );
  await refused(it, alone as typeof surveyed, /入户调查不少于两人/);
  await taken(it, surveyed, checked, posted);
  await refused(it, confirmed("2021-07-22"), /visited.*近亲属/);
  await taken(it, confirmed("2021-07-22", { visited: "2021-07-21" }));
});

onPack(
  "thirty working days are in time, the thirty-first is late, forty-five at most once extended",
  async (it) => {
    // thirty working days after 6 July end on 17 August; three households, for fewer are not told of
    const way = [applied, accepted, surveyed, checked, posted];
    const put = one.amend("2021-08-10", { extended: "2021-09-07" }, "情况复杂");
    await taken(it, ...way);
    await refused(it, one.amend("2021-08-10", { extended: "2021-09-08" }, "情况复杂"), /2021-09-07/);
    await taken(it, put, confirmed("2021-09-07", { received: "2021-09-01" }));
    const late = confirmed("2021-08-18", { received: "2021-08-10" });
    for (const n of [2, 3])
      await taken(
        it,
        ...[...way, put, confirmed("2021-09-07", { received: "2021-09-01" })].map((action) => of(n, action)),
      );
    for (const n of [4, 5, 6]) await taken(it, ...[...way, late].map((action) => of(n, action)));
    assert.equal(await valueAt(it.district, "assistance.decided-in-time", "2021"), "3");
    assert.equal(await valueAt(it.district, "assistance.decided-late", "2021"), "3");
  },
);

/** The same of another household. */
function of<T extends Action>(number: number, action: T): T {
  return { ...action, record: `DB-2021-000${number}` };
}
