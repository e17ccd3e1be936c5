/** The made-up district with a register of persons, a list that may be posted, and few enough cases to be small. 演示数据 */
import {
  amount,
  area,
  choice,
  count,
  date,
  defineIndicator,
  definePack,
  defineRegister,
  defineRule,
  text,
  z,
} from "../../../src/index.ts";
import { pack } from "../pack.ts";

const words = (zh: string, en: string) => ({ zh, en });
const owner = words("云岭区民政局", "Yunling Civil Affairs Bureau");
const source = words("示例", "example");

/** Everything is sealed: who asked for aid, why, and what came of it. */
export const aid = defineRegister({
  name: "aid",
  title: words("救助", "Aid"),
  description: words("救助申请", "Applications for aid"),
  owner,
  visibility: "sealed",
  key: { title: words("申请号", "Application number"), schema: z.string().regex(/^SQ-[0-9X]{4,18}$/) },
  fields: {
    applicant: { title: words("申请人", "Applicant"), schema: text(40) },
    identity: { title: words("公民身份号码", "Identity number"), schema: z.string().regex(/^\d{17}[\dX]$/) },
    phone: { title: words("电话", "Telephone"), schema: z.string().regex(/^1\d{10}$/) },
    address: { title: words("住址", "Address"), schema: text(80) },
    home: { title: words("村", "Village"), schema: area() },
    applied: { title: words("申请日期", "Applied on"), schema: date() },
    kind: {
      title: words("类别", "Kind"),
      schema: choice({ poor: words("困难", "Poor"), ill: words("患病", "Ill") }),
    },
    members: { title: words("人口", "Members"), schema: count(), unit: "person" },
    monthly: { title: words("月救助金", "Monthly aid"), schema: amount(2).optional(), unit: "yuan" },
    note: { title: words("情况", "Circumstances"), schema: text(200).optional() },
  },
  area: "home",
  lifecycle: {
    initial: "applied",
    states: {
      applied: { title: words("申请", "Applied") },
      paying: { title: words("在发", "In payment") },
      ended: { title: words("终止", "Ended") },
    },
    transitions: [
      { from: "applied", to: "paying", requires: ["monthly"] },
      { from: "applied", to: "ended", reason: true },
      { from: "paying", to: "ended", reason: true },
    ],
  },
  publicList: {
    title: words("救助对象公示", "Households in receipt of aid"),
    fields: ["applicant", "members", "monthly"],
    states: ["paying"],
    source: words("示例：公示内容限姓名、人口和金额", "example: name, members and amount alone"),
  },
  source,
});

/** Open, but for whom to call. */
export const call = defineRegister({
  name: "call",
  title: words("回访", "Calls"),
  description: words("回访登记", "Calls made after a matter was closed"),
  owner,
  visibility: "open",
  key: { title: words("回访号", "Call number"), schema: z.string().regex(/^H\d{4}$/) },
  fields: {
    village: { title: words("村", "Village"), schema: area() },
    day: { title: words("日期", "Day"), schema: date() },
    contact: { title: words("联系人", "Contact"), schema: text(80).optional(), sealed: true },
    answer: {
      title: words("答复", "Answer"),
      schema: choice({ content: words("满意", "Content"), not: words("不满意", "Not content") }),
      sealed: true,
    },
  },
  area: "village",
  lifecycle: { initial: "made", states: { made: { title: words("已回访", "Made") } }, transitions: [] },
  source,
});

const facts = {
  owner,
  source,
  frequency: "year",
  basis: words("全口径", "all records"),
  finest: { area: "township", period: "year" },
} as const;
const titled = (zh: string, en: string) => ({
  title: words(zh, en),
  definition: words(`${zh}的定义`, `what ${en} means`),
});
const ofAid = { ...facts, register: "aid", measure: { count: true }, unit: "household" } as const;

const indicators = [
  defineIndicator({
    ...ofAid,
    ...titled("申请户数", "households that applied"),
    id: "aid.applied",
    nature: "flow",
    date: { field: "applied" },
    by: ["kind"],
  }),
  defineIndicator({
    ...ofAid,
    ...titled("申请人口", "persons in them"),
    id: "aid.persons",
    unit: "person",
    measure: { sum: "members" },
    nature: "flow",
    date: { field: "applied" },
  }),
  defineIndicator({
    ...ofAid,
    ...titled("在发户数", "households in payment"),
    id: "aid.paying",
    nature: "stock",
    where: [{ field: "state", in: ["paying"] }],
  }),
  defineIndicator({
    ...ofAid,
    ...titled("其他户数", "other households"),
    id: "aid.others",
    nature: "stock",
    where: [{ field: "state", in: ["applied", "ended"] }],
  }),
  defineIndicator({
    ...facts,
    ...titled("户均人口", "persons per household"),
    id: "aid.size",
    unit: "person",
    formula: { ratio: { of: "aid.persons", to: "aid.applied" } },
  }),
  defineIndicator({
    ...facts,
    ...titled("申请增速", "growth of applications"),
    id: "aid.growth",
    unit: "percent",
    formula: { growth: { of: "aid.applied" } },
  }),
  defineIndicator({
    ...facts,
    ...titled("回访次数", "calls made"),
    id: "call.made",
    register: "call",
    measure: { count: true },
    unit: "次",
    nature: "flow",
    date: { field: "day" },
    by: ["answer"],
  }),
];

const rules = [
  defineRule({
    id: "aid.all-stand-somewhere",
    title: words("累计申请 = 在发 + 其他", "applied = in payment + others"),
    left: { plus: ["aid.applied"] },
    relation: "=",
    right: { plus: ["aid.paying", "aid.others"] },
    periods: "cumulative",
    areas: "township",
    source,
  }),
];

/** As a pack's directory gives it. */
export default definePack({
  ...pack,
  registers: [aid, call],
  indicators,
  rules,
  lists: [],
  documents: [],
  reports: [
    {
      id: "aid",
      title: words("救助工作", "Aid"),
      period: "2019..2021",
      texts: {
        zh: { file: "aid.zh.md", markdown: "# 救助工作\n\n三年共受理申请:fig[65户]{aid.applied}。\n" },
        en: {
          file: "aid.en.md",
          markdown: "# Aid\n\nIn three years :fig[65 households]{aid.applied} applied.\n",
        },
      },
    },
  ],
});
