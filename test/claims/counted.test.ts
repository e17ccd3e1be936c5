import assert from "node:assert/strict";
import { test } from "node:test";
import { checkText } from "../../src/claims/index.ts";

/** A sentence (invented), and what each of its quantities counts, in order. */
const SENTENCES: readonly (readonly [sentence: string, ...counted: string[]])[] = [
  ["共受理线索611条，查结595条，在核16条。", "线索", "线索", "线索"],
  // an earlier level, a plan, a difference: of what was named before
  [
    "一般公共预算收入18640万元，为年初预算18100万元的103.0%，比上年的17260万元增长8.0%，增收1380万元。",
    ...Array(6).fill("一般公共预算收入"),
  ],
  ["社会救助支出540万元，比上年的500万元增加40万元，增长8%。", ...Array(4).fill("社会救助支出")],
  ["茶叶产量5840吨，2019年为5420吨。", "茶叶产量", "茶叶产量"],
  ["累计报告确诊病例486例，较16日24时的462例增长5.2%。", "确诊病例", "确诊病例", "确诊病例"],
  ["适老化改造320户，任务数为300户。", "适老化改造", "适老化改造"],
  // of the whole, not of the last of its parts
  [
    "全镇企业152家，其中食品加工43家、新材料29家，比2018年的97家多了55家。",
    "企业",
    "食品加工",
    "新材料",
    "企业",
    "企业",
  ],
  [
    "发放救助资金5912万元，其中低保金3200万元。比上年的5480万元增加432万元。",
    "救助资金",
    "低保金",
    "救助资金",
    "救助资金",
  ],
  // means and years that go on: of what was told in the same unit
  ["派出驻村干部236名，走进59个村，平均每村4名。", "驻村干部", "村", "驻村干部"],
  ["完成固定资产投资813.5亿元，逐年分别为142.5亿元、158.3亿元。", ...Array(3).fill("固定资产投资")],
  // a verb behind its thing; a verb that is the head of a noun; somebody who does it is nothing that is counted
  ["流行性感冒报告2304例，手足口病报告263例。", "流行性感冒", "手足口病"],
  ["困难残疾人生活补贴3215人，个案服务173例。", "困难残疾人生活补贴", "个案服务"],
  ["公安机关破获943起。", "none"],
  ["移交问题线索7条，给予党纪政务处分4人。", "问题线索", "党纪政务处分"],
  // a share is of its part, a level behind 占 of the whole
  ["低保对象占常住人口36.7万人的1.6%。", "常住人口", "低保对象"],
  ["民生支出1.12亿元，占财政总支出1.37亿元的81.8%。", "民生支出", "财政总支出", "民生支出"],
  // of what kind, and not what
  ["建成创新平台34个，其中国家级5个、省级29个。", ...Array(3).fill("创新平台")],
  ["对58个预算部门开展评价，评为优秀的19个、良好的32个。", ...Array(3).fill("预算部门")],
  ["按居住地，城镇3120人，农村1680人。", "城镇", "农村"],
  // terms that begin or end as an adverb or a verb does
  ["全年出生人口3126人，出生率为5.95‰。", "出生人口", "出生率"],
  ["查处超速行驶2.14万起，直接财产损失58.7万元。", "超速行驶", "直接财产损失"],
  ["有效警情由上年同期的361起降至294起，下降18.6%。", ...Array(3).fill("有效警情")],
  ["发病率为279.86/10万。", "发病率"],
  ["公园绿地64公顷（合960亩）。", "公园绿地", "公园绿地"],
  // behind 的
  ["搬进了75平方米的新居。", "新居"],
  ["日均投入警力420人。", "警力"],
];

for (const [sentence, ...counted] of SENTENCES)
  test(`what is counted in: ${sentence}`, () => {
    assert.deepEqual(
      checkText(sentence).quantities.map((it) => it.counts),
      counted,
    );
  });
