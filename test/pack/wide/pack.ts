/** The made-up district with every kind of register and measure that can be declared. 演示数据 */
import {
  amount,
  area,
  choice,
  count,
  date,
  defineIndicator,
  definePack,
  defineRegister,
  flag,
  text,
  z,
} from "../../../src/index.ts";
import { pack } from "../pack.ts";

const words = (zh: string, en: string) => ({ zh, en });
const owner = words("云岭区民政局", "Yunling Civil Affairs Bureau");
const source = words("示例", "example");

/** Everything is sealed, the state too. */
export const care = defineRegister({
  name: "care",
  title: words("帮扶", "Care"),
  description: words("困难家庭帮扶", "Households in need"),
  owner,
  visibility: "sealed",
  key: { title: words("档案号", "File number"), schema: z.string().regex(/^C\d{4}$/) },
  fields: {
    home: { title: words("村", "Village"), schema: area() },
    since: { title: words("申请日期", "Applied"), schema: date() },
    members: { title: words("人口", "Members"), schema: count(), unit: "人" },
    monthly: { title: words("月补助", "Monthly"), schema: amount(2).optional(), unit: "元" },
    urgent: { title: words("急难", "Urgent"), schema: flag() },
    told: { title: words("告知日期", "Told on"), schema: date().optional() },
    note: { title: words("备注", "Note"), schema: text(100).optional() },
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
      { from: "applied", to: "ended" },
      { from: "paying", to: "ended" },
      { from: "ended", to: "paying", reason: true },
    ],
  },
  deadlines: [
    {
      id: "decide",
      title: words("审批", "Decide"),
      from: { field: "since" },
      until: { states: ["paying", "ended"] },
      rules: [
        {
          value: 30,
          unit: "workday",
          effectiveFrom: "2019-01-01",
          effectiveTo: "2020-06-30",
          source: words("示例：旧办法", "example: the old rule"),
        },
        {
          value: 1,
          unit: "month",
          effectiveFrom: "2020-07-01",
          source: words("示例：新办法", "example: the new rule"),
        },
      ],
    },
    {
      id: "tell",
      title: words("告知急难户", "Tell the household in urgent need"),
      where: [{ field: "urgent", in: [true] }],
      from: { entered: "ended" },
      until: { field: "told" },
      rules: [{ value: 7, unit: "day", effectiveFrom: "2019-06-01", source }],
    },
  ],
  source,
});

/** Open, with one field that is sealed all the same. */
export const visit = defineRegister({
  name: "visit",
  title: words("走访", "Visits"),
  description: words("入户走访", "Visits to households"),
  owner,
  visibility: "open",
  key: { title: words("走访号", "Visit number"), schema: z.string().regex(/^V\d{4}$/) },
  fields: {
    village: { title: words("村", "Village"), schema: area() },
    day: { title: words("日期", "Day"), schema: date() },
    topic: {
      title: words("事由", "Topic"),
      schema: choice({ health: words("健康", "Health"), income: words("收入", "Income") }),
    },
    persons: { title: words("人数", "Persons"), schema: count(), unit: "人" },
    contact: { title: words("联系人", "Contact"), schema: text(100).optional(), sealed: true },
  },
  area: "village",
  lifecycle: {
    initial: "planned",
    states: {
      planned: { title: words("计划", "Planned") },
      done: { title: words("完成", "Done") },
    },
    transitions: [{ from: "planned", to: "done" }],
  },
  deadlines: [
    {
      id: "visit",
      title: words("走访", "Visit"),
      from: { field: "day" },
      until: { states: ["done"] },
      rules: [{ value: 0, unit: "day", effectiveFrom: "2019-01-01", endsOnRestDay: true, source }],
    },
  ],
  source,
});

/** Reports that run from the year's beginning, and tell how far they are settled. */
export const jobs = defineRegister({
  name: "jobs",
  title: words("就业报表", "Job returns"),
  description: words("各镇街报来的新增就业，累计数", "New jobs as the townships return them, year to date"),
  owner,
  visibility: "open",
  key: { title: words("报表号", "Return number"), schema: z.string().regex(/^J\d{4}$/) },
  fields: {
    place: { title: words("地区", "Area"), schema: area() },
    end: { title: words("期末", "End of period"), schema: date() },
    value: { title: words("累计人数", "Persons since January"), schema: count(), unit: "人" },
  },
  area: "place",
  lifecycle: {
    initial: "submitted",
    states: {
      draft: { title: words("草稿", "Draft") },
      submitted: { title: words("已报", "Submitted") },
      final: { title: words("最终数", "Final") },
      revised: { title: words("修订数", "Revised") },
    },
    transitions: [
      { from: "submitted", to: "final" },
      { from: "final", to: "revised", reason: true },
      { from: "submitted", to: "draft" },
      { from: "draft", to: "final" },
    ],
  },
  standing: { submitted: "provisional", final: "final", revised: "revised" },
  source,
});

const facts = { owner, source, frequency: "month", basis: words("全口径", "all records") } as const;
const titled = (zh: string, en: string) => ({
  title: words(zh, en),
  definition: words(`${zh}的定义`, `what ${en} means`),
});

const measures = [
  defineIndicator({
    ...facts,
    ...titled("申请户数", "households that applied"),
    id: "care.applied",
    unit: "户",
    register: "care",
    measure: { count: true },
    nature: "flow",
    date: { field: "since" },
    by: ["urgent"],
    finest: { area: "township", period: "year" },
  }),
  defineIndicator({
    ...facts,
    ...titled("在发人口", "persons in payment"),
    id: "care.members",
    unit: "人",
    register: "care",
    measure: { sum: "members" },
    nature: "stock",
    where: [{ field: "state", in: ["paying"] }],
    by: ["urgent"],
    finest: { area: "township", period: "year" },
  }),
  ...(["in-time", "late"] as const).map((met) =>
    defineIndicator({
      ...facts,
      ...titled(
        met === "late" ? "逾期审批" : "按期审批",
        met === "late" ? "decided late" : "decided in time",
      ),
      id: `care.decided-${met}`,
      unit: "户",
      register: "care",
      measure: { count: true },
      nature: "flow",
      where: [{ deadline: "decide", met }],
      date: { field: "since" },
      by: ["urgent"],
      finest: { area: "township", period: "year" },
    }),
  ),
  defineIndicator({
    ...facts,
    ...titled("按期告知的终止户", "ended households that were told in time"),
    id: "care.told-in-time",
    unit: "户",
    register: "care",
    measure: { count: true },
    nature: "stock",
    where: [
      { field: "state", in: ["ended"] },
      { deadline: "tell", met: "in-time" },
    ],
    finest: { area: "township", period: "year" },
  }),
  defineIndicator({
    ...facts,
    ...titled("逾期走访", "visits made late"),
    id: "visit.late",
    unit: "次",
    register: "visit",
    measure: { sum: "persons" },
    nature: "flow",
    where: [{ deadline: "visit", met: "late" }],
    date: { entered: "done" },
  }),
  defineIndicator({
    ...facts,
    ...titled("验收次数", "acceptances, repeated ones too"),
    id: "work.acceptances",
    unit: "次",
    register: "work",
    measure: { count: true },
    nature: "flow",
    date: { each: "accepted" },
    by: ["kind"],
  }),
  defineIndicator({
    ...facts,
    ...titled("开工时已付", "paid by the time of each start"),
    id: "work.paid-by-start",
    unit: "万元",
    decimals: 2,
    register: "work",
    measure: { sum: "paid" },
    nature: "flow",
    where: [{ field: "paid", set: true }],
    date: { each: "started" },
    by: ["state"],
  }),
  defineIndicator({
    ...facts,
    ...titled("工期", "days from start to acceptance"),
    id: "work.days",
    unit: "日",
    register: "work",
    measure: { days: { from: { entered: "started" }, to: { entered: "accepted" } } },
    nature: "flow",
    where: [{ field: "state", in: ["accepted"] }],
    date: { entered: "accepted" },
    by: ["kind"],
  }),
  defineIndicator({
    ...facts,
    ...titled("起发人口", "persons whose payment began, each time"),
    id: "care.begun",
    unit: "人",
    register: "care",
    measure: { sum: "members" },
    nature: "flow",
    date: { each: "paying" },
    by: ["urgent"],
    finest: { area: "township", period: "year" },
  }),
  defineIndicator({
    ...facts,
    ...titled("在发户等候日数", "days that households in payment waited"),
    id: "care.waited",
    unit: "日",
    register: "care",
    measure: { days: { from: { field: "since" }, to: { entered: "paying" } } },
    nature: "stock",
    where: [{ field: "state", in: ["paying"] }],
    finest: { area: "township", period: "year" },
  }),
  defineIndicator({
    ...facts,
    ...titled("月补助合计", "paid a month"),
    id: "care.money",
    unit: "元",
    decimals: 2,
    register: "care",
    measure: { sum: "monthly" },
    nature: "stock",
    where: [
      { field: "state", in: ["paying"] },
      { field: "monthly", set: true },
    ],
  }),
  defineIndicator({
    ...facts,
    ...titled("大户走访", "visits to large households"),
    id: "visit.large",
    unit: "次",
    register: "visit",
    measure: { count: true },
    nature: "flow",
    where: [{ field: "persons", from: 3, to: 50 }],
    date: { field: "day" },
    by: ["topic", "state"],
  }),
  defineIndicator({
    ...facts,
    ...titled("走访人数", "persons visited"),
    id: "visit.persons",
    unit: "人",
    register: "visit",
    measure: { sum: "persons" },
    nature: "flow",
    date: { entered: "done" },
    neverSum: { over: ["area"], why: words("人员重复", "the same persons may be visited twice") },
  }),
  defineIndicator({
    ...facts,
    ...titled("待访", "visits still to be made"),
    id: "visit.waiting",
    unit: "次",
    register: "visit",
    measure: { count: true },
    nature: "stock",
    where: [
      { field: "state", in: ["planned"] },
      { field: "contact", set: false },
    ],
    by: ["topic"],
  }),
];

const reported = [
  defineIndicator({
    ...facts,
    ...titled("新增就业", "new jobs"),
    id: "jobs.new",
    unit: "人",
    register: "jobs",
    measure: { sum: "value" },
    nature: "flow",
    date: { field: "end" },
    reported: true,
    cumulative: true,
    standards: [{ relation: ">=", value: "100", effectiveFrom: "2019-06-01", source }],
  }),
  defineIndicator({
    ...facts,
    ...titled("各月累计数之和", "what the returns say, added up"),
    id: "jobs.stated",
    unit: "人",
    register: "jobs",
    measure: { sum: "value" },
    nature: "flow",
    date: { field: "end" },
    reported: true,
    by: ["state"],
    finest: { area: "township", period: "year" },
  }),
  defineIndicator({
    ...facts,
    ...titled("新增就业增速", "growth of new jobs"),
    id: "jobs.growth",
    unit: "%",
    formula: { growth: { of: "jobs.new" } },
    standards: [
      {
        relation: ">=",
        value: "-50",
        effectiveFrom: "2019-01-01",
        effectiveTo: "2020-06-30",
        source: words("示例：旧目标", "example: the old target"),
      },
      {
        relation: ">=",
        value: "0",
        effectiveFrom: "2020-07-01",
        source: words("示例：新目标", "example: the new target"),
      },
    ],
  }),
];

const formulas = [
  defineIndicator({
    ...facts,
    ...titled("已发补助", "paid"),
    id: "care.paid",
    unit: "元",
    decimals: 2,
    formula: { overMonths: { of: "care.money" } },
  }),
  defineIndicator({
    ...facts,
    ...titled("在发人月", "person-months in payment"),
    id: "care.person-months",
    unit: "人",
    decimals: 0,
    formula: { overMonths: { of: { indicator: "care.members", where: { urgent: "true" } } } },
  }),
  defineIndicator({
    ...facts,
    ...titled("在建工程月", "work-months under way"),
    id: "work.months",
    unit: "个",
    decimals: 0,
    formula: { overMonths: { of: "work.under-way" } },
  }),
  defineIndicator({
    ...facts,
    ...titled("三项工程数的均值", "mean of three counts of works"),
    id: "work.mean",
    unit: "个",
    formula: {
      mean: { of: ["work.planned", "work.accepted", { indicator: "work.planned", where: { kind: "road" } }] },
    },
  }),
  defineIndicator({
    ...facts,
    ...titled("计划投资增速", "growth of investment"),
    id: "work.investment-growth",
    unit: "%",
    formula: { growth: { of: "work.investment" } },
  }),
  defineIndicator({
    ...facts,
    ...titled("计划投资可比增速", "growth of investment over the same kinds"),
    id: "work.investment-growth-alike",
    unit: "%",
    formula: { growth: { of: "work.investment", alike: "kind" } },
  }),
];

export default definePack({
  ...pack,
  // two villages became three: Shiqiao was listed later
  lists: [
    ...pack.lists,
    ...pack.lists.map(({ codes, ...list }) => ({ ...list, date: "2019-06-30", codes: codes.slice(0, 2) })),
  ],
  // a pack's own registers: that of explanations joins every pack by itself
  registers: [...pack.registers.filter((it) => it.name !== "explanation"), care, visit, jobs],
  indicators: [...pack.indicators, ...measures, ...reported, ...formulas],
});
