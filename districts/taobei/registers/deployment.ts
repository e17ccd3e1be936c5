import { area, choice, count, date, defineIndicator, defineRegister, defineRule, text } from "huimou";
import type { Chapter } from "../chapter.ts";

const owner = { zh: "区委组织部", en: "Organization Department" };
const source = {
  zh: "派出通知和返回登记；本区人员派遣台账办法为示例",
  en: "Orders of dispatch and registers of return; the rule that keeps this register is an example",
};

const register = defineRegister({
  name: "deployment",
  title: { zh: "人员派遣", en: "Deployments" },
  description: {
    zh: "一支队伍一条记录：为什么派、派到哪里、什么身份、派出多少人、回来多少人。不记姓名。",
    en: "One record for each team: why, where to, in which role, how many were sent and how many came back. No names.",
  },
  owner,
  visibility: "open",
  key: { title: { zh: "派遣编号", en: "Deployment number" }, schema: text().regex(/^PQ-20\d{2}-\d{4}$/) },
  fields: {
    area: { title: { zh: "派出地区", en: "Sent from" }, schema: area() },
    purpose: {
      title: { zh: "任务", en: "Purpose" },
      schema: choice({
        "medical-aid": { zh: "医疗支援", en: "Medical aid" },
        frontline: { zh: "坚守防控一线", en: "Epidemic front line" },
        vaccination: { zh: "疫苗接种保障", en: "Vaccination" },
        flood: { zh: "防汛抢险", en: "Flood control" },
      }),
    },
    destination: {
      title: { zh: "派往", en: "Destination" },
      schema: choice({
        hubei: { zh: "湖北", en: "Hubei" },
        jilin: { zh: "吉林省内", en: "Elsewhere in Jilin" },
        district: { zh: "本区", en: "Within the district" },
      }),
    },
    role: {
      title: { zh: "身份", en: "Role" },
      schema: choice({
        medical: { zh: "医疗卫生人员", en: "Medical staff" },
        "party-member": { zh: "党员干部", en: "Party members and officials" },
        volunteer: { zh: "志愿者", en: "Volunteers" },
      }),
    },
    called: { title: { zh: "召集日期", en: "Called on" }, schema: date() },
    persons: { title: { zh: "派出人数", en: "Persons sent" }, schema: count().optional(), unit: "person" },
    back: { title: { zh: "返回人数", en: "Persons returned" }, schema: count().optional(), unit: "person" },
  },
  area: "area",
  lifecycle: {
    initial: "called",
    states: {
      called: { title: { zh: "已召集", en: "Called" } },
      serving: { title: { zh: "执行任务", en: "Serving" } },
      returned: { title: { zh: "已返回", en: "Returned" } },
      cancelled: { title: { zh: "未派出", en: "Not sent" } },
    },
    transitions: [
      { from: "called", to: "serving", requires: ["persons"] },
      { from: "called", to: "cancelled", reason: true },
      { from: "serving", to: "returned", requires: ["back"] },
    ],
  },
  checks: [
    {
      id: "returned-within-sent",
      title: { zh: "返回人数不多于派出人数", en: "No more return than were sent" },
      must: { left: { field: "back" }, relation: "<=", right: { field: "persons" } },
      source: { zh: "人员派遣台账的定义", en: "By definition of the register" },
    },
    {
      id: "aid-is-medical",
      title: { zh: "医疗支援派出的是医疗卫生人员", en: "Medical aid is given by medical staff" },
      when: [{ field: "purpose", in: ["medical-aid"] }],
      must: { where: [{ field: "role", in: ["medical"] }] },
      source: { zh: "人员派遣台账的定义", en: "By definition of the register" },
    },
  ],
  source,
});

const facts = {
  register: "deployment",
  owner,
  frequency: "month",
  source,
  finest: { area: "township", period: "month" },
  by: ["purpose", "destination", "role"],
  unit: "person",
} as const;

const indicators = [
  defineIndicator({
    ...facts,
    id: "deployment.persons",
    title: { zh: "派出人员", en: "Persons sent" },
    definition: {
      zh: "报告期内派出执行任务的人数，按派出日期计。",
      en: "Persons sent in the period, by the day on which they set out.",
    },
    basis: {
      zh: "按任务、去向和身份分列；一人参加两次任务，计两次。",
      en: "By purpose, destination and role; who serves twice counts twice.",
    },
    measure: { sum: "persons" },
    nature: "flow",
    date: { entered: "serving" },
    where: [{ field: "state", in: ["serving", "returned"] }],
  }),
  defineIndicator({
    ...facts,
    id: "deployment.returned",
    title: { zh: "返回人员", en: "Persons returned" },
    definition: {
      zh: "报告期内完成任务返回的人数，按返回日期计。",
      en: "Persons who came back in the period, by the day of their return.",
    },
    basis: { zh: "同“派出人员”。", en: "As persons sent." },
    measure: { sum: "back" },
    nature: "flow",
    date: { entered: "returned" },
    where: [{ field: "state", in: ["returned"] }],
  }),
  defineIndicator({
    ...facts,
    id: "deployment.serving",
    title: { zh: "正在执行任务的人员", en: "Persons serving" },
    definition: {
      zh: "报告期末已派出、尚未返回的人数。",
      en: "Persons sent and not yet back at the end of the period.",
    },
    basis: { zh: "时点数。", en: "A stock." },
    measure: { sum: "persons" },
    nature: "stock",
    where: [{ field: "state", in: ["serving"] }],
  }),
];

const rules = [
  defineRule({
    id: "deployment.returned-within-sent",
    title: { zh: "累计返回 + 在外 ≤ 累计派出", en: "Returned to date + serving ≤ sent" },
    left: { plus: ["deployment.returned", "deployment.serving"] },
    relation: "<=",
    right: { plus: ["deployment.persons"] },
    periods: "cumulative",
    areas: "district",
    by: "purpose",
    source: { zh: "部分不大于整体", en: "A part is not more than its whole" },
  }),
];

export default { register, indicators, rules } satisfies Chapter;
