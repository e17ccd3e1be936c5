import assert from "node:assert/strict";
import { test } from "node:test";
import { checkText } from "../../src/claims/index.ts";

/** Relations that were published and hold, in the words in which such figures are told (places invented). */
const RELATIONS: readonly string[] = [
  "截至目前，云岭区共受理线索611条，查结595条，正在核查16条。",
  "全区累计报告病例111例，其中轻型31例、普通型7例、重型17例、无症状56例。",
  "特困供养人员1421人，其中集中供养775人，分散供养646人。",
  "孤儿32名，其中散居28名，集中养育4名。",
  "全年地区生产总值244394万元。其中，第一产业增加值62857万元，第二产业增加值65585万元，第三产业增加值115952万元。",
  "工业和建筑业增加值65585万元，其中工业40653万元，其他24932万元。",
  "三次产业结构比例为25.72:26.84:47.44。",
  "三次产业分别占11.8%、48.3%和39.9%。",
  "线索来源中，信访举报、上级交办、巡察移交分别占21%、50%、29%。",
  "三次产业增加值占比分别为11%、65%和24%。",
  "地区生产总值244394万元，其中第一产业增加值62857万元，占25.72%；第二产业增加值65585万元，占26.84%；第三产业增加值115952万元，占47.44%。",
];

function broken(text: string): boolean {
  return checkText(text).findings.some((finding) => finding.verdict === "inconsistent");
}

for (const text of RELATIONS) {
  test(`what holds is said to hold, and raises nothing: ${text}`, () => {
    const { findings } = checkText(text);
    assert.deepEqual(
      findings.filter((finding) => finding.verdict !== "consistent"),
      [],
    );
    assert.ok(findings.length > 0, "the relation is not seen at all");
  });
}

test("at least 95 % of all changes of one digit in a published relation are found", () => {
  let all = 0;
  const missed: string[] = [];
  for (const text of RELATIONS) {
    for (const changed of oneDigitChanged(text)) {
      all += 1;
      if (!broken(changed)) missed.push(changed);
    }
  }
  assert.ok(
    missed.length <= 0.05 * all,
    `${missed.length} of ${all} missed:\n${missed.slice(0, 40).join("\n")}`,
  );
});

/** Every text in which one digit of one number is another; no number begins with a zero that did not. */
function* oneDigitChanged(text: string): Generator<string> {
  for (const { index } of text.matchAll(/\d/g)) {
    const leads = !/[\d.]/.test(text.charAt(index - 1)) && /\d/.test(text.charAt(index + 1));
    for (let digit = leads ? 1 : 0; digit <= 9; digit += 1) {
      if (String(digit) === text.charAt(index)) continue;
      yield `${text.slice(0, index)}${digit}${text.slice(index + 1)}`;
    }
  }
}
