import { area, choice, count, date, defineIndicator, defineRegister, defineRule, text } from "huimou";
import type { Chapter } from "../chapter.ts";

const owner = { zh: "区委办公室", en: "District Party Committee Office" };
const source = {
  zh: "区委、区政府会议纪要和调研记录；本区会议台账办法为示例",
  en: "Minutes and field-study notes of the district; the rule that keeps this register is an example",
};

const register = defineRegister({
  name: "meeting",
  title: { zh: "会议与调研", en: "Meetings and field studies" },
  description: {
    zh: "一次会议或一次基层调研一条记录，只记类别、议题和到会人数，不记会议内容。",
    en: "One record for each meeting or field study: kind, topic and attendance, never what was said.",
  },
  owner,
  visibility: "open",
  key: { title: { zh: "会议编号", en: "Meeting number" }, schema: text().regex(/^HY-20\d{2}-\d{4}(-\d+)?$/) },
  fields: {
    kind: {
      title: { zh: "类别", en: "Kind" },
      schema: choice({
        "standing-committee": { zh: "区委常委会", en: "Standing committee meeting" },
        "leading-group": { zh: "领导小组会议", en: "Leading group meeting" },
        special: { zh: "专题会", en: "Special meeting" },
        "field-study": { zh: "基层调研", en: "Field study" },
      }),
    },
    topic: {
      title: { zh: "议题", en: "Topic" },
      schema: choice({
        "anti-crime": { zh: "扫黑除恶专项斗争", en: "Campaign against organised crime" },
        livelihood: { zh: "民生实事", en: "Livelihood works" },
        "clean-government": { zh: "党风廉政建设", en: "Clean government" },
        epidemic: { zh: "疫情防控", en: "Epidemic control" },
        poverty: { zh: "脱贫攻坚", en: "Poverty alleviation" },
        safety: { zh: "安全生产", en: "Work safety" },
      }),
    },
    area: { title: { zh: "地点", en: "Place" }, schema: area() },
    scheduled: { title: { zh: "计划日期", en: "Scheduled for" }, schema: date() },
    attendance: {
      title: { zh: "到会人数", en: "Attendance" },
      schema: count().optional(),
      unit: "attendance",
    },
  },
  area: "area",
  lifecycle: {
    initial: "planned",
    states: {
      planned: { title: { zh: "已计划", en: "Planned" } },
      held: { title: { zh: "已召开", en: "Held" } },
      cancelled: { title: { zh: "已取消", en: "Cancelled" } },
    },
    transitions: [
      { from: "planned", to: "held", requires: ["attendance"] },
      { from: "planned", to: "cancelled", reason: true },
    ],
  },
  source,
});

const facts = {
  register: "meeting",
  owner,
  frequency: "month",
  source,
  finest: { area: "township", period: "month" },
  by: ["kind", "topic"],
} as const;

const indicators = [
  defineIndicator({
    ...facts,
    id: "meeting.held",
    title: { zh: "召开会议、开展调研", en: "Meetings held and field studies made" },
    definition: {
      zh: "报告期内实际召开的会议和开展的基层调研次数，按召开日期计。",
      en: "Meetings held and field studies made in the period, by the day they took place.",
    },
    unit: "time",
    basis: {
      zh: "按类别和议题分列；一次会议多个议题的，计入主要议题；取消的不计。",
      en: "By kind and topic; a meeting with several topics counts under its main one; cancelled ones are out.",
    },
    measure: { count: true },
    nature: "flow",
    date: { entered: "held" },
    where: [{ field: "state", in: ["held"] }],
  }),
  defineIndicator({
    ...facts,
    id: "meeting.attendance",
    title: { zh: "到会人次", en: "Attendances" },
    definition: {
      zh: "报告期内会议和调研的到会人数之和。",
      en: "Attendances at meetings and field studies in the period, added up.",
    },
    unit: "attendance",
    basis: { zh: "一人参加多次，计多次。", en: "A person who comes twice counts twice." },
    measure: { sum: "attendance" },
    nature: "flow",
    date: { entered: "held" },
    where: [{ field: "state", in: ["held"] }],
  }),
  defineIndicator({
    ...facts,
    id: "meeting.planned",
    title: { zh: "列入计划的会议", en: "Meetings planned" },
    definition: {
      zh: "报告期内列入计划的会议和调研次数，按列入日期计。",
      en: "Meetings and field studies put on the plan in the period.",
    },
    unit: "time",
    basis: { zh: "含后来取消的。", en: "Includes those cancelled later." },
    measure: { count: true },
    nature: "flow",
    date: { entered: "planned" },
  }),
  defineIndicator({
    ...facts,
    id: "meeting.cancelled",
    title: { zh: "取消的会议", en: "Meetings cancelled" },
    definition: {
      zh: "报告期内取消的会议和调研次数，按取消日期计。",
      en: "Meetings and field studies cancelled in the period.",
    },
    unit: "time",
    basis: { zh: "改期的不算取消。", en: "A meeting moved to another day is not cancelled." },
    measure: { count: true },
    nature: "flow",
    date: { entered: "cancelled" },
    where: [{ field: "state", in: ["cancelled"] }],
  }),
  defineIndicator({
    ...facts,
    id: "meeting.pending",
    title: { zh: "待召开的会议", en: "Meetings still to be held" },
    definition: {
      zh: "报告期末列入计划、尚未召开也未取消的会议和调研次数。",
      en: "Meetings and field studies on the plan at the end of the period, neither held nor cancelled.",
    },
    unit: "time",
    basis: { zh: "时点数。", en: "A stock." },
    measure: { count: true },
    nature: "stock",
    where: [{ field: "state", in: ["planned"] }],
  }),
];

const rules = [
  defineRule({
    id: "meeting.planned-is-accounted-for",
    title: {
      zh: "累计列入计划 = 召开 + 取消 + 待召开",
      en: "Planned to date = held + cancelled + still to be held",
    },
    left: { plus: ["meeting.planned"] },
    relation: "=",
    right: { plus: ["meeting.held", "meeting.cancelled", "meeting.pending"] },
    periods: "cumulative",
    areas: "district",
    by: "kind",
    source: { zh: "会议台账的定义", en: "By definition of the register" },
  }),
];

export default { register, indicators, rules } satisfies Chapter;
