import { area, choice, count, date, defineIndicator, defineRegister, defineRule, text } from "huimou";
import type { Chapter } from "../chapter.ts";

const owner = { zh: "区卫生健康局", en: "Health Bureau" };
const source = {
  zh: "《中华人民共和国疫苗管理法》第四十六条（接种记录）；剂次程序按当时的新冠疫苗接种技术指南",
  en: "Vaccine Administration Law, article 46 (records of vaccination); courses as in the technical guide for COVID-19 vaccination of the time",
};

const register = defineRegister({
  name: "vaccination",
  title: { zh: "新冠疫苗接种日报", en: "COVID-19 vaccination, daily" },
  description: {
    zh: "一个接种点一天、一个年龄段、一种疫苗、一个剂次一条记录，只记剂次数，不记受种人。",
    en: "One record for each site, day, age band, vaccine and dose number: how many doses, never to whom.",
  },
  owner,
  visibility: "open",
  key: {
    title: { zh: "日报编号", en: "Number of the daily report" },
    schema: text().regex(/^JZ-20\d{6}-\d{9}-[a-z0-9]+-[iap][1-3](-\d+)?$/),
  },
  fields: {
    area: { title: { zh: "接种点所在地", en: "Place of the site" }, schema: area() },
    day: { title: { zh: "接种日期", en: "Day" }, schema: date() },
    site: { title: { zh: "接种点", en: "Site" }, schema: text(60) },
    vaccine: {
      title: { zh: "疫苗类型", en: "Vaccine" },
      schema: choice({
        inactivated: { zh: "灭活疫苗", en: "Inactivated" },
        adenovirus: { zh: "腺病毒载体疫苗", en: "Adenovirus vector" },
        protein: { zh: "重组蛋白疫苗", en: "Recombinant protein" },
      }),
    },
    dose: {
      title: { zh: "剂次", en: "Dose number" },
      schema: choice({
        first: { zh: "第一剂", en: "First" },
        second: { zh: "第二剂", en: "Second" },
        third: { zh: "第三剂", en: "Third" },
      }),
    },
    age: {
      title: { zh: "年龄段", en: "Age band" },
      schema: choice({
        "12-17": { zh: "12—17岁", en: "12–17" },
        "18-59": { zh: "18—59岁", en: "18–59" },
        "60-plus": { zh: "60岁及以上", en: "60 and over" },
      }),
    },
    doses: { title: { zh: "接种剂次", en: "Doses given" }, schema: count(), unit: "dose" },
  },
  area: "area",
  lifecycle: {
    initial: "reported",
    states: {
      reported: { title: { zh: "已上报", en: "Reported" } },
      final: { title: { zh: "已核定", en: "Final" } },
    },
    transitions: [{ from: "reported", to: "final" }],
  },
  deadlines: [
    {
      id: "settle",
      title: { zh: "核定", en: "Settle" },
      from: { field: "day" },
      until: { states: ["final"] },
      rules: [
        {
          value: 3,
          unit: "workday",
          effectiveFrom: "2021-01-01",
          source: {
            zh: "示例：本区日报核定时限未公开",
            en: "Example: the district's own time limit is not public",
          },
        },
      ],
    },
  ],
  source,
});

const facts = {
  register: "vaccination",
  owner,
  frequency: "day",
  source,
  nature: "flow",
  date: { field: "day" },
  measure: { sum: "doses" },
  finest: { area: "township", period: "month" },
  better: "more",
} as const;
const rate = { owner, frequency: "month", source, unit: "percent", better: "more" } as const;

const indicators = [
  defineIndicator({
    ...facts,
    id: "vaccination.doses",
    title: { zh: "接种剂次", en: "Doses given" },
    definition: {
      zh: "报告期内接种的新冠疫苗剂次数，按接种日期计。",
      en: "Doses given in the period, by day.",
    },
    unit: "dose",
    basis: {
      zh: "剂次不是人数；含外地来区居民，按接种地计。",
      en: "Doses are not persons; visitors are in: by the place of vaccination.",
    },
    by: ["vaccine", "dose", "age"],
  }),
  defineIndicator({
    ...facts,
    id: "vaccination.first",
    title: { zh: "接种人数", en: "Persons vaccinated" },
    definition: {
      zh: "报告期内接种第一剂的人数，不论哪种疫苗。",
      en: "Persons who had their first dose, of any vaccine, in the period.",
    },
    unit: "person",
    basis: {
      zh: "一人只有一个第一剂，故等于人数。",
      en: "A person has one first dose only, so doses here are persons.",
    },
    where: [{ field: "dose", in: ["first"] }],
    by: ["age"],
  }),
  defineIndicator({
    id: "vaccination.full",
    title: { zh: "全程接种人数", en: "Persons fully vaccinated" },
    definition: {
      zh: "报告期内完成全程接种的人数：灭活疫苗第二剂、腺病毒载体疫苗第一剂、重组蛋白疫苗第三剂。",
      en: "Persons who completed their course in the period: second inactivated, first adenovirus or third protein dose.",
    },
    unit: "person",
    basis: { zh: "不含加强针。", en: "Boosters are out." },
    owner,
    frequency: "day",
    source,
    formula: {
      sum: {
        plus: [
          { indicator: "vaccination.doses", where: { vaccine: "inactivated", dose: "second" } },
          { indicator: "vaccination.doses", where: { vaccine: "adenovirus", dose: "first" } },
          { indicator: "vaccination.doses", where: { vaccine: "protein", dose: "third" } },
        ],
      },
    },
    decimals: 0,
    better: "more",
  }),
  defineIndicator({
    ...rate,
    id: "vaccination.coverage",
    title: { zh: "接种覆盖率", en: "Vaccination coverage" },
    synonyms: ["接种率"],
    definition: {
      zh: "报告期内接种第一剂的人数占12周岁及以上常住人口的百分比。",
      en: "Persons who had a first dose in the period per hundred residents aged 12 and over.",
    },
    basis: {
      zh: "分母为2021年7月31日摸底数，须一并列出；本区接种自2021年起，故2021年的数即累计数。",
      en: "The denominator is the count of 31 July 2021 and is to be shown with it; vaccination began in 2021, so that year is the total to date.",
    },
    formula: { share: { part: "vaccination.first", whole: "return.population-12" } },
  }),
  defineIndicator({
    ...rate,
    id: "vaccination.full-coverage",
    title: { zh: "全程接种覆盖率", en: "Full vaccination coverage" },
    definition: {
      zh: "报告期内完成全程接种的人数占12周岁及以上常住人口的百分比。",
      en: "Persons who completed their course in the period per hundred residents aged 12 and over.",
    },
    basis: {
      zh: "分母同接种覆盖率，不是应接种第二剂的人数。",
      en: "The same denominator as coverage, not those due for their last dose.",
    },
    formula: { share: { part: "vaccination.full", whole: "return.population-12" } },
  }),
];

const dosesOf = (vaccine: string, dose: string) => ({
  indicator: "vaccination.doses",
  where: { vaccine, dose },
});

const rules = [
  ...(
    [
      ["inactivated", "second", "first"],
      ["protein", "second", "first"],
      ["protein", "third", "second"],
    ] as const
  ).map(([vaccine, later, earlier]) =>
    defineRule({
      id: `vaccination.${vaccine}-${later}-within-${earlier}`,
      title: {
        zh: `${vaccine === "protein" ? "重组蛋白" : "灭活"}疫苗：后一剂 ≤ 前一剂`,
        en: `${vaccine === "protein" ? "Protein" : "Inactivated"} vaccine: ${later} ≤ ${earlier} doses`,
      },
      left: { plus: [dosesOf(vaccine, later)] },
      relation: "<=",
      right: { plus: [dosesOf(vaccine, earlier)] },
      periods: "cumulative",
      areas: "district",
      source: { zh: "没有前一剂就没有后一剂", en: "No later dose without the one before it" },
    }),
  ),
  defineRule({
    id: "vaccination.first-is-the-dose",
    title: { zh: "接种人数 = 第一剂剂次", en: "Persons vaccinated = first doses" },
    left: { plus: ["vaccination.first"] },
    relation: "=",
    right: { plus: [{ indicator: "vaccination.doses", where: { dose: "first" } }] },
    periods: "each",
    areas: "township",
    source: { zh: "同一事项两处计数，必须一致", en: "One thing counted in two ways must agree" },
  }),
  defineRule({
    id: "vaccination.first-within-base",
    title: { zh: "接种人数 ≤ 12周岁及以上人口", en: "Persons vaccinated ≤ residents aged 12 and over" },
    left: { plus: ["vaccination.first"] },
    relation: "<=",
    right: { plus: ["return.population-12"] },
    periods: "each",
    areas: "district",
    source: {
      zh: "覆盖率超过100%须先说明原因（如外来人口）",
      en: "Coverage over 100 % has to be explained first (visitors, for one)",
    },
  }),
];

export default { register, indicators, rules } satisfies Chapter;
