/** A made-up district as large as the site's pages need: eight townships, three registers, ten indicators. 演示数据 */
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
  flag,
  text,
} from "../../src/index.ts";
import { reportChinese, reportEnglish } from "./report.ts";

const words = (zh: string, en: string) => ({ zh, en });
const example = words("示例", "example");

const TOWNSHIPS: readonly (readonly [zh: string, en: string, villages: number])[] = [
  ["东街街道", "Dongjie Subdistrict", 3],
  ["北关街道", "Beiguan Subdistrict", 3],
  ["南山镇", "Nanshan Town", 6],
  ["石桥镇", "Shiqiao Town", 5],
  ["柳河镇", "Liuhe Town", 5],
  ["青岭乡", "Qingling Township", 4],
  ["白沙蒙古族乡", "Baisha Mongol Ethnic Township", 4],
  ["云岭种畜场", "Yunling Stock Farm", 1],
];

const district = "999900000000";

export const areas: readonly Area[] = [
  {
    code: district,
    name: words("云岭区", "Yunling District"),
    level: "district",
    parent: null,
    type: "district",
  },
  ...TOWNSHIPS.flatMap(([zh, en, villages], at): Area[] => {
    const code = `9999001${String(at).padStart(2, "0")}000`;
    return [
      { code, name: words(zh, en), level: "township", parent: district, type: "town" },
      ...Array.from({ length: villages }, (_, n): Area => {
        const village = `${code.slice(0, 9)}2${String(n + 1).padStart(2, "0")}`;
        const names = words(
          `${zh.slice(0, 2)}${"甲乙丙丁戊己"[n]}村`,
          `${en.split(" ")[0]} Village ${n + 1}`,
        );
        return { code: village, name: names, level: "village", parent: code, type: "committee" };
      }),
    ];
  }),
];

export const villages = areas.filter((it) => it.level === "village").map((it) => it.code);

const works = defineRegister({
  name: "work",
  title: words("民生实事", "Livelihood works"),
  description: words(
    "一项工程一条记录：从列入计划到验收，修路、建卫生室和文体广场。",
    "One record for each work, from plan to acceptance: roads, clinics and sports squares.",
  ),
  owner: words("云岭区发展和改革局", "Yunling Development and Reform Bureau"),
  visibility: "open",
  key: { title: words("工程编号", "Work number"), schema: text(12) },
  fields: {
    village: { title: words("村", "Village"), schema: area() },
    kind: {
      title: words("类别", "Kind"),
      schema: choice({
        road: words("农村公路", "Rural road"),
        clinic: words("标准化卫生室", "Village clinic"),
        square: words("文体广场", "Sports square"),
      }),
    },
    planned: { title: words("计划投资", "Planned investment"), schema: amount(2), unit: "ten-thousand-yuan" },
    paid: { title: words("已付投资", "Paid"), schema: amount(2).optional(), unit: "ten-thousand-yuan" },
    length: { title: words("里程", "Length"), schema: count().optional(), unit: "metre" },
    start: { title: words("计划开工", "Planned start"), schema: date() },
    finish: { title: words("计划完工", "Planned finish"), schema: date().optional() },
    progress: { title: words("形象进度", "Progress"), schema: count().optional(), unit: "percent" },
    contact: {
      title: words("现场负责人代码", "Site manager's code"),
      schema: text(12).optional(),
      sealed: true,
    },
  },
  area: "village",
  lifecycle: {
    initial: "planned",
    states: {
      planned: { title: words("列入计划", "Planned") },
      started: { title: words("已开工", "Started") },
      suspended: { title: words("暂停", "Suspended") },
      accepted: { title: words("已验收", "Accepted") },
    },
    transitions: [
      { from: "planned", to: "started" },
      { from: "started", to: "accepted", requires: ["paid"] },
      { from: "started", to: "suspended", reason: true },
      { from: "suspended", to: "started" },
      { from: "accepted", to: "started", reason: true },
    ],
  },
  deadlines: [
    {
      id: "start",
      title: words("按计划开工", "Start as planned"),
      from: { field: "start" },
      until: { states: ["started", "accepted"] },
      rules: [
        { value: 1, unit: "month", effectiveFrom: "2016-01-01", effectiveTo: "2018-12-31", source: example },
        { value: 20, unit: "workday", effectiveFrom: "2019-01-01", source: example },
      ],
    },
  ],
  waits: [
    {
      id: "posting",
      title: words("开工前公示", "Posted before the start"),
      from: { field: "start" },
      until: { states: ["started"] },
      rules: [{ value: 7, unit: "day", effectiveFrom: "2022-01-01", source: example }],
      unless: "contact",
    },
  ],
  light: {
    schedule: { from: "start", to: "finish" },
    progress: "progress",
    waiting: ["planned"],
    running: ["started", "suspended"],
    behind: [{ yellow: "10", red: "30", effectiveFrom: "2016-01-01", source: example }],
    unstarted: {
      yellow: { value: 1, unit: "month", effectiveFrom: "2016-01-01", source: example },
      red: { value: 3, unit: "month", effectiveFrom: "2016-01-01", source: example },
    },
  },
  source: words("《云岭区民生实事管理办法》（示例）", "Yunling rules on livelihood works (example)"),
});

const tips = defineRegister({
  name: "tip",
  title: words("群众线索", "Tips from the public"),
  description: words(
    "一条线索一条记录，从受理到查结。只记工作信息，不记举报内容。",
    "One record for each tip, from receipt to closing. Holds workflow only, never what a tip says.",
  ),
  owner: words("云岭区委政法委", "Political and Legal Affairs Commission"),
  visibility: "sealed",
  openState: true,
  key: { title: words("线索编号", "Tip number"), schema: text(12) },
  fields: {
    place: { title: words("属地", "Place"), schema: area() },
    received: { title: words("受理日期", "Received"), schema: date() },
    source: {
      title: words("线索来源", "Source"),
      schema: choice({
        hotline: words("举报电话", "Telephone"),
        mail: words("来信来访", "Letters and visits"),
        member: words("成员单位移交", "Handed over"),
        patrol: words("日常排查", "Routine checks"),
      }),
    },
    named: { title: words("是否实名", "Tipper named"), schema: flag() },
  },
  area: "place",
  lifecycle: {
    initial: "received",
    states: {
      received: { title: words("已受理", "Received") },
      checking: { title: words("正在核查", "Being checked") },
      closed: { title: words("已查结", "Closed") },
    },
    transitions: [
      { from: "received", to: "checking" },
      { from: "checking", to: "closed" },
      { from: "closed", to: "checking", reason: true },
    ],
  },
  deadlines: [
    {
      id: "close",
      title: words("查结", "Close"),
      from: { field: "received" },
      until: { states: ["closed"] },
      rules: [{ value: 60, unit: "workday", effectiveFrom: "2017-01-01", source: example }],
    },
  ],
  source: words("《云岭区线索移送反馈办法》（示例）", "Yunling rules on tips (example)"),
});

const incomes = defineRegister({
  name: "income",
  title: words("收入报表", "Income returns"),
  description: words(
    "统计局报来的居民人均可支配收入。",
    "Disposable income per head as the statistics office returned it.",
  ),
  owner: words("云岭区统计局", "Yunling Statistics Bureau"),
  visibility: "open",
  key: { title: words("报表编号", "Return number"), schema: text(12) },
  fields: {
    place: { title: words("地区", "Area"), schema: area() },
    date: { title: words("期末", "End of period"), schema: date() },
    value: { title: words("人均可支配收入", "Income per head"), schema: amount(0), unit: "yuan" },
    provisional: { title: words("是否初步数", "Provisional"), schema: flag() },
  },
  area: "place",
  lifecycle: {
    initial: "submitted",
    states: {
      submitted: { title: words("已报送", "Submitted") },
      final: { title: words("已核定", "Final") },
    },
    transitions: [{ from: "submitted", to: "final" }],
  },
  standing: { submitted: "provisional", final: "final" },
  source: words("《住户收支与生活状况调查方案》（示例）", "Household survey plan (example)"),
});

const ofWork = {
  register: "work",
  owner: works.owner,
  frequency: "month",
  source: works.source,
} as const;
const ofTip = {
  register: "tip",
  smallCells: { publish: true, why: words("演示数据", "demonstration data") },
  owner: tips.owner,
  frequency: "month",
  source: tips.source,
  unit: "item",
  finest: { area: "district", period: "year" },
} as const;
const accepted = { where: [{ field: "state", in: ["accepted"] }], date: { entered: "accepted" } } as const;

const indicators = [
  defineIndicator({
    ...ofWork,
    ...accepted,
    id: "work.accepted",
    title: words("验收工程", "Works accepted"),
    definition: words(
      "报告期内通过验收的民生工程项数，按最近一次验收日期计。",
      "Works that passed acceptance in the period, by the date of the last acceptance.",
    ),
    unit: "project",
    basis: words(
      "含道路、卫生室和文体广场三类；验收后又返工的，返工期间不计。",
      "Roads, clinics and squares; a work that was reopened is out while it is open.",
    ),
    measure: { count: true },
    nature: "flow",
    by: ["kind"],
    better: "more",
  }),
  defineIndicator({
    ...ofWork,
    id: "work.under-way",
    title: words("在建工程", "Works under way"),
    definition: words(
      "报告期末已开工、未验收的民生工程项数。",
      "Works that are started and not accepted at the end of the period.",
    ),
    unit: "project",
    basis: words("时点数，含暂停的工程。", "A stock; suspended works are in."),
    measure: { count: true },
    nature: "stock",
    where: [{ field: "state", in: ["started", "suspended"] }],
    by: ["kind"],
  }),
  defineIndicator({
    ...ofWork,
    id: "work.lights",
    title: words("工程进度灯", "Works by traffic light"),
    definition: words(
      "报告期末未开工和在建的民生工程项数，按进度灯分。",
      "Works not started or under way at the end of the period, by their traffic light.",
    ),
    unit: "project",
    basis: words("时点数；计划开工日期未到的为绿灯。", "A stock; green until the planned start."),
    measure: { count: true },
    nature: "stock",
    where: [{ field: "light", in: ["green", "yellow", "red"] }],
    by: ["light"],
    better: "less",
  }),
  defineIndicator({
    ...ofWork,
    id: "work.investment",
    title: words("计划投资", "Planned investment"),
    definition: words(
      "报告期内计划开工的工程的计划投资总额。",
      "Planned investment of the works that were to start in the period.",
    ),
    unit: "ten-thousand-yuan",
    decimals: 2,
    basis: words("按计划开工日期归期，不含征地费用。", "By the planned start; without the cost of land."),
    measure: { sum: "planned" },
    nature: "flow",
    date: { field: "start" },
    by: ["kind"],
  }),
  defineIndicator({
    ...ofWork,
    id: "work.paid",
    title: words("已付投资", "Investment paid"),
    definition: words(
      "报告期内计划开工的工程至今已支付的投资。",
      "What has been paid so far for the works that were to start in the period.",
    ),
    unit: "ten-thousand-yuan",
    decimals: 2,
    basis: words("按计划开工日期归期，与计划投资可比。", "By the planned start, as the planned investment."),
    measure: { sum: "paid" },
    nature: "flow",
    date: { field: "start" },
    by: ["kind"],
  }),
  defineIndicator({
    id: "work.clinic-coverage",
    title: words("标准化卫生室覆盖率", "Villages with a clinic"),
    definition: words(
      "至少有一所验收的标准化卫生室的行政村，占全部行政村的比重。",
      "Villages with at least one accepted clinic, out of all villages.",
    ),
    unit: "percent",
    basis: words(
      "分母为行政村名录；一村多所只计一次。",
      "Out of the list of villages; a village counts once.",
    ),
    owner: works.owner,
    frequency: "year",
    source: works.source,
    formula: {
      coverage: { of: { indicator: "work.accepted", where: { kind: "clinic" } }, list: "villages" },
    },
    standards: [
      {
        relation: ">=",
        value: "100",
        effectiveFrom: "2020-01-01",
        source: words("《云岭区卫生室建设规划》（示例）", "Yunling plan for clinics (example)"),
      },
    ],
  }),
  defineIndicator({
    ...ofTip,
    id: "tip.received",
    title: words("受理线索", "Tips received"),
    definition: words(
      "报告期内受理的线索条数，按受理日期计。",
      "Tips received in the period, by the date of receipt.",
    ),
    basis: words(
      "一条线索只计一次，重新核查不另计。",
      "A tip counts once; one that is checked again is not counted again.",
    ),
    measure: { count: true },
    nature: "flow",
    date: { field: "received" },
    by: ["source"],
  }),
  defineIndicator({
    ...ofTip,
    id: "tip.closed",
    title: words("查结线索", "Tips closed"),
    definition: words(
      "报告期内查结的线索条数，按最近一次查结日期计。",
      "Tips closed in the period, by the date of the last closing.",
    ),
    basis: words("查结不等于查实。", "Closed does not mean verified."),
    measure: { count: true },
    nature: "flow",
    where: [{ field: "state", in: ["closed"] }],
    date: { entered: "closed" },
    better: "more",
  }),
  defineIndicator({
    ...ofTip,
    id: "tip.open",
    title: words("在核线索", "Tips under check"),
    definition: words("报告期末尚未查结的线索条数。", "Tips not yet closed at the end of the period."),
    basis: words("时点数。", "A stock."),
    measure: { count: true },
    nature: "stock",
    where: [{ field: "state", in: ["received", "checking"] }],
    better: "less",
  }),
  defineIndicator({
    id: "tip.closing-rate",
    title: words("线索查结率", "Share of tips closed"),
    definition: words("查结线索占受理线索的比重。", "Tips closed out of tips received."),
    unit: "percent",
    basis: words("同一报告期的查结数与受理数之比。", "Both of the same period."),
    owner: tips.owner,
    frequency: "year",
    source: tips.source,
    formula: { share: { part: "tip.closed", whole: "tip.received" } },
    standards: [{ relation: ">=", value: "90", effectiveFrom: "2018-01-01", source: tips.source }],
    better: "more",
  }),
  defineIndicator({
    id: "income.per-head",
    title: words("居民人均可支配收入", "Disposable income per head"),
    definition: words("常住居民全年人均可支配收入。", "Disposable income of a resident in a year."),
    unit: "yuan",
    basis: words(
      "名义值，未扣除价格因素；以统计局报表为准。",
      "Nominal, as the statistics office returned it.",
    ),
    owner: incomes.owner,
    frequency: "year",
    source: incomes.source,
    register: "income",
    measure: { sum: "value" },
    nature: "flow",
    date: { field: "date" },
    reported: true,
    neverSum: { over: ["year", "area"], why: words("人均数不能相加。", "Means per head cannot be added.") },
    better: "more",
  }),
  defineIndicator({
    id: "income.growth",
    title: words("居民人均可支配收入比上年增长", "Growth of income per head"),
    definition: words(
      "居民人均可支配收入与上年相比的增长幅度。",
      "Change of income per head on the year before.",
    ),
    unit: "percent",
    basis: words("名义增长。", "Nominal."),
    owner: incomes.owner,
    frequency: "year",
    source: incomes.source,
    formula: { growth: { of: "income.per-head" } },
  }),
];

const built = {
  ...ofWork,
  unit: "project",
  measure: { count: true },
  nature: "flow",
  date: { entered: "accepted" },
} as const;
const squares = words("文体广场自2019年起列为民生实事", "sports squares are livelihood works from 2019 on");

/** Indicators whose definition changed, and calculations over what changes and over month ends. */
const others = [
  defineIndicator({
    ...built,
    id: "work.built",
    title: words("完工工程", "Works built"),
    definition: words("报告期内完工并验收的工程。", "Works that were built and accepted in the period."),
    basis: words("道路、卫生室和文体广场。", "Roads, clinics and squares."),
    where: accepted.where,
    by: ["kind"],
    breaks: [{ at: "2019-01", before: "work.built-2018", why: squares }],
  }),
  defineIndicator({
    ...built,
    id: "work.built-2018",
    title: words("完工工程（2018年以前口径）", "Works built (as until 2018)"),
    definition: words("报告期内完工并验收的道路和卫生室。", "Roads and clinics accepted in the period."),
    basis: words("只含道路和卫生室，不含文体广场。", "Roads and clinics only, without squares."),
    where: [...accepted.where, { field: "kind", in: ["road", "clinic"] }],
    by: ["kind"],
  }),
  defineIndicator({
    ...ofWork,
    id: "work.open",
    title: words("未完工程", "Works not done"),
    definition: words("报告期末未验收的工程。", "Works that are not accepted at the end of the period."),
    unit: "project",
    basis: words("含列入计划未开工的。", "With those that are planned and not started."),
    measure: { count: true },
    nature: "stock",
    where: [{ field: "state", in: ["planned", "started", "suspended"] }],
    breaks: [
      {
        at: "2019-07",
        before: "work.under-way",
        why: words("自2019年7月起含列入计划的", "planned works are in from July 2019 on"),
      },
    ],
  }),
  defineIndicator({
    ...built,
    id: "work.roads",
    title: words("完工道路", "Roads built"),
    definition: words("报告期内完工并验收的道路。", "Roads that were built and accepted in the period."),
    basis: words("不含文体广场。", "Without squares."),
    where: [...accepted.where, { field: "kind", in: ["road"] }],
    breaks: [
      {
        at: "2019-07",
        before: "work.built-2018",
        why: words("自2019年7月起不含卫生室", "clinics are out from July 2019 on"),
      },
    ],
  }),
  defineIndicator({
    id: "work.built-share",
    title: words("完工占验收", "Built out of accepted"),
    definition: words("完工工程占验收工程的比重。", "Works built out of works accepted."),
    unit: "percent",
    basis: words("同一报告期。", "Of the same period."),
    owner: works.owner,
    frequency: "year",
    source: works.source,
    formula: { share: { part: "work.built", whole: "work.accepted" } },
  }),
  defineIndicator({
    id: "work.built-growth",
    title: words("完工工程比上年增长", "Growth of works built"),
    definition: words("完工工程比上年增长的百分比。", "Change of works built on the year before."),
    unit: "percent",
    basis: words("按后一年的口径比较。", "Compared by the later year's definition."),
    owner: works.owner,
    frequency: "year",
    source: works.source,
    formula: { growth: { of: "work.built" } },
  }),
  defineIndicator({
    id: "work.paid-growth",
    title: words("已付投资可比增长", "Growth of investment paid, over the same kinds"),
    definition: words(
      "两年都有工程的类别的已付投资增长。",
      "Change over the kinds with works in both years.",
    ),
    unit: "percent",
    basis: words("可比口径。", "Over the same kinds."),
    owner: works.owner,
    frequency: "year",
    source: works.source,
    formula: { growth: { of: "work.paid", alike: "kind" } },
  }),
  defineIndicator({
    id: "work.months",
    title: words("在建工程月数", "Work-months under way"),
    definition: words("各月末在建工程之和。", "Works under way at each month's end, added up."),
    unit: "project",
    basis: words("各月末。", "At month ends."),
    decimals: 0,
    owner: works.owner,
    frequency: "year",
    source: works.source,
    formula: { overMonths: { of: "work.under-way" } },
  }),
];

export const pack = definePack({
  district: { code: "999900", name: words("云岭区", "Yunling District"), host: "yunling.example" },
  demonstration: words(
    "演示数据：全部虚构，并无此区",
    "Demonstration data: all made up; there is no such district",
  ),
  period: "2017-04..2021-09",
  areas,
  areasDate: "2021-06-30",
  lists: [
    {
      id: "villages",
      title: words("行政村名录", "List of villages"),
      date: "2021-06-30",
      codes: villages,
      source: example,
    },
    {
      id: "villages",
      title: words("行政村名录", "List of villages"),
      date: "2017-12-31",
      codes: villages.slice(0, -3),
      source: example,
    },
  ],
  registers: [works, tips, incomes],
  indicators: [...indicators, ...others],
  rules: [
    defineRule({
      id: "tip.partition",
      title: words("累计受理 = 累计查结 + 在核", "received to date = closed to date + under check"),
      left: { plus: ["tip.received"] },
      relation: "=",
      right: { plus: ["tip.closed", "tip.open"] },
      periods: "cumulative",
      areas: "district",
      source: example,
    }),
    defineRule({
      id: "work.paid-within-plan",
      title: words("已付投资不超过计划投资", "paid within the plan"),
      left: { plus: ["work.paid"] },
      relation: "<=",
      right: { plus: ["work.investment"] },
      periods: "each",
      areas: "township",
      source: example,
    }),
    defineRule({
      id: "work.coverage-bound",
      title: words("覆盖率不超过100%", "coverage at most 100%"),
      left: { plus: ["work.clinic-coverage"] },
      relation: "<=",
      right: { constant: "100" },
      periods: "cumulative",
      areas: "district",
      source: example,
    }),
  ],
  documents: [
    {
      id: "census",
      title: words("云岭区人口普查公报（虚构）", "Yunling census (made up)"),
      issuer: words("云岭区统计局", "Yunling Statistics Bureau"),
      date: "2021-05",
      number: "云统〔2021〕3号",
    },
  ],
  reports: [
    {
      id: "five-years",
      title: words("云岭区五年成绩单", "Yunling: five years in figures"),
      period: "2017-04..2021-09",
      texts: {
        zh: { file: "five-years.zh.md", markdown: reportChinese },
        en: { file: "five-years.en.md", markdown: reportEnglish },
      },
    },
  ],
});
