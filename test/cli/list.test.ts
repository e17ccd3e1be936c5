import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { createDistrict } from "../../src/district/index.ts";
import { seconds } from "../district/made-up-district.ts";
import { inFolder } from "../ledger/place.ts";
import { application } from "../pack/personal/records.ts";
import { community, nanshan, shanghe } from "../pack/records.ts";
import { huimou } from "./huimou.ts";

const personalPack = join(import.meta.dirname, "..", "pack", "personal");
const household = (record: string, home: string, applicant: string, members: number) =>
  application(record, home, 2020, { applicant, members, note: "长期患病", phone: "13900001111" });

/** Two households in payment in different townships, one not decided upon, one whose aid ended. */
function withHouseholds(work: (data: string) => Promise<void>): Promise<void> {
  return inFolder(async (folder) => {
    const data = join(folder, "data");
    const district = await createDistrict(data, personalPack, { clock: seconds() });
    const facts = { register: "aid", actor: "经办/民政局" } as const;
    const { issues } = await district.append([
      ...household("SQ-0001", shanghe, "王某", 3),
      ...household("SQ-0002", community, '李某, "老李"', 1),
      ...household("SQ-0003", shanghe, "赵某", 2).slice(0, 1),
      ...household("SQ-0004", shanghe, "孙某", 2),
      { ...facts, kind: "advance", record: "SQ-0004", at: "2021-01-01", to: "ended", reason: "收入提高" },
    ]);
    assert.deepEqual(issues, []);
    await district.close();
    await work(data);
  });
}

test("a posted list shows the declared fields of the records in the declared states, and nothing else of any", () =>
  withHouseholds(async (data) => {
    const { code, out, err } = await huimou(["list", "aid", "--data", data], { language: "zh" });
    assert.deepEqual([code, err], [0, ""]);
    assert.match(
      out,
      /^救助对象公示\n地区：云岭区\n日期：\d{4}-\d{2}-\d{2}\n依据：示例：公示内容限姓名、人口和金额\n共 2 条\n\n/,
    );
    const lines = out
      .split("\n\n")[1]
      ?.trim()
      .split("\n")
      .map((it) => it.split(/ {2,}/));
    assert.deepEqual(lines?.[0], ["申请人", "人口", "月救助金"]);
    assert.deepEqual(lines?.slice(2), [
      ['李某, "老李"', "1", "300"],
      ["王某", "3", "300"],
    ]);
    assert.doesNotMatch(out, /SQ-|赵某|孙某|患病|1390|9999|上河|住址|2020/);
  }));

test("the list of an area is of those in it", () =>
  withHouseholds(async (data) => {
    const listed = async (area: string) =>
      (await huimou(["list", "aid", "--data", data, "--area", area])).out.match(/^(王某|李某)/gm);
    assert.deepEqual(await listed(nanshan), ["王某"]);
    assert.deepEqual(await listed(shanghe), ["王某"]);
    assert.deepEqual(await listed(community), ["李某"]);
  }));

test("as CSV it has its heading beside it, not in it", () =>
  withHouseholds(async (data) => {
    const { out, err } = await huimou(["list", "aid", "--data", data, "--csv"]);
    assert.equal(out, 'Applicant,Members,Monthly aid\r\n"李某, ""老李""",1,300\r\n王某,3,300\r\n');
    assert.match(
      err,
      /^Households in receipt of aid\nArea: Yunling District\nDate: .*\nBy: example: .*\n2 in all\n/,
    );
  }));

test("what declares no list, and an area that is not there, are refused", () =>
  withHouseholds(async (data) => {
    for (const [words, refusal] of [
      [["call"], /call declares no list that may be posted/],
      [["work"], /there is no register work/],
      [["aid", "--area", "110000000000"], /110000000000/],
    ] as const) {
      const { code, out, err } = await huimou(["list", ...words, "--data", data]);
      assert.deepEqual([code, out], [1, ""], words.join(" "));
      assert.match(err, refusal);
    }
  }));
