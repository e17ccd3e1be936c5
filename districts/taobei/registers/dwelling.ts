import {
  amount,
  area,
  choice,
  count,
  date,
  defineIndicator,
  defineRegister,
  defineRule,
  text,
  type Words,
} from "huimou";
import type { Chapter } from "../chapter.ts";

const owner = { zh: "区住房和城乡建设局", en: "Housing and Urban-Rural Development Bureau" };
const titled = (zh: string, en: string): Words => ({ zh, en });
const source = titled(
  "农村危房改造政策；对象、流程和补助标准以省、市文件为准，此处为示例",
  "Policy on dilapidated rural houses; beneficiaries, steps and subsidies follow the documents of province and city and are examples here",
);
const example = (zh: string, en: string): Words => ({ zh: `示例：${zh}`, en: `Example: ${en}` });

/** Whom the policy helped until 2020, and whom from 2021 on. */
const before2021 = {
  registered: titled("建档立卡贫困户", "Registered poor household"),
  "low-income": titled("低保户", "Household on the low-income allowance"),
  destitute: titled("分散供养特困人员", "Destitute person living at home"),
  disabled: titled("贫困残疾人家庭", "Poor household with a disabled member"),
};
const since2021 = {
  "at-risk": titled("易返贫致贫户", "Household at risk of poverty"),
  hardship: titled("突发严重困难户", "Household in sudden hardship"),
  margin: titled("低保边缘家庭", "Household at the margin of the allowance"),
  lifted: titled("其他脱贫户", "Other household lifted out of poverty"),
};

const register = defineRegister({
  name: "dwelling",
  title: titled("农村危房改造", "Dilapidated rural houses"),
  description: titled(
    "一户一档：房屋鉴定等级、对象类别、改造方式、批准和发放的补助。户的情况封存，只公布合计。",
    "One file for each household: grade of the house, class of the household, way of rebuilding, subsidy approved and paid. What tells of a household is sealed; totals are published.",
  ),
  owner,
  visibility: "sealed",
  openState: true,
  key: { title: titled("户档编号", "Number of the file"), schema: text().regex(/^WF-20\d{2}-\d{4}$/) },
  fields: {
    area: { title: titled("所在村", "Village"), schema: area() },
    applied: { title: titled("申请日期", "Applied on"), schema: date() },
    class: {
      title: titled("对象类别", "Class of household"),
      schema: choice({ ...before2021, ...since2021 }),
    },
    members: { title: titled("户内人数", "Members"), schema: count(), unit: "person" },
    grade: {
      title: titled("鉴定等级", "Grade of the house"),
      schema: choice({
        C: titled("C级（局部危房）", "C: dangerous in part"),
        D: titled("D级（整幢危房）", "D: dangerous as a whole"),
      }).optional(),
    },
    way: {
      title: titled("改造方式", "Way of rebuilding"),
      schema: choice({
        repair: titled("修缮加固", "Repaired"),
        rebuild: titled("拆除重建", "Rebuilt"),
      }).optional(),
    },
    approved: { title: titled("批准补助", "Subsidy approved"), schema: amount(2).optional(), unit: "yuan" },
    acceptance: { title: titled("验收编号", "Number of the acceptance"), schema: text(40).optional() },
    paid: { title: titled("发放补助", "Subsidy paid"), schema: amount(2).optional(), unit: "yuan" },
  },
  area: "area",
  lifecycle: {
    initial: "applied",
    states: {
      applied: { title: titled("已申请", "Applied") },
      appraised: { title: titled("已鉴定", "Appraised") },
      village: { title: titled("村评议通过", "Passed by the village") },
      township: { title: titled("乡镇审核通过", "Passed by the township") },
      approved: { title: titled("区批准", "Approved") },
      building: { title: titled("施工中", "Being built") },
      accepted: { title: titled("已验收", "Accepted") },
      paid: { title: titled("补助已发放", "Subsidy paid") },
      refused: { title: titled("不予改造", "Refused") },
    },
    transitions: [
      { from: "applied", to: "appraised", requires: ["grade"] },
      { from: "applied", to: "refused", reason: true },
      { from: "appraised", to: "village" },
      { from: "appraised", to: "refused", reason: true },
      { from: "village", to: "township" },
      { from: "village", to: "refused", reason: true },
      { from: "township", to: "approved", requires: ["way", "approved"] },
      { from: "township", to: "refused", reason: true },
      { from: "approved", to: "building" },
      { from: "building", to: "accepted", requires: ["acceptance"] },
      { from: "accepted", to: "paid", requires: ["paid"] },
    ],
  },
  amounts: [
    {
      id: "subsidy-C",
      title: titled("C级补助上限", "Most for a house of grade C"),
      unit: "yuan",
      values: [
        {
          value: "20000",
          effectiveFrom: "2016-10-01",
          source: example("C级每户不超过2万元", "not more than 20,000 yuan a household"),
        },
      ],
    },
    {
      id: "subsidy-D",
      title: titled("D级补助上限", "Most for a house of grade D"),
      unit: "yuan",
      values: [
        {
          value: "35000",
          effectiveFrom: "2016-10-01",
          source: example("D级每户不超过3.5万元", "not more than 35,000 yuan a household"),
        },
      ],
    },
  ],
  checks: [
    {
      id: "paid-within-approved",
      title: titled("发放补助不多于批准补助", "No more is paid than was approved"),
      must: { left: { field: "paid" }, relation: "<=", right: { field: "approved" } },
      source,
    },
    ...(["C", "D"] as const).map((grade) => ({
      id: `subsidy-${grade}`,
      title: titled(`${grade}级补助不超过上限`, `A subsidy for grade ${grade} keeps to its limit`),
      when: [{ field: "grade", in: [grade] }],
      must: {
        left: { field: "approved" },
        relation: "<=" as const,
        right: { dated: `subsidy-${grade}`, on: { field: "applied" } },
      },
      source: example("按鉴定等级定补助上限", "the limit goes by the grade"),
    })),
    {
      id: "rebuild-is-D",
      title: titled("拆除重建限D级", "Only a house of grade D is rebuilt"),
      when: [{ field: "way", in: ["rebuild"] }],
      must: { where: [{ field: "grade", in: ["D"] }] },
      source,
    },
    {
      id: "four-classes",
      title: titled(
        "2020年底以前限四类重点对象",
        "Until the end of 2020 four classes of households are helped",
      ),
      when: [{ field: "applied", to: "2020-12-31" }],
      must: { where: [{ field: "class", in: Object.keys(before2021) }] },
      source: example("脱贫攻坚期四类重点对象", "the four classes of the years of poverty alleviation"),
    },
    {
      id: "six-classes",
      title: titled("2021年起限六类低收入群体", "From 2021 on six classes of households are helped"),
      when: [{ field: "applied", from: "2021-01-01" }],
      must: { where: [{ field: "class", in: ["low-income", "destitute", ...Object.keys(since2021)] }] },
      source: example("2021年起六类低收入群体", "the six classes from 2021 on"),
    },
  ],
  deadlines: [
    {
      id: "appraise",
      title: titled("房屋鉴定", "Appraise the house"),
      from: { entered: "applied" },
      until: { states: ["appraised", "refused"] },
      rules: [
        {
          value: 20,
          unit: "workday",
          effectiveFrom: "2016-10-01",
          source: example("鉴定时限未公开", "the time limit is not public"),
        },
      ],
    },
    {
      id: "pay",
      title: titled("发放补助", "Pay the subsidy"),
      from: { entered: "accepted" },
      until: { states: ["paid"] },
      rules: [
        {
          value: 30,
          unit: "day",
          effectiveFrom: "2016-10-01",
          source: example("验收后三十日内发放", "within thirty days of the acceptance"),
        },
      ],
    },
  ],
  source,
});

const facts = {
  register: "dwelling",
  owner,
  frequency: "month",
  source,
  finest: { area: "district", period: "year" },
  nature: "flow",
} as const;

const indicators = [
  defineIndicator({
    ...facts,
    id: "dwelling.accepted",
    title: titled("完成危房改造", "Houses made safe"),
    definition: titled(
      "报告期内改造完成并通过验收的农村危房户数，按验收日期计。",
      "Households whose dilapidated house was made safe and accepted in the period.",
    ),
    unit: "household",
    basis: titled(
      "一户一房；按鉴定等级分列；须有验收编号。",
      "One house a household; by grade; each has a numbered acceptance.",
    ),
    measure: { count: true },
    date: { entered: "accepted" },
    where: [{ field: "state", in: ["accepted", "paid"] }],
    by: ["grade"],
    better: "more",
  }),
  defineIndicator({
    ...facts,
    id: "dwelling.approved",
    title: titled("批准危房改造补助", "Subsidies approved"),
    definition: titled(
      "报告期内区批准的危房改造补助金额。",
      "Subsidies approved by the district in the period.",
    ),
    unit: "yuan",
    basis: titled("按批准日期计；后来不再改造的不扣除。", "By the day of the approval."),
    measure: { sum: "approved" },
    date: { entered: "approved" },
    where: [{ field: "state", in: ["approved", "building", "accepted", "paid"] }],
  }),
  defineIndicator({
    ...facts,
    id: "dwelling.paid",
    title: titled("发放危房改造补助", "Subsidies paid"),
    definition: titled(
      "报告期内通过“一卡通”发放的危房改造补助金额。",
      "Subsidies paid to households in the period.",
    ),
    unit: "yuan",
    basis: titled("按发放日期计。", "By the day of the payment."),
    measure: { sum: "paid" },
    date: { entered: "paid" },
    where: [{ field: "state", in: ["paid"] }],
  }),
  defineIndicator({
    ...facts,
    id: "dwelling.in-hand",
    title: titled("在办危房改造", "Houses in hand"),
    definition: titled(
      "报告期末已申请、尚未验收也未被拒绝的户数。",
      "Households that applied and were neither refused nor have an accepted house at the end of the period.",
    ),
    unit: "household",
    basis: titled("时点数。", "A stock."),
    measure: { count: true },
    nature: "stock",
    where: [{ field: "state", in: ["applied", "appraised", "village", "township", "approved", "building"] }],
  }),
];

const rules = [
  defineRule({
    id: "dwelling.paid-within-approved",
    title: titled("累计发放 ≤ 累计批准", "Paid to date ≤ approved"),
    left: { plus: ["dwelling.paid"] },
    relation: "<=",
    right: { plus: ["dwelling.approved"] },
    periods: "cumulative",
    areas: "district",
    source,
  }),
];

export default { register, indicators, rules } satisfies Chapter;
