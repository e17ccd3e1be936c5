import {
  area,
  count,
  date,
  defineIndicator,
  defineRegister,
  defineRule,
  instant,
  text,
  type Words,
} from "huimou";
import type { Chapter } from "../chapter.ts";

const owner = { zh: "区疾病预防控制中心", en: "Centre for Disease Control and Prevention" };
const source = {
  zh: "《突发公共卫生事件应急条例》第十九条、第二十条",
  en: "Regulations on Public Health Emergencies, articles 19 and 20",
};

/** The steps by which a sign is passed on; each has two hours. 《突发公共卫生事件应急条例》第十九条、第二十条 */
const chain = [
  [
    "health-bureau",
    "found",
    { zh: "发现单位报区卫健部门", en: "The finder tells the district's health bureau" },
  ],
  [
    "government",
    "health-bureau",
    { zh: "区卫健部门报区政府", en: "The health bureau tells the district government" },
  ],
  ["city", "government", { zh: "区政府报市政府", en: "The district government tells the city" }],
  ["province", "city", { zh: "市政府报省政府", en: "The city tells the province" }],
] as const satisfies readonly (readonly [step: string, after: string, title: Words])[];

const register = defineRegister({
  name: "cases",
  title: { zh: "疫情日报", en: "Daily epidemic reports" },
  description: {
    zh: "一天一条记录：新增确诊、新增疑似、排除的人数；当天发现需要排查的情况的，记每一级报告的时间。",
    en: "One record a day: newly confirmed, newly suspected, ruled out; where a sign was found that day, when each level was told.",
  },
  owner,
  visibility: "open",
  key: { title: { zh: "日报编号", en: "Report number" }, schema: text().regex(/^YQ-20\d{6}$/) },
  fields: {
    area: { title: { zh: "地区", en: "Place" }, schema: area() },
    day: { title: { zh: "日期", en: "Day" }, schema: date() },
    confirmed: { title: { zh: "新增确诊", en: "Newly confirmed" }, schema: count(), unit: "patient" },
    suspected: { title: { zh: "新增疑似", en: "Newly suspected" }, schema: count(), unit: "patient" },
    signs: { title: { zh: "发现待排查", en: "Signs to be looked into" }, schema: count(), unit: "patient" },
    cleared: { title: { zh: "排除", en: "Ruled out" }, schema: count(), unit: "patient" },
    found: { title: { zh: "发现时间", en: "Found at" }, schema: instant().optional() },
    ...Object.fromEntries(
      chain.map(([step, , title]) => [
        step,
        { title: { zh: `${title.zh}的时间`, en: `${title.en} at` }, schema: instant().optional() },
      ]),
    ),
  },
  area: "area",
  lifecycle: {
    initial: "reported",
    states: {
      reported: { title: { zh: "已报告", en: "Reported" } },
      corrected: { title: { zh: "已订正", en: "Corrected" } },
    },
    transitions: [{ from: "reported", to: "corrected", reason: true }],
  },
  checks: [
    {
      id: "found",
      title: { zh: "有确诊、疑似或待排查的，记发现时间", en: "What was found has a time at which it was" },
      when: [{ field: "signs", from: 1 }],
      must: { set: ["found"] },
      source,
    },
    {
      id: "signs",
      title: {
        zh: "确诊与疑似之和不多于发现待排查",
        en: "Confirmed and suspected are among the signs found",
      },
      must: {
        left: { sum: [{ field: "confirmed" }, { field: "suspected" }] },
        relation: "<=",
        right: { field: "signs" },
      },
      source: { zh: "疫情日报的表内关系", en: "Identity within the daily report" },
    },
  ],
  deadlines: chain.map(([step, after, title]) => ({
    id: step,
    title,
    from: { field: after },
    until: { field: step },
    rules: [{ value: 2, unit: "hour", effectiveFrom: "2003-05-09", source }],
  })),
  source,
});

const facts = {
  register: "cases",
  owner,
  frequency: "day",
  source,
  finest: { area: "district", period: "month" },
  nature: "flow",
  date: { field: "day" },
} as const;

const counts = (
  [
    ["confirmed", { zh: "确诊病例", en: "Confirmed cases" }],
    ["suspected", { zh: "疑似病例", en: "Suspected cases" }],
    ["signs", { zh: "发现待排查", en: "Signs looked into" }],
    ["cleared", { zh: "排除", en: "Ruled out" }],
  ] as const
).map(([name, title]) =>
  defineIndicator({
    ...facts,
    id: `cases.${name}`,
    title,
    definition: {
      zh: `报告期内各日报告的${title.zh}之和。`,
      en: `${title.en} in the daily reports of the period, added up.`,
    },
    unit: "patient",
    basis: {
      zh: "本区报告数，按报告日计，以订正后为准；累计数即自首份日报起各日之和。",
      en: "As reported by the district, by the day of the report, corrections included; to date: added up since the first report.",
    },
    measure: { sum: name },
    ...(name === "cleared" || name === "signs" ? {} : { better: "less" as const }),
  }),
);

const reports = defineIndicator({
  ...facts,
  id: "cases.reports",
  title: { zh: "疫情日报", en: "Daily reports" },
  definition: { zh: "报告期内疫情日报的份数。", en: "Daily reports in the period." },
  unit: "copy",
  basis: { zh: "一天一份；零报告也报。", en: "One a day, also where there is nothing to report." },
  measure: { count: true },
});

const both = defineIndicator({
  id: "cases.confirmed-and-suspected",
  title: { zh: "确诊和疑似病例", en: "Confirmed and suspected cases" },
  definition: {
    zh: "报告期内确诊病例与疑似病例之和；为0即“双零”。",
    en: "Confirmed and suspected cases in the period; 0 is what is called a double zero.",
  },
  unit: "patient",
  basis: { zh: "同两项各自口径。", en: "As its two parts." },
  owner,
  frequency: "day",
  source,
  decimals: 0,
  formula: { sum: { plus: ["cases.confirmed", "cases.suspected"] } },
  better: "less",
});

const steps = chain.flatMap(([step, , title]) =>
  (["in-time", "late"] as const).map((met) =>
    defineIndicator({
      ...facts,
      id: `cases.${step}-${met}`,
      title:
        met === "in-time"
          ? { zh: `${title.zh}：按时`, en: `${title.en}: in time` }
          : { zh: `${title.zh}：超时`, en: `${title.en}: late` },
      definition: {
        zh: `报告期内${title.zh}在两小时${met === "in-time" ? "以内" : "之后"}的次数。`,
        en: `Times in the period that this took ${met === "in-time" ? "at most" : "more than"} two hours: ${title.en.toLowerCase()}.`,
      },
      unit: "time",
      basis: { zh: "从上一步的时间起算，按分钟。", en: "Counted from the step before, by the minute." },
      measure: { count: true },
      where: [{ deadline: step, met }],
      better: met === "in-time" ? "more" : "less",
    }),
  ),
);

const rules = [
  defineRule({
    id: "cases.cleared-within-signs",
    title: { zh: "累计排除 + 确诊 + 疑似 ≤ 累计发现", en: "Ruled out + confirmed + suspected ≤ found" },
    left: { plus: ["cases.cleared", "cases.confirmed", "cases.suspected"] },
    relation: "<=",
    right: { plus: ["cases.signs"] },
    periods: "cumulative",
    areas: "district",
    source: { zh: "部分不大于整体", en: "A part is not more than its whole" },
  }),
];

export default { register, indicators: [...counts, reports, both, ...steps], rules } satisfies Chapter;
