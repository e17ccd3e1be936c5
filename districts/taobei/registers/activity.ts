import { area, choice, count, date, defineIndicator, defineRegister, defineRule, text } from "huimou";
import type { Chapter } from "../chapter.ts";

const owner = { zh: "区委宣传部", en: "Publicity Department" };
const source = {
  zh: "各单位宣传活动记录；本区宣传活动台账办法为示例",
  en: "Activity notes of the units; the rule that keeps this register is an example",
};

/** The five channels of 五宣联动, in the order in which the district names them. */
const channels = {
  press: { zh: "新闻宣传", en: "Press" },
  social: { zh: "社会宣传", en: "Community" },
  online: { zh: "网络宣传", en: "Online" },
  theory: { zh: "理论宣传", en: "Lectures" },
  art: { zh: "文艺宣传", en: "Arts" },
} as const;

const register = defineRegister({
  name: "activity",
  title: { zh: "宣传活动", en: "Publicity activities" },
  description: {
    zh: "一场宣传活动一条记录：主题、渠道、地点、到场人次和发放材料份数。",
    en: "One record for each activity: topic, channel, place, people reached and material handed out.",
  },
  owner,
  visibility: "open",
  key: {
    title: { zh: "活动编号", en: "Activity number" },
    schema: text().regex(/^XC-20\d{4}-\d{12}(-\d+)?$/),
  },
  fields: {
    topic: {
      title: { zh: "主题", en: "Topic" },
      schema: choice({
        law: { zh: "普法", en: "Law" },
        vaccination: { zh: "疫苗接种", en: "Vaccination" },
        "anti-crime": { zh: "扫黑除恶", en: "Against organised crime" },
        culture: { zh: "群众文化", en: "Culture" },
        health: { zh: "健康知识", en: "Health" },
      }),
    },
    channel: { title: { zh: "渠道", en: "Channel" }, schema: choice(channels) },
    area: { title: { zh: "地点", en: "Place" }, schema: area() },
    scheduled: { title: { zh: "计划日期", en: "Scheduled for" }, schema: date() },
    reached: {
      title: { zh: "到场人次", en: "People reached" },
      schema: count().optional(),
      unit: "attendance",
    },
    material: {
      title: { zh: "发放材料", en: "Material handed out" },
      schema: count().optional(),
      unit: "copy",
    },
  },
  area: "area",
  lifecycle: {
    initial: "planned",
    states: {
      planned: { title: { zh: "已计划", en: "Planned" } },
      done: { title: { zh: "已开展", en: "Done" } },
      cancelled: { title: { zh: "已取消", en: "Cancelled" } },
    },
    transitions: [
      { from: "planned", to: "done", requires: ["reached", "material"] },
      { from: "planned", to: "cancelled", reason: true },
    ],
  },
  source,
});

const facts = { register: "activity", owner, frequency: "month", source, by: ["topic", "channel"] } as const;
const done = { date: { entered: "done" }, where: [{ field: "state", in: ["done"] }] } as const;

const indicators = [
  defineIndicator({
    ...facts,
    ...done,
    id: "activity.done",
    title: { zh: "开展宣传活动", en: "Activities done" },
    definition: {
      zh: "报告期内实际开展的宣传活动场次，按开展日期计。",
      en: "Publicity activities that took place in the period, by their day.",
    },
    unit: "session",
    basis: {
      zh: "同一活动在多地开展，按地点分别计；取消的不计。",
      en: "One for each place; cancelled ones are out.",
    },
    measure: { count: true },
    nature: "flow",
    better: "more",
  }),
  defineIndicator({
    ...facts,
    ...done,
    id: "activity.reached",
    title: { zh: "宣传到场人次", en: "People reached" },
    definition: {
      zh: "报告期内宣传活动到场人数之和；网络和新闻宣传按点击、收看的现场估计数计。",
      en: "People present at the activities of the period, added up; for press and online ones an estimate of viewers.",
    },
    unit: "attendance",
    basis: {
      zh: "一人到场多次，计多次；不是受益人数。",
      en: "A person who comes twice counts twice; not a number of persons.",
    },
    measure: { sum: "reached" },
    nature: "flow",
    better: "more",
  }),
  defineIndicator({
    ...facts,
    ...done,
    id: "activity.material",
    title: { zh: "发放宣传材料", en: "Material handed out" },
    definition: {
      zh: "报告期内宣传活动发放的宣传单、手册等份数。",
      en: "Leaflets, booklets and the like handed out at the activities of the period.",
    },
    unit: "copy",
    basis: { zh: "不含张贴的标语、横幅。", en: "Posters and banners are out." },
    measure: { sum: "material" },
    nature: "flow",
  }),
  defineIndicator({
    ...facts,
    id: "activity.planned",
    title: { zh: "列入计划的活动", en: "Activities planned" },
    definition: {
      zh: "报告期内列入计划的宣传活动场次，按列入日期计。",
      en: "Activities put on the plan in the period.",
    },
    unit: "session",
    basis: { zh: "含后来取消的。", en: "Includes those cancelled later." },
    measure: { count: true },
    nature: "flow",
    date: { entered: "planned" },
  }),
  defineIndicator({
    ...facts,
    id: "activity.cancelled",
    title: { zh: "取消的活动", en: "Activities cancelled" },
    definition: { zh: "报告期内取消的宣传活动场次。", en: "Activities cancelled in the period." },
    unit: "session",
    basis: { zh: "改期的不算取消。", en: "An activity moved to another day is not cancelled." },
    measure: { count: true },
    nature: "flow",
    date: { entered: "cancelled" },
    where: [{ field: "state", in: ["cancelled"] }],
  }),
  defineIndicator({
    ...facts,
    id: "activity.pending",
    title: { zh: "待开展的活动", en: "Activities still to be done" },
    definition: {
      zh: "报告期末列入计划、尚未开展也未取消的宣传活动场次。",
      en: "Activities on the plan at the end of the period, neither done nor cancelled.",
    },
    unit: "session",
    basis: { zh: "时点数。", en: "A stock." },
    measure: { count: true },
    nature: "stock",
    where: [{ field: "state", in: ["planned"] }],
  }),
  defineIndicator({
    id: "activity.coverage",
    title: { zh: "宣传活动覆盖村（社区）比例", en: "Villages and communities reached" },
    definition: {
      zh: "到报告期末至少开展过一场宣传活动的村级单位，占全部村级单位的百分比。",
      en: "Village-level units in which at least one activity had taken place by the end of the period, per hundred of all.",
    },
    unit: "percent",
    basis: {
      zh: "分母为2023年6月30日名录中的211个村级单位。",
      en: "The denominator is the list of 211 village-level units of 30 June 2023.",
    },
    owner,
    frequency: "year",
    source,
    formula: { coverage: { of: "activity.done", list: "village-units-2023" } },
    better: "more",
  }),
];

/** Whether each of the five channels is used: a standard that is met or not, year by year, and published either way. */
const used = Object.entries(channels).map(([channel, title]) =>
  defineIndicator({
    id: `activity.${channel}`,
    title: { zh: `${title.zh}活动`, en: `Activities: ${title.en}` },
    definition: {
      zh: `报告期内以${title.zh}渠道开展的宣传活动场次。`,
      en: `Publicity activities done in the period by this channel: ${title.en.toLowerCase()}.`,
    },
    unit: "session",
    basis: { zh: "同“开展宣传活动”，限这一渠道。", en: "As activities done, of this channel alone." },
    owner,
    frequency: "year",
    source,
    decimals: 0,
    formula: { sum: { plus: [{ indicator: "activity.done", where: { channel } }] } },
    standards: [
      {
        relation: ">=",
        value: "1",
        effectiveFrom: "2018-01-01",
        source: {
          zh: "“五宣联动”：新闻、社会、网络、理论、文艺五种渠道每年都要用到；每年一场为示例",
          en: "The five channels are to be used together, each in every year; once a year is an example",
        },
      },
    ],
    better: "more",
  }),
);

const rules = [
  defineRule({
    id: "activity.planned-is-accounted-for",
    title: {
      zh: "累计列入计划 = 开展 + 取消 + 待开展",
      en: "Planned to date = done + cancelled + still to be done",
    },
    left: { plus: ["activity.planned"] },
    relation: "=",
    right: { plus: ["activity.done", "activity.cancelled", "activity.pending"] },
    periods: "cumulative",
    areas: "township",
    source: { zh: "宣传活动台账的定义", en: "By definition of the register" },
  }),
];

export default { register, indicators: [...indicators, ...used], rules } satisfies Chapter;
