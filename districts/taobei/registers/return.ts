import {
  amount,
  area,
  choice,
  date,
  defineIndicator,
  defineRegister,
  defineRule,
  type MeasureInput,
  text,
  type Words,
} from "huimou";
import type { Chapter } from "../chapter.ts";

const owner = { zh: "区统计局", en: "Statistics Bureau" };
const statisticsLaw = {
  zh: "《中华人民共和国统计法》；数值为演示",
  en: "Statistics Law of the People's Republic of China; the values are made up",
};

const items = {
  "income-urban": { zh: "城镇常住居民人均可支配收入", en: "Disposable income per head, urban" },
  "income-rural": { zh: "农村常住居民人均可支配收入", en: "Disposable income per head, rural" },
  "new-jobs": { zh: "城镇新增就业", en: "New urban jobs" },
  "labour-transferred": { zh: "农村劳动力转移就业", en: "Rural labour in work elsewhere" },
  insured: { zh: "基本医疗保险参保", en: "In basic medical insurance" },
  population: { zh: "年末常住人口", en: "Resident population at year's end" },
  "population-12": { zh: "12周岁及以上常住人口", en: "Residents aged 12 and over" },
  awareness: { zh: "疫苗接种知晓率", en: "Awareness of vaccination" },
} as const satisfies Readonly<Record<string, Words>>;

const register = defineRegister({
  name: "return",
  title: { zh: "统计报表", en: "Statistical returns" },
  description: {
    zh: "一个数一条记录：哪项统计、哪个地方、哪个时期、多少、什么口径、出自哪份报表。改数必须说明理由，旧数留存。",
    en: "One record for each value: which statistic, where, when, how much, on what basis, from which return. A change needs a reason; the old value stays.",
  },
  owner,
  visibility: "open",
  key: {
    title: { zh: "报表编号", en: "Return number" },
    schema: text().regex(/^TJ-[a-z0-9-]+-\d{12}-20\d{2}(Q[1-4])?(-\d+)?$/),
  },
  fields: {
    item: { title: { zh: "统计项目", en: "Statistic" }, schema: choice(items) },
    area: { title: { zh: "地区", en: "Place" }, schema: area() },
    begin: { title: { zh: "报告期起", en: "From" }, schema: date() },
    end: { title: { zh: "报告期止", en: "To" }, schema: date() },
    value: { title: { zh: "数值", en: "Value" }, schema: amount(1) },
    measured: {
      title: { zh: "计量单位", en: "Unit" },
      schema: choice({
        yuan: { zh: "元", en: "Yuan" },
        person: { zh: "人", en: "Persons" },
        percent: { zh: "%", en: "Per cent" },
      }),
    },
    basis: { title: { zh: "口径", en: "Basis" }, schema: text(120) },
    document: { title: { zh: "资料来源", en: "Source document" }, schema: text(120) },
  },
  area: "area",
  lifecycle: {
    initial: "submitted",
    states: {
      submitted: { title: { zh: "已报送", en: "Submitted" } },
      reviewed: { title: { zh: "已审核（初步数）", en: "Reviewed (provisional)" } },
      final: { title: { zh: "最终数", en: "Final" } },
      revised: { title: { zh: "修订数", en: "Revised" } },
    },
    transitions: [
      { from: "submitted", to: "reviewed" },
      { from: "reviewed", to: "final", requires: ["value"] },
      { from: "final", to: "revised", requires: ["value"], reason: true },
      { from: "revised", to: "final", requires: ["value"] },
    ],
  },
  deadlines: [
    {
      id: "review",
      title: { zh: "审核", en: "Review" },
      from: { entered: "submitted" },
      until: { states: ["reviewed"] },
      rules: [
        {
          value: 20,
          unit: "workday",
          effectiveFrom: "2016-10-01",
          source: {
            zh: "示例：本区报表审核时限未公开",
            en: "Example: the district's own time limit is not public",
          },
        },
      ],
    },
  ],
  standing: { reviewed: "provisional", final: "final", revised: "revised" },
  source: statisticsLaw,
});

const published = { field: "state", in: ["reviewed", "final", "revised"] } as const;

/** One reported statistic as an indicator: its values are added only where the statistic allows it. */
function reported(
  item: keyof typeof items,
  facts: Omit<
    MeasureInput,
    "id" | "title" | "register" | "owner" | "frequency" | "measure" | "nature" | "reported" | "source"
  > &
    Partial<Pick<MeasureInput, "source">>,
  frequency: "quarter" | "year" = "year",
) {
  return defineIndicator({
    id: `return.${item}`,
    title: items[item],
    register: "return",
    owner,
    frequency,
    measure: { sum: "value" },
    nature: "flow",
    reported: true,
    date: { field: "end" },
    where: [{ field: "item", in: [item] }, published],
    source: statisticsLaw,
    ...facts,
  });
}

const perHead = {
  unit: "yuan",
  finest: { area: "district", period: "year" },
  neverSum: {
    over: ["year", "area"],
    why: { zh: "人均数不能相加", en: "Means per head cannot be added" },
  },
  better: "more",
} as const;
const everyYear = {
  over: ["year"],
  why: {
    zh: "同一人每年都在其中，各年人数不能相加",
    en: "The same persons are in it every year: years cannot be added",
  },
} as const;

const incomes = [
  reported("income-urban", {
    ...perHead,
    definition: {
      zh: "城镇常住居民家庭可用于最终消费支出和储蓄的收入，按人平均；含工资性、经营净、财产净、转移净收入。",
      en: "Income of urban resident households that is free for final consumption and saving, per head: wages, net business, net property and net transfer income.",
    },
    basis: {
      zh: "按常住地分城乡；城乡住户一体化调查；元，取整数。",
      en: "Urban and rural by place of residence; integrated household survey; whole yuan.",
    },
  }),
  reported("income-rural", {
    ...perHead,
    definition: {
      zh: "农村常住居民家庭可用于最终消费支出和储蓄的收入，按人平均。",
      en: "Income of rural resident households that is free for final consumption and saving, per head.",
    },
    basis: {
      zh: "可支配收入口径，与早年的“人均纯收入”不可比；元，取整数。",
      en: "Disposable income, which cannot be compared with the net income per head of earlier years; whole yuan.",
    },
  }),
  ...(["urban", "rural"] as const).map((where) =>
    defineIndicator({
      id: `return.income-${where}-growth`,
      title: {
        zh: `${items[`income-${where}`].zh}比上年增长`,
        en: `${items[`income-${where}`].en}: growth on the year before`,
      },
      definition: {
        zh: "本年人均可支配收入比上年增长的百分比。",
        en: "Growth of disposable income per head on the year before.",
      },
      unit: "percent",
      basis: { zh: "名义增长，未扣除价格因素。", en: "Nominal: prices are not taken out." },
      owner,
      frequency: "year",
      source: statisticsLaw,
      formula: { growth: { of: `return.income-${where}` } },
      better: "more",
    }),
  ),
  defineIndicator({
    id: "return.income-gap",
    title: { zh: "城乡居民收入比", en: "Urban to rural income" },
    definition: {
      zh: "城镇常住居民人均可支配收入是农村常住居民的多少倍。",
      en: "Urban disposable income per head as a multiple of the rural.",
    },
    unit: "multiple",
    basis: { zh: "以农村为1。", en: "Rural is 1." },
    owner,
    frequency: "year",
    source: statisticsLaw,
    formula: { ratio: { of: "return.income-urban", to: "return.income-rural" } },
    decimals: 2,
    better: "less",
  }),
];

const people = [
  reported(
    "new-jobs",
    {
      definition: {
        zh: "报告期内城镇累计新就业人数减去自然减员人数。",
        en: "Persons newly employed in towns in the period, less those who retired or died.",
      },
      unit: "person",
      basis: {
        zh: "不是净增就业；各季、各年可以相加。",
        en: "Not the net change in employment; quarters and years may be added.",
      },
      source: {
        zh: "《城镇就业人员变动数据测算暂行办法》（劳社部发〔2004〕9号）；数值为演示",
        en: "Interim method for measuring changes in urban employment (2004, no. 9); the values are made up",
      },
      finest: { area: "township", period: "month" },
      better: "more",
    },
    "quarter",
  ),
  reported("labour-transferred", {
    definition: {
      zh: "本年在自家农业以外从业的农村户籍劳动力人数。",
      en: "Rural-registered labour working outside its own farms in the year.",
    },
    unit: "person",
    basis: {
      zh: "人数，不是人次；全年累计六个月以上。",
      en: "Persons, not spells; six months or more in the year.",
    },
    neverSum: everyYear,
  }),
  reported("insured", {
    definition: {
      zh: "本年参加职工或者城乡居民基本医疗保险的人数。",
      en: "Persons in employees' or residents' basic medical insurance in the year.",
    },
    unit: "person",
    basis: { zh: "本年缴费参保人数，按参保地。", en: "Those insured for the year, by place of insurance." },
    neverSum: everyYear,
    better: "more",
  }),
  reported("population", {
    definition: { zh: "年末在本地居住的人口。", en: "Persons living in the place at the end of the year." },
    unit: "person",
    basis: { zh: "常住口径，不是户籍人口。", en: "Residents, not registered population." },
    neverSum: everyYear,
  }),
  reported("population-12", {
    definition: {
      zh: "疫苗接种摸底的12周岁及以上常住人口，是接种覆盖率的分母。",
      en: "Residents aged 12 and over as counted for vaccination: the denominator of coverage.",
    },
    unit: "person",
    basis: { zh: "2021年7月31日摸底数。", en: "Counted on 31 July 2021." },
    neverSum: everyYear,
    finest: { area: "township", period: "year" },
  }),
  defineIndicator({
    id: "return.insured-rate",
    title: { zh: "基本医疗保险参保率", en: "Participation in medical insurance" },
    definition: {
      zh: "本年参加基本医疗保险的人数占年末常住人口的百分比。",
      en: "Persons in basic medical insurance in the year per hundred residents at its end.",
    },
    unit: "percent",
    basis: {
      zh: "参保地与居住地不一致时，比率会有偏差。",
      en: "Distorted where people are insured elsewhere than they live.",
    },
    owner: { zh: "区医疗保障局", en: "Medical Security Bureau" },
    frequency: "year",
    source: statisticsLaw,
    formula: { share: { part: "return.insured", whole: "return.population" } },
    better: "more",
  }),
  reported("awareness", {
    definition: {
      zh: "抽样调查中知道疫苗接种地点、对象和禁忌的受访者百分比。",
      en: "Respondents in a sample survey who know where, for whom and when not to vaccinate.",
    },
    unit: "percent",
    basis: { zh: "调查方法为示例。", en: "The survey method is an example." },
    finest: { area: "district", period: "year" },
    neverSum: { over: ["year", "area"], why: { zh: "比率不能相加", en: "Rates cannot be added" } },
    decimals: 1,
    better: "more",
  }),
];

const rules = (["insured", "labour-transferred"] as const).map((item) =>
  defineRule({
    id: `return.${item}-within-population`,
    title: { zh: `${items[item].zh} ≤ 常住人口`, en: `${items[item].en} ≤ residents` },
    left: { plus: [`return.${item}`] },
    relation: "<=",
    right: { plus: ["return.population"] },
    periods: "each",
    areas: "township",
    source: { zh: "部分不大于整体", en: "A part is not more than its whole" },
  }),
);

export default { register, indicators: [...incomes, ...people], rules } satisfies Chapter;
