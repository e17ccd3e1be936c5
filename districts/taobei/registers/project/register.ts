import { amount, area, choice, count, date, defineRegister, text, type Words } from "huimou";
import { departments } from "../../departments.ts";

export const owner = { zh: "区政府办公室", en: "District Government Office" };
export const source = {
  zh: "区政府年度民生实事计划及验收材料；本区民生实事台账办法为示例",
  en: "The yearly plan of livelihood works and its acceptance papers; the rule that keeps this register is an example",
};
const lightSource = {
  zh: "示例：参照银川市2025年民生实事进度亮灯办法，本区办法未公开",
  en: "Example, after a traffic-light rule of Yinchuan (2025): the district's own is not public",
};

export const kinds = {
  road: { zh: "农村公路", en: "Rural road" },
  resettlement: { zh: "棚户区安置", en: "Shanty resettlement" },
  "sports-square": { zh: "村级文体广场", en: "Village sports square" },
  clinic: { zh: "标准化卫生室", en: "Standard clinic" },
  "school-building": { zh: "教学楼和食宿综合楼", en: "School building" },
  water: { zh: "农村饮水", en: "Rural water supply" },
  heating: { zh: "供热管网", en: "Heating network" },
  other: { zh: "其他小型工程", en: "Other small works" },
} as const satisfies Readonly<Record<string, Words>>;

export const register = defineRegister({
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
    progress: {
      title: { zh: "形象进度（%）", en: "Progress in per cent" },
      schema: count().max(100).optional(),
      unit: "percent",
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
  light: {
    schedule: { from: "plannedStart", to: "plannedFinish" },
    progress: "progress",
    waiting: ["planned"],
    running: ["started", "suspended"],
    behind: [{ yellow: "10", red: "30", effectiveFrom: "2016-10-01", source: lightSource }],
    unstarted: {
      yellow: {
        value: 1,
        unit: "month",
        effectiveFrom: "2016-10-01",
        endsOnRestDay: true,
        source: lightSource,
      },
      red: { value: 3, unit: "month", effectiveFrom: "2016-10-01", endsOnRestDay: true, source: lightSource },
    },
  },
  checks: [
    {
      id: "paid-within-planned",
      title: {
        zh: "支付不超过计划；要超过，先附原因调整计划",
        en: "No more is paid than planned: a plan that is to be exceeded is amended first, with its reason",
      },
      must: { left: { field: "paid" }, relation: "<=", right: { field: "planned" } },
      source,
    },
    {
      id: "accepted-has-evidence",
      title: { zh: "验收须有文号和完成数量", en: "An acceptance has its number and the quantity done" },
      when: [{ field: "state", in: ["accepted"] }],
      must: { set: ["acceptance", "quantity"] },
      source,
    },
  ],
  deadlines: [
    {
      id: "start",
      title: { zh: "开工", en: "Start" },
      from: { field: "plannedStart" },
      until: { states: ["started", "built", "accepted"] },
      rules: [{ value: 1, unit: "month", effectiveFrom: "2016-10-01", source: lightSource }],
    },
    {
      id: "finish",
      title: { zh: "完工", en: "Finish" },
      from: { field: "plannedFinish" },
      until: { states: ["built", "accepted"] },
      rules: [
        {
          value: 0,
          unit: "day",
          endsOnRestDay: true,
          effectiveFrom: "2016-10-01",
          source: {
            zh: "示例：以年度计划所列完工日期为准",
            en: "Example: the date of the yearly plan counts",
          },
        },
      ],
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
