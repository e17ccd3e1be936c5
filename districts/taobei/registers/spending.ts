import {
  amount,
  area,
  choice,
  count,
  date,
  defineIndicator,
  defineRegister,
  defineRule,
  type RegisterInput,
  text,
  type Words,
} from "huimou";
import type { Chapter } from "../chapter.ts";
import { departments } from "../departments.ts";

const owner = { zh: "区财政局", en: "Finance Bureau" };
const source = {
  zh: "《中华人民共和国预算法》第十四条；部门决算“三公”经费支出表",
  en: "Budget Law, article 14; the departments' final accounts of the three public expenses",
};

/** The amounts of one unit's year, budgeted and actual alike. 合计 and 用车小计 are reported, not added up here. */
const parts = {
  total: { zh: "合计", en: "total" },
  abroad: { zh: "因公出国（境）费", en: "travel abroad" },
  vehicles: { zh: "公务用车购置及运行费", en: "official vehicles" },
  "vehicles-bought": { zh: "公务用车购置费", en: "vehicles bought" },
  "vehicles-run": { zh: "公务用车运行费", en: "running of vehicles" },
  hospitality: { zh: "公务接待费", en: "official hospitality" },
} as const satisfies Readonly<Record<string, Words>>;

type Part = keyof typeof parts;
const codes = Object.keys(parts) as Part[];

const budgeted = Object.fromEntries(
  codes.map((it) => [
    `budget-${it}`,
    {
      title: { zh: `预算数：${parts[it].zh}`, en: `Budget: ${parts[it].en}` },
      schema: amount(2),
      unit: "ten-thousand-yuan",
    },
  ]),
);
const actual = Object.fromEntries(
  codes.map((it) => [
    `actual-${it}`,
    {
      title: { zh: `决算数：${parts[it].zh}`, en: `Actual: ${parts[it].en}` },
      schema: amount(2).optional(),
      unit: "ten-thousand-yuan",
    },
  ]),
);

type Check = NonNullable<RegisterInput["checks"]>[number];

/** The two sums of the table, of budgeted and of actual amounts. */
const sums = (["budget", "actual"] as const).flatMap((kind): Check[] => {
  const of = (part: Part) => ({ field: `${kind}-${part}` });
  const words = kind === "budget" ? { zh: "预算数", en: "budget" } : { zh: "决算数", en: "actual" };
  const within = {
    zh: "部门决算报表的表内关系",
    en: "Identity within the departments' final accounts",
  };
  return [
    {
      id: `${kind}-total`,
      title: {
        zh: `${words.zh}：合计 = 出国（境） + 用车 + 接待`,
        en: `${words.en}: total = abroad + vehicles + hospitality`,
      },
      must: {
        left: of("total"),
        relation: "=",
        right: { sum: [of("abroad"), of("vehicles"), of("hospitality")] },
      },
      source: within,
    },
    {
      id: `${kind}-vehicles`,
      title: { zh: `${words.zh}：用车 = 购置 + 运行`, en: `${words.en}: vehicles = bought + run` },
      must: {
        left: of("vehicles"),
        relation: "=",
        right: { sum: [of("vehicles-bought"), of("vehicles-run")] },
      },
      source: within,
    },
  ];
});

const register = defineRegister({
  name: "spending",
  title: { zh: "“三公”经费", en: "The three public expenses" },
  description: {
    zh: "一个预算单位一年一条记录：六项预算数、六项决算数和必须同时公开的数量。",
    en: "One record for each unit and year: six budgeted and six actual amounts, and the counts published with them.",
  },
  owner,
  visibility: "open",
  key: { title: { zh: "决算编号", en: "Account number" }, schema: text().regex(/^SG-20\d{2}-[a-z-]+$/) },
  fields: {
    unit: { title: { zh: "预算单位", en: "Unit" }, schema: choice(departments) },
    area: { title: { zh: "地区", en: "Place" }, schema: area() },
    closing: { title: { zh: "年度截止日", en: "End of the financial year" }, schema: date() },
    ...budgeted,
    ...actual,
    delegations: {
      title: { zh: "因公出国（境）团组", en: "Delegations abroad" },
      schema: count().optional(),
      unit: "piece",
    },
    travellers: {
      title: { zh: "因公出国（境）人次", en: "Travellers abroad" },
      schema: count().optional(),
      unit: "attendance",
    },
    purchases: {
      title: { zh: "公务用车购置数", en: "Vehicles bought" },
      schema: count().optional(),
      unit: "vehicle",
    },
    fleet: {
      title: { zh: "公务用车保有量", en: "Vehicles held" },
      schema: count().optional(),
      unit: "vehicle",
    },
    receptions: {
      title: { zh: "国内公务接待批次", en: "Receptions" },
      schema: count().optional(),
      unit: "batch",
    },
    guests: {
      title: { zh: "国内公务接待人次", en: "Guests" },
      schema: count().optional(),
      unit: "attendance",
    },
    explanation: {
      title: { zh: "超预算说明", en: "Why actual exceeds budget" },
      schema: text(200).optional(),
    },
  },
  area: "area",
  lifecycle: {
    initial: "budgeted",
    states: {
      budgeted: { title: { zh: "预算已批复", en: "Budgeted" } },
      settled: { title: { zh: "决算已批复", en: "Settled" } },
      published: { title: { zh: "已公开", en: "Published" } },
    },
    transitions: [
      { from: "budgeted", to: "settled", requires: codes.map((it) => `actual-${it}`) },
      { from: "settled", to: "published", requires: ["fleet", "receptions", "guests"] },
    ],
  },
  checks: [
    ...sums,
    {
      id: "within-budget",
      title: {
        zh: "决算不超过预算；超过的须说明原因",
        en: "Actual keeps to the budget, or says why it does not",
      },
      when: [{ field: "explanation", set: false }],
      must: { left: { field: "actual-total" }, relation: "<=", right: { field: "budget-total" } },
      source: {
        zh: "《中华人民共和国预算法》第十三条：支出必须以经批准的预算为依据",
        en: "Budget Law, article 13: spending must rest on the approved budget",
      },
    },
  ],
  deadlines: [
    {
      id: "publish",
      title: { zh: "公开决算", en: "Publish the account" },
      from: { entered: "settled" },
      until: { states: ["published"] },
      rules: [
        {
          value: 20,
          unit: "day",
          effectiveFrom: "2015-01-01",
          source: {
            zh: "《中华人民共和国预算法》第十四条：批复后二十日内公开",
            en: "Budget Law, article 14: within 20 days of approval",
          },
        },
      ],
    },
  ],
  source,
});

const facts = {
  register: "spending",
  owner,
  frequency: "year",
  source,
  nature: "flow",
  reported: true,
  date: { field: "closing" },
  finest: { area: "district", period: "year" },
  by: ["unit"],
} as const;
const settled = [{ field: "state", in: ["settled", "published"] }] as const;
const allUnits = {
  zh: "已批复决算的全部预算单位；一般公共预算财政拨款，不含其他资金。",
  en: "All units whose account has been approved; general public budget only.",
};

const actuals = codes.map((it) =>
  defineIndicator({
    ...facts,
    id: `spending.${it}`,
    title:
      it === "total"
        ? { zh: "“三公”经费支出", en: "The three public expenses" }
        : { zh: parts[it].zh, en: `${parts[it].en[0]?.toUpperCase()}${parts[it].en.slice(1)}` },
    definition: {
      zh: `报告期内各年决算中的“三公”经费${it === "total" ? "合计" : `：${parts[it].zh}`}。`,
      en: `The three public expenses in the final accounts of the period: ${parts[it].en}.`,
    },
    unit: "ten-thousand-yuan",
    basis: allUnits,
    measure: { sum: `actual-${it}` },
    where: settled,
    decimals: 2,
    better: "less",
  }),
);

const budgets = [
  defineIndicator({
    ...facts,
    id: "spending.budget",
    title: { zh: "“三公”经费预算", en: "Budget of the three public expenses" },
    definition: {
      zh: "报告期内各年“三公”经费预算合计，限决算已批复的单位和年度。",
      en: "Budgets of the three public expenses in the period, for the accounts that have been settled.",
    },
    unit: "ten-thousand-yuan",
    basis: {
      zh: "年初预算数；与支出同一批单位和年度。",
      en: "Budgets at the start of the year, for the same accounts as actual spending.",
    },
    measure: { sum: "budget-total" },
    where: settled,
    decimals: 2,
  }),
  defineIndicator({
    id: "spending.budget-used",
    title: { zh: "“三公”经费预算执行率", en: "Share of the budget spent" },
    definition: {
      zh: "“三公”经费支出占预算的百分比。",
      en: "The three public expenses per hundred budgeted.",
    },
    unit: "percent",
    basis: allUnits,
    owner,
    frequency: "year",
    source,
    formula: { share: { part: "spending.total", whole: "spending.budget" } },
  }),
  defineIndicator({
    id: "spending.growth",
    title: { zh: "“三公”经费比上年增长", en: "The three public expenses: growth on the year before" },
    definition: {
      zh: "本年“三公”经费支出比上年增长的百分比，下降为负。",
      en: "Growth of the three public expenses on the year before, negative when they fell.",
    },
    unit: "percent",
    basis: {
      zh: "决算对决算，只比两年都有决算的预算单位；一般公共预算财政拨款，不含其他资金。",
      en: "Actual against actual, over the units that have an account in both years; general public budget only.",
    },
    owner,
    frequency: "year",
    source,
    formula: { growth: { of: "spending.total", alike: "unit" } },
    better: "less",
  }),
];

const shares = (["abroad", "vehicles", "hospitality"] as const).map((part) =>
  defineIndicator({
    id: `spending.${part}-share`,
    title: {
      zh: `${parts[part].zh}占“三公”经费的比重`,
      en: `Share of ${parts[part].en} in the three public expenses`,
    },
    definition: {
      zh: `报告期内各年决算中，${parts[part].zh}占“三公”经费合计的百分比。`,
      en: `Per hundred of the three public expenses in the final accounts of the period, what went to ${parts[part].en}.`,
    },
    unit: "percent",
    basis: allUnits,
    owner,
    frequency: "year",
    source,
    decimals: 2,
    formula: { share: { part: `spending.${part}`, whole: "spending.total" } },
  }),
);

const heads = (
  [
    ["receptions", "batch", { zh: "国内公务接待批次", en: "Receptions" }],
    ["guests", "attendance", { zh: "国内公务接待人次", en: "Guests received" }],
    ["travellers", "attendance", { zh: "因公出国（境）人次", en: "Travellers abroad" }],
  ] as const
).map(([name, unit, title]) =>
  defineIndicator({
    ...facts,
    id: `spending.${name}`,
    title,
    definition: {
      zh: `报告期内各年决算公开的${title.zh}。`,
      en: `${title.en}, as published with the final accounts of the period.`,
    },
    unit,
    basis: { zh: "不含外宾接待。", en: "Foreign guests are out." },
    measure: { sum: name },
    where: settled,
    better: "less",
  }),
);

const fleet = defineIndicator({
  ...facts,
  id: "spending.fleet",
  title: { zh: "公务用车保有量", en: "Vehicles held" },
  definition: { zh: "年末公务用车辆数。", en: "Official vehicles held at the end of the year." },
  unit: "vehicle",
  basis: { zh: "由财政拨款负担运行费的车辆。", en: "Vehicles whose running is paid from the budget." },
  measure: { sum: "fleet" },
  where: settled,
  neverSum: {
    over: ["year"],
    why: { zh: "同一辆车每年都在其中", en: "The same vehicle is in it every year" },
  },
  better: "less",
});

const rules = [
  defineRule({
    id: "spending.total-is-its-parts",
    title: { zh: "合计 = 出国（境） + 用车 + 接待", en: "Total = abroad + vehicles + hospitality" },
    left: { plus: ["spending.total"] },
    relation: "=",
    right: { plus: ["spending.abroad", "spending.vehicles", "spending.hospitality"] },
    periods: "each",
    areas: "district",
    by: "unit",
    source: { zh: "部门决算报表的表内关系", en: "Identity within the departments' final accounts" },
  }),
  defineRule({
    id: "spending.vehicles-are-bought-and-run",
    title: { zh: "用车 = 购置 + 运行", en: "Vehicles = bought + run" },
    left: { plus: ["spending.vehicles"] },
    relation: "=",
    right: { plus: ["spending.vehicles-bought", "spending.vehicles-run"] },
    periods: "each",
    areas: "district",
    by: "unit",
    source: { zh: "部门决算报表的表内关系", en: "Identity within the departments' final accounts" },
  }),
  defineRule({
    id: "spending.actual-within-budget",
    title: { zh: "决算 ≤ 预算", en: "Actual ≤ budget" },
    left: { plus: ["spending.total"] },
    relation: "<=",
    right: { plus: ["spending.budget"] },
    periods: "each",
    areas: "district",
    by: "unit",
    source: {
      zh: "《中华人民共和国预算法》第十三条：支出必须以经批准的预算为依据",
      en: "Budget Law, article 13: spending must rest on the approved budget",
    },
  }),
];

export default {
  register,
  indicators: [...actuals, ...budgets, ...shares, ...heads, fleet],
  rules,
} satisfies Chapter;
