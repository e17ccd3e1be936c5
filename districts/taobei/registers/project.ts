import {
  amount,
  area,
  choice,
  date,
  defineIndicator,
  defineRegister,
  defineRule,
  type IndicatorDefinition,
  text,
  type Words,
} from "huimou";
import type { Chapter } from "../chapter.ts";
import { departments } from "../departments.ts";

const owner = { zh: "区政府办公室", en: "District Government Office" };
const source = {
  zh: "区政府年度民生实事计划及验收材料；本区民生实事台账办法为示例",
  en: "The yearly plan of livelihood works and its acceptance papers; the rule that keeps this register is an example",
};
const lightSource = {
  zh: "示例：参照银川市2025年民生实事进度亮灯办法，本区办法未公开",
  en: "Example, after a traffic-light rule of Yinchuan (2025): the district's own is not public",
};

const kinds = {
  road: { zh: "农村公路", en: "Rural road" },
  resettlement: { zh: "棚户区安置", en: "Shanty resettlement" },
  "sports-square": { zh: "村级文体广场", en: "Village sports square" },
  clinic: { zh: "标准化卫生室", en: "Standard clinic" },
  "school-building": { zh: "教学楼和食宿综合楼", en: "School building" },
  water: { zh: "农村饮水", en: "Rural water supply" },
  heating: { zh: "供热管网", en: "Heating network" },
  other: { zh: "其他小型工程", en: "Other small works" },
} as const satisfies Readonly<Record<string, Words>>;

const register = defineRegister({
  name: "project",
  title: { zh: "民生实事", en: "Livelihood works" },
  description: {
    zh: "一个项目一条记录，从列入年度计划到竣工验收：类别、地点、牵头部门、建设数量、投资和节点。",
    en: "One record for each work, from the yearly plan to acceptance: kind, place, department, quantity, money and nodes.",
  },
  owner,
  visibility: "open",
  key: { title: { zh: "项目编号", en: "Project number" }, schema: text().regex(/^MS-20\d{2}-\d{4}(-\d+)?$/) },
  fields: {
    title: { title: { zh: "项目名称", en: "Name" }, schema: text(80) },
    kind: { title: { zh: "类别", en: "Kind" }, schema: choice(kinds) },
    area: { title: { zh: "地点", en: "Place" }, schema: area() },
    department: { title: { zh: "牵头部门", en: "Lead department" }, schema: choice(departments) },
    responsible: { title: { zh: "业主单位", en: "Owner" }, schema: text(60) },
    listed: { title: { zh: "列入计划日期", en: "Put on the plan" }, schema: date() },
    measured: {
      title: { zh: "计量单位", en: "Measured in" },
      schema: choice({
        kilometre: { zh: "公里", en: "Kilometres" },
        household: { zh: "户", en: "Households" },
        facility: { zh: "处", en: "Facilities" },
      }),
    },
    plannedQuantity: { title: { zh: "计划数量", en: "Planned quantity" }, schema: amount(1) },
    quantity: { title: { zh: "完成数量", en: "Quantity done" }, schema: amount(1).optional() },
    planned: {
      title: { zh: "计划投资", en: "Planned investment" },
      schema: amount(2),
      unit: "ten-thousand-yuan",
    },
    paid: { title: { zh: "支付投资", en: "Investment paid" }, schema: amount(2), unit: "ten-thousand-yuan" },
    plannedStart: { title: { zh: "计划开工", en: "Planned start" }, schema: date() },
    plannedFinish: { title: { zh: "计划完工", en: "Planned finish" }, schema: date() },
    node: {
      title: { zh: "工程节点", en: "Node" },
      schema: choice({
        preparation: { zh: "前期手续", en: "Preparation" },
        start: { zh: "开工", en: "Start" },
        foundation: { zh: "基础", en: "Foundation" },
        structure: { zh: "封顶", en: "Structure complete" },
        installation: { zh: "设备安装", en: "Installation" },
        trial: { zh: "试运行", en: "Trial run" },
        completion: { zh: "竣工", en: "Completion" },
      }),
    },
    acceptance: { title: { zh: "验收文号", en: "Acceptance number" }, schema: text(40).optional() },
    filed: { title: { zh: "竣工验收备案日期", en: "Acceptance filed on" }, schema: date().optional() },
  },
  area: "area",
  lifecycle: {
    initial: "planned",
    states: {
      planned: { title: { zh: "已列计划", en: "Planned" } },
      started: { title: { zh: "已开工", en: "Started" } },
      suspended: { title: { zh: "已停工", en: "Suspended" } },
      built: { title: { zh: "已完工", en: "Built" } },
      accepted: { title: { zh: "已验收", en: "Accepted" } },
    },
    transitions: [
      { from: "planned", to: "started" },
      { from: "planned", to: "suspended", reason: true },
      { from: "started", to: "suspended", reason: true },
      { from: "suspended", to: "started", reason: true },
      { from: "started", to: "built", requires: ["quantity"] },
      { from: "built", to: "accepted", requires: ["quantity", "acceptance"] },
    ],
  },
  deadlines: [
    {
      id: "start",
      title: { zh: "开工（逾期黄灯）", en: "Start (yellow light when missed)" },
      from: { field: "plannedStart" },
      until: { states: ["started", "built", "accepted"] },
      rules: [{ value: 1, unit: "month", effectiveFrom: "2016-10-01", source: lightSource }],
    },
    {
      id: "start-last",
      title: { zh: "开工（逾期红灯）", en: "Start (red light when missed)" },
      from: { field: "plannedStart" },
      until: { states: ["started", "built", "accepted"] },
      rules: [{ value: 3, unit: "month", effectiveFrom: "2016-10-01", source: lightSource }],
    },
    {
      id: "file",
      title: { zh: "竣工验收备案", en: "File the acceptance" },
      from: { entered: "accepted" },
      until: { field: "filed" },
      rules: [
        {
          value: 15,
          unit: "day",
          effectiveFrom: "2000-01-30",
          source: {
            zh: "《建设工程质量管理条例》第四十九条：自建设工程竣工验收合格之日起15日内备案",
            en: "Regulation on the Quality Management of Construction Projects, article 49: within 15 days of acceptance",
          },
        },
      ],
    },
  ],
  source,
});

const facts = { register: "project", owner, frequency: "month", source } as const;
const accepted = { date: { entered: "accepted" }, where: [{ field: "state", in: ["accepted"] }] } as const;
const cohort = {
  zh: "按项目列入计划的时间归期。",
  en: "By the time at which the work was put on the plan.",
};

const works: readonly IndicatorDefinition[] = [
  defineIndicator({
    ...facts,
    id: "project.listed",
    title: { zh: "列入计划的民生实事", en: "Works on the plan" },
    definition: {
      zh: "报告期内列入民生实事计划的项目个数。",
      en: "Works put on the plan of livelihood works in the period.",
    },
    unit: "project",
    basis: cohort,
    measure: { count: true },
    nature: "flow",
    date: { field: "listed" },
    by: ["kind", "department"],
  }),
  defineIndicator({
    ...facts,
    ...accepted,
    id: "project.accepted",
    title: { zh: "验收的民生实事", en: "Works accepted" },
    definition: {
      zh: "报告期内竣工验收合格的项目个数，按验收日期计。",
      en: "Works that passed acceptance in the period, by the day of acceptance.",
    },
    unit: "project",
    basis: {
      zh: "有验收文号的才计；完工未验收的不计。",
      en: "Only with an acceptance number; works that are built and not yet accepted are out.",
    },
    measure: { count: true },
    nature: "flow",
    by: ["kind", "department"],
    better: "more",
  }),
  defineIndicator({
    ...facts,
    id: "project.in-hand",
    title: { zh: "在办的民生实事", en: "Works in hand" },
    definition: {
      zh: "报告期末已列入计划、尚未验收的项目个数。",
      en: "Works on the plan and not yet accepted at the end of the period.",
    },
    unit: "project",
    basis: { zh: "时点数。含停工的。", en: "A stock. Suspended works are in." },
    measure: { count: true },
    nature: "stock",
    where: [{ field: "state", in: ["planned", "started", "suspended", "built"] }],
    by: ["kind", "state"],
  }),
  defineIndicator({
    ...facts,
    id: "project.completed",
    title: { zh: "当期计划中已验收的", en: "Works of the period's plan that are accepted" },
    definition: {
      zh: "报告期内列入计划的项目中，现已验收的个数。",
      en: "Works put on the plan in the period that have been accepted by now.",
    },
    unit: "project",
    basis: cohort,
    measure: { count: true },
    nature: "flow",
    date: { field: "listed" },
    where: [{ field: "state", in: ["accepted"] }],
    by: ["kind", "department"],
  }),
  defineIndicator({
    ...facts,
    id: "project.completion-rate",
    title: { zh: "民生实事完成率", en: "Completion rate" },
    definition: {
      zh: "报告期内列入计划的项目中，现已验收的百分比。",
      en: "Works put on the plan in the period that have been accepted by now, per hundred.",
    },
    unit: "percent",
    basis: {
      zh: "按个数，不按投资额；同一批项目前后对照。",
      en: "By number, not by money; one and the same set of works above and below the line.",
    },
    formula: { share: { part: "project.completed", whole: "project.listed" } },
    better: "more",
  }),
];

const quantities: readonly IndicatorDefinition[] = [
  defineIndicator({
    ...facts,
    ...accepted,
    id: "project.quantity",
    title: { zh: "建成设施", en: "Facilities built" },
    definition: {
      zh: "报告期内验收的广场、卫生室、楼房、供水供热等设施处数。",
      en: "Squares, clinics, buildings, water and heating works accepted in the period.",
    },
    unit: "site",
    basis: {
      zh: "只含按处计量的项目；公路按公里、安置按户，另有指标。",
      en: "Only works measured in facilities; roads go by kilometre and resettlement by household, in indicators of their own.",
    },
    measure: { sum: "quantity" },
    nature: "flow",
    where: [...accepted.where, { field: "measured", in: ["facility"] }],
    by: ["kind"],
    better: "more",
  }),
  defineIndicator({
    ...facts,
    ...accepted,
    id: "project.road-length",
    title: { zh: "新建改建农村公路", en: "Rural roads built or rebuilt" },
    definition: {
      zh: "报告期内验收的农村公路里程。",
      en: "Length of rural road accepted in the period.",
    },
    unit: "kilometre",
    basis: { zh: "新建和改建合计；不含养护。", en: "New and rebuilt roads together; upkeep is out." },
    measure: { sum: "quantity" },
    nature: "flow",
    where: [...accepted.where, { field: "measured", in: ["kilometre"] }],
    decimals: 1,
    better: "more",
  }),
  defineIndicator({
    ...facts,
    ...accepted,
    id: "project.resettled",
    title: { zh: "安置棚户区居民", en: "Households resettled" },
    definition: {
      zh: "报告期内验收的棚户区安置项目所安置的户数。",
      en: "Households resettled by the shanty resettlement works accepted in the period.",
    },
    unit: "household",
    basis: { zh: "实物安置，不含货币补偿。", en: "Housed in kind; paid compensation is out." },
    measure: { sum: "quantity" },
    nature: "flow",
    where: [...accepted.where, { field: "measured", in: ["household"] }],
    better: "more",
  }),
];

const money: readonly IndicatorDefinition[] = [
  defineIndicator({
    ...facts,
    id: "project.planned",
    title: { zh: "民生实事计划投资", en: "Planned investment" },
    definition: {
      zh: "报告期内列入计划的项目的计划投资额。",
      en: "Planned investment of the works put on the plan in the period.",
    },
    unit: "ten-thousand-yuan",
    basis: cohort,
    measure: { sum: "planned" },
    nature: "flow",
    date: { field: "listed" },
    by: ["kind", "department"],
    decimals: 2,
  }),
  defineIndicator({
    ...facts,
    id: "project.paid",
    title: { zh: "民生实事支付投资", en: "Investment paid" },
    definition: {
      zh: "报告期内列入计划的项目至今已支付的投资额。",
      en: "Investment paid so far on the works put on the plan in the period.",
    },
    unit: "ten-thousand-yuan",
    basis: {
      zh: "按项目列入计划的时间归期，不按支付时间；与计划投资同一批项目。",
      en: "By the time the work was put on the plan, not by the time of payment; the same works as planned investment.",
    },
    measure: { sum: "paid" },
    nature: "flow",
    date: { field: "listed" },
    by: ["kind", "department"],
    decimals: 2,
  }),
  defineIndicator({
    ...facts,
    id: "project.payment-rate",
    title: { zh: "投资支付率", en: "Payment rate" },
    definition: {
      zh: "报告期内列入计划的项目，已支付投资占计划投资的百分比。",
      en: "Investment paid per hundred planned, for the works put on the plan in the period.",
    },
    unit: "percent",
    basis: cohort,
    formula: { share: { part: "project.paid", whole: "project.planned" } },
  }),
];

const coverages = (
  [
    ["square", "sports-square", { zh: "村级文体广场覆盖率", en: "Villages with a sports square" }],
    ["clinic", "clinic", { zh: "标准化卫生室覆盖率", en: "Villages with a standard clinic" }],
  ] as const
).map(([name, kind, title]) =>
  defineIndicator({
    id: `project.${name}-coverage`,
    title,
    definition: {
      zh: `到报告期末已有验收合格的${kinds[kind].zh}的行政村，占全部行政村的百分比。`,
      en: `Villages in which a ${kinds[kind].en.toLowerCase()} had been accepted by the end of the period, per hundred of all.`,
    },
    unit: "percent",
    basis: {
      zh: "分母为2023年6月30日名录中的148个村民委员会；达到100%才可称“全覆盖”，每村须有验收记录。",
      en: "The denominator is the list of 148 village committees of 30 June 2023. Full coverage may be said at 100 % only, with an acceptance record in every village.",
    },
    owner,
    frequency: "year",
    source,
    formula: {
      coverage: { of: { indicator: "project.accepted", where: { kind } }, list: "village-committees-2023" },
    },
    better: "more",
  }),
);

const rules = [
  defineRule({
    id: "project.listed-is-accounted-for",
    title: { zh: "累计列入计划 = 累计验收 + 在办", en: "Listed to date = accepted to date + in hand" },
    left: { plus: ["project.listed"] },
    relation: "=",
    right: { plus: ["project.accepted", "project.in-hand"] },
    periods: "cumulative",
    areas: "township",
    by: "kind",
    source: {
      zh: "民生实事台账的定义：每个项目或已验收，或在办",
      en: "By definition: every work is either accepted or in hand",
    },
  }),
  defineRule({
    id: "project.paid-within-planned",
    title: { zh: "支付投资 ≤ 计划投资", en: "Paid ≤ planned" },
    left: { plus: ["project.paid"] },
    relation: "<=",
    right: { plus: ["project.planned"] },
    periods: "each",
    areas: "township",
    by: "kind",
    source: {
      zh: "支付超过计划的，先附原因调整计划",
      en: "A plan that is to be exceeded is amended first, with its reason",
    },
  }),
];

export default {
  register,
  indicators: [...works, ...quantities, ...money, ...coverages],
  rules,
} satisfies Chapter;
