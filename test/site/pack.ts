/** A made-up district as large as the site's pages need: eight townships, three registers, ten indicators. 演示数据 */
import { type Area, defineIndicator, definePack, defineRule } from "../../src/index.ts";
import { madeUpMap } from "./made-up-map.ts";
import { example, incomes, tips, words, works } from "./registers.ts";
import { reportChinese, reportEnglish } from "./report.ts";

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
  map: madeUpMap,
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
