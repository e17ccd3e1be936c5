/** A made-up district for the tests: one township and one subdistrict, four villages, three registers. 演示数据 */
import {
  type Area,
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
} from "../../src/index.ts";

const words = (zh: string, en: string) => ({ zh, en });
const owner = words("云岭区发展和改革局", "Yunling Development and Reform Bureau");
const source = words("示例", "example");

const places: readonly (readonly [code: string, zh: string, en: string, type: string])[] = [
  ["999900001000", "东街街道", "Dongjie Subdistrict", "subdistrict"],
  ["999900001001", "东街社区", "Dongjie Community", "community"],
  ["999900100000", "南山镇", "Nanshan Town", "town"],
  ["999900100201", "上河村", "Shanghe Village", "committee"],
  ["999900100202", "下河村", "Xiahe Village", "committee"],
  ["999900100203", "石桥村", "Shiqiao Village", "committee"],
];

export const areas: readonly Area[] = [
  {
    code: "999900000000",
    name: words("云岭区", "Yunling District"),
    level: "district",
    parent: null,
    type: "district",
  },
  ...places.map(([code, zh, en, type]): Area => {
    const township = code.endsWith("000");
    return {
      code,
      name: words(zh, en),
      level: township ? "township" : "village",
      parent: township ? "999900000000" : `${code.slice(0, 9)}000`,
      type,
    };
  }),
];

export const work = defineRegister({
  name: "work",
  title: words("民生工程", "Public works"),
  description: words("道路、卫生室等工程", "Roads, clinics and the like"),
  owner,
  visibility: "open",
  key: { title: words("工程编号", "Work number"), schema: z.string().regex(/^W\d{4,8}$/) },
  fields: {
    village: { title: words("村", "Village"), schema: area() },
    kind: {
      title: words("类别", "Kind"),
      schema: choice({ road: words("道路", "Road"), clinic: words("卫生室", "Clinic") }),
    },
    planned: { title: words("计划投资", "Planned investment"), schema: amount(2), unit: "万元" },
    paid: { title: words("已付投资", "Paid"), schema: amount(2).optional(), unit: "万元" },
    length: { title: words("里程", "Length"), schema: count().optional(), unit: "米" },
    start: { title: words("计划开工", "Planned start"), schema: date() },
    note: { title: words("备注", "Note"), schema: text(100).optional() },
  },
  area: "village",
  lifecycle: {
    initial: "planned",
    states: {
      planned: { title: words("计划", "Planned") },
      started: { title: words("开工", "Started") },
      accepted: { title: words("验收", "Accepted") },
    },
    transitions: [
      { from: "planned", to: "started" },
      { from: "started", to: "accepted", requires: ["paid"] },
      { from: "accepted", to: "started", reason: true },
    ],
  },
  source,
});

export const tip = defineRegister({
  name: "tip",
  title: words("线索", "Tips"),
  description: words("群众反映的线索", "What people reported"),
  owner,
  visibility: "sealed",
  openState: true,
  key: { title: words("线索编号", "Tip number"), schema: z.string().regex(/^T\d{4,8}$/) },
  fields: {
    place: { title: words("属地", "Place"), schema: area() },
    received: { title: words("受理日期", "Received"), schema: date() },
    source: {
      title: words("来源", "Source"),
      schema: choice({ hotline: words("热线", "Hotline"), letter: words("来信", "Letter") }),
    },
    persons: { title: words("涉及人数", "Persons concerned"), schema: count().optional(), unit: "人" },
  },
  area: "place",
  lifecycle: {
    initial: "received",
    states: {
      received: { title: words("受理", "Received") },
      checking: { title: words("在核", "Being checked") },
      closed: { title: words("查结", "Closed") },
    },
    transitions: [
      { from: "received", to: "checking" },
      { from: "checking", to: "closed" },
      { from: "closed", to: "checking", reason: true },
    ],
  },
  source,
});

export const income = defineRegister({
  name: "income",
  title: words("收入报表", "Income returns"),
  description: words("统计局报来的人均收入", "Income per head as the statistics office returned it"),
  owner,
  visibility: "open",
  key: { title: words("报表编号", "Return number"), schema: z.string().regex(/^R\d{4}$/) },
  fields: {
    place: { title: words("地区", "Area"), schema: area() },
    date: { title: words("期末", "End of period"), schema: date() },
    value: { title: words("人均收入", "Income per head"), schema: amount(0), unit: "元" },
  },
  area: "place",
  lifecycle: {
    initial: "submitted",
    states: { submitted: { title: words("已报", "Submitted") } },
    transitions: [],
  },
  standing: { submitted: "provisional" },
  source,
});

const facts = { owner, source, frequency: "month", basis: words("全口径", "all records") } as const;
const titled = (zh: string, en: string) => ({
  title: words(zh, en),
  definition: words(`${zh}的定义`, `what ${en} means`),
});

/** Few records, so that they can be counted by hand: what is said of withholding has its own made-up cases. */
export const countedByHand = {
  smallCells: {
    publish: true,
    why: words("演示数据：逐条可数", "demonstration data, to be counted by hand"),
  },
} as const;

export const pack = definePack({
  district: { code: "999900", name: words("云岭区", "Yunling District"), host: "yunling.example" },
  demonstration: words("演示数据", "demonstration data"),
  period: "2019-01..2021-12",
  areas,
  areasDate: "2021-06-30",
  lists: [
    {
      id: "villages",
      title: words("行政村名录", "Administrative villages"),
      date: "2021-06-30",
      codes: areas.filter((it) => it.type === "committee").map((it) => it.code),
      source,
    },
  ],
  registers: [work, tip, income],
  indicators: [
    defineIndicator({
      ...facts,
      ...titled("工程立项", "works planned"),
      id: "work.planned",
      unit: "个",
      register: "work",
      measure: { count: true },
      nature: "flow",
      date: { field: "start" },
      by: ["kind"],
    }),
    defineIndicator({
      ...facts,
      ...titled("工程验收", "works accepted"),
      id: "work.accepted",
      unit: "个",
      register: "work",
      measure: { count: true },
      nature: "flow",
      where: [{ field: "state", in: ["accepted"] }],
      date: { entered: "accepted" },
      by: ["kind"],
    }),
    defineIndicator({
      ...facts,
      ...titled("在建工程", "works under way"),
      id: "work.under-way",
      unit: "个",
      register: "work",
      measure: { count: true },
      nature: "stock",
      where: [{ field: "state", in: ["started"] }],
      by: ["kind"],
    }),
    defineIndicator({
      ...facts,
      ...titled("已付投资", "paid"),
      id: "work.paid",
      unit: "万元",
      decimals: 2,
      register: "work",
      measure: { sum: "paid" },
      nature: "flow",
      date: { field: "start" },
      by: ["kind"],
    }),
    defineIndicator({
      ...facts,
      ...titled("计划投资", "investment planned"),
      id: "work.investment",
      unit: "万元",
      decimals: 2,
      register: "work",
      measure: { sum: "planned" },
      nature: "flow",
      date: { field: "start" },
      by: ["kind"],
    }),
    defineIndicator({
      ...facts,
      ...titled("卫生室覆盖率", "villages with a clinic"),
      id: "work.clinic-coverage",
      unit: "%",
      formula: {
        coverage: { of: { indicator: "work.accepted", where: { kind: "clinic" } }, list: "villages" },
      },
      standards: [{ relation: ">=", value: "100", effectiveFrom: "2020-01-01", source }],
    }),
    defineIndicator({
      ...facts,
      ...titled("受理线索", "tips received"),
      id: "tip.received",
      unit: "条",
      ...countedByHand,
      register: "tip",
      measure: { count: true },
      nature: "flow",
      date: { field: "received" },
      by: ["source"],
      finest: { area: "district", period: "year" },
    }),
    defineIndicator({
      ...facts,
      ...titled("查结线索", "tips closed"),
      id: "tip.closed",
      unit: "条",
      ...countedByHand,
      register: "tip",
      measure: { count: true },
      nature: "flow",
      where: [{ field: "state", in: ["closed"] }],
      date: { entered: "closed" },
      finest: { area: "district", period: "year" },
    }),
    defineIndicator({
      ...facts,
      ...titled("在手线索", "tips open"),
      id: "tip.open",
      unit: "条",
      ...countedByHand,
      register: "tip",
      measure: { count: true },
      nature: "stock",
      where: [{ field: "state", in: ["received", "checking"] }],
      finest: { area: "district", period: "year" },
    }),
    defineIndicator({
      ...facts,
      ...titled("查结率", "share of tips closed"),
      id: "tip.closing-rate",
      unit: "%",
      formula: { share: { part: "tip.closed", whole: "tip.received" } },
      standards: [{ relation: ">=", value: "50", effectiveFrom: "2019-01-01", source }],
    }),
    defineIndicator({
      ...facts,
      ...titled("人均收入", "income per head"),
      id: "income.value",
      unit: "元",
      register: "income",
      measure: { sum: "value" },
      nature: "flow",
      date: { field: "date" },
      reported: true,
      neverSum: { over: ["year", "area"], why: words("人均数不能相加", "means per head cannot be added") },
    }),
    defineIndicator({
      ...facts,
      ...titled("人均收入增速", "growth of income per head"),
      id: "income.growth",
      unit: "%",
      formula: { growth: { of: "income.value" } },
    }),
  ],
  rules: [
    defineRule({
      id: "tip.partition",
      title: words("受理 = 查结 + 在手", "received = closed + open"),
      left: { plus: ["tip.received"] },
      relation: "=",
      right: { plus: ["tip.closed", "tip.open"] },
      periods: "cumulative",
      areas: "district",
      source,
    }),
    defineRule({
      id: "work.paid-within-plan",
      title: words("已付 ≤ 计划", "paid ≤ planned"),
      left: { plus: ["work.paid"] },
      relation: "<=",
      right: { plus: ["work.investment"] },
      periods: "each",
      areas: "township",
      by: "kind",
      source,
    }),
  ],
  documents: [
    {
      id: "gazette-2021",
      title: words("云岭区统计公报（演示）", "Yunling statistical gazette (demonstration)"),
      issuer: words("云岭区统计局", "Yunling Statistics Bureau"),
      date: "2022-03-01",
    },
  ],
  reports: [],
});

/** As a pack's directory gives it. */
export default pack;
